"""What people want to be told of as reports come in, and how far each of them has looked.

Both are decisions. A watch on an entity is anchored to one of its chains, as judgements are, so
that it goes wherever people or the program join that chain; a visit to the last report on record.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onrecord.lexicon.acts import act_anchor, taken_back
from onrecord.model import Decision

__all__ = ["VISIT", "WATCH", "Visit", "Watch", "WatchSort", "last_visit", "watches"]

WATCH = "watch"
"""The kind of decision that a watch is."""
VISIT = "visit"
"""What the setting is about that a visit is."""

_SETTING = "setting"


class WatchSort(StrEnum):
    """What is watched."""

    ENTITY = "entity"
    TYPE = "type"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Watch:
    """What somebody wants to be told of.

    `on` is a chain of an entity, the name of an event type, or words to search for; `name` is what
    it was called when it was decided on.
    """

    sort: WatchSort
    on: str
    name: str
    by: str
    at: str

    def decision(self) -> Decision:
        """The decision that it is."""
        return Decision(WATCH, f"{self.sort}:{self.on}", self.name, self.by, self.at)

    @classmethod
    def of(cls, decision: Decision) -> "Watch":
        """What `decision` was made of; raises ValueError for another's."""
        sort, _, on = decision.anchor.partition(":")
        return cls(WatchSort(sort), on, decision.value, decision.by, decision.at)


@dataclass(frozen=True, slots=True)
class Visit:
    """That somebody looked at all that was on record: the last report that had come in, None for
    none, and how many failures there were."""

    report: str | None
    failures: int
    by: str
    at: str

    def decision(self) -> Decision:
        """The decision that it is."""
        told = {"report": self.report, "failures": self.failures}
        return Decision(_SETTING, VISIT, json.dumps(told, sort_keys=True), self.by, self.at)

    @classmethod
    def of(cls, decision: Decision) -> "Visit":
        """What `decision` was made of; raises KeyError or ValueError for another's."""
        told = json.loads(decision.value)
        return cls(told["report"], told["failures"], decision.by, decision.at)


def watches(decisions: Iterable[Decision]) -> tuple[Watch, ...]:
    """The watches that stand, the oldest first: those that nobody took back, each thing once."""
    every = tuple(decisions)
    gone = taken_back(every)
    standing: dict[str, Watch] = {}
    for each in every:
        if each.kind == WATCH and act_anchor(each.by, each.at) not in gone:
            standing.setdefault(each.anchor, Watch.of(each))
    return tuple(standing.values())


def last_visit(decisions: Iterable[Decision], by: str) -> Visit | None:
    """When somebody looked last, None if never."""
    told = [x for x in decisions if (x.kind, x.anchor, x.by) == (_SETTING, VISIT, by)]
    return Visit.of(told[-1]) if told else None
