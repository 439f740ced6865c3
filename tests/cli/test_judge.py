"""People's decisions on who is who, through the command line."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.samples import FERRY, HARBOUR, read_simply, report

from onrecord import pipeline
from onrecord.store import open_store

THIRD = report("Ingrid Oyelaran met Chidi Eze.", published="1921-06-01", title="A meeting")


@pytest.fixture(autouse=True)
def people(run: Run, tmp_path: Path) -> None:
    """Three reports on Ingrid Oyelaran, of whom Chidi Eze is met in one."""
    (tmp_path / "onrecord.db").unlink()
    with open_store(tmp_path / "onrecord.db") as store:
        pipeline.read([FERRY, HARBOUR, THIRD], store, lambda: read_simply)
        pipeline.reconcile(store)


@pytest.fixture
def unsure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program joins nothing by itself."""
    monkeypatch.setattr(sys.modules["onrecord.resolve.judge"], "THRESHOLD", 1.01)
    with open_store(tmp_path / "onrecord.db") as store:
        pipeline.reconcile(store)
    yield


def lines(run: Run, kind: str) -> list[dict[str, object]]:
    exported = map(json.loads, run("export").stdout.splitlines())
    return [line for line in exported if line["kind"] == kind]


def entities(run: Run) -> set[str]:
    return {str(line["name"]) for line in lines(run, "entity")}


def bare(run: Run) -> list[str]:
    """The export without judgements and decisions."""
    kinds = ('"kind": "judgement"', '"kind": "decision"')
    return [line for line in run("export").stdout.splitlines() if not any(k in line for k in kinds)]


def test_two_are_merged_and_parted_again(run: Run) -> None:
    before = bare(run)
    result = run("merge", "Chidi Eze", "Tomasz Banda", "--why", "his own card", "--by", "Noor")
    assert result.exit_code == 0, result.stderr
    assert "On record: Chidi Eze and Tomasz Banda are one, called Tomasz Banda." in result.stderr
    assert "Chidi Eze" not in entities(run)
    (word, *_) = [line for line in lines(run, "judgement") if line["by"] == "Noor"]
    assert (word["decision"], word["reasons"]) == ("same", ["his own card"])
    result = run("undo", "--by", "Ito")
    assert "Noor: " in result.stderr and "(his own card)" in result.stderr
    assert bare(run) == before
    assert [line["decision"] for line in lines(run, "decision")] == ["undo"]


def test_what_is_one_cannot_be_merged_again(run: Run) -> None:
    result = run("merge", "Chidi Eze", "Chidi Eze")
    assert (result.exit_code, result.stderr) == (
        7,
        "onrecord: Chidi Eze and Chidi Eze are one on record already\n",
    )


def test_reports_that_mean_another_are_split_off(run: Run) -> None:
    before = bare(run)
    result = run("split", "Ingrid Oyelaran", THIRD[0].id[:6], "--by", "Noor")
    assert "On record: 1 report speaks of another Ingrid Oyelaran." in result.stderr
    assert sum(line["name"] == "Ingrid Oyelaran" for line in lines(run, "entity")) == 2
    run("undo")
    assert bare(run) == before


def test_acts_are_listed_and_any_can_be_undone(run: Run) -> None:
    run("merge", "Chidi Eze", "Tomasz Banda", "--by", "Noor")
    run("split", "Ingrid Oyelaran", THIRD[0].id[:6], "--by", "Ito")
    listed = run("undo", "--list").stdout.splitlines()
    assert [line.split()[2] for line in listed] == ["Ito:", "Noor:"]
    assert listed[0].endswith("different: Ingrid Oyelaran and Ingrid Oyelaran")
    run("undo", "2")
    assert "Chidi Eze" in entities(run)
    assert run("undo", "2").exit_code == 4
    assert "there is no act 2 to undo: 1 stands" in run("undo", "2").stderr


def test_judge_walks_through_what_is_unsure(run: Run, unsure: None) -> None:
    asked = run("judge", typed="s\nx\nd\nk\nq\n")
    assert asked.exit_code == 0, asked.stderr
    assert "ONE AND THE SAME?" in asked.stdout
    assert "Ingrid Oyelaran · Person" in asked.stdout
    assert "2 judgements on record." in asked.stderr
    given = [line["decision"] for line in lines(run, "judgement") if "at" in line]
    assert sorted(map(str, given)) == ["different", "same"]
    left = run("judge", typed="q\n")
    assert "1 of 2" in left.stderr, "what was answered is not asked again"


def test_where_nothing_is_unsure_there_is_nothing_to_judge(run: Run) -> None:
    assert run("judge").stderr == "There is nothing to judge.\n"


def test_why_tells_what_joined_each_report(run: Run) -> None:
    run("merge", "Chidi Eze", "Tomasz Banda", "--why", "his own card", "--by", "Noor")
    told = " ".join(run("why", "Ingrid Oyelaran").stdout.split())
    assert told.count("Ingrid Oyelaran") == 3
    assert told.count("by model:linkage: ") == 2 and "both reports name" in told
    assert "by Noor: his own card" in " ".join(run("why", "Tomasz Banda").stdout.split())
    (first, *_) = map(json.loads, run("why", "Ingrid Oyelaran", "--json").stdout.splitlines())
    assert first["judgement"] is None
