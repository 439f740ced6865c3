"""One question, and what timeline, map and network show for it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import views
from onrecord.errors import InputError, NotFound
from onrecord.model import Predicate, PredicateFamily, TimeInterval
from onrecord.store import Room, Sieve, Split, Store


def found(store: Store, **asked: str) -> set[str]:
    """The quotations of the statements, dated or not, that a question finds."""
    ledger = views.Ledger(store)
    given = views.query({"from" if x == "since" else x: y for x, y in asked.items()})
    seen = views.times(ledger, views.sought(ledger, given))
    return {mark.quote for mark in (*seen.dated, *seen.undated)}


def test_a_question_is_read_from_an_address_and_written_back() -> None:
    parameters = {
        "q": 'depot  "fuel depot"',
        "entity": "Mbeki",
        "type": "ASSAULT",
        "from": "2021-03",
        "to": "2021",
        "certainty": "denied",
        "source": "Lindal Herald",
        "independent": "2",
    }
    asked = views.query({**parameters, "page": "3"})
    assert dict(asked.pairs) == {**parameters, "q": 'depot "fuel depot"'}
    assert views.query(dict(asked.pairs)) == asked
    assert views.query({}) == views.Query()
    assert views.Query().pairs == ()


@given(st.dictionaries(st.sampled_from(["q", "entity", "source"]), st.text(max_size=12)))
def test_any_words_can_be_asked(parameters: dict[str, str]) -> None:
    asked = views.query(parameters)
    assert views.query(dict(asked.pairs)) == asked


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ({"from": "2021"}, date(2021, 1, 1), None),
        ({"to": "2024-02"}, None, date(2024, 2, 29)),
        ({"from": "2021-03-09", "to": "2021-03-09"}, date(2021, 3, 9), date(2021, 3, 9)),
    ],
)
def test_a_year_or_a_month_is_all_its_days(
    store: Store, given: dict[str, str], first: date | None, last: date | None
) -> None:
    wanted = views.sought(views.Ledger(store), views.query(given))
    assert wanted.within == TimeInterval(first, last)


@pytest.mark.parametrize(
    "given",
    [
        {"from": "soon"},
        {"to": "2021-13"},
        {"from": "2021", "to": "2020"},
        {"type": "PARTY"},
        {"certainty": "maybe"},
        {"independent": "-1"},
    ],
)
def test_a_question_that_cannot_be_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(InputError):
        views.query(given)


def test_a_type_is_a_predicate_or_a_family(store: Store) -> None:
    ledger = views.Ledger(store)
    assert views.sought(ledger, views.query({"type": "ASSAULT"})).type is Predicate.ASSAULT
    wanted = views.sought(ledger, views.query({"type": "relation"}))
    assert wanted.family is PredicateFamily.RELATION


def test_a_name_is_asked_for_by_name_or_reference(store: Store) -> None:
    ledger = views.Ledger(store)
    by_name = views.sought(ledger, views.query({"entity": "the heron"})).entity
    assert by_name is not None and by_name.name == "Ikaika Mbeki"
    reference = ledger.entity_reference(by_name.id)
    assert views.sought(ledger, views.query({"entity": reference})).entity == by_name
    with pytest.raises(NotFound, match="nobody"):
        views.sought(ledger, views.query({"entity": "Xyzzy"}))


def test_each_part_of_a_question_narrows_it(store: Store) -> None:
    born = "He was born in Tashkel in 1979"
    smuggles = "Mbeki allegedly smuggles cigarettes"
    everything = found(store)
    assert {born, smuggles} < everything
    assert found(store, q="cigarettes") == {smuggles}
    assert found(store, q='"smuggles cigarettes"') == {smuggles}
    assert found(store, q='"cigarettes smuggles"') == set()
    assert born in found(store, q="ikaika tashkel"), "by the name of whom a pronoun stands for"
    assert found(store, type="born") == {born}
    assert found(store, since="1979", to="1980") == {born}
    assert found(store, certainty="alleged") == {smuggles}
    assert smuggles in found(store, source="the meridian agency")
    assert found(store, source="Harbour News") < everything - {born}
    assert found(store, entity="Noor Haddad") < everything
    assert found(store, independent="2") == set()


def test_what_has_no_date_is_counted_apart(store: Store) -> None:
    seen = views.times(views.Ledger(store))
    assert [mark.time.words for mark in seen.dated] == ["1979", "9 March 2021"]
    assert len(seen.undated) <= seen.without_date
    assert not any(mark.time.is_dated for mark in seen.undated)


def test_a_dot_is_no_longer_than_it_is_drawn(store: Store) -> None:
    mark = views.times(views.Ledger(store)).dated[0]
    assert views.dot(mark).sentence == mark.sentence
    assert views.dot(mark).when == mark.time.words
    long = views.dot(replace(mark, sentence="so they said " * 40)).sentence
    assert len(long) <= 200
    assert long.endswith("…")


def test_what_there_is_no_room_for_is_counted(store: Store) -> None:
    seen = views.times(views.Ledger(store), most=1)
    assert len(seen.dated) == 1
    assert seen.left_out == 1


def test_a_mark_is_named_by_whom_it_is_about(store: Store) -> None:
    seen = views.times(views.Ledger(store))
    assert seen.dated[0].sentence == "Ikaika Mbeki: born in Tashkel"
    assert seen.dated[0].publisher == "Lindal Herald"


def test_places_hold_what_was_there(store: Store) -> None:
    seen = views.atlas(views.Ledger(store))
    assert {spot.words: len(spot.marks) for spot in seen.spots} == {"near Vellmar": 1, "Tashkel": 1}
    assert all(spot.place.radius_km for spot in seen.spots)
    counted = sum(len(spot.marks) for spot in seen.spots) + seen.not_on_map + seen.placeless
    assert counted == len(list(store.statements()))


def test_a_link_gathers_what_ties_two(store: Store) -> None:
    seen = views.network(views.Ledger(store))
    link = next(each for each in seen.links if seen.names[each.right] == "Salt Road Front")
    assert seen.names[link.left] == "Ikaika Mbeki"
    assert link.sort is views.LinkSort.BELONGS
    assert link.predicates == (Predicate.LEADER_OF,)
    assert len(link.statements) == 2
    assert link.independent_sources == 1
    assert not link.disputed
    assert not link.mutual


def test_where_somebody_was_is_no_link(store: Store) -> None:
    seen = views.network(views.Ledger(store))
    assert "Tashkel" not in seen.names.values()


def test_links_can_be_asked_for_by_their_sources(store: Store) -> None:
    ledger = views.Ledger(store)
    wanted = views.sought(ledger, views.query({"independent": "2"}))
    assert views.network(ledger, wanted).links == ()


def test_the_least_linked_are_left_out_first(store: Store) -> None:
    seen = views.network(views.Ledger(store), most_nodes=1)
    assert len(seen.nodes) == 1
    assert seen.links == ()
    assert seen.left_out >= 1


def test_no_more_is_read_than_is_drawn(store: Store) -> None:
    ledger = views.Ledger(store)
    seen = views.times(ledger, most=1)
    whole = views.times(views.Ledger(store))
    assert seen.left_out + 1 == len(whole.dated)
    assert seen.without_date == whole.without_date
    assert not seen.more


def test_what_is_drawn_is_of_the_newest_reports(store: Store) -> None:
    every = store.look.sift(Sieve(), Split.ALL, 1_000)
    newest = store.look.sift(Sieve(), Split.ALL, 3)
    told = [each.id for each in store.statements()]
    assert every.drawn == tuple(reversed(told))
    assert newest.drawn == every.drawn[:3]
    assert newest.counts[Room.DRAWN] == len(told)


def test_what_is_not_counted_is_said(store: Store) -> None:
    seen = store.look.sift(Sieve(), Split.WHEN, 1, counted=2)
    assert seen.more
    assert len(seen.drawn) == 1, "found beyond what is counted"
    assert sum(seen.counts.values()) <= 3


def test_looked_up_or_met_on_the_way_it_is_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    mbeki = next(each for each in store.entities() if each.name == "Ikaika Mbeki")
    sieves = (
        Sieve(words=("cigarettes",)),
        Sieve(words=("ikaika", "tashkel")),
        Sieve(source="harbour news"),
        Sieve(predicates=[Predicate.BORN]),
        Sieve(within=TimeInterval(date(1979, 1, 1), date(2020, 1, 1))),
        Sieve(chains=mbeki.chains),
    )
    looked_up = [store.look.sift(each, Split.WHEN, 50) for each in sieves]
    monkeypatch.setattr("onrecord.store.sift._FEW", -1)
    met = [store.look.sift(each, Split.WHEN, 50) for each in sieves]
    assert met == looked_up
    assert all(each.drawn or each.counts[Room.TRAY] for each in looked_up)


def test_words_of_a_report_that_is_read_anew_are_not_found(store: Store) -> None:
    sieve = Sieve(words=("cigarettes",))
    (found,) = store.look.sift(sieve, Split.ALL, 5).drawn
    reading = store.reading(store.statement(found).document)
    assert reading is not None
    store.put_reading(replace(reading, statements=()))
    assert store.look.sift(sieve, Split.ALL, 5).drawn == ()
