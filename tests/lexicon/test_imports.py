"""Imported places: how they are kept, which stand, and what they change in the index."""

import string
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lexicon.test_gazetteer import ORIEL, ORIEL_PROVINCE

from onrecord.lexicon.gazetteer import Gazetteer
from onrecord.lexicon.gazetteer_build import build
from onrecord.lexicon.gazetteer_sources import extent_km
from onrecord.lexicon.imports import Addition, Import, in_force
from onrecord.lexicon.placerow import PlaceRow, pack, tally, unpack
from onrecord.model import Decision

CAMP = PlaceRow("Camp Oriel", 10.2, 20.2, ("Oriel", "ナイト"), "NE")

rows = st.lists(
    st.builds(
        PlaceRow,
        name=st.text(min_size=1),
        lat=st.floats(-90, 90),
        lon=st.floats(-180, 180),
        aliases=st.lists(st.text(string.ascii_letters + "\u2028é", min_size=1)).map(tuple),
        country=st.none() | st.just("NE"),
        radius_km=st.none() | st.floats(0.1, 100),
    )
)


@given(rows)
def test_what_is_packed_comes_back(given_rows: list[PlaceRow]) -> None:
    parts = list(pack(given_rows))
    assert [row for part in parts for row in unpack(part)] == given_rows
    assert tally(parts)[1] == len(given_rows)


def test_the_digest_is_of_the_rows_not_of_the_parts() -> None:
    many = [PlaceRow(f"Oriel {number}", 1, 2) for number in range(12_000)]
    parts = list(pack(many))
    assert len(parts) > 1
    again = [part for begin in range(0, 12_000, 500) for part in pack(many[begin : begin + 500])]
    assert tally(parts) == tally(again)
    assert tally(parts)[0] != tally(pack(many[1:]))[0]


def test_damaged_parts_are_a_value_error() -> None:
    with pytest.raises(ValueError, match="damaged"):
        tally([b"x"])


def test_of_several_imports_of_one_name_the_last_stands() -> None:
    first, other, second = (
        Import("camps", "aa", 2, "table"),
        Import("plants", "bb", 3, "table"),
        Import("camps", "cc", 1, "table"),
    )
    note = Decision("note", "a", "x", "Noor", "2026-01-01T00:00:00Z")
    made = [each.decision("Noor", "2026-01-01T00:00:00Z") for each in (first, other, second)]
    assert Import.of(made[0]) == first
    assert in_force([made[0], note, made[1], made[2]]) == (other, second)


def index(path: Path, imported: Iterable[PlaceRow]) -> Gazetteer:
    places = [(ORIEL, ("Oriel",)), (ORIEL_PROVINCE, ("Oriel",))]
    build(path, places, [Addition("aa", lambda: imported)])
    return Gazetteer(path)


def test_an_imported_place_is_found_by_all_its_names(tmp_path: Path) -> None:
    found = index(tmp_path / "g-1.sqlite", [CAMP])
    (camp,) = found.look_up("Camp Oriel")
    assert (camp.country, camp.feature, camp.radius_km) == ("NE", "LCTY", extent_km("LCTY"))
    assert camp.picked
    assert [place.name for place in found.look_up("Oriel")] == ["Oriel", "Oriel", "Camp Oriel"]


def test_kinds_are_told_apart_as_among_the_built_in_places(tmp_path: Path) -> None:
    codes = {"PPLA2": "PPL", "PPLC": "PPLC", "ADM4": "ADM2", "AIRB": "AIRP", "CMP": "CMP"}
    found = index(tmp_path / "g-1.sqlite", [PlaceRow(f"X {c}", 1, 2, feature=c) for c in codes])
    assert {code: found.look_up(f"X {code}")[0].feature for code in codes} == codes


def test_a_known_id_corrects_the_place_and_adds_names(tmp_path: Path) -> None:
    better = PlaceRow("Oriel Town", 10.01, 20.01, ("Oryel",), "NE", "01", "PPLA", 0, 7)
    newer = PlaceRow("Oriel Town", 10.02, 20.02, (), "NE", "01", "PPLA", 1000, 7, 3.5)
    found = index(tmp_path / "g-1.sqlite", [better])
    (town,) = found.look_up("Oryel")
    assert (town.lat, town.population, town.radius_km) == (10.01, 900, 2.0)
    assert (town.name, town.feature) == ("Oriel", "PPL")
    (town,) = index(tmp_path / "g-2.sqlite", [better, newer]).look_up("Oriel Town")
    assert (town.lat, town.population, town.radius_km) == (10.02, 1000, 3.5)


def test_two_imported_rows_of_one_id_are_one_place(tmp_path: Path) -> None:
    twice = [PlaceRow("Ulaan", 1, 2, geonames_id=9), PlaceRow("Ulan", 1, 2, geonames_id=9)]
    found = index(tmp_path / "g-1.sqlite", twice)
    assert found.look_up("Ulan") == found.look_up("Ulaan")


def test_the_index_is_named_after_what_was_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.lexicon.gazetteer.places", lambda: [(ORIEL, ("Oriel",))])
    camps = Addition("aa", lambda: [CAMP])
    plain, more, same = (Gazetteer.open(tmp_path, each) for each in ((), [camps], [camps]))
    assert plain.look_up("Camp Oriel") == ()
    assert len(more.look_up("Camp Oriel")) == 1
    assert plain.digest != more.digest == same.digest


def test_a_dump_of_all_places_is_not_picked(tmp_path: Path) -> None:
    build(tmp_path / "g-1.sqlite", [], [Addition("aa", lambda: [CAMP], picked=False)])
    (camp,) = Gazetteer(tmp_path / "g-1.sqlite").look_up("Camp Oriel")
    assert not camp.picked
