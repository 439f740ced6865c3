"""One event in its accounts, a speaker's claims, and events by what is asked for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.samples import report

from onrecord.errors import NotFound
from onrecord.model import (
    Certainty,
    Chain,
    Entity,
    EntityType,
    Event,
    Factuality,
    Filler,
    Holder,
    HolderClass,
    Magnitude,
    Predicate,
    Reading,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimeInterval,
    TimexType,
)
from onrecord.store import Store, open_store
from onrecord.views import Wanted, claims, compare, events

TEXTS = (
    "Gunmen killed four sailors on the quay on Monday, the harbour master said.",
    "Gunmen killed six sailors on the quay, the harbour master said.",
    "The River League denied it.",
)
DAYS = ("1921-05-03", "1921-05-05", "1921-05-06")
DENIED = Certainty(Factuality.CERTAIN_NOT, (Status.DENIED,))
MONDAY = TimeInterval(date(1921, 5, 2), date(1921, 5, 2))


def told(document: str, text: str, killed: int, *, dated: bool) -> Statement:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    number = "four" if killed == 4 else "six"
    victims, speaker = at(f"{number} sailors"), at("the harbour master")
    return Statement(
        id=f"s{killed}",
        document=document,
        span=Span(0, victims.end),
        quote=text[: victims.end],
        predicate=Predicate.ASSAULT,
        roles={
            "actor": (Filler("Gunmen", at("Gunmen")),),
            "recipient": (Filler(victims.of(text), victims),),
        },
        holders=(
            Holder(
                "the harbour master", HolderClass.PERSON, f"{document}:{speaker.begin}", speaker
            ),
            Holder("Alwen Courier", HolderClass.OUTLET),
        ),
        time=TimeExpression(at("Monday"), "Monday", TimexType.DATE, "x", interval=MONDAY)
        if dated
        else None,
        magnitudes={"killed": Magnitude(killed, killed, killed)},
    )


@pytest.fixture
def store() -> Iterator[Store]:
    """Two reports of one speaker, whose figure grows, and a third in which a group denies it."""
    with open_store(":memory:") as made:
        documents = []
        for text, day in zip(TEXTS, DAYS, strict=True):
            document, original = report(text, published=day)
            made.add_document(document, original)
            documents.append(document)
        first, second, third = (each.id for each in documents)
        four = told(first, TEXTS[0], 4, dated=True)
        six = told(second, TEXTS[1], 6, dated=False)
        league = Holder("The River League", HolderClass.GROUP, f"{third}:0", Span(0, 16))
        denial = replace(
            six,
            id="no",
            document=third,
            span=Span(0, 26),
            quote=TEXTS[2][:26],
            roles={},
            holders=(league,),
            certainty=DENIED,
            magnitudes=None,
        )
        names = ((four, "the harbour master"), (six, "the harbour master"))
        chains = [Chain(str(x.holders[0].chain), EntityType.PERSON, n, True, ()) for x, n in names]
        chains.append(Chain(f"{third}:0", EntityType.GROUP, "The River League", True, ()))
        for statement, chain in zip((four, six, denial), chains, strict=True):
            made.put_reading(Reading(statement.document, chains=(chain,), statements=(statement,)))
        master = tuple(each.id for each in chains[:2])
        entities = (
            Entity(master[0], EntityType.PERSON, "the harbour master", (), master),
            Entity(f"{third}:0", EntityType.GROUP, "The River League", (), (f"{third}:0",)),
        )
        event = Event("event:s4", Predicate.ASSAULT, None, {}, {}, MONDAY, None, ("s4", "s6", "no"))
        made.put_resolution((), entities, (event,))
        yield made


def test_every_answer_stands_with_who_gives_it(store: Store) -> None:
    aspects = {each.name: each for each in compare(store, "event:s4").aspects}
    assert [each.words for each in aspects["actor"].answers] == ["Gunmen"]
    assert [(x.words, x.accounts) for x in aspects["killed"].answers] == [("4", (1,)), ("6", (2,))]
    assert aspects["killed"].differs
    assert not aspects["time"].differs
    assert [each.words for each in aspects["certainty"].answers] == ["certain", "denied"]


def test_who_denies_is_shown_as_such(store: Store) -> None:
    found = compare(store, "event:s4")
    assert [each.references for each in found.against] == [("no",)]
    assert {each.name for each in found.aspects if each.disputed} == {"certainty"}
    assert len(found.accounts) == 3


def test_every_account_stands_under_whom_it_leads_back_to(store: Store) -> None:
    found = compare(store, "event:s4")
    gathered = [(x.origin and x.origin.name, [n for n, _ in x.accounts]) for x in found.gathered]
    assert gathered == [("the harbour master", [1, 2]), ("a report without a name", [3])]


def test_a_toll_is_a_series_in_which_later_figures_of_a_source_stand(store: Store) -> None:
    (series,) = compare(store, "event:s4").series
    points = [(each.published, each.words, each.stands) for each in series.points]
    assert points == [(DAYS[0], "4", False), (DAYS[1], "6", True)]


def test_an_event_opens_by_any_of_its_statements(store: Store) -> None:
    assert compare(store, "s6") == compare(store, "event:s4")
    with pytest.raises(NotFound):
        compare(store, "nothing")


def test_claims_have_what_others_say_to_the_same(store: Store) -> None:
    by_name = {each.name: each for each in store.entities()}
    master, league = by_name["the harbour master"], by_name["The River League"]
    found = claims(store, master)
    assert len(found.claims) == 2
    assert all(
        [each.holders for each in x.against] == [("The River League",)] for x in found.claims
    )
    (own,) = claims(store, league).claims
    assert len(own.against) == 2
    assert own.likewise == ()


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(), 1),
        (Wanted(type=Predicate.ASSAULT), 1),
        (Wanted(type=Predicate.PROTEST), 0),
        (Wanted(mode="aerial"), 0),
        (Wanted(within=TimeInterval(date(1921, 5, 2), None)), 1),
        (Wanted(within=TimeInterval(date(1921, 5, 3), None)), 0),
        (Wanted(within=TimeInterval(None, date(1921, 5, 1))), 0),
        (Wanted(certainty="certain"), 1),
        (Wanted(certainty="denied"), 1),
        (Wanted(certainty="planned"), 0),
    ],
)
def test_events_are_asked_for(store: Store, wanted: Wanted, count: int) -> None:
    assert len(events(store, wanted)) == count
