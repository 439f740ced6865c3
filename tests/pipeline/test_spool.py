"""Reports that are handed in, until they are read."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.intake import read
from onrecord.model import Failure
from onrecord.pipeline import Spool, pasted, spool
from onrecord.pipeline.spool import clean_name


def _names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("ferry.txt", "ferry.txt"),
        ("../../etc/ferry.txt", "ferry.txt"),
        ("C:\\news\\ferry.txt", "ferry.txt"),
        (".hidden.txt", "hidden.txt"),
        ("fer\x1b[2Jry\n.txt", "fer_[2Jry_.txt"),
        ("", "report"),
        ("..", "report"),
        (f"{'x' * 300}.html", f"{'x' * 195}.html"),
        (f"{'ش' * 300}.txt", f"{'ش' * 98}.txt"),
        ("تقرير.txt", "تقرير.txt"),
    ],
)
def test_names_are_cleaned(given: str, kept: str) -> None:
    assert clean_name(given) == kept


@given(st.text(max_size=300))
def test_a_clean_name_stays_in_its_folder(name: str) -> None:
    kept = clean_name(name)
    assert kept and len(kept.encode()) <= 200 and not kept.startswith(".")
    assert Path(kept).name == kept and kept.isprintable()


def test_files_wait_whole_and_in_turn(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "spool")
    assert spool.waiting() == ()
    first = spool.put([("a.txt", BytesIO(b"The ferry sank.")), ("a.txt", BytesIO(b"It did not."))])
    second = spool.put([("b.html", BytesIO(b"<p>The ferry</p>"))])
    assert _names(first) == ["a 2.txt", "a.txt"]
    assert spool.waiting() == (first, second)
    assert Spool(tmp_path / "spool").waiting() == (first, second)
    spool.drop(first)
    assert spool.waiting() == (second,)
    assert spool.put([("c.txt", BytesIO(b"So?"))]) > second


@pytest.mark.parametrize("name", ["a.jpg", "a.pdf", "a", "alone.json"])
def test_what_nothing_reads_is_refused_and_not_kept(tmp_path: Path, name: str) -> None:
    spool = Spool(tmp_path)
    with pytest.raises(InputError, match="not a format that is read; give"):
        spool.put([("b.txt", BytesIO(b"The ferry")), (name, BytesIO(b"{}"))])
    assert list(tmp_path.iterdir()) == []


def test_nothing_and_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="nothing was handed in"):
        Spool(tmp_path).put([])
    monkeypatch.setattr(spool, "MOST_BYTES", 20)
    with pytest.raises(InputError, match="MiB at once"):
        Spool(tmp_path).put([("a.txt", BytesIO(b"x" * 15)), ("b.txt", BytesIO(b"x" * 6))])
    assert list(tmp_path.iterdir()) == []


def test_pasted_text_becomes_a_report_with_what_is_known_of_it(tmp_path: Path) -> None:
    known = {"title": "A ferry: sunk?", "publisher": "Harbour News", "published": "2024-05-31"}
    folder = Spool(tmp_path).put(pasted("The ferry sank.", known))
    assert _names(folder) == ["A ferry_ sunk_.json", "A ferry_ sunk_.txt"]
    (came,) = read([folder])
    assert not isinstance(came, Failure)
    assert (came[0].text, came[0].publisher) == ("The ferry sank.", "Harbour News")
    assert (came[0].title, came[0].published) == ("A ferry: sunk?", "2024-05-31")
    assert "byline" not in json.loads((folder / "A ferry_ sunk_.json").read_text())


def test_pasting_nothing_or_no_day_is_refused() -> None:
    with pytest.raises(InputError, match="nothing was pasted"):
        pasted("  \n", {})
    with pytest.raises(InputError, match="'soon' is no day"):
        pasted("The ferry sank.", {"published": "soon"})
