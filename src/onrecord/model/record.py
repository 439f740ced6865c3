"""Views over judgements: who is who across reports, what happened, and what people decided."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.holder import Filler
from onrecord.model.mention import EntityType, NameSort
from onrecord.model.place import Place
from onrecord.model.statement import Magnitude, Predicate
from onrecord.model.time import TimeInterval

__all__ = [
    "Decision",
    "Entity",
    "EntityName",
    "Event",
    "Grade",
    "Judgement",
    "NameGloss",
    "Opinion",
]


class Opinion(StrEnum):
    """What a judgement says of its two sides."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two chains are one entity, or two statements tell of one event (`model.anchor`);
    `at` is set for a person's judgement only.

    `by` is a person's name, or the program's rule. `score` is 0 to 1. Append-only: a later
    judgement on the same pair supersedes the earlier, and a person's always wins.
    """

    left: str
    right: str
    opinion: Opinion
    by: str
    score: float
    reasons: tuple[str, ...] = ()
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person settled, of whatever kind, anchored so that it survives a rebuild.

    `anchor` names what it is about: a document, or document, span and predicate, as one string.
    """

    kind: str
    anchor: str
    value: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Grade:
    """The Admiralty pair (AJP-2.1): reliability of the source A to F, credibility 1 to 6."""

    reliability: str
    credibility: int


@dataclass(frozen=True, slots=True)
class NameGloss:
    """What a report says that a name means: the words, where they stand, and which of the name's
    mentions they explain, both as "document:begin-end"."""

    text: str
    at: str
    mention: str


@dataclass(frozen=True, slots=True)
class EntityName:
    """A name of an entity, how often it stands on record, the mentions that give it, and what
    reports say that it means.

    Each mention is "document:begin-end".
    """

    text: str
    sort: NameSort
    count: int
    mentions: tuple[str, ...]
    glosses: tuple[NameGloss, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, group, organisation, place, facility or vehicle: a cluster of chains.

    `id` is that of the cluster's first chain by document date, then id.
    """

    id: str
    type: EntityType
    name: str
    names: tuple[EntityName, ...]
    chains: tuple[str, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, by one or more statements.

    `doubted` are the two of them that are least likely to tell of one event, of those that join
    them, and `confidence` is how likely that is; 1 where people or nothing joined them.
    """

    id: str
    type: Predicate
    mode: str | None
    roles: dict[str, tuple[Filler, ...]]
    magnitudes: dict[str, Magnitude]
    time: TimeInterval | None
    place: Place | None
    statements: tuple[str, ...]
    confidence: float = 1.0
    doubted: tuple[str, str] | None = None
