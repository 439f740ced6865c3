"""What is watched, and what is new since somebody looked."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.handmade import DEPOT, FLIGHT
from tests.samples import report
from tests.weigh import wire

from onrecord.errors import InputError, NotFound
from onrecord.lexicon.scheme import adopted
from onrecord.lexicon.watches import Watch, WatchSort
from onrecord.model import CopyKind, EntityType, Failure, Place, Precision
from onrecord.store import Store, open_store
from onrecord.views import (
    Fit,
    Ledger,
    News,
    WatchNews,
    feed,
    find_entity,
    front,
    news,
    seen,
    unwatched,
    watch_entity,
    watch_type,
    watch_words,
    watched,
)

WHO = ("Noor", "2026-01-02T10:00:00.000000Z")


@pytest.fixture
def told() -> Iterator[Store]:
    """An agency's report, printed by two, and one who says otherwise."""
    with open_store(":memory:") as store:
        wire.fill(store)
        yield store


def _entity_watch(store: Store, name: str) -> Watch:
    found = find_entity(store, name)
    assert isinstance(found, Fit)
    return watch_entity(found.entity, *WHO)


def _visit(store: Store, report: str | None, failures: int = 0) -> None:
    visit = seen(store, report, failures, "Noor", "2026-01-03T10:00:00Z")
    store.add_decision(visit.decision())


def _news(store: Store) -> News:
    return news(Ledger(store), "Noor")


def _on(store: Store, watch: Watch) -> WatchNews:
    store.add_decision(watch.decision())
    (one,) = _news(store).watched
    return one


def test_on_a_first_visit_all_is_new(store: Store) -> None:
    found = _on(store, _entity_watch(store, "the Heron"))
    assert found.watched.name == "Ikaika Mbeki"
    assert found.watched.type is EntityType.PERSON
    assert found.lines[0].document == FLIGHT.id[:6]
    assert {line.document for line in found.lines} == {FLIGHT.id[:6], DEPOT.id[:6]}
    assert found.count == 6
    assert _news(store).since is None


def test_after_a_visit_only_what_came_later_is_new(store: Store) -> None:
    store.add_decision(_entity_watch(store, "Ikaika Mbeki").decision())
    _visit(store, DEPOT.id)
    later = _news(store)
    assert [each.report.reference for each in later.reports] == [FLIGHT.id[:6]]
    assert [line.document for line in later.watched[0].lines] == [FLIGHT.id[:6]]
    assert later.since == "2026-01-03T10:00:00Z"
    _visit(store, later.until)
    again = _news(store)
    assert (again.reports, again.watched[0].count, again.until) == ((), 0, FLIGHT.id)
    assert news(Ledger(store), "Ito").since is None


def test_a_visit_to_a_report_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(NotFound):
        seen(store, "0" * 16, 0, "Noor", "2026")


def test_a_type_is_watched_in_any_case(store: Store) -> None:
    found = _on(store, watch_type(store, "assault", *WHO))
    assert (found.watched.name, found.count) == ("ASSAULT", 1)
    with pytest.raises(InputError, match="no type of event"):
        watch_type(store, "picnic", *WHO)


def test_a_type_of_the_codebook_is_watched(store: Store) -> None:
    codebook = "scheme: Fuel\ntypes:\n  - type: depot raid\n    words: [depot]\n"
    store.add_decision(adopted(codebook, "Ito", "2026-01-01T10:00:00Z"))
    found = _on(store, watch_type(store, "Depot Raid", *WHO))
    assert [line.predicate.value for line in found.lines] == ["ASSAULT"]


def test_words_are_watched_as_search_finds_them(store: Store) -> None:
    found = _on(store, watch_words("  attack  depot ", *WHO))
    assert found.watched.name == "attack depot"
    assert [each.passage.report.reference for each in found.found] == [DEPOT.id[:6]]
    assert "attacked the Vellmar fuel depot" in found.found[0].passage.text
    with pytest.raises(InputError, match="no words"):
        watch_words(' "" ', *WHO)


def test_a_place_is_watched_with_what_lies_within(store: Store) -> None:
    entities = store.entities()
    tashkel = next(each for each in entities if each.name == "Tashkel")
    land = replace(
        tashkel, place=Place("Zembala", 41.0, 60.5, Precision.COUNTRY, 900.0, country="ZZ")
    )
    rest = [each for each in entities if each is not tashkel]
    store.put_resolution([], [*rest, land], store.events())
    found = _on(store, watch_entity(land, *WHO))
    assert "ASSAULT" in {line.predicate.value for line in found.lines}
    assert found.watched.type is EntityType.PLACE


