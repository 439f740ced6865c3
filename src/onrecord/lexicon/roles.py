"""Nouns for people, groups, organisations, places and things, and what each tells of its bearer."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from onrecord.lexicon.phrases import Found, Phrases
from onrecord.lexicon.tables import cell, rows
from onrecord.model import EntityType, Speaker

__all__ = ["Gender", "NounClass", "NounKind", "entity_type", "match", "noun_class"]


class NounKind(StrEnum):
    """What a noun stands for; the first eight are people."""

    HONORIFIC = "honorific"
    RANK = "rank"
    OFFICE = "office"
    OCCUPATION = "occupation"
    FIGHTER = "fighter"
    MEMBER = "member"
    KIN = "kin"
    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    FACILITY = "facility"
    PLACE = "place"
    WEAPON = "weapon"
    VEHICLE = "vehicle"
    DOCUMENT = "document"


class Gender(StrEnum):
    """Gender, where the word itself shows it."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class NounClass:
    """What a noun tells; `links` are the prepositions that lead to its organisation or place."""

    kind: NounKind
    gender: Gender | None = None
    links: tuple[str, ...] = ()
    speaker: Speaker | None = None


_TYPES = {
    NounKind.GROUP: EntityType.GROUP,
    NounKind.ORGANISATION: EntityType.ORGANISATION,
    NounKind.FACILITY: EntityType.FACILITY,
    NounKind.PLACE: EntityType.PLACE,
    NounKind.WEAPON: EntityType.WEAPON,
    NounKind.VEHICLE: EntityType.VEHICLE,
    NounKind.DOCUMENT: EntityType.DOCUMENT,
}


@cache
def _phrases() -> Phrases[NounClass]:
    return Phrases(
        (
            pattern,
            None,
            NounClass(
                NounKind(kind),
                Gender(gender) if cell(gender) else None,
                tuple(links.split("|")) if cell(links) else (),
                Speaker(speaker) if cell(speaker) else None,
            ),
        )
        for pattern, kind, gender, links, speaker in rows("nouns", 5)
    )


def match(lemmas: Sequence[str], at: int) -> Found[NounClass] | None:
    """The longest noun that begins with the word `at` ("prime minister"), in lower-case lemmas."""
    return _phrases().longest(lemmas, at)


def noun_class(noun: str) -> NounClass | None:
    """The class of a noun given as lemmas joined by blanks; None if it is not in the table."""
    lemmas = noun.split()
    found = match(lemmas, 0) if lemmas else None
    return found.value if found and found.length == len(lemmas) else None


def entity_type(noun: NounClass, plural: bool = False) -> EntityType:
    """The type of thing meant: people in the plural are a Group."""
    return _TYPES.get(noun.kind, EntityType.GROUP if plural else EntityType.PERSON)
