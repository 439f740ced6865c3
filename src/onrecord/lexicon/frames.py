"""Frames: which slot of the syntax around a word fills which role of a statement.

Slots are logical, as `extract.arguments` gives them with voice undone: `subject`, `object`,
`iobject`, `complement`, `poss`, `compound`, `amod`, `particle`, a preposition, and `self`, what the
noun itself stands for ("the founder of X": the founder, whose title the noun also is). Roles are
DESIGN's; `undergoer` is `recipient` if a person, group, organisation or country fills it, else
`target`. A `compound` or `amod` slot counts only if the filler's type fits the role: "police raid",
not "night raid".
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.tables import cell, rows, words
from onrecord.model import Predicate

__all__ = ["ROLES", "Frame", "Requirement", "Sense", "choose", "frame", "load_senses"]

ROLES = frozenset(
    {
        "actor",
        "recipient",
        "target",
        "undergoer",
        "instrument",
        "purpose",
        "subject",
        "object",
        "title",
        "agent",
    }
)
_ANY, _NONE = "+", "-"


@dataclass(frozen=True, slots=True)
class Frame:
    """Pairs of slot and role, the more telling slot first; a slot stands once."""

    name: str
    slots: tuple[tuple[str, str], ...]

    def role(self, slot: str) -> str | None:
        """The role that `slot` fills, None if none."""
        return next((role for name, role in self.slots if name == slot), None)


@dataclass(frozen=True, slots=True)
class Requirement:
    """What must stand in a slot for a sense to hold: one of `words`, or none of them if `barred`.

    A word is a lemma or an entity type ("Person"); "+" is anything, "-" nothing at all. The slot
    `modifier` is `compound` and `amod` together, `case` a noun's own preposition.
    """

    slot: str
    words: frozenset[str]
    barred: bool = False

    def holds(self, present: Mapping[str, Collection[str]]) -> bool:
        """Whether what stands in the slots (lemmas and entity types) satisfies it."""
        slots = ("compound", "amod") if self.slot == "modifier" else (self.slot,)
        there = {word for slot in slots for word in present.get(slot, ())}
        there.add(_ANY if there else _NONE)
        return self.words.isdisjoint(there) == self.barred


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a lemma: its predicate, PLOVER mode, frame, and what it needs to hold.

    `magnitude` is the count that the number of its undergoers gives: killed, injured, abducted,
    detained or displaced.
    """

    lemma: str
    upos: str
    predicate: Predicate
    frame: Frame
    mode: str | None = None
    magnitude: str | None = None
    requires: tuple[Requirement, ...] = ()


def choose(senses: Sequence[Sense], present: Mapping[str, Collection[str]]) -> Sense | None:
    """The first sense whose requirements all hold; `present` maps slots to lemmas and types."""
    return next(
        (sense for sense in senses if all(need.holds(present) for need in sense.requires)), None
    )


@cache
def _frames() -> dict[str, Frame]:
    found = {}
    for name, slots in rows("frames", 2):
        pairs = tuple((slot, role) for slot, role in (pair.split(":") for pair in words(slots)))
        found[name] = Frame(name, pairs)
    return found


def frame(name: str) -> Frame:
    """The frame of that name in the table of frames."""
    return _frames()[name]


def _requirements(value: str) -> tuple[Requirement, ...]:
    needs = (part.split("=", 1) for part in words(value))
    return tuple(
        Requirement(slot.removesuffix("!"), frozenset(choice.split("|")), slot.endswith("!"))
        for slot, choice in needs
    )


def _asked(sense: Sense) -> int:
    return sum(not need.barred for need in sense.requires)


@cache
def load_senses(table: str) -> dict[tuple[str, str], tuple[Sense, ...]]:
    """The senses of a table by (lemma, upos), those that ask the most first."""
    found: dict[tuple[str, str], list[Sense]] = {}
    for lemmas, upos, predicate, mode, name, magnitude, needs in rows(table, 7):
        for lemma in words(lemmas):
            sense = Sense(
                lemma,
                upos,
                Predicate(predicate),
                frame(name),
                cell(mode),
                cell(magnitude),
                _requirements(needs),
            )
            found.setdefault((lemma, upos), []).append(sense)
    return {key: tuple(sorted(senses, key=_asked, reverse=True)) for key, senses in found.items()}
