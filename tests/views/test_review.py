"""What waits for people, in which order, and what they decided."""

from dataclasses import replace

from tests.handmade import DEPOT

from onrecord import pipeline, views
from onrecord.model import Predicate, Statement
from onrecord.resolve import Act
from onrecord.store import Store
from onrecord.views.report import report

NOOR = Act("Noor", "2021-04-01T12:00:00Z", ("heard the tape",))


def _told(store: Store, predicate: Predicate) -> Statement:
    return next(x for x in store.statements(document=DEPOT.id) if x.predicate is predicate)


def _doubt(store: Store, **confidences: float) -> None:
    """Let the program be less sure of some statements, by their predicates."""
    reading = store.reading(DEPOT.id)
    assert reading is not None
    statements = tuple(
        replace(each, confidence=confidences.get(each.predicate.value, each.confidence))
        for each in reading.statements
    )
    store.put_reading(replace(reading, statements=statements))


def _order(store: Store) -> list[Predicate]:
    return [each.line.predicate for each in views.review(store, 0, 4).waiting]


def test_what_the_program_is_least_sure_of_comes_first(store: Store) -> None:
    _doubt(store, born=0.5, engaged_in=0.3, present_at=0.4)
    born, doing, being = Predicate.BORN, Predicate.ENGAGED_IN, Predicate.PRESENT_AT
    assert _order(store)[:3] == [doing, being, born]


def test_a_watched_name_weighs(store: Store) -> None:
    _doubt(store, born=0.8, claims_responsibility=0.6)
    assert _order(store)[:2] == [Predicate.CLAIMS_RESPONSIBILITY, Predicate.BORN]
    found = views.find_entity(store, "Ikaika Mbeki")
    assert isinstance(found, views.Fit)
    store.add_decision(views.watch_entity(found.entity, "Noor", NOOR.at).decision())
    first = views.review(store, 0, 1).waiting[0]
    assert first.line.predicate is Predicate.BORN
    assert first.watched == ("Ikaika Mbeki",)


def test_what_somebody_decided_waits_no_more(store: Store) -> None:
    before = views.review(store, 0, 1).statements
    pipeline.accept(store, _told(store, Predicate.BORN).id, NOOR)
    after = views.review(store, 0, 50)
    assert after.statements == before - 1
    assert Predicate.BORN not in [each.line.predicate for each in after.waiting]


def test_pages_of_the_queue_follow_each_other(store: Store) -> None:
    whole = views.review(store, 0, 50).waiting
    assert views.review(store, 0, 2).waiting + views.review(store, 2, 2).waiting == whole[:4]


def test_a_form_shows_what_stands_and_the_words_around(store: Store) -> None:
    statement = _told(store, Predicate.BORN)
    shown = views.correctable(views.Ledger(store), statement)
    assert shown.fields["role.object"] == "Tashkel"
    assert {"Ikaika Mbeki", "Salt Road Front"} <= set(shown.names)
    assert shown.passage.text in DEPOT.text
    begin, end = shown.passage.marks[0]
    assert shown.passage.text[begin:end] == statement.quote


def test_acts_tell_who_did_what_and_why(store: Store) -> None:
    born, claim = _told(store, Predicate.BORN), _told(store, Predicate.CLAIMS_RESPONSIBILITY)
    pipeline.correct(store, born.id, {"place": "Vellmar"}, NOOR)
    pipeline.reject(store, claim.id, Act("Ito", "2021-04-02T12:00:00Z"))
    found = views.acts(store, 0, 5)
    rejected, corrected = found.rows
    assert found.count == 2
    assert (rejected.by, rejected.ruling, rejected.statement) == ("Ito", "rejected", None)
    assert rejected.quote == claim.quote
    assert corrected.changes == (
        views.Change("place", "Tashkel", "Vellmar"),
        views.Change("map", "Tashkel, ZZ #12", ""),
    )
    assert (corrected.note, corrected.by, corrected.at) == ("heard the tape", "Noor", NOOR.at)
    assert corrected.report == report(store, DEPOT.id).report
    assert views.acts(store, 1, 5).rows == (corrected,)


def test_an_act_taken_back_is_told_no_more(store: Store) -> None:
    pipeline.accept(store, _told(store, Predicate.BORN).id, NOOR)
    pipeline.take_back(store, NOOR.by, NOOR.at, Act("Ito", "2021-04-02T12:00:00Z"))
    assert views.acts(store, 0, 5) == views.Acts((), 0, 0)


def test_a_merge_is_one_act_of_two_parties(store: Store) -> None:
    one, other = (
        found.entity
        for name in ("Ikaika Mbeki", "Sefa Mbeki")
        if isinstance(found := views.find_entity(store, name), views.Fit)
    )
    pipeline.merge(store, one, other, NOOR)
    [row] = views.acts(store, 0, 5).rows
    assert (row.ruling, [each.words for each in row.parties]) == (
        "same",
        ["Ikaika Mbeki", "Sefa Mbeki"],
    )
