import pytest

from onrecord.model import Magnitude, Predicate, PredicateFamily
from onrecord.views.wording import NOT_NAMED, event_phrase, phrase, toll


@pytest.mark.parametrize("predicate", list(Predicate))
def test_every_predicate_has_words_that_hold_its_roles(predicate: Predicate) -> None:
    event = predicate.family is PredicateFamily.EVENT
    roles = {"actor": "Ayu", "recipient": "Bram"} if event else {"subject": "Ayu", "object": "Bram"}
    words = phrase(predicate, None, roles)
    assert words.startswith("Ayu: ")
    assert not set("{}[]«»") & set(words)
    assert NOT_NAMED not in words
    assert (event_phrase(predicate, None) is not None) == event


@pytest.mark.parametrize(
    ("predicate", "mode", "roles", "words"),
    [
        (Predicate.BORN, None, {"subject": "Ayu", "place": "Oban"}, "Ayu: born in Oban"),
        (Predicate.ROLE, None, {"subject": "Ayu", "title": "mayor"}, "Ayu: mayor"),
        (
            Predicate.ROLE,
            None,
            {"subject": "Ayu", "title": "mayor", "object": "Oban"},
            "Ayu: mayor of Oban",
        ),
        (Predicate.MEMBER_OF, None, {"object": "the Guild"}, "(not named): member of the Guild"),
        (
            Predicate.ASSAULT,
            "abduct",
            {"recipient": "Bram", "instrument": "a van"},
            "Abduction of Bram with a van",
        ),
        (
            Predicate.ASSAULT,
            "unheard-of",
            {"actor": "Ayu", "recipient": "Bram", "target": "the quay"},
            "Ayu: attack on Bram at the quay",
        ),
        (
            Predicate.ASSAULT,
            "abduct",
            {"actor": "The rebels", "recipient": "The miller of The Hague"},
            "The rebels: abduction of the miller of The Hague",
        ),
        (Predicate.PROTEST, "riot", {"place": "Oban"}, "Riot in Oban"),
        (Predicate.COERCE, "arrest", {}, "Arrest"),
    ],
)
def test_a_phrase_says_what_its_roles_say(
    predicate: Predicate, mode: str | None, roles: dict[str, str], words: str
) -> None:
    assert phrase(predicate, mode, roles) == words


@pytest.mark.parametrize(
    ("magnitude", "words"),
    [
        (Magnitude(4, 4, 4), "4 killed"),
        (Magnitude(None, 4, None), "4 killed"),
        (Magnitude(1200, None, None), "at least 1,200 killed"),
        (Magnitude(12, 12, None), "at least 12 killed"),
        (Magnitude(None, None, 9), "at most 9 killed"),
        (Magnitude(12, None, 15), "12 to 15 killed"),
        (Magnitude(12, 13, 15), "12 to 15 (best 13) killed"),
        (Magnitude(None, None, None), ""),
        (Magnitude(0, 0, 0), "0 killed"),
    ],
)
def test_a_toll_keeps_its_bounds(magnitude: Magnitude, words: str) -> None:
    assert toll({"killed": magnitude}) == words


def test_no_counts_are_no_toll() -> None:
    assert toll(None) == toll({}) == ""
