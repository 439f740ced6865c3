"""Feasts, other calendars, orders of figures, seasons and quoted days, in made-up sentences."""

from datetime import date

import pytest
from tests.extract.timed import WEDNESDAY, found, lines, only, values

from onrecord.extract.times import times
from onrecord.extract.times.habit import habit_of
from onrecord.extract.times.rule import Habit
from onrecord.model import Analysis, Document, Reading


@pytest.mark.parametrize(
    ("words", "value", "first", "last"),
    [
        ("Ramadan 2012", "2012-07-20/2012-08-18", date(2012, 7, 19), date(2012, 8, 19)),
        ("Ramadan 1434", "2013-07-09/2013-08-07", date(2013, 7, 8), date(2013, 8, 8)),
        ("Eid al-Fitr 2000", "2000-XX-XX", date(2000, 1, 7), date(2000, 12, 30)),
        ("the first day of Eid al-Adha 2011", "2011-11-06", date(2011, 11, 5), date(2011, 11, 7)),
        ("the eve of Nowruz 2012", "2012-03-19", date(2012, 3, 19), date(2012, 3, 19)),
        ("Maundy Thursday in 1983", "1983-03-31", date(1983, 3, 31), date(1983, 3, 31)),
        ("Orthodox Easter 2012", "2012-04-15", date(2012, 4, 15), date(2012, 4, 15)),
        ("Lunar New Year 2011", "2011-02-03", date(2011, 2, 3), date(2011, 2, 3)),
        ("Diwali 1950", "1950-10-13/1950-11-15", date(1950, 10, 13), date(1950, 11, 15)),
        ("15 Shawwal 1434", "2013-08-21", date(2013, 8, 20), date(2013, 8, 23)),
        ("22 Bahman 1357", "1979-02-11", date(1979, 2, 11), date(1979, 2, 11)),
        ("Meskerem 1, 2006", "2013-09-11", date(2013, 9, 11), date(2013, 9, 11)),
        ("1434 AH", "2012-11-14/2013-11-03", date(2012, 11, 13), date(2013, 11, 5)),
        ("the Iranian year 1390", "2011-03-21/2012-03-19", date(2011, 3, 21), date(2012, 3, 19)),
        (
            "2004 in the Ethiopian calendar",
            "2011-09-12/2012-09-10",
            date(2011, 9, 12),
            date(2012, 9, 10),
        ),
        ("25 October 1917", "1917-11-07", date(1917, 11, 7), date(1917, 11, 7)),
    ],
)
def test_other_calendars_are_placed_on_ours(
    words: str, value: str, first: date, last: date
) -> None:
    style = " (Old Style)" if words.startswith("25 Oct") else ""
    for published in (None, WEDNESDAY):
        time = only(f"Leyla Brandt came home on {words}{style}.", published)
        assert (time.text, time.value) == (words, value)
        assert time.interval and (time.interval.earliest, time.interval.latest) == (first, last)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge fell during Ramadan.", "2012-07-20/2012-08-18"),
        ("The bridge will open on Eid al-Fitr.", "2013-08-08/2013-08-10"),
        ("It fell last Easter.", "2012-04-08"),
        ("It will fall this year's Diwali.", "2013-11-03"),
        ("He was freed on 7 Mehr.", "2012-09-28"),
    ],
)
def test_the_tense_tells_which_feast(text: str, value: str) -> None:
    assert only(text).value == value
    assert only(text, None).interval is None


def test_the_second_name_of_a_day_in_the_old_calendar_is_the_same_day() -> None:
    text = "It began on 7 November 1917 (25 October, O.S.), at dusk on a tram."
    assert [value for _, value in values(text, None)] == ["1917-11-07", "1917-11-07"]


@pytest.mark.parametrize(
    "text",
    [
        "Ramadan Okafor left Easter Island with Khalid Ramadan and Holi Sorel.",
        "A tet is no feast, nor is a holi hedge, says Rajab Lund.",
        "The flight AH 20 and the E.C. met.",
        "Mehr 7 and Ginbot 3 are two movements.",
    ],
)
def test_a_name_is_no_feast(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("habit", "value", "edtf"),
    [
        (Habit(month_first=True), "2011-03-04", "2011-03-04"),
        (Habit(month_first=False), "2011-04-03", "2011-04-03"),
        (Habit(), "2011-XX-XX", "[2011-03-04,2011-04-03]"),
    ],
)
def test_the_habit_of_the_place_orders_figures(habit: Habit, value: str, edtf: str) -> None:
    time = only("Signed 3/4/2011 by Ines Kaya.", WEDNESDAY, habit)
    assert (time.value, time.edtf) == (value, edtf)


