"""PLOVER events in other codebooks' terms, and what an actor's words tell."""

import pytest

from onrecord.lexicon import actors, codings, events
from onrecord.lexicon.tables import cell, rows, words
from onrecord.model import Predicate


@pytest.mark.parametrize("table", ["cameo", "acled"])
def test_types_and_modes_are_plovers(table: str) -> None:
    width = {"cameo": 3, "acled": 6}[table]
    for kind, modes, *_ in rows(table, width):
        assert set(words(modes)) <= set(events.modes()[Predicate(kind)]), kind


def test_every_type_and_mode_of_plovers_has_a_cameo_code() -> None:
    for predicate, modes in events.modes().items():
        coded = {cell(mode) for kind, mode, _ in rows("cameo", 3) if kind == predicate.value}
        if coded:
            assert coded == {None, *modes}
    assert codings.cameo("ASSAULT", "drone") == "1952"
    assert codings.cameo("ACCIDENT", None) is None


@pytest.mark.parametrize(
    ("kind", "mode", "doers", "others", "event"),
    [
        ("ASSAULT", "aerial", {"MIL"}, {"CVL"}, "Explosions/Remote violence"),
        ("ASSAULT", None, {"MIL"}, {"REB"}, "Battles"),
        ("ASSAULT", None, {"REB"}, {"CVL"}, "Violence against civilians"),
        ("PROTEST", "riot", {"CVL"}, set(), "Riots"),
        ("AID", None, {"NGO"}, {"REF"}, None),
        ("ASSAULT", None, {"MIL"}, set(), None),
    ],
)
def test_acled_asks_who_fights_whom(
    kind: str, mode: str | None, doers: set[str], others: set[str], event: str | None
) -> None:
    found = codings.acled(kind, mode, doers, others)
    assert (found and found[0]) == event


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("rebel army commander", "REB"),
        ("riot police", "COP"),
        ("former president", "ELI"),
        ("defence minister", "GOV"),
        ("farmer", "AGR"),
        ("stone", None),
    ],
)
def test_the_sector_of_an_actor(phrase: str, code: str | None) -> None:
    assert actors.sector(phrase.split()) == code


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("Kenyan troops in Somalia", "KEN"),
        ("the United Kingdom", "GBR"),
        ("Somalia's army", "SOM"),
        ("the army", None),
    ],
)
def test_the_country_of_an_actor(phrase: str, code: str | None) -> None:
    assert actors.country(phrase) == code


def test_bodies_of_no_one_country() -> None:
    assert actors.international("the United Nations mission") == "UNO"
    assert actors.international("the ministry") is None


def test_contexts_are_told_by_words() -> None:
    assert "migration" in codings.contexts(["refugee", "camp"])
    assert codings.contexts(["stone"]) == ()


def test_the_means_tell_the_mode() -> None:
    assert events.mode_of_means(["car", "bomb"]) == "explosives"
    assert events.mode_of_means(["rubber", "bullet"]) == "crowd-control"
    assert events.mode_of_means(["table"]) is None
    modes = set(events.modes()[Predicate.ASSAULT])
    assert {mode for mode, _ in rows("means", 2)} <= modes
