"""People join and part the accounts of events: their word wins, lasts, and is taken back whole."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.samples import read_simply, report

from onrecord import pipeline, views
from onrecord.errors import NotFound, ResolutionError
from onrecord.export import export_lines, import_lines
from onrecord.model import Document, Event, Opinion, Predicate, Reading, Statement
from onrecord.resolve import Act
from onrecord.store import Store, open_store

NOOR = Act("Noor", "1921-06-01T12:00:00Z", ("by the log",))
ITO = Act("Ito", "1921-06-02T12:00:00Z")
MORNING = report(
    "Amaru Quispe attacked the ferry on 3 May 1921, killing two.",
    published="1921-05-04",
    title="A ferry is attacked",
)
EVENING = report(
    "Two died. Amaru Quispe attacked the ferry on 3 May 1921, killing two, a clerk said.",
    published="1921-05-05",
    title="The ferry",
)
OTHER = report(
    "Ingrid Oyelaran attacked the mill on 9 June 1921, killing nine.",
    published="1921-06-10",
    title="A mill",
)
ALL = (MORNING, EVENING, OTHER)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as made:
        pipeline.read(ALL, made, lambda: read_simply)
        pipeline.reconcile(made)
        yield made


def told(store: Store, document: Document) -> Statement:
    (statement,) = store.statements(document=document.id)
    return statement


def event(store: Store, document: Document) -> Event:
    return views.event_at(views.Ledger(store), told(store, document).id)


def bare(store: Store) -> list[dict[str, object]]:
    """The export but for what people said."""
    lines = [json.loads(each) for each in export_lines(store)]
    return [each for each in lines if each["kind"] not in ("decision", "judgement")]


def test_the_program_joins_and_says_how_sure_it_is(store: Store) -> None:
    joined = event(store, MORNING[0])
    assert joined == event(store, EVENING[0])
    assert 0.5 < joined.confidence < 1
    assert joined.doubted is not None and {*joined.doubted} == {*joined.statements}
    alone = event(store, OTHER[0])
    assert (alone.confidence, alone.doubted) == (1.0, None)


def test_what_is_parted_stays_so_and_either_reference_opens_its_own(store: Store) -> None:
    before, joined = bare(store), event(store, MORNING[0])
    evening = told(store, EVENING[0])
    pipeline.split_event(store, joined, {evening.id}, NOOR)
    assert event(store, MORNING[0]).statements == (told(store, MORNING[0]).id,)
    assert event(store, EVENING[0]).id == f"event:{evening.id}"
    pipeline.rebuild(store, lambda: read_simply)
    assert event(store, EVENING[0]).statements == (evening.id,)
    pipeline.undo(store, NOOR, "Ito", ITO.at)
    assert bare(store) == before
    # What was cited while it was parted opens the event that it is of now.
    assert views.event_at(views.Ledger(store), f"event:{evening.id}") == joined


def test_what_is_joined_is_one_whatever_the_program_thinks(store: Store) -> None:
    before = bare(store)
    pipeline.merge_events(store, event(store, OTHER[0]), event(store, MORNING[0]), NOOR)
    one = event(store, OTHER[0])
    assert {*one.statements} == {told(store, each[0]).id for each in ALL}
    with pytest.raises(ResolutionError, match="one event on record already"):
        pipeline.merge_events(store, one, event(store, MORNING[0]), ITO)
    pipeline.rebuild(store, lambda: read_simply)
    assert event(store, OTHER[0]) == one
    pipeline.undo(store, NOOR, "Ito", ITO.at)
    assert bare(store) == before


def test_the_later_word_wins_and_undone_leaves_the_earlier(store: Store) -> None:
    left, right = (told(store, each[0]).id for each in (MORNING, EVENING))
    pipeline.judge_accounts(store, left, right, Opinion.DIFFERENT, NOOR)
    assert event(store, MORNING[0]) != event(store, EVENING[0])
    pipeline.judge_accounts(store, left, right, Opinion.SAME, ITO)
    joined = event(store, MORNING[0])
    assert joined == event(store, EVENING[0])
    assert (joined.confidence, joined.doubted) == (1.0, None)
    pipeline.undo(store, ITO, "Noor", "1921-06-03T12:00:00Z")
    assert event(store, MORNING[0]) != event(store, EVENING[0])


def test_a_new_report_joins_what_people_left_of_it(store: Store) -> None:
    pipeline.split_event(store, event(store, MORNING[0]), {told(store, EVENING[0]).id}, NOOR)
    again = report(
        "Again: Amaru Quispe attacked the ferry on 3 May 1921, killing two.",
        published="1921-05-06",
        title="More on the ferry",
    )
    pipeline.read([again], store, lambda: read_simply)
    pipeline.reconcile(store)
    assert event(store, MORNING[0]) != event(store, EVENING[0])
    assert event(store, again[0]) in (event(store, MORNING[0]), event(store, EVENING[0]))


def test_another_model_and_a_correction_keep_what_was_judged(store: Store) -> None:
    """The statement that was judged may have another id, or be of another type by correction."""
    morning, evening = (told(store, each[0]) for each in (MORNING, EVENING))
    pipeline.correct(store, evening.id, {"type": "COERCE"}, ITO)
    pipeline.judge_accounts(store, morning.id, evening.id, Opinion.DIFFERENT, NOOR)

    def read_anew(document: Document) -> Reading:
        reading = read_simply(document)
        anew = (replace(each, id=f"{each.id}x") for each in reading.statements)
        return replace(reading, statements=tuple(anew))

    pipeline.rebuild(store, lambda: read_anew)
    assert told(store, EVENING[0]).predicate is Predicate.COERCE
    assert event(store, MORNING[0]) != event(store, EVENING[0])
    pipeline.judge_accounts(store, f"{morning.id}x", f"{evening.id}x", Opinion.SAME, ITO)
    assert event(store, MORNING[0]) == event(store, EVENING[0])
    pipeline.rebuild(store, lambda: read_simply)
    assert event(store, MORNING[0]) == event(store, EVENING[0])


def test_what_is_rejected_takes_nobody_elses_place(store: Store) -> None:
    morning, evening = (told(store, each[0]) for each in (MORNING, EVENING))
    pipeline.judge_accounts(store, morning.id, evening.id, Opinion.DIFFERENT, NOOR)
    pipeline.reject(store, evening.id, ITO)
    assert event(store, MORNING[0]).statements == (morning.id,)
    (rejected, judged) = views.acts(store).rows
    assert rejected.ruling == "rejected"
    assert [each.reference != "" for each in judged.accounts] == [True, False]


def test_it_travels_with_an_export(store: Store) -> None:
    pipeline.split_event(store, event(store, MORNING[0]), {told(store, EVENING[0]).id}, NOOR)
    lines = list(export_lines(store))
    with open_store(":memory:") as other:
        import_lines(lines, other, "a.jsonl")
        pipeline.reconcile(other)
        assert list(export_lines(other)) == lines


def test_none_or_all_cannot_be_parted(store: Store) -> None:
    joined = event(store, MORNING[0])
    for chosen, which in (((), "none"), (joined.statements, "all")):
        with pytest.raises(ResolutionError, match=which):
            pipeline.split_event(store, joined, chosen, NOOR)
    with pytest.raises(NotFound):
        views.event_at(views.Ledger(store), "event:zz")


def test_acts_and_the_page_tell_of_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["onrecord.views.oneness"], "_UNSURE", 1.0)
    joined, evening = event(store, MORNING[0]), told(store, EVENING[0])
    (doubt,) = views.review(store, 0, 5).events
    assert {doubt.left.line.quote, doubt.right.line.quote} == {
        told(store, each[0]).quote for each in (MORNING, EVENING)
    }
    pipeline.split_event(store, joined, {evening.id}, NOOR)
    assert views.review(store, 0, 5).events == ()
    (row,) = views.acts(store).rows
    assert (row.ruling, row.note, len(row.accounts)) == ("different", "by the log", 2)
    assert row.told.startswith(f"different: “{evening.quote}” and “")
    page = views.oneness(store, event(store, EVENING[0]))
    (verdict,) = page.verdicts
    assert (verdict.by, verdict.opinion, len(verdict.others)) == ("Noor", Opinion.DIFFERENT, 1)
    assert [each.reference for each in page.beside] == [
        views.Ledger(store).short[event(store, MORNING[0]).id]
    ]
    pipeline.judge_accounts(store, evening.id, told(store, OTHER[0]).id, Opinion.UNSURE, ITO)
    assert event(store, OTHER[0]) != event(store, EVENING[0])