def test_figures_that_lie_ahead_are_not_what_was_done() -> None:
    assert only("Ines Kaya signed it on 2/1/13.").value == "2013-01-02"
    assert only("It will be signed on 2/1/13.").edtf == "[2013-01-02,2013-02-01]"


@pytest.mark.parametrize(
    ("text", "country", "month_first"),
    [
        ("Signed 3/4/2011.", None, None),
        ("Signed 3/4/2011.", "US", True),
        ("Signed 3/4/2011.", "KE", False),
        ("Signed 3/4/2011.", "CA", None),
        ("Signed 13/4/2011, sealed 3/4/2011.", "US", False),
        ("Signed 4-13-2011, sealed 3/4/2011.", "GB", True),
        ("Signed 4/13/2011, sealed 13/4/2011.", "GB", None),
    ],
)
def test_a_date_that_one_order_allows_tells_before_the_publisher(
    text: str, country: str | None, month_first: bool | None
) -> None:
    assert habit_of(text, country).month_first is month_first


def test_the_stage_asks_where_the_publisher_is() -> None:
    text = "Signed 3/4/2011 after a wet spring of 2010."
    reading = Reading("d", sentences=tuple(lines(text)), analysis=Analysis())
    for url, day, months in (
        ("https://www.example.co.uk/a", "2011-04-03", "2010-21"),
        ("https://example.com.au/a", "2011-04-03", "2010-29"),
        ("https://edition.cnn.com/a", "2011-03-04", "2010-21"),
        ("https://example.com/a", "2011-XX-XX", "2010-21"),
    ):
        signed, spring = times(Document("d", text, url=url), reading)
        assert (signed.value, spring.edtf) == (day, months)


def test_seasons_of_the_south_are_its_own() -> None:
    south = only("They came in the winter of 2010.", None, Habit(southern=True))
    assert (south.value, south.edtf) == ("2010-WI", "2010-32")
    either = only("They came to Uruguay in the winter of 2010.", None)
    assert (either.value, either.edtf) == ("2010-WI", "[2010-06-01..2011-02-28]")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We march tomorrow,” Aiko Brandt said on 3 May 2011.", "2011-05-04"),
        ('"It fell on Friday," he wrote on 3 May 2011.', "2011-04-29"),
        ("On 3 May 2011, Okafor said: “We left yesterday.”", "2011-05-02"),
        ("On 3 May 2011, Okafor said it on “Of Today”.", "2013-01-23"),
        ("“We march tomorrow,” said Aiko Brandt, who was freed on 3 May 2011.", "2013-01-24"),
    ],
)
def test_quoted_days_count_from_the_day_of_speaking(text: str, quoted: str) -> None:
    assert quoted in [value for _, value in values(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in May 2009. The following spring they left.", ["2009-05", "2010-SP"]),
        ("He fell on 3 May 2009. The following Friday he rose.", ["2009-05-03", "2009-05-08"]),
        ("They met in May 2009 and parted the previous March.", ["2009-05", "2009-03"]),
        ("She fell ill in May 2009. By then she was 40.", ["2009-05", "2009-05"]),
        ("The port was shut from 3 May to 7 June 2011.", ["2011-05-03", "2011-06-07"]),
        ("The port was shut from 30 December 2010 to 2 January.", ["2010-12-30", "2011-01-02"]),
        ("The port was shut between 3 and 7 May 2011.", ["2011-05-03/2011-05-07"]),
        ("The port was shut on Friday 3 August.", ["2012-08-03"]),
        ("The port was shut on Monday, December 28.", ["2012-12-28"]),
        ("The port was shut on the 3rd of last month.", ["2012-12-03"]),
        ("The port was shut on the last Friday of May 2011.", ["2011-05-27"]),
        ("The port was shut the day before yesterday.", ["2013-01-21"]),
    ],
)
def test_what_is_told_before_dates_what_follows(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


def test_about_is_marked_on_what_it_stands_before() -> None:
    about, plain = found("It was built in about 1880 and fell in 1990.")
    assert (about.text, about.mod, about.edtf) == ("1880", "APPROX", "1880~")
    assert (plain.mod, plain.edtf) == (None, "1990")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("more than two weeks later", date(2009, 5, 11), None),
        ("less than two weeks later", date(2009, 5, 3), date(2009, 5, 17)),
        ("more than two weeks earlier", None, date(2009, 4, 19)),
    ],
)
def test_more_or_less_than_leaves_an_end_open(
    words: str, first: date | None, last: date | None
) -> None:
    _, time = found(f"He fell on 3 May 2009 and, {words}, she came.")
    assert time.interval and (time.interval.earliest, time.interval.latest) == (first, last)
