"""Which statements tell of the same event."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.model import (
    Certainty,
    Event,
    Factuality,
    Filler,
    Located,
    Magnitude,
    Place,
    Precision,
    Predicate,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimeInterval,
    TimexType,
)
from onrecord.resolve import Account, events

MAY_3 = TimeInterval(date(1921, 5, 3), date(1921, 5, 3))
MAY_4 = TimeInterval(date(1921, 5, 4), date(1921, 5, 4))
MAY = TimeInterval(date(1921, 5, 1), date(1921, 5, 31))
JUNE_30 = TimeInterval(date(1921, 6, 30), date(1921, 6, 30))
YEAR = TimeInterval(date(1921, 1, 1), date(1921, 12, 31))
ENTITIES = {
    "a:1": "Moana Ferry",
    "b:1": "Moana Ferry",
    "c:1": "Moana Ferry",
    "a:2": "Alwen Quay",
    "b:2": "Alwen Quay",
    "a:3": "River League",
    "b:3": "River League",
    "b:4": "Salt Front",
}
COMPANY = frozenset({"moana ferry", "river league", "port alwen"})
ALWEN = Place("Port Alwen", 12.5, 3.25, Precision.NEAR, 4.0, "ZZ", 1)
ISLE = Place("Isle of Dorn", 40.0, 3.25, Precision.NEAR, 4.0, "ZZ", 2)


def told(  # noqa: PLR0913 - each test says only what matters to it
    name: str,
    quote: str,
    *,
    kind: Predicate = Predicate.ASSAULT,
    mode: str | None = None,
    when: TimeInterval | None = None,
    where: Place | None = None,
    killed: int | None = None,
    certainty: Certainty | None = None,
    **roles: tuple[str, str | None],
) -> Statement:
    """A statement of document `name[0]`; a role has its words in the quotation and their chain."""
    filled: dict[str, tuple[Filler, ...]] = {}
    for role, (words, chain) in roles.items():
        begin = quote.index(words)
        filled[role] = (Filler(words, Span(begin, begin + len(words)), chain),)
    after = Span(len(quote), len(quote) + 1)
    time = TimeExpression(after, "x", TimexType.DATE, "x", None, None, when) if when else None
    return Statement(
        id=name,
        document=name[0],
        span=Span(0, len(quote)),
        quote=quote,
        predicate=kind,
        roles=filled,
        holders=(),
        certainty=certainty or Certainty(),
        time=time,
        place=Located(where.name, after, place=where) if where else None,
        mode=mode,
        magnitudes={"killed": Magnitude(killed, killed, killed)} if killed else None,
    )


def bombed(name: str, *, of: str | None = None, **more: object) -> Statement:
    """The ferry was bombed."""
    target = ("the Moana Ferry", of or f"{name[0]}:1")
    return told(name, "bombed the Moana Ferry", target=target, **more)  # type: ignore[arg-type]


def grouped(*statements: Statement, apart: int = 0) -> list[tuple[str, ...]]:
    """The groups, where each report came so many days after the one before; 0: none is dated."""
    names = sorted({each.document for each in statements})
    days = {each: date(1921, 5, 4) + timedelta(days=apart * at) for at, each in enumerate(names)}
    accounts = {each: Account(days[each] if apart else None, COMPANY) for each in names}
    return [event.statements for event in events(statements, ENTITIES, accounts)]


def together(*statements: Statement, apart: int = 0) -> bool:
    return len(grouped(*statements, apart=apart)) == 1


def one(*statements: Statement) -> Event:
    accounts = {each.document: Account(None, COMPANY) for each in statements}
    (event,) = events(statements, ENTITIES, accounts)
    return event


def test_relations_are_no_events() -> None:
    assert grouped(bombed("a1", kind=Predicate.MET)) == []


def test_reports_join_when_deed_undergoer_and_day_agree() -> None:
    assert together(bombed("a1", when=MAY_3), bombed("b1", when=MAY_3))


def test_a_report_without_a_day_joins_where_it_came_soon_after() -> None:
    assert together(bombed("a1", when=MAY_3), bombed("b1"), apart=1)
    assert not together(bombed("a1", when=MAY_3), bombed("b1"), apart=60)


def test_another_day_is_another_event_however_alike() -> None:
    assert not together(bombed("a1", when=MAY_3), bombed("b1", when=JUNE_30))


def test_a_toll_may_grow_and_the_actor_be_named_later() -> None:
    first = told(
        "a1",
        "gunmen shot at the Moana Ferry",
        when=MAY_3,
        killed=4,
        actor=("gunmen", None),
        target=("the Moana Ferry", "a:1"),
    )
    later = told(
        "b1",
        "the River League shot at the Moana Ferry",
        when=MAY_3,
        killed=6,
        actor=("the River League", "b:3"),
        target=("the Moana Ferry", "b:1"),
    )
    assert together(first, later, apart=1)


def test_a_wrong_place_does_not_part_what_all_else_joins() -> None:
    here, there = bombed("a1", when=MAY_3, where=ALWEN), bombed("b1", when=MAY_3, where=ISLE)
    assert together(here, there)


def test_the_same_deed_far_away_is_another() -> None:
    def fired(name: str, where: Place) -> Statement:
        return told(name, "shot a guard", when=MAY_3, where=where, recipient=("a guard", None))

    assert together(fired("a1", ALWEN), fired("b1", ALWEN))
    assert not together(fired("a1", ALWEN), fired("b1", ISLE))


def test_another_undergoer_is_another_event() -> None:
    quay = told("b1", "bombed the Alwen Quay", when=MAY_3, target=("the Alwen Quay", "b:2"))
    assert not together(bombed("a1", when=MAY_3), quay)


def test_other_types_of_harm_are_another_event_unless_the_words_agree() -> None:
    protest = bombed("b1", when=MAY_3, kind=Predicate.PROTEST)
    assert not together(bombed("a1", when=MAY_3), protest)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.THREATENED, Status.HYPOTHETICAL])
def test_a_plan_and_its_execution_are_two(status: Status) -> None:
    ahead = Certainty(Factuality.UNCOMMITTED, (status,))
    plan = bombed("a1", when=MAY_3, certainty=ahead)
    assert not together(plan, bombed("b1", when=MAY_3))
    assert together(plan, bombed("b1", when=MAY_3, certainty=ahead))


def test_who_denies_an_event_speaks_of_it() -> None:
    against = Certainty(Factuality.CERTAIN_NOT, (Status.DENIED,))
    assert together(bombed("a1", when=MAY_3), bombed("b1", when=MAY_3, certainty=against))


@pytest.mark.parametrize("words", ["attacks on the Moana Ferry", "violence on the Moana Ferry"])
def test_what_sums_up_several_events_joins_none(words: str) -> None:
    general = told("b1", words, target=("the Moana Ferry", "b:1"))
    single = told("a1", "attack on the Moana Ferry", target=("the Moana Ferry", "a:1"))
    assert grouped(single, general) == [("a1",), ("b1",)]


def test_the_toll_of_a_year_joins_no_single_event() -> None:
    yearly = told("b1", "killed 40 sailors", when=YEAR, killed=40, recipient=("40 sailors", None))
    single = told("a1", "killed 40 sailors", when=MAY_3, killed=40, recipient=("40 sailors", None))
    assert grouped(single, yearly) == [("a1",), ("b1",)]


def test_what_may_be_one_with_two_that_cannot_is_joined_to_one() -> None:
    first, second = bombed("a1", when=MAY_3), bombed("c1", when=JUNE_30)
    groups = grouped(first, bombed("b1", when=None), second)
    assert not any({"a1", "c1"} <= {*group} for group in groups)


def test_an_event_has_the_narrowest_time_and_every_filler_once() -> None:
    event = one(bombed("a1", when=MAY), bombed("a2", when=MAY_3, of="a:1"))
    assert event.id == "event:a1"
    assert event.time == MAY_3
    assert len(event.roles["target"]) == 1


def test_an_event_is_of_the_type_that_most_give() -> None:
    accident = bombed("a1", when=MAY_3, kind=Predicate.ACCIDENT)
    event = one(accident, bombed("b1", when=MAY_3), bombed("c1", when=MAY_3))
    assert event.type is Predicate.ASSAULT


def test_tolls_that_differ_are_all_kept() -> None:
    event = one(bombed("a1", when=MAY_3, killed=4), bombed("b1", when=MAY_3, killed=5))
    assert event.magnitudes == {"killed": Magnitude(4, None, 5)}


def test_a_toll_that_only_one_gives_stands() -> None:
    event = one(bombed("a1", when=MAY_3, killed=2), bombed("b1", when=MAY_3))
    assert event.magnitudes == {"killed": Magnitude(2, 2, 2)}


def shelled(name: str, *, when: TimeInterval | None = MAY_3) -> Statement:
    return told(name, "gunboats shelled the Port Alwen", when=when, where=ALWEN)


def toll(name: str, of: str, killed: int) -> Statement:
    """How many were killed, without where and when."""
    said = told(name, f"{killed} were killed", killed=killed, recipient=(str(killed), None))
    return replace(said, about=(of,))


def test_tolls_of_one_event_meet_by_the_event_that_they_are_of() -> None:
    found = one(shelled("a1"), toll("a2", "a1", 4), shelled("b1"), toll("b2", "b1", 7))
    assert found.statements == ("a1", "a2", "b1", "b2")
    assert found.magnitudes == {"killed": Magnitude(4, None, 7)}
    assert "recipient" not in found.roles


def test_tolls_of_two_events_stay_apart() -> None:
    on_the_next = shelled("b1", when=JUNE_30)
    tolls = (toll("a2", "a1", 4), toll("b2", "b1", 4))
    assert len(grouped(shelled("a1"), tolls[0], on_the_next, tolls[1])) == 2


def test_what_one_report_tells_of_two_places_is_two_events() -> None:
    there = told("a2", "gunboats shelled the Isle of Dorn", when=MAY_3, where=ISLE)
    assert not together(shelled("a1"), there)


def test_a_long_sentence_word_for_word_is_one_event() -> None:
    words = "before dawn somebody fired at the guards behind the old customs house"
    assert together(told("a1", words), told("b1", words), apart=1)
    assert not together(told("a1", words), told("b1", words), apart=90)
