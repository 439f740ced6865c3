"""How much of what a record reads is right, and how much it missed, by a sample that people check.

Statements are drawn by strata, sentences simply by chance; both by the hash of a seed, so that the
same seed gives the same order to everybody. The estimators are described in docs/reference/audit.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import chain, zip_longest
from typing import TypeVar

from onrecord.model import Decision, Statement

__all__ = [
    "DECISION",
    "Answer",
    "Layer",
    "SentenceUnit",
    "StatementUnit",
    "Unit",
    "Verdict",
    "digest_of",
    "drawn_sentences",
    "drawn_statements",
    "reading_of",
    "standing",
    "strata",
]

U = TypeVar("U", bound="Unit")

DECISION = "audit"
"""The kind of decision that an answer is."""


class Layer(StrEnum):
    """What of a statement can be wrong."""

    QUOTE = "quote"
    HOLDER = "holder"
    PREDICATE = "predicate"
    ROLES = "roles"
    TIME = "time"
    PLACE = "place"
    CERTAINTY = "certainty"


class Verdict(StrEnum):
    """What a person says of a statement."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Unit:
    """What can be drawn: where it stands, and the digest of how it is read now."""

    anchor: str
    reading: str


@dataclass(frozen=True, slots=True)
class StatementUnit(Unit):
    """A statement; `gives` are the layers that it fills.

    All fill quote and predicate; a holder only who is another than the publisher, a certainty only
    what is not plainly certain.
    """

    id: str
    gives: frozenset[Layer]
    confidence: float


@dataclass(frozen=True, slots=True)
class SentenceUnit(Unit):
    """A sentence, with the ids of the statements that begin in it."""

    document: str
    begin: int
    end: int
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of a unit: of a statement a verdict and the layers that are wrong, of a
    sentence how many statements were missed; `note` may be empty."""

    unit: Unit
    by: str
    at: str
    verdict: Verdict | None = None
    wrong: frozenset[Layer] = frozenset()
    missed: int | None = None
    note: str = ""

    def decision(self) -> Decision:
        """The answer as a decision to be kept."""
        told: dict[str, object] = {"reading": self.unit.reading}
        if self.verdict is None:
            told["missed"] = self.missed
        else:
            told |= {"verdict": self.verdict, "wrong": sorted(self.wrong)}
        if self.note:
            told["note"] = self.note
        value = json.dumps(told, sort_keys=True)
        return Decision(DECISION, self.unit.anchor, value, self.by, self.at)

    @classmethod
    def of(cls, decision: Decision) -> "Answer":
        """The answer that a decision keeps; raises KeyError or ValueError for another's."""
        told = json.loads(decision.value)
        unit, note = Unit(decision.anchor, told["reading"]), told.get("note", "")
        if "missed" in told:
            return cls(unit, decision.by, decision.at, missed=told["missed"], note=note)
        wrong, verdict = frozenset(map(Layer, told["wrong"])), Verdict(told["verdict"])
        return cls(unit, decision.by, decision.at, verdict, wrong, note=note)


def reading_of(statement: Statement) -> str:
    """The digest of how a statement is read, as far as a person is asked for it: ids, chains and
    confidence may change without a word of it."""
    time, place = statement.time, statement.place
    return digest_of(
        [
            statement.quote,
            statement.predicate,
            statement.mode,
            [(holder.name, holder.cls) for holder in statement.holders],
            {role: [f.text for f in found] for role, found in sorted(statement.roles.items())},
            {name: asdict(given) for name, given in (statement.magnitudes or {}).items()},
            (time.text, time.edtf) if time else None,
            (place.text, place.there.name if place.there else None) if place else None,
            (statement.certainty.factuality, statement.certainty.status),
        ]
    )


def digest_of(value: object) -> str:
    """A short digest of a JSON value."""
    return sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:16]


def standing(decisions: Iterable[Decision]) -> tuple[Answer, ...]:
    """Everybody's last answer on each unit, as it was read when they answered."""
    last: dict[tuple[str, Unit], Answer] = {}
    for decision in decisions:
        if decision.kind == DECISION:
            answer = Answer.of(decision)
            last[answer.by, answer.unit] = answer
    return tuple(last.values())


def strata(statements: Iterable[StatementUnit]) -> Mapping[str, Layer]:
    """The stratum of each statement, by its id: of the layers that it fills, the one that the
    fewest fill."""
    units = tuple(statements)
    filled = Counter(layer for unit in units for layer in unit.gives)
    rank = {layer: (filled[layer], place) for place, layer in enumerate(Layer)}
    return {unit.id: min(unit.gives, key=rank.__getitem__) for unit in units}


def drawn_statements(units: Iterable[StatementUnit], seed: str) -> tuple[StatementUnit, ...]:
    """All statements in the order in which they are drawn: the strata take turns, so that each
    layer is seen however rare it is."""
    units = tuple(units)
    stratum = strata(units)
    queues: dict[Layer, list[StatementUnit]] = {layer: [] for layer in Layer}
    for unit in _by_chance(units, seed):
        queues[stratum[unit.id]].append(unit)
    turns = chain.from_iterable(zip_longest(*queues.values()))
    return tuple(unit for unit in turns if unit is not None)


def drawn_sentences(units: Iterable[SentenceUnit], seed: str) -> tuple[SentenceUnit, ...]:
    """All sentences in the order in which they are drawn."""
    return tuple(_by_chance(tuple(units), seed))


def _by_chance(units: Sequence[U], seed: str) -> list[U]:
    def rank(unit: U) -> str:
        return sha256(f"{seed}\n{unit.anchor}\n{unit.reading}".encode()).hexdigest()

    return sorted(units, key=rank)
