"""Watches and visits as decisions."""

import pytest

from onrecord.lexicon.acts import UNDO, act_anchor
from onrecord.lexicon.watches import Visit, Watch, WatchSort, last_visit, watches
from onrecord.model import Decision

HERON = Watch(WatchSort.ENTITY, "ab12:30", "the Heron", "Noor", "2026-01-02T10:00:00.000001Z")
FUEL = Watch(WatchSort.WORDS, 'fuel: "dear or cheap"', "fuel", "Ito", "2026-01-02T10:00:00.000002Z")


@pytest.mark.parametrize("watch", [HERON, FUEL])
def test_a_watch_is_a_decision_and_back(watch: Watch) -> None:
    decision = watch.decision()
    assert (decision.kind, decision.by) == ("watch", watch.by)
    assert Watch.of(decision) == watch


def test_a_decision_of_another_kind_is_no_watch() -> None:
    with pytest.raises(ValueError, match="note"):
        Watch.of(Decision("note", "note:1", "", "Noor", "2026"))


def test_watches_stand_until_they_are_taken_back_and_each_thing_once() -> None:
    again = Watch(HERON.sort, HERON.on, "Mbeki", "Ito", "2026-01-03T10:00:00Z")
    made = [each.decision() for each in (HERON, FUEL, again)]
    assert watches(made) == (HERON, FUEL)
    undo = Decision(UNDO, act_anchor(HERON.by, HERON.at), "", "Ito", "2026-01-04T10:00:00Z")
    assert watches([*made, undo]) == (FUEL, again)


def test_everybody_has_a_last_visit_of_their_own() -> None:
    first = Visit("ab12", 0, "Noor", "2026-01-02T10:00:00Z")
    second = Visit(None, 3, "Noor", "2026-01-03T10:00:00Z")
    made = [each.decision() for each in (first, second)]
    scheme = Decision("setting", "scheme", "", "Ito", "2026-01-02T10:00:00Z")
    assert last_visit([*made, scheme], "Noor") == second
    assert last_visit([*made, scheme], "Ito") is None
