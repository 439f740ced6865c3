"""Competing hypotheses, through the command line."""

import json
from pathlib import Path

import pytest
from tests import rivals
from tests.cli.conftest import Run

EVENT = rivals.EVENT[:12]


@pytest.fixture(autouse=True)
def raid(run: Run, tmp_path: Path) -> None:
    """The record of three reports on a raid."""
    (tmp_path / "onrecord.db").unlink()
    rivals.record(tmp_path / "onrecord.db")


def told(run: Run, *words: str) -> str:
    result = run("hypotheses", *words)
    assert result.exit_code == 0, result.stderr
    assert max(map(len, result.stdout.splitlines())) <= 80
    return result.stdout


def test_the_list_leads_to_the_page(run: Run) -> None:
    listed = told(run)
    assert "2 answers to who, 2 answers to why" in " ".join(listed.split())
    assert EVENT in listed
    page = told(run, EVENT)
    assert page.index("WHO DID IT?") < page.index("B  Salt League") < page.index("WHY?")
    assert "Least against: B" in page and "without " in page
    assert told(run, "Salt", "League") == listed


def test_who_takes_no_part_is_told_so(run: Run) -> None:
    result = run("hypotheses", "Sunniva Rao")
    assert result.exit_code == 4
    assert "no event with Sunniva Rao has answers that compete" in result.stderr


def test_edits_are_kept_with_who_made_them(run: Run) -> None:
    mark = f"mark a {rivals.said('The Reed Brotherhood denied')[:8]} neutral"
    page = told(run, EVENT, "--by", "Noor", "--edit", mark, "--edit", "add who the Tern Cell")
    assert "A marked by Noor" in page and "the Tern Cell (added by Noor)" in page
    page = told(run, EVENT, "--edit", "drop B", "--edit", "reword A the brothers")
    assert "Salt League  " not in page and "the brothers" in page
    lines = map(json.loads, run("export").stdout.splitlines())
    kept = [line for line in lines if line["kind"] == "decision"]
    assert [line["decision"] for line in kept] == ["hypothesis"] * 4


@pytest.mark.parametrize("words", ["drop Z", "reword A", "mark A", "add when now", "nonsense"])
def test_an_edit_that_says_nothing_is_refused(run: Run, words: str) -> None:
    result = run("hypotheses", EVENT, "--edit", words)
    assert result.exit_code == 2
    assert "drop LETTER" in " ".join(result.stderr.split())


def test_an_edit_needs_its_event(run: Run) -> None:
    assert run("hypotheses", "--edit", "drop A").exit_code == 4


def test_the_same_as_json(run: Run) -> None:
    found = json.loads(run("hypotheses", EVENT, "--json").stdout)
    assert [each["matrix"]["question"] for each in found["analyses"]] == ["who", "why"]
    (listed,) = map(json.loads, run("hypotheses", "--json").stdout.splitlines())
    assert (listed["who"], listed["why"]) == (2, 2)
