"""The views over the handmade record."""

import json
from dataclasses import FrozenInstanceError, replace

import pytest
from tests.handmade import DEPOT, FLIGHT

from onrecord.errors import NotFound
from onrecord.model import Entity, Event, Factuality, NameGloss, NameSort, Predicate
from onrecord.store import Store
from onrecord.views import (
    Dossier,
    Fit,
    Ledger,
    Nearest,
    Several,
    ShownEvent,
    ShownReport,
    ShownText,
    dossier,
    events,
    find_entity,
    highlights,
    plain,
    search,
    show,
    timeline,
)


def _entity(store: Store, name: str) -> Entity:
    return next(entity for entity in store.entities() if entity.name == name)


def test_a_dossier_sorts_statements_under_headings(store: Store) -> None:
    card = dossier(store, _entity(store, "Ikaika Mbeki"))
    found = {
        section.title: [post.sentence for post in section.posts]
        + [line.sentence for line in section.lines]
        for section in card.sections
    }
    assert found == {
        "Identity and life": ["[Ikaika Mbeki]: born in Tashkel"],
        "Leadership": ["Ikaika Mbeki: leader of Salt Road Front"],
        "Not taken as certain": [
            "Mbeki: engaged in cigarettes",
            "Mbeki: presence at Tashkel",
            "Ikaika Mbeki: travel to Tashkel",
        ],
    }
    assert (card.statements, card.documents) == (6, 2)
    assert card.publishers == ("Harbour News", "Lindal Herald")


def test_a_dossier_says_what_names_are_said_to_mean(store: Store) -> None:
    entity = _entity(store, "Ikaika Mbeki")
    told = tuple(
        replace(name, sort=NameSort.BIRTH, glosses=(NameGloss("a bird", "d:9-15", "d:0-3"),) * 2)
        for name in entity.names
    )
    (known,) = dossier(store, replace(entity, names=told)).names
    assert known.sort is NameSort.BIRTH
    assert {name.glosses for name in known.names} == {("a bird",)}


def test_a_dossier_gives_every_name_with_its_places(store: Store) -> None:
    card = dossier(store, _entity(store, "Ikaika Mbeki"))
    assert [(known.sort.value, known.names[0].text) for known in card.names] == [
        ("name", "Ikaika Mbeki"),
        ("short", "Mbeki"),
        ("nickname", "the Heron"),
    ]
    for known in card.names:
        assert all(isinstance(show(store, ref), ShownText) for ref in known.names[0].references)


def test_at_a_place_others_are_born(store: Store) -> None:
    card = dossier(store, _entity(store, "Tashkel"))
    assert [section.title for section in card.sections] == [
        "At this place",
        "Not taken as certain",
    ]


def test_who_speaks_has_said_it(store: Store) -> None:
    card = dossier(store, _entity(store, "Noor Haddad"))
    assert [section.title for section in card.sections] == ["What they said"]
    front = dossier(store, _entity(store, "Salt Road Front"))
    assert {section.title for section in front.sections} == {"Leadership", "What they said"}


def test_a_timeline_is_in_order_and_loses_nothing(store: Store) -> None:
    times = timeline(store)
    assert [line.time.words for line in times.dated] == ["1979", "9 March 2021"]
    shown = sum(len(line.references) for line in times.dated + times.undated)
    assert shown == len(list(store.statements()))
    assert [line.time.words for line in timeline(store, _entity(store, "Tashkel")).dated] == [
        "1979"
    ]


def test_an_event_says_who_to_whom_and_with_what_toll(store: Store) -> None:
    (row,) = events(store)
    assert row.sentence == "Gunmen: armed attack on the Vellmar fuel depot"
    assert (row.actor, row.target) == (("Gunmen",), ("the Vellmar fuel depot",))
    assert (row.time.words, row.toll) == ("9 March 2021", "4 killed")
    assert row.place is not None
    assert row.place.words == "near Vellmar"
    assert (row.sources, row.disputed) == (("Lindal Herald",), ())
    assert (row.independent_sources, row.credibility) == (1, 3)


def test_an_event_is_as_sure_as_its_surest_statement(store: Store) -> None:
    (row,) = events(store)
    assert row.sureness.plain
    doubted = next(
        statement
        for document in store.documents()
        if (reading := store.reading(document.id)) is not None
        for statement in reading.statements
        if statement.certainty.factuality is not Factuality.CERTAIN
    )
    event = Event("event:1", Predicate.MET, None, doubted.roles, {}, None, None, (doubted.id,))
    store.put_resolution([], list(store.entities()), [event])
    (row,) = events(store)
    assert not row.sureness.plain


