"""Times in made-up sentences: what is found, what it means, and what stays undated."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.timed import WEDNESDAY, found, lines, only, parse_edtf, values

from onrecord.extract.times import TIMES, find_times, times
from onrecord.extract.times.granule import Granule, Unit
from onrecord.model import (
    Analysis,
    Document,
    Labelled,
    Reading,
    Span,
    Word,
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("17 January 2012", "2012-01-17"),
        ("Jan. 17, 2012", "2012-01-17"),
        ("Tuesday, January 17th, 2012", "2012-01-17"),
        ("the 17th of January 2012", "2012-01-17"),
        ("2012-01-17", "2012-01-17"),
        ("1/17/2012", "2012-01-17"),
        ("17/1/2012", "2012-01-17"),
        ("December 2007", "2007-12"),
        ("1972", "1972"),
        ("the mid-1990s", "199"),
        ("the 19th century", "18"),
        ("Q1 2012", "2012-Q1"),
        ("the second half of 2012", "2012-H2"),
        ("spring 2011", "2011-SP"),
        ("2007-2012", "2007/2012"),
        ("3-5 May 2011", "2011-05-03/2011-05-05"),
        ("January-March 2011", "2011-01/2011-03"),
        ("Christmas Day 2011", "2011-12-25"),
    ],
)
def test_absolute_dates_need_no_day_of_report(words: str, value: str) -> None:
    text = f"Amina Okafor left the valley in {words}, she said."
    assert values(text, None) == [(words, value)]
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("words", "value", "blank"),
    [
        ("today", "2013-01-23", "XXXX-XX-XX"),
        ("yesterday", "2013-01-22", "XXXX-XX-XX"),
        ("last week", "2013-W03", "XXXX-WXX"),
        ("last month", "2012-12", "XXXX-XX"),
        ("last year", "2012", "XXXX"),
        ("last July", "2012-07", "XXXX-07"),
        ("last Friday", "2013-01-18", "XXXX-WXX-5"),
        ("Wednesday", "2013-01-23", "XXXX-WXX-3"),
        ("Sunday morning", "2013-01-20TMO", "XXXX-WXX-7TMO"),
        ("dawn Wednesday", "2013-01-23TMO", "XXXX-WXX-3TMO"),
        ("last night", "2013-01-22TNI", "XXXX-XX-XXTNI"),
        ("two months ago", "2012-11", "XXXX-XX"),
        ("ten days ago", "2013-01-13", "XXXX-XX-XX"),
        ("about two weeks ago", "2013-W02", "XXXX-WXX"),
        ("Jan. 16", "2013-01-16", "XXXX-01-16"),
        ("last winter", "2011-WI", "XXXX-WI"),
    ],
)
def test_relative_dates_count_from_the_report_or_stay_undated(
    words: str, value: str, blank: str
) -> None:
    text = f"Kenji Morales said the bridge fell {words}."
    assert values(text) == [(words, value)]
    undated = only(text, None)
    assert (undated.text, undated.value) == (words, blank)
    assert undated.interval is None and undated.edtf is None


@pytest.mark.parametrize(
    ("words", "type", "value"),
    [
        ("two months", "DURATION", "P2M"),
        ("a 28-minute talk", "DURATION", "PT28M"),
        ("several months", "DURATION", "PXM"),
        ("decades", "DURATION", "PXY"),
        ("the past 24 hours", "DURATION", "PT24H"),
        ("half an hour", "DURATION", "PT30M"),
        ("two and a half years", "DURATION", "P2.5Y"),
        ("every day", "SET", "P1D"),
        ("twice a week", "SET", "P1W"),
        ("every Friday", "SET", "XXXX-WXX-5"),
        ("each summer", "SET", "XXXX-SU"),
    ],
)
def test_durations_and_sets_have_no_interval(words: str, type: str, value: str) -> None:
    time = only(f"They argued for {words}.")
    assert (time.type, time.value, time.edtf, time.interval) == (type, value, None, None)


@pytest.mark.parametrize(
    ("words", "mod", "first", "last"),
    [
        ("early 2011", "START", date(2011, 1, 1), date(2011, 4, 30)),
        ("mid-2011", "MID", date(2011, 5, 1), date(2011, 8, 31)),
        ("late 2011", "END", date(2011, 9, 1), date(2011, 12, 31)),
        ("the early 1990s", "START", date(1990, 1, 1), date(1993, 4, 30)),
        ("late June 2011", "END", date(2011, 6, 21), date(2011, 6, 30)),
        ("pre-1990", "BEFORE", None, date(1989, 12, 31)),
        ("more than two years ago", "MORE_THAN", None, date(2011, 12, 31)),
        ("less than two years ago", "LESS_THAN", date(2011, 1, 1), WEDNESDAY),
    ],
)
def test_modifiers_narrow_the_interval(
    words: str, mod: str, first: date | None, last: date | None
) -> None:
    time = only(f"The road was built in {words}.")
    assert (time.text, time.mod) == (words, mod)
    assert time.interval and (time.interval.earliest, time.interval.latest) == (first, last)


def test_earlier_this_year_ends_with_the_report() -> None:
    time = only("Earlier this year the mill closed.", date(2013, 6, 30))
    assert time.interval
    assert (time.interval.earliest, time.interval.latest) == (date(2013, 1, 1), date(2013, 6, 30))


def test_approximate_dates_are_marked_so() -> None:
    assert only("The mill burnt circa 1880.").edtf == "1880~"


def test_a_day_and_month_in_either_order_stay_a_choice_of_two() -> None:
    time = only("Signed 3/4/2011 by Ines Kaya.")
    assert (time.value, time.edtf) == ("2011-XX-XX", "[2011-03-04,2011-04-03]")


def test_later_dates_count_from_the_date_told_of_last() -> None:
    text = "Tariq Lund left on 30 March 2009. Two days later he came back. That year he died."
    assert [value for _, value in values(text, None)] == ["2009-03-30", "2009-04-01", "2009"]


def test_a_date_is_not_closer_than_what_it_is_counted_from() -> None:
    assert values("In 2009 he fell ill. Two days later he died.")[1][1] == "XXXX-XX-XX"
    assert values("Two days later he died.")[0][1] == "XXXX-XX-XX"


def test_the_first_month_of_two_has_the_year_of_the_second() -> None:
    assert values("From March to June 2011 the port was shut.") == [
        ("March", "2011-03"),
        ("June 2011", "2011-06"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mei Haddad arrived on Friday.", "2013-01-18"),
        ("Mei Haddad will arrive on Friday.", "2013-01-25"),
        ("The vote was held in December.", "2012-12"),
        ("The vote will be held in December.", "2013-12"),
    ],
)
def test_the_tense_tells_which_day_or_month(text: str, value: str) -> None:
    assert only(text).value == value


def test_the_tense_of_words_goes_before_their_look() -> None:
    text = "Ravi Sorel cut the cable Friday."
    friday = Word(Span(25, 31), "Friday", "Friday", "PROPN", "NNP", 0, "obl", 0)
    past = Word(Span(11, 14), "cut", "cut", "VERB", "VBD", -1, "root", 0)
    will = Word(Span(0, 4), "will", "will", "AUX", "MD", 0, "aux", 0)
    planned = replace(past, text="planned", xpos="VBD")
    for words, value in (
        ([past, friday], "2013-01-18"),
        ([replace(past, xpos="VB"), will, friday], "2013-01-25"),
        ([planned, friday], "2013-01-25"),
        ([replace(past, xpos="VBZ"), friday], "2013-01-18"),
    ):
        words = sorted(words, key=lambda word: word is friday)
        assert find_times(text, WEDNESDAY, lines(text), (), words)[0].value == value


@pytest.mark.parametrize(
    ("words", "value"),
    [("now", "PRESENT_REF"), ("recent years", "PAST_REF"), ("the near future", "FUTURE_REF")],
)
def test_vague_times_are_references(words: str, value: str) -> None:
    time = only(f"Grain is dear in {words}.")
    assert (time.text, time.value, time.interval) == (words, value, None)


@pytest.mark.parametrize(
    "text",
    [
        "May Castellan may march; the march began, and the sun sat on the hill.",
        "April told May that June March would spring up.",
        "A column of 1500 soldiers and 2,011 people passed 2011 houses on page 1999.",
        "Flight 2011 took off with 1984 people.",
        "Niger, Chad and Mali share the lake with $2,010 a head.",
        "A boy of 13, a 13-year-old girl and a man in his late teens, 41 years old.",
        "On 31/31/2011 nothing happened.",
    ],
)
def test_what_is_no_time_is_not_found(text: str) -> None:
    assert values(text) == []


def test_ambiguous_words_are_heard_where_the_network_hears_them() -> None:
    text = "Soon the rain will come; so will May."
    assert values(text) == []
    hints = [Labelled(Span(0, 4), "DATE", 0.9), Labelled(Span(33, 36), "DATE", 0.9)]
    heard = find_times(text, WEDNESDAY, lines(text), hints)
    assert [time.value for time in heard] == ["FUTURE_REF", "2013-05"]


def test_possessives_and_prepositions_stay_out_of_the_span() -> None:
    assert values("In Wednesday's raid, by the river, at about 10:35 a.m. on Friday.") == [
        ("Wednesday", "2013-01-23"),
        ("about 10:35 a.m. on Friday", "2013-01-18T10:35"),
    ]


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Ostrava, 9 Jan 90 (agency) - Rail traffic stopped.", "9 Jan 90", "1990-01-09"),
        ("It follows the 13 November fire.", "13 November", "1989-11-13"),
        ("An hour later Aiko Brandt woke.", "An hour later", "XXXX-XX-XXTXX:XX"),
        ("They paid her on a weekly basis.", "weekly", "P1W"),
        ("It rang at approximately 0845, they say.", "approximately 0845", "XXXX-XX-XXT08:45"),
        ("The gates open at 1600.", "1600", "XXXX-XX-XXT16:00"),
        ("They will march by 1945.", "1945", "1945"),
        ("it was shut on june 2 for good.", "june 2", "1989-06-02"),
    ],
)
def test_more_ways_to_say_it(text: str, word: str, value: str) -> None:
    assert values(text, date(1990, 1, 9)) == [(word, value)]


def test_a_name_with_a_word_of_time_is_a_name() -> None:
    assert values("Aiko Brandt told the Ostrava Weekly that it was her last day.") == []


def test_furniture_has_no_times() -> None:
    text = "Updated 3 May 2012\nThe ferry sank on 2 May 2012."
    assert [t.text for t in find_times(text, None, lines(text)[1:])] == ["2 May 2012"]


def test_the_stage_reads_the_document() -> None:
    text = "The ferry sank on Monday."
    reading = Reading("d", sentences=tuple(lines(text)), analysis=Analysis())
    dated = Document("d", text, published="2013-01-23T10:00:00Z")
    assert [time.value for time in times(dated, reading)] == ["2013-01-21"]
    assert [time.value for time in times(Document("d", text), reading)] == ["XXXX-WXX-1"]
    assert [time.value for time in times(Document("d", text, published="?"), reading)] == [
        "XXXX-WXX-1"
    ]
    assert (TIMES.gives, TIMES.run) == ("times", times)


@given(st.sampled_from(list(Unit)), st.dates(date(1300, 1, 1), date(2800, 1, 1)))
def test_a_granule_holds_its_day_and_touches_the_next(unit: Unit, day: date) -> None:
    granule = Granule.at(unit, day)
    if unit is not Unit.WEEKEND:
        assert granule.first <= day <= granule.last
        assert granule.shift(1).first == granule.last + timedelta(1)
    assert granule.shift(3).shift(-3) == granule
    assert parse_edtf(granule.edtf)


@given(st.sampled_from(list(Unit)), st.dates(date(1300, 1, 1), date(2800, 1, 1)))
def test_thirds_make_up_the_whole(unit: Unit, day: date) -> None:
    granule = Granule.at(unit, day)
    if unit in (Unit.DAY, Unit.WEEKEND):
        return
    (first, one), (two, three), (four, last) = (
        granule.third(mod) for mod in ("START", "MID", "END")
    )
    assert (first, last) == (granule.first, granule.last)
    assert (two, four) == (one + timedelta(1), three + timedelta(1))


REPORTS = Path(__file__).parents[3] / "shared" / "reports"


@pytest.mark.skipif(not REPORTS.is_dir(), reason="shared reports are not here")
def test_every_report_is_read_with_valid_dates() -> None:
    for path in sorted(REPORTS.rglob("*.txt")):
        text, sidecar = path.read_text("utf-8"), path.with_suffix(".json")
        meta = json.loads(sidecar.read_text("utf-8")) if sidecar.exists() else {}
        published = meta.get("published")
        for time in found(text, date.fromisoformat(published[:10]) if published else None):
            assert time.span.of(text) == time.text
            assert time.edtf is None or parse_edtf(time.edtf)
