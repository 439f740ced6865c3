"""The exam's scorer, on sentences made up here."""

import math
from typing import Any

import pytest
from evals.exam.draw import SHARED
from evals.exam.score import Item, Pair, figures

pytestmark = pytest.mark.skipif(
    not SHARED.exists(), reason=f"the scorer's pieces are not here ({SHARED}/bench)"
)

TEXT = "Yesterday the Lima Herald told of floods near Oruro, Bolivia, since early June."


def _span(words: str) -> list[int]:
    begin = TEXT.index(words)
    return [begin, begin + len(words)]


def _time(words: str, value: str, days: tuple[str, str] | None = None, **more: Any) -> Item:
    earliest, latest = days or (None, None)
    told = {"span": _span(words), "type": "DATE", "value": value}
    return {**told, "earliest": earliest, "latest": latest, **more}


def _place(words: str, country: str | None, at: tuple[float, float] | None, precision: str) -> Item:
    lat, lon = at or (None, None)
    told = {"span": _span(words), "use": "place", "country": country, "lat": lat, "lon": lon}
    return {**told, "precision": precision}


ORURO = _place("Oruro", "BO", (-17.97, -67.11), "near")
BOLIVIA = _place("Bolivia", "BO", None, "country")
YESTERDAY = _time("Yesterday", "2031-06-19", ("2031-06-19", "2031-06-19"))
JUNE = _time("early June", "2031-06", vague=True)


def _pair(times: list[Item], places: list[Item]) -> Pair:
    """The sentence fully labelled, and what was found of it."""
    lima = {"span": _span("Lima"), "use": "name"}
    asked = [lima, ORURO, BOLIVIA]
    gold = {"span": [0, len(TEXT)], "times": [YESTERDAY, JUNE], "places": asked}
    found = [{"around": None, **place} for place in places]
    return [gold], {"timexes": times, "places": found}


def _told(times: list[Item], places: list[Item]) -> dict[str, Any]:
    return figures([_pair(times, places)])


def test_what_is_all_right_scores_full() -> None:
    told = _told([YESTERDAY, JUNE], [ORURO, BOLIVIA])
    spans = ("times, strict", "times, relaxed", "places, strict", "places, relaxed")
    assert [told[name]["F1"] for name in spans] == [100] * 4
    shares = ("type", "value", "interval exact", "interval contains", "country", "precision")
    assert [told[f"{name} (all)"] for name in shares] == [100] * 6
    assert told["accuracy@161km (all)"] == 100
    assert told["no place: name"] == 100


def test_what_is_not_found_is_wrong_among_all_and_not_asked_among_the_found() -> None:
    told = _told([YESTERDAY], [])
    assert (told["value (found)"], told["value (all)"]) == (100, 50)
    assert math.isnan(told["country (found)"])
    assert told["country (all)"] == 0


def test_a_span_that_overlaps_is_relaxed_only() -> None:
    told = _told([_time("June", "2031-06")], [])
    assert (told["times, strict"]["F1"], told["times, relaxed"]["P"]) == (0, 100)


def test_a_wider_interval_contains_and_is_not_exact() -> None:
    wide = _time("Yesterday", "2031-06", ("2031-06-01", "2031-06-30"))
    told = _told([wide], [])
    assert (told["interval exact (found)"], told["interval contains (found)"]) == (0, 100)


def test_no_interval_contains_nothing() -> None:
    told = _told([_time("Yesterday", "2031-06-19")], [])
    assert told["interval contains (found)"] == 0


def test_a_vague_time_asks_no_interval() -> None:
    other = _time("early June", "2031-06", ("1999-01-01", "1999-01-02"))
    assert math.isnan(_told([other], [])["interval exact (found)"])


def test_a_place_beyond_161_km_is_wrong_and_so_is_one_without_coordinates() -> None:
    for at in ((-12.05, -77.04), None):
        told = _told([], [_place("Oruro", "PE", at, "near")])
        assert told["accuracy@161km (found)"] == 0
        assert told["country (found)"] == 0


def test_precision_goes_by_what_the_words_point_to() -> None:
    town = {**ORURO, "precision": "exact"}
    assert _told([], [town])["precision (found)"] == 0
    assert _told([], [{**town, "around": {"precision": "near"}}])["precision (found)"] == 100


def test_a_part_of_another_name_is_a_false_alarm() -> None:
    told = _told([], [_place("Lima", "PE", (-12.05, -77.04), "exact")])
    assert told["no place: name"] == 0
    assert told["places, relaxed"]["P"] == 0


def _doubting(use: str, doubt: bool, found: list[Item]) -> dict[str, Any]:
    place = {**ORURO, "use": use, **({"doubt": True} if doubt else {})}
    gold = {"span": [0, len(TEXT)], "times": [], "places": [place]}
    given = [{"around": None, **item} for item in found]
    return figures([([gold], {"timexes": [], "places": given})])


@pytest.mark.parametrize(("use", "doubt"), [("actor", False), ("facility", False), ("place", True)])
def test_what_is_neutral_or_in_doubt_is_neither_right_nor_wrong(use: str, doubt: bool) -> None:
    told = _doubting(use, doubt, [ORURO])
    assert (told["places, relaxed"]["pred"], told["places, relaxed"]["gold"]) == (0, 0)


def test_what_is_in_doubt_is_scored_apart() -> None:
    assert _doubting("place", True, [ORURO])["doubtful places found"] == 100
    assert _doubting("place", True, [])["doubtful places found"] == 0


def test_an_actor_given_as_a_place_is_seen() -> None:
    assert _doubting("actor", False, [ORURO])["no place: actor"] == 0
    assert _doubting("actor", False, [])["no place: actor"] == 100
    known = {**ORURO, "use": "actor"}
    assert _doubting("actor", False, [known])["no place: actor"] == 100
    assert _doubting("place", False, [known])["places, relaxed"]["R"] == 0


def test_only_what_begins_in_a_labelled_sentence_counts() -> None:
    gold = {"span": [0, 10], "times": [], "places": []}
    inside = figures([([gold], {"timexes": [YESTERDAY], "places": []})])
    outside = figures([([gold], {"timexes": [JUNE], "places": []})])
    assert (inside["sentences without a time"], outside["sentences without a time"]) == (0, 100)
    assert outside["times, relaxed"]["pred"] == 0


def test_a_date_made_up_is_seen() -> None:
    unknown = {**YESTERDAY, "value": "XXXX-XX-XX", "earliest": None, "latest": None}
    gold = {"span": [0, len(TEXT)], "times": [unknown], "places": []}
    for found, share in ((YESTERDAY, 0), (unknown, 100)):
        told = figures([([gold], {"timexes": [found], "places": []})])
        assert told["left undated (found)"] == share


def test_sums_of_documents_add_up() -> None:
    both = figures([_pair([YESTERDAY], []), _pair([YESTERDAY, JUNE], [])])
    assert (both["times, strict"]["pred"], both["times, strict"]["gold"]) == (3, 4)
    assert both["value (all)"] == 75
