"""Gazetteers that people import, from their file to the record and on to the index."""

from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.lexicon.imports import Import
from onrecord.lexicon.placerow import PlaceRow
from onrecord.pipeline import additions, import_gazetteer
from onrecord.store import open_store

NOON = "2026-05-05T12:00:00Z"
LATER = "2026-05-05T13:00:00Z"


@pytest.fixture
def camps(tmp_path: Path) -> Path:
    path = tmp_path / "camps.csv"
    path.write_text("name,lat,lon\nCamp Ulaan,1,2\nCamp Oriel,3,4\n")
    return path


def test_an_import_is_a_decision_with_its_rows(tmp_path: Path, camps: Path) -> None:
    address = str(tmp_path / "a.db")
    with open_store(address) as store:
        made, new = import_gazetteer(store, camps, "camps", "Noor", NOON)
        assert new
        (decision,) = store.decisions()
        assert (decision.kind, decision.by, decision.at) == ("gazetteer", "Noor", NOON)
        assert decision.anchor == f"gazetteer:{made.digest}"
        assert Import.of(decision) == Import("camps", made.digest, 2, "table")
        camps.unlink()
        (addition,) = additions(store, address)
    assert list(addition.rows()) == [PlaceRow("Camp Ulaan", 1, 2), PlaceRow("Camp Oriel", 3, 4)]
    assert addition.digest == made.digest


def test_the_same_again_is_nothing_new(tmp_path: Path, camps: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        import_gazetteer(store, camps, "camps", "Noor", NOON)
        assert not import_gazetteer(store, camps, "camps", "Ines", LATER)[1]
        assert len(store.decisions()) == 1
        assert import_gazetteer(store, camps, "more camps", "Ines", LATER)[1]


def test_later_places_of_a_name_stand_in_for_the_earlier(tmp_path: Path, camps: Path) -> None:
    address = str(tmp_path / "a.db")
    with open_store(address) as store:
        first, _ = import_gazetteer(store, camps, "camps", "Noor", NOON)
        camps.write_text("name,lat,lon\nCamp Ulaan,1.5,2\n")
        second, _ = import_gazetteer(store, camps, "camps", "Noor", LATER)
        assert [each.digest for each in additions(store, address)] == [second.digest]
        assert len(list(store.gazetteer(first.digest))) == 1


def test_of_a_file_with_a_bad_line_nothing_is_kept(tmp_path: Path, camps: Path) -> None:
    good = "".join(f"Camp {number},1,2\n" for number in range(6_000))
    camps.write_text(f"name,lat,lon\n{good}Camp Ulaan,here,2\n")
    with open_store(tmp_path / "a.db") as store:
        with pytest.raises(InputError, match=r"camps\.csv, line 6002: lat 'here' is no number"):
            import_gazetteer(store, camps, "camps", "Noor", NOON)
        assert store.decisions() == ()
        assert additions(store, "a.db") == ()
