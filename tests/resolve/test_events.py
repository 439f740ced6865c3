"""Which statements tell of the same event."""

from datetime import date

from onrecord.model import (
    Certainty,
    Event,
    Factuality,
    Filler,
    Magnitude,
    Predicate,
    Span,
    Statement,
    TimeExpression,
    TimeInterval,
    TimexType,
)
from onrecord.resolve import events

MAY_3 = TimeInterval(date(1921, 5, 3), date(1921, 5, 3))
MAY_4 = TimeInterval(date(1921, 5, 4), date(1921, 5, 4))
MAY = TimeInterval(date(1921, 5, 1), date(1921, 5, 31))
ENTITIES = {"a:1": "ferry", "a:2": "quay", "b:1": "ferry"}


def told(
    name: str,
    *,
    target: str | None = None,
    when: TimeInterval | None = None,
    killed: int | None = None,
    kind: Predicate = Predicate.ASSAULT,
    sure: Factuality = Factuality.CERTAIN,
) -> Statement:
    """A statement of document `name[0]`."""
    time = TimeExpression(Span(0, 1), "x", TimexType.DATE, "x", None, None, when) if when else None
    return Statement(
        id=name,
        document=name[0],
        span=Span(0, 1),
        quote="x",
        predicate=kind,
        roles={"target": (Filler("the ferry", Span(0, 9), target),)},
        holders=(),
        certainty=Certainty(sure),
        time=time,
        magnitudes={"killed": Magnitude(killed, killed, killed)} if killed else None,
    )


def grouped(*statements: Statement) -> list[tuple[str, ...]]:
    return [event.statements for event in events(statements, ENTITIES)]


def one(*statements: Statement) -> Event:
    (event,) = events(statements, ENTITIES)
    return event


def test_relations_are_no_events() -> None:
    assert grouped(told("a1", kind=Predicate.MET)) == []


def test_statements_of_one_report_join_when_target_and_time_agree() -> None:
    assert grouped(told("a1", target="a:1", when=MAY_3), told("a2", target="a:1", when=MAY)) == [
        ("a1", "a2")
    ]
    assert grouped(told("a1", target="a:1"), told("a2", target="a:1", when=MAY)) == [("a1", "a2")]


def test_another_target_time_or_type_is_another_event() -> None:
    first = told("a1", target="a:1", when=MAY_3)
    assert len(grouped(first, told("a2", target="a:2", when=MAY_3))) == 2
    assert len(grouped(first, told("a2", target="a:1", when=MAY_4))) == 2
    assert len(grouped(first, told("a2", target="a:1", kind=Predicate.PROTEST))) == 2
    assert len(grouped(told("a1"), told("a2"))) == 2


def test_a_time_must_fit_all_statements_of_the_event() -> None:
    loose = told("a1", target="a:1")
    assert grouped(
        loose, told("a2", target="a:1", when=MAY_3), told("a3", target="a:1", when=MAY_4)
    ) == [("a1", "a2"), ("a3",)]


def test_reports_join_on_the_same_day_only() -> None:
    first = told("a1", target="a:1", when=MAY_3)
    assert grouped(first, told("b1", target="b:1", when=MAY_3)) == [("a1", "b1")]
    assert len(grouped(first, told("b1", target="b:1", when=MAY))) == 2
    assert len(grouped(first, told("b1", target="b:1"))) == 2


def test_an_event_has_the_narrowest_time_and_every_filler_once() -> None:
    event = one(told("a1", target="a:1", when=MAY), told("a2", target="a:1", when=MAY_3))
    assert event.id == "event:a1"
    assert event.time == MAY_3
    assert len(event.roles["target"]) == 1


def test_tolls_that_differ_are_all_kept() -> None:
    event = one(told("a1", target="a:1", killed=2), told("a2", target="a:1", killed=5))
    assert event.magnitudes == {"killed": Magnitude(2, None, 5)}


def test_a_toll_that_only_one_gives_stands() -> None:
    event = one(told("a1", target="a:1", killed=2), told("a2", target="a:1"))
    assert event.magnitudes == {"killed": Magnitude(2, 2, 2)}
