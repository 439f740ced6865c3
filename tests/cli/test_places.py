"""Places of one's own, through the command line."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from onrecord.cli import reading
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.lexicon.imports import Addition

ORIEL = Candidate("Oriel", 10.0, 20.0, "NE", "01", "PPL", 900, 7, 2.0)


@pytest.fixture(autouse=True)
def small_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("onrecord.lexicon.gazetteer.places", lambda: [(ORIEL, ("Oriel",))])
    monkeypatch.setenv("ONRECORD_CACHE", str(tmp_path / "cache"))
    (tmp_path / "camps.csv").write_text("name,lat,lon\nCamp Ulaan,1,2\n")
    return tmp_path / "cache"


def test_an_import_is_recorded_and_indexed(run: Run, small_world: Path) -> None:
    result = run("places", "import", "camps.csv", "--name", "camps", "--by", "Noor")
    assert result.exit_code == 0, result.stderr
    assert "On record in onrecord.db as 'camps': 1 place of camps.csv (table).\n" in result.stderr
    assert "until `onrecord rebuild`" in result.stderr
    (path,) = small_world.glob("gazetteer-*.sqlite")
    assert Gazetteer(path).look_up("Camp Ulaan")[0].lat == 1
    again = run("places", "import", "camps.csv", "--name", "camps")
    assert "already" in again.stderr
    (decision,) = (
        line
        for line in map(json.loads, run("export").stdout.splitlines())
        if line["kind"] == "decision"
    )
    assert (decision["decision"], decision["by"]) == ("gazetteer", "Noor")


def test_an_export_carries_the_places(run: Run, tmp_path: Path) -> None:
    run("places", "import", "camps.csv")
    exported = run("export").stdout
    (tmp_path / "a.jsonl").write_text(exported, "utf-8")
    assert run("--record", "new.db", "import", "a.jsonl").exit_code == 0
    assert run("--record", "new.db", "export").stdout == exported


def test_reading_goes_by_what_was_imported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def reader(cache: Path, more: tuple[Addition, ...]) -> None:
        seen.extend(row.name for each in more for row in each.rows())
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "reader", reader)
    run("places", "import", "camps.csv")
    run("rebuild")
    assert seen == ["Camp Ulaan"]


def test_a_bad_file_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "camps.csv").write_text("name,lat,lon\nCamp Ulaan,1,200\n")
    result = run("places", "import", "camps.csv")
    assert result.exit_code == 3
    assert result.stderr == (
        "onrecord: camps.csv, line 2: lon 200 is not between -180 and 180; check the columns\n"
    )
