"""Common nouns as heads of mentions: the type, the office and the sex that they tell of."""

from functools import cache

from onrecord.lexicon import roles
from onrecord.lexicon.names import Sex
from onrecord.lexicon.roles import Gender, NounKind
from onrecord.model import EntityType

__all__ = ["is_kin", "is_office", "is_people", "is_title", "noun_sex", "noun_type"]

_OFFICES = frozenset({NounKind.RANK, NounKind.OFFICE, NounKind.OCCUPATION})
_BANDS = frozenset({NounKind.FIGHTER, NounKind.MEMBER})
_PEOPLE = _OFFICES | _BANDS | {NounKind.HONORIFIC, NounKind.KIN, NounKind.PERSON}
_SEXES: dict[Gender | None, Sex | None] = {Gender.MALE: "m", Gender.FEMALE: "f"}


@cache
def _kind(lemma: str) -> NounKind | None:
    noun = roles.noun_class(lemma) or roles.noun_class(lemma.rpartition("-")[2])
    return None if noun is None else noun.kind


def is_kin(lemma: str) -> bool:
    """Whether the noun is for kin."""
    return _kind(lemma) is NounKind.KIN


def is_office(lemma: str) -> bool:
    """Whether the noun is a rank, office or occupation."""
    return _kind(lemma) in _OFFICES


def is_title(lemma: str) -> bool:
    """Whether the noun can stand before a name as a title."""
    return is_office(lemma) or _kind(lemma) is NounKind.HONORIFIC


def is_people(lemma: str) -> bool:
    """Whether the noun stands for people."""
    return _kind(lemma) in _PEOPLE


def noun_type(lemma: str, plural: bool = False) -> EntityType | None:
    """The type of thing that a noun stands for; fighters in the plural are a group."""
    noun = roles.noun_class(lemma) or roles.noun_class(lemma.rpartition("-")[2])
    return None if noun is None else roles.entity_type(noun, plural and noun.kind in _BANDS)


def noun_sex(lemma: str) -> Sex | None:
    """The sex that the noun itself shows; offices show none, though their form may be a man's."""
    noun = roles.noun_class(lemma)
    if noun is None or (noun.kind is NounKind.OFFICE and noun.gender is Gender.MALE):
        return None
    return _SEXES.get(noun.gender)
