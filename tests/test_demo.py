"""The demo's reports against their file of facts, through the command line."""

import json
from importlib.resources import files
from pathlib import Path

from evals.endtoend.facts import check, record, teller
from evals.endtoend.weighing import weighed


def test_the_record_finds_the_demos_facts_and_none_of_the_wrong_ones() -> None:
    folder = Path(str(files("onrecord").joinpath("demo")))
    facts = json.loads((folder / "facts.json").read_text("utf-8"))
    lines = record(folder)
    (found, missed), (_, wrong), (joined, apart) = check(lines, facts)
    (planted, unseen), (_, invented) = weighed(lines, facts, teller(lines))
    assert not wrong
    assert found >= 82, missed
    assert joined >= 11, apart
    assert not invented
    assert planted >= 7, unseen
