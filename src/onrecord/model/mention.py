"""What a report mentions, and which mentions of one report are the same thing."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Span

__all__ = ["Chain", "EntityType", "Gloss", "Mention", "MentionForm", "Name", "NameSort"]


class EntityType(StrEnum):
    """Types of things mentioned; the first six can be entities of the record."""

    PERSON = "Person"
    GROUP = "Group"
    ORGANISATION = "Organisation"
    PLACE = "Place"
    FACILITY = "Facility"
    VEHICLE = "Vehicle"
    NATIONALITY = "Nationality"
    WEAPON = "Weapon"
    ROLE = "Role"
    QUANTITY = "Quantity"
    MONEY = "Money"
    DOCUMENT = "Document"
    EVENT = "Event"
    TIME = "Time"


class MentionForm(StrEnum):
    """How something is mentioned, whatever its type."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class NameSort(StrEnum):
    """What kind of name it is."""

    NAME = "name"
    SHORT = "short"
    VARIANT = "variant"
    ACRONYM = "acronym"
    NICKNAME = "nickname"
    NOM_DE_GUERRE = "nom_de_guerre"
    ALIAS = "alias"
    TRANSLATION = "translation"
    BIRTH = "birth"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for one thing; `head` is its head word."""

    span: Span
    head: Span
    type: EntityType
    form: MentionForm
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Gloss:
    """What the text says that a name means, and the span that says it."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text, the span that gives it, and what it is said to mean."""

    text: str
    sort: NameSort
    span: Span
    gloss: Gloss | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing in one report.

    `id` is unique in the record: document id, a colon, the begin of the first mention's head
    word. `mentions` are indices into `Reading.mentions`, in text order. `name` is the fullest name,
    or the best description where there is none (`named` is then False). `names` holds every name
    with the span that gives it. `members` are the ids of the chains that it means together, where
    the report names them one by one ("they" of two people).
    """

    id: str
    type: EntityType
    name: str
    named: bool
    mentions: tuple[int, ...]
    names: tuple[Name, ...] = ()
    members: tuple[str, ...] = ()