def test_a_watch_follows_a_merge(store: Store) -> None:
    store.add_decision(_entity_watch(store, "Sefa Mbeki").decision())
    sefa, mbeki = (
        next(x for x in store.entities() if x.name == name)
        for name in ("Sefa Mbeki", "Ikaika Mbeki")
    )
    one = replace(mbeki, chains=(*mbeki.chains, *sefa.chains))
    rest = [each for each in store.entities() if each not in (sefa, mbeki)]
    store.put_resolution([], [*rest, one], store.events())
    assert [each.name for each in watched(Ledger(store))] == ["Ikaika Mbeki"]


def test_a_watch_finds_its_mention_in_another_chain_after_another_reading(store: Store) -> None:
    mbeki = next(x for x in store.entities() if x.name == "Ikaika Mbeki")
    reading = store.reading(DEPOT.id)
    assert reading is not None
    chain = next(each for each in reading.chains if each.id in mbeki.chains)
    later = reading.mentions[chain.mentions[-1]].head.begin
    watch = Watch(WatchSort.ENTITY, f"{DEPOT.id}:{later}", "Mbeki", *WHO)
    assert _on(store, watch).watched.name == "Ikaika Mbeki"


def test_a_watch_on_what_is_gone_says_so_and_finds_nothing(store: Store) -> None:
    found = _on(store, Watch(WatchSort.ENTITY, f"{DEPOT.id}:999999", "Okoye", *WHO))
    assert (found.watched.name, found.watched.reference, found.count) == ("Okoye", None, 0)


def test_a_watch_is_dropped_by_undoing_it(store: Store) -> None:
    watch = watch_type(store, "ASSAULT", *WHO)
    store.add_decision(watch.decision())
    for decision in unwatched(store, "type:ASSAULT", "Ito", "2026-01-04T10:00:00Z"):
        store.add_decision(decision)
    assert watched(Ledger(store)) == ()
    with pytest.raises(NotFound, match="not watched"):
        unwatched(store, "type:ASSAULT", "Ito", "2026-01-05T10:00:00Z")


def test_a_dispute_is_new_when_a_new_report_speaks_on_it(told: Store) -> None:
    (dispute,) = _news(told).disputed
    assert dispute.on == ("killed",)
    assert len(dispute.lines) == 4
    *before, last = told.arrivals()
    _visit(told, before[-1])
    (dispute,) = _news(told).disputed
    assert [line.document for line in dispute.lines] == [last[:6]]
    _visit(told, last)
    assert _news(told).disputed == ()


def test_arrivals_say_whom_they_copy(told: Store) -> None:
    by_publisher = {each.report.publisher: each for each in _news(told).reports}
    copy = by_publisher["Lindal Herald"]
    assert copy.copy is CopyKind.SAME
    assert copy.of is not None and copy.of.publisher == "Meridian Agency"
    assert by_publisher["Coast Weekly"].copy is None
    assert by_publisher["Coast Weekly"].statements == 1


def test_a_correction_is_new_when_it_comes_in(told: Store) -> None:
    assert _news(told).corrected == ()
    _visit(told, told.arrivals()[-1])
    told.add_document(
        *report(
            "Correction: our report of May 5 that nine workers were killed was wrong.",
            published="1921-05-06",
            publisher="Coast Weekly",
            title="Correction",
        )
    )
    (corrected,) = _news(told).corrected
    assert corrected.of.title == "Nine die"


def test_failures_are_new_by_their_number(store: Store) -> None:
    store.add_failure(Failure("a.pdf", "is not read yet"))
    assert [each.name for each in _news(store).failures] == ["a.pdf"]
    _visit(store, FLIGHT.id, _news(store).known_failures)
    store.add_failure(Failure("b.pdf", "is not read yet"))
    assert [each.name for each in _news(store).failures] == ["b.pdf"]


def test_the_front_page_has_the_last_reports_first(told: Store) -> None:
    page = front(Ledger(told), "Noor")
    assert page.counts.documents == 4
    assert page.latest[0].report.publisher == "Coast Weekly"
    assert page.highlights
    assert page.news.disputed


def test_an_empty_record_has_no_news() -> None:
    with open_store(":memory:") as empty:
        empty.add_decision(watch_words("ferry", *WHO).decision())
        page = front(Ledger(empty), "Noor")
        assert (page.news.until, page.news.reports, page.highlights) == (None, (), ())
        assert page.news.watched[0].count == 0


def test_a_feed_holds_reports_with_what_is_watched_in_them(store: Store) -> None:
    store.add_decision(_entity_watch(store, "Sefa Mbeki").decision())
    store.add_decision(watch_words("depot", "Noor", "2026-01-02T11:00:00Z").decision())
    flight, depot = feed(Ledger(store)).items
    assert (flight.names, depot.names) == (("Sefa Mbeki",), ("depot",))
    assert [line.sentence for line in flight.lines] and not flight.found
    assert depot.found and not depot.lines
    assert flight.changed == "2021-03-14"
