"""Sources and their grades, through the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.weigh import wire

from onrecord.store import open_store


@pytest.fixture(autouse=True)
def told(run: Run, tmp_path: Path) -> None:
    """An agency's report, printed by two, and one who says otherwise."""
    (tmp_path / "onrecord.db").unlink()
    with open_store(tmp_path / "onrecord.db") as store:
        wire.fill(store)


@pytest.mark.parametrize("words", [("sources",), ("sources", "Meridian Agency")])
def test_a_page_looks_as_it_should(
    run: Run, golden: Callable[[str, str], None], words: tuple[str, ...]
) -> None:
    result = run(*words)
    assert result.exit_code == 0, result.stderr
    golden(f"sources{'-one' if len(words) > 1 else ''}.txt", result.stdout)


def test_all_of_it_is_there_as_json(run: Run) -> None:
    (*rows, _) = map(json.loads, run("sources", "--json").stdout.splitlines())
    assert {row["name"] for row in rows} >= {"Tide", "Coast Weekly"}
    (card,) = map(json.loads, run("sources", "Tide", "--json").stdout.splitlines())
    assert card["row"]["borrowed"] == 1


def test_a_grade_is_given_exported_and_taken_back(run: Run) -> None:
    def letter() -> str:
        exported = map(json.loads, run("export").stdout.splitlines())
        return next(str(x["reliability"]) for x in exported if x.get("name") == "The Tide")

    result = run("grade", "the tide", "b", "--why", "knows the port", "--by", "Noor")
    assert result.exit_code == 0, result.stderr
    assert result.stderr == "On record: Tide graded B, usually reliable: knows the port.\n"
    assert letter() == "B"
    run("grade", "Tide", "E", "--topic", "assault", "--by", "Noor")
    assert letter() == "B"
    assert "E on ASSAULT, unreliable (Noor, " in run("sources", "Tide").stdout
    assert "Noor: graded: Tide on ASSAULT: E" in run("undo", "--list").stdout
    assert "Undone: " in run("undo", "--by", "Ito").stderr
    assert "ASSAULT" not in run("sources", "Tide").stdout.partition("reports")[0]
    assert "graded: Tide: B" in run("undo").stderr
    assert letter() == "F"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Tide", "G"), "'G' is no grade"),
        (("Tide", "A", "--topic", "weather"), "'weather' is no type of event"),
        (("Nobody", "A"), "no source on record goes by 'Nobody'"),
    ],
)
def test_a_grade_that_cannot_be_is_refused(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run("grade", *words)
    assert result.exit_code != 0
    assert said in result.stderr
