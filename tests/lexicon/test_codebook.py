"""Codebooks of one's own: their files, and which statements their types take."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.lexicon.codebook import Codebook, Word, codes
from onrecord.lexicon.codefile import read_codebook
from onrecord.lexicon.scheme import adopted, in_force
from onrecord.lexicon.sole import is_sole
from onrecord.model import (
    Certainty,
    EntityType,
    Factuality,
    Filler,
    Holder,
    HolderClass,
    Located,
    Magnitude,
    Place,
    Precision,
    Predicate,
    Span,
    Statement,
    Status,
)

BOOK = """
scheme: Barns and boats
types:
  - type: theft of stock
    description: Animals are taken.
    words: [rustle, "carry off", {word: take, roles: {target: [Vehicle]}}]
  - type: deadly raid
    include:
      - predicate: ASSAULT
        counts: {killed: 2}
        factuality: ["CT+"]
      - predicate: [died]
        places: [ZZ, Vellmar]
    exclude:
      - status: [denied, planned]
  - type: group against person
    include:
      - roles: {actor: [Group], recipient: Person}
"""


def statement(quote: str, **more: Any) -> Statement:
    kind = more.pop("predicate", Predicate.ASSAULT)
    roles: dict[str, tuple[Filler, ...]] = {
        role: (Filler(words, Span(0, 1), chain=words),)
        for role, words in more.pop("roles", {}).items()
    }
    holders = (Holder("Harbour News", HolderClass.OUTLET),)
    return Statement("s", "d", Span(0, len(quote)), quote, kind, roles, holders, **more)


def kind_of(filler: Filler) -> EntityType | None:
    return {"cart": EntityType.VEHICLE, "band": EntityType.GROUP, "Eze": EntityType.PERSON}.get(
        filler.text
    )


def of(told: Statement, book: str = BOOK) -> tuple[str, ...]:
    return codes(read_codebook(book, "book"), told, kind_of)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("men rustled forty head", True),
        ("they were carrying off the goats", True),
        ("carry-off", True),
        ("the Rustlers won", False),
        ("RUSTLED AGAIN", True),
        ("It was said. Rustling is on the rise.", True),
        ("the town of Rustle", False),
    ],
)
def test_words_are_found_in_any_form_but_not_in_names(text: str, found: bool) -> None:
    assert bool(of(statement(text))) is found


def test_a_word_may_ask_for_what_fills_a_role() -> None:
    assert of(statement("took", roles={"target": "cart"})) == ("theft of stock",)
    assert of(statement("took", roles={"target": "Eze"})) == ()
    assert of(statement("took")) == ()


def test_relations_are_no_events_unless_a_rule_names_them() -> None:
    assert of(statement("rustles", predicate=Predicate.SAYS)) == ("theft of stock",)
    assert of(statement("rustles", predicate=Predicate.MET)) == ()
    there = Located("Vellmar", Span(0, 1))
    assert of(statement("died", predicate=Predicate.DIED, place=there)) == ("deadly raid",)


def test_all_of_one_rule_must_hold_and_no_exclusion() -> None:
    raid = statement("raid", magnitudes={"killed": Magnitude(2, None, None)})
    assert of(raid) == ("deadly raid",)
    assert of(replace(raid, magnitudes={"killed": Magnitude(1, 1, 1)})) == ()
    assert of(replace(raid, magnitudes={"killed": Magnitude(None, 3, 9)})) == ("deadly raid",)
    assert of(replace(raid, certainty=Certainty(Factuality.PROBABLE))) == ()
    assert of(replace(raid, certainty=Certainty(status=(Status.DENIED,)))) == ()


def test_a_country_is_that_of_the_place() -> None:
    place = Place("Tashkel", 1.0, 1.0, Precision.EXACT, 1.0, "ZZ", 3)
    there = Located("the village", Span(0, 1), place=place)
    died = statement("died", predicate=Predicate.DIED)
    assert of(replace(died, place=there)) == ("deadly raid",)
    assert of(died) == ()


def test_roles_are_filled_by_the_types_asked_for() -> None:
    assert of(statement("x", roles={"actor": "band", "recipient": "Eze"})) == (
        "group against person",
    )
    assert of(statement("x", roles={"actor": "Eze", "recipient": "band"})) == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "nothing stands in it"),
        ("scheme: x", 1, "'types' is missing"),
        ("scheme: x\ntypes: []", 2, "no type is given"),
        ("scheme: x\ntypes:\n  - type: a", 3, "neither words nor rules"),
        ("scheme: x\ntypes:\n  - type: a\n    word: b", 4, "'word' is no key here"),
        ("scheme: x\ntypes:\n  - type: a\n    words: [b\n", 5, "no YAML"),
        ("scheme: x\ntypes:\n  - type: a\n    words:\n      - b\n      -\n", 6, "a word or text"),
        ("scheme: x\ntypes:\n  - {type: a, words: b}\n  - {type: a, words: c}", 4, "a second type"),
        ("scheme: x\nscheme: y\ntypes: []", 2, "a second 'scheme'"),
        (BOOK.replace("killed: 2", "killed: two"), 10, "'two' is not a whole number"),
        (BOOK.replace("ASSAULT", "ASSALT"), 9, "the nearest is 'ASSAULT'"),
        (BOOK.replace("[Group]", "[Gang]"), 18, "'Gang' does not go under 'actor'"),
        ("scheme: x\n\ttypes: []", 2, "no YAML"),
        ("scheme: x\ntypes: \x07", 2, "a character that must not stand there"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(text: str, line: int, words: str) -> None:
    with pytest.raises(InputError) as raised:
        read_codebook(text, "my.yaml")
    assert str(raised.value).startswith(f"my.yaml, line {line}: ")
    assert words in str(raised.value) and "\n" not in str(raised.value)


@given(st.text(max_size=80))
def test_no_text_makes_another_error(text: str) -> None:
    try:
        assert isinstance(read_codebook(text, "x"), Codebook)
    except InputError as error:
        assert "\n" not in str(error)


def test_the_last_decision_stands() -> None:
    first, last = adopted(BOOK, "Noor", "1"), adopted(BOOK.replace("boats", "carts"), "Ito", "2")
    found = in_force([first, last])
    assert found is not None and found.name == "Barns and carts"
    assert in_force([first, last, adopted("", "Noor", "3")]) is None
    assert in_force([]) is None


def test_a_phrase_is_found_where_it_stands() -> None:
    assert Word("carry off").found("They carried off two and carry\noff more") == [
        (5, 16),
        (25, 34),
    ]


@pytest.mark.parametrize("words", ["the only reason", "he acted alone", "it was nothing but rent"])
def test_words_that_leave_no_room(words: str) -> None:
    assert is_sole(words)
    assert not is_sole("the lonely reason is rent")
