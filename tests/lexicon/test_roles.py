"""Nouns for people, bodies, places and things."""

import pytest

from onrecord.lexicon.roles import (
    Gender,
    NounKind,
    entity_type,
    match,
    noun_class,
)
from onrecord.lexicon.tables import rows
from onrecord.model import EntityType, Speaker


@pytest.mark.parametrize(
    ("noun", "kind", "type_"),
    [
        ("mr", NounKind.HONORIFIC, EntityType.PERSON),
        ("colonel", NounKind.RANK, EntityType.PERSON),
        ("prime minister", NounKind.OFFICE, EntityType.PERSON),
        ("surgeon", NounKind.OCCUPATION, EntityType.PERSON),
        ("gunman", NounKind.FIGHTER, EntityType.PERSON),
        ("supporter", NounKind.MEMBER, EntityType.PERSON),
        ("niece", NounKind.KIN, EntityType.PERSON),
        ("hostage", NounKind.PERSON, EntityType.PERSON),
        ("brigade", NounKind.GROUP, EntityType.GROUP),
        ("news agency", NounKind.ORGANISATION, EntityType.ORGANISATION),
        ("embassy", NounKind.FACILITY, EntityType.FACILITY),
        ("village", NounKind.PLACE, EntityType.PLACE),
        ("rifle", NounKind.WEAPON, EntityType.WEAPON),
        ("helicopter", NounKind.VEHICLE, EntityType.VEHICLE),
        ("affidavit", NounKind.DOCUMENT, EntityType.DOCUMENT),
    ],
)
def test_every_kind(noun: str, kind: NounKind, type_: EntityType) -> None:
    found = noun_class(noun)
    assert found is not None
    assert (found.kind, entity_type(found)) == (kind, type_)


def test_people_in_the_plural_are_a_group_and_bridges_are_not() -> None:
    soldier, bridge = noun_class("soldier"), noun_class("bridge")
    assert soldier and bridge
    assert entity_type(soldier, plural=True) is EntityType.GROUP
    assert entity_type(bridge, plural=True) is EntityType.FACILITY


def test_gender_only_where_the_word_shows_it() -> None:
    genders = [found.gender for word in "wife uncle cousin".split() if (found := noun_class(word))]
    assert genders == [Gender.FEMALE, Gender.MALE, None]


def test_unnamed_speakers_have_a_class_and_links() -> None:
    spokeswoman = noun_class("spokeswoman")
    assert spokeswoman is not None
    assert (spokeswoman.speaker, spokeswoman.gender) == (Speaker.SPOKESPERSON, Gender.FEMALE)
    assert "for" in spokeswoman.links
    told = {found.speaker for noun in _SPEAKERS if (found := noun_class(noun))}
    assert told == set(Speaker) - {Speaker.MEDIUM}  # `outlets` knows media


_SPEAKERS = "official spokesman resident analyst memo insider reporter militant".split()


def test_the_longest_noun_wins() -> None:
    found = match(["the", "deputy", "prime", "minister"], 1)
    assert found is not None and found.length == 3


@pytest.mark.parametrize("noun", ["", "xyzzy", "prime", "minister of nothing"])
def test_what_is_not_in_the_table(noun: str) -> None:
    assert noun_class(noun) is None


def test_the_table_is_in_lower_case_with_links_that_are_prepositions() -> None:
    for pattern, _, _, links, _ in rows("nouns", 5):
        assert pattern == pattern.lower()
        assert set(links.split("|")) <= set(
            "of for at to in from with within on by near between -".split()
        )