def test_highlights_quote_body_sentences(store: Store) -> None:
    found = highlights(store, DEPOT.id)
    assert 3 <= len(found) <= 5
    assert found[0].quote.startswith("Gunmen attacked")
    assert found[0].holders == ("officials", "Lindal Herald")
    for highlight in found:
        assert highlight.span.of(DEPOT.text) == highlight.quote
        assert not highlight.quote.startswith(("Four die", "Read more", "He was", "Who can"))
    assert found == highlights(store, DEPOT.id)


def test_highlights_of_all_reports_are_few(store: Store) -> None:
    assert 3 <= len(highlights(store)) <= 5
    assert [item.quote for item in highlights(store, FLIGHT.id)] == [
        "Ikaika Mbeki may have left for Tashkel, a ferryman said.",
        "His cousin Sefa Mbeki teaches in Vellmar.",
    ]


def test_search_marks_the_words(store: Store) -> None:
    (found,) = search(store, "cigarettes")
    begin, end = found.passage.marks[0]
    assert found.passage.text[begin:end] == "cigarettes"
    assert search(store, "zeppelin") == ()


def test_a_statement_is_shown_in_its_paragraph(store: Store) -> None:
    line = timeline(store).dated[0]
    shown = show(store, line.reference)
    assert isinstance(shown, ShownText)
    begin, end = shown.passage.marks[0]
    assert shown.passage.text[begin:end] == line.quote
    assert shown.passage.text.startswith("Ikaika Mbeki, known as")
    assert [other.sentence for other in shown.neighbours] == [
        "Ikaika Mbeki: leader of the Salt Road Front"
    ]


def test_every_reference_of_every_view_opens(store: Store) -> None:
    references = [line.reference for line in timeline(store).undated]
    references += [row.reference for row in events(store)]
    references += [item.reference for item in highlights(store)]
    references += [found.reference for found in search(store, "Tashkel")]
    references += [dossier(store, entity).reference for entity in store.entities()]
    kinds = {type(show(store, reference)) for reference in references}
    assert kinds == {ShownText, ShownEvent, Dossier}
    assert isinstance(show(store, DEPOT.id[:6]), ShownReport)
    assert isinstance(show(store, DEPOT.id), ShownReport)


@pytest.mark.parametrize(
    "reference", ["", "zzzzzz", "zzzzzz:1-2", f"{DEPOT.id}:0-99999", f"{DEPOT.id}:5-5"]
)
def test_what_is_not_on_record_is_not_found(store: Store, reference: str) -> None:
    with pytest.raises(NotFound):
        show(store, reference)


def test_a_prefix_of_several_is_refused(store: Store) -> None:
    kept = next(store.documents())
    for name in ("abc", "abd", "xyz", "xyzz"):
        store.add_document(replace(kept, id=name), store.original(kept.id))
    ledger = Ledger(store)
    with pytest.raises(NotFound, match="fits several things"):
        ledger.full_id("ab", "document")
    assert ledger.full_id("xyz", "document") == "xyz"
    with pytest.raises(NotFound, match="is not on record"):
        ledger.full_id("xyz", "event")


@pytest.mark.parametrize("name", ["Ikaika Mbeki", "IKAIKA MBÉKI", "ikaika", "the Heron", "heron"])
def test_a_name_is_found(store: Store, name: str) -> None:
    found = find_entity(store, name)
    assert isinstance(found, Fit)
    assert found.entity.name == "Ikaika Mbeki"


def test_a_family_name_may_mean_several(store: Store) -> None:
    found = find_entity(store, "Mbeki")
    assert isinstance(found, Several)
    assert [entity.name for entity in found.entities] == ["Ikaika Mbeki", "Sefa Mbeki"]


@pytest.mark.parametrize(("name", "nearest"), [("Nur Hadad", "Noor Haddad"), ("Mbecki", "Mbeki")])
def test_an_unknown_name_offers_the_nearest(store: Store, name: str, nearest: str) -> None:
    found = find_entity(store, name)
    assert isinstance(found, Nearest)
    assert nearest in found.names[0]


def test_nothing_like_it_offers_nothing(store: Store) -> None:
    assert find_entity(store, "…") == Nearest(())


def test_views_are_plain_frozen_values(store: Store) -> None:
    card = dossier(store, _entity(store, "Ikaika Mbeki"))
    with pytest.raises(FrozenInstanceError):
        card.name = "other"  # type: ignore[misc]
    read = json.loads(json.dumps(plain(card)))
    assert read["names"][0]["names"][0]["text"] == "Ikaika Mbeki"
    assert read["sections"][0]["lines"][0]["time"]["earliest"] == "1979-01-01"
    with pytest.raises(TypeError):
        plain(object())
