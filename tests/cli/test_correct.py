"""Corrections through the command line."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.samples import FERRY, HARBOUR, read_simply

from onrecord import pipeline
from onrecord.store import open_store

RAID = f"{FERRY[0].id}:48-136"


@pytest.fixture(autouse=True)
def reports(run: Run, tmp_path: Path) -> None:
    """Two reports, in one of which a ferry is attacked."""
    (tmp_path / "onrecord.db").unlink()
    with open_store(tmp_path / "onrecord.db") as store:
        pipeline.read([FERRY, HARBOUR], store, lambda: read_simply)
        pipeline.reconcile(store)


def statements(run: Run) -> dict[str, dict[str, object]]:
    lines = map(json.loads, run("export").stdout.splitlines())
    return {line["id"]: line for line in lines if line["kind"] == "statement"}


def test_a_statement_is_corrected_and_brought_back(run: Run) -> None:
    before = statements(run)
    result = run(
        *("correct", RAID, "--type", "ACCIDENT", "--role", "target=the ferry"),
        *("--role", "actor=", "--count", "killed=3-5", "--date", "1921-05", "--speaker", ""),
        *("--place", "Port Alwen", "--certainty", "CT+ stated"),
        *("--note", "the boiler burst", "--by", "Noor"),
    )
    assert result.exit_code == 0, result.stderr
    assert "corrected by Noor" in " ".join(result.stdout.split())
    now = statements(run)[RAID]
    assert (now["type"], now["magnitudes"]) == (
        "ACCIDENT",
        {"killed": {"low": 3, "best": None, "high": 5}},
    )
    listed = run("undo", "--list").stdout
    assert "Noor: corrected: “Amaru Quispe attacked the ferry" in listed
    assert "; count.killed: 2+ → 3-5 (the boiler burst)" in listed
    assert "Undone: " in (told := run("undo", "--by", "Ito").stderr)
    assert listed[25:].strip() in " ".join(told.split())
    assert statements(run) == before


def test_a_statement_is_rejected_and_brought_back(run: Run) -> None:
    before = statements(run)
    result = run("reject", RAID, "--by", "Noor")
    assert "Rejected" in result.stderr
    assert statements(run).keys() == before.keys() - {RAID}
    assert run("accept", RAID).exit_code == 4
    run("undo")
    assert statements(run) == before


def test_a_statement_is_accepted(run: Run) -> None:
    assert "accepted by Noor" in " ".join(run("accept", RAID, "--by", "Noor").stdout.split())
    assert statements(run)[RAID]["confidence"] == 1.0
    shown = json.loads(run("show", RAID, "--json").stdout)
    decided = shown["lines"][0]["decided"]
    assert (decided["ruling"], decided["by"], decided["confidence"]) == ("accepted", "Noor", 0.75)


def test_what_cannot_be_is_told(run: Run) -> None:
    result = run("correct", RAID, "--role", "Amaru Quispe")
    assert (result.exit_code, result.stderr) == (
        3,
        "onrecord: 'Amaru Quispe' names no role; give NAME=VALUE\n",
    )
    assert run("correct", "zzz", "--type", "born").exit_code == 4
