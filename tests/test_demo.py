"""The demo's reports against their file of facts and the README, through the command line."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from evals.endtoend.facts import check, onrecord, record, teller
from evals.endtoend.weighing import weighed

README = Path(__file__).parent.parent / "README.md"


def test_the_record_finds_the_demos_facts_and_none_of_the_wrong_ones() -> None:
    folder = Path(str(files("onrecord").joinpath("demo")))
    facts = json.loads((folder / "facts.json").read_text("utf-8"))
    lines = record(folder)
    (found, missed), (_, wrong), (joined, apart) = check(lines, facts)
    (planted, unseen), (_, invented) = weighed(lines, facts, teller(lines))
    assert not wrong
    assert found >= 88, missed
    assert joined >= 12, apart
    assert not invented
    assert not unseen, planted


def test_the_readme_shows_what_the_demo_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    onrecord(tmp_path / "demo.db", "demo")
    printed = onrecord(tmp_path / "demo.db", "dossier", "Dimitrijevic")
    shown = README.read_text("utf-8").partition("dossier Dimitrijevic\n")[2]
    block = shown.partition("\nEvery line is a statement")[0]
    assert [line[4:] for line in block.splitlines()] == ["", *printed.splitlines()]
