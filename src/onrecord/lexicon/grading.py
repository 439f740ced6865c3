"""Grades: people's decisions on how reliable a source is, A to F (AJP-2.1); never guessed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.lexicon.acts import standing
from onrecord.lexicon.names import fold
from onrecord.lexicon.outlets import outlet_name
from onrecord.model import Decision, Predicate, PredicateFamily

__all__ = ["GRADABLE", "GRADE", "RELIABILITY", "Graded", "Grades", "graded"]

GRADE = "grade"
"""The kind of decision that a grade is."""

RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}

GRADABLE = tuple(each.value for each in Predicate if each.family is PredicateFamily.EVENT)
"""The types of events for which a source can have a grade of its own."""

_ANCHOR = "source:"


@dataclass(frozen=True, slots=True)
class Graded:
    """Somebody's grade of a source, for one type of event (`topic`) or for all (None)."""

    source: str
    reliability: str
    by: str
    at: str
    topic: str | None = None
    why: str = ""

    def decision(self) -> Decision:
        """The decision that it is."""
        told = {"reliability": self.reliability, "topic": self.topic, "why": self.why}
        value = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return Decision(GRADE, _ANCHOR + self.source, value, self.by, self.at)

    @classmethod
    def of(cls, decision: Decision) -> "Graded":
        """What `decision` was made of; raises KeyError or ValueError for another decision's."""
        told = json.loads(decision.value)
        source = decision.anchor.removeprefix(_ANCHOR)
        by, at = decision.by, decision.at
        return cls(source, told["reliability"], by, at, told["topic"], told["why"])


def graded(source: str, letter: str, by: str, at: str, topic: str | None, why: str) -> Graded:
    """What somebody types as a grade; `topic` is None for all types of events.

    Raises InputError for a letter that is no grade, or a topic that is no type of event.
    """
    reliability, kind = letter.upper(), topic.upper() if topic else None
    if reliability not in RELIABILITY:
        told = "; ".join(f"{each} {meaning}" for each, meaning in RELIABILITY.items())
        raise InputError(f"{letter!r} is no grade; give one of: {told}")
    if kind is not None and kind not in GRADABLE:
        raise InputError(f"{topic!r} is no type of event; give one of: {', '.join(GRADABLE)}")
    return Graded(source, reliability, by, at, kind, why)


class Grades:
    """The grades that stand: the last one of a source and topic that nobody took back."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._standing: dict[tuple[str, str | None], Graded] = {}
        for each in standing(decisions, GRADE):
            graded = Graded.of(each)
            self._standing[_key(graded.source), graded.topic] = graded

    def of(self, source: str, topic: str | None = None) -> str:
        """The letter of a source for a type of event, else for all; F where nobody graded it."""
        found = self._standing.get((_key(source), topic)) or self._standing.get(
            (_key(source), None)
        )
        return found.reliability if found else "F"

    def all_of(self, source: str) -> tuple[Graded, ...]:
        """All that stand of a source, that for all types first."""
        found = (each for (key, _), each in self._standing.items() if key == _key(source))
        return tuple(sorted(found, key=lambda each: each.topic or ""))


def _key(source: str) -> str:
    return fold(outlet_name(source))
