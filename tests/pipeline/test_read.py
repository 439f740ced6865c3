"""Reports on record and read, whatever comes in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.samples import FERRY, HARBOUR, read_simply, report

from onrecord.errors import InputError, ModelError
from onrecord.model import Document, Failure, Reading
from onrecord.pipeline import (
    Local,
    Outcome,
    Reader,
    Step,
    Summary,
    attempts,
    read,
    rebuild,
    reconcile,
)
from onrecord.store import Store, open_store


def make() -> Reader:
    return read_simply


def make_none() -> Reader:
    raise ModelError("no network is there; install onrecord-english")


def read_with_defects(document: Document) -> Reading:
    """Fails, in ways of its own, on the harbour and on what is told in a whisper."""
    if document == HARBOUR[0]:
        return read_simply(document).chains[99]  # type: ignore[return-value]
    if "whisper" in document.text:
        raise InputError("too quiet to be read")
    return read_simply(document)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db") as opened:
        yield opened


def test_reports_are_kept_and_read(store: Store) -> None:
    assert read([FERRY, HARBOUR], store, make) == Summary(read=2, known=0, skipped=0, failed=0)
    assert store.reading(FERRY[0].id) == read_simply(FERRY[0])


def test_reading_twice_changes_nothing(store: Store) -> None:
    read([FERRY, HARBOUR], store, make)
    before = store.counts()
    again = read([FERRY, HARBOUR], store, make_none)
    assert again == Summary(read=0, known=2, skipped=0, failed=0)
    assert store.counts() == before


def test_a_bad_report_never_stops_the_run(store: Store) -> None:
    whisper = report("He said it in a whisper.")
    steps: list[Step] = []
    summary = read(
        [HARBOUR, Failure("a.bin", "no text in it"), whisper, FERRY],
        store,
        lambda: read_with_defects,
        progress=steps.append,
    )
    assert summary == Summary(read=1, known=0, skipped=0, failed=3)
    assert {failure.reason for failure in store.failures()} == {
        "no text in it",
        "could not be read: IndexError: tuple index out of range",
        "too quiet to be read",
    }
    assert store.failures()[1].sha256
    assert [step.outcome for step in steps].count(Outcome.FAILED) == 3
    assert all("\n" not in step.reason for step in steps)


def test_a_failed_report_is_tried_again_and_its_failure_kept_once(store: Store) -> None:
    for _ in range(2):
        read([HARBOUR], store, lambda: read_with_defects)
    assert len(store.failures()) == 1
    assert read([], store, make).read == 1


def test_words_that_are_not_in_the_text_do_not_go_on_record(store: Store) -> None:
    def invent(document: Document) -> Reading:
        reading = read_simply(document)
        first, *rest = reading.statements
        return replace(reading, statements=(replace(first, quote="Never said."), *rest))

    assert read([FERRY], store, lambda: invent).failed == 1
    assert "does not quote its document" in store.failures()[0].reason
    assert list(store.statements()) == []


def test_two_statements_with_one_id_do_not_go_on_record(store: Store) -> None:
    def twice(document: Document) -> Reading:
        reading = read_simply(document)
        return replace(reading, statements=reading.statements * 2)

    assert read([FERRY], store, lambda: twice).failed == 1
    assert "same id" in store.failures()[0].reason


def test_a_report_in_another_language_is_kept_and_not_read(store: Store) -> None:
    french, original = report("Le bac est en feu.")
    french = replace(french, language="fr")
    steps: list[Step] = []
    summary = read([(french, original)], store, make_none, progress=steps.append)
    assert summary == Summary(read=0, known=0, skipped=1, failed=0)
    assert steps[0].reason == "kept, but not read: its language is 'fr'"
    assert store.document(french.id) == french
    assert read([(french, original)], store, make_none).known == 1


def test_a_report_too_short_to_tell_its_language_is_read(store: Store) -> None:
    document, original = FERRY
    assert read([(replace(document, language=None), original)], store, make).read == 1


def test_a_run_that_was_cut_off_is_finished_by_the_next(store: Store) -> None:
    store.add_document(*FERRY)
    assert read([HARBOUR], store, make).read == 2


def test_a_new_text_under_a_known_address_is_a_new_version(store: Store) -> None:
    url = "https://alwen.example/ferry"
    texts = ("The ferry is still.", "The ferry is afloat.")
    second, third = (report(text, url=url) for text in texts)
    read([FERRY, second, third], store, make)
    versions = store.versions(url)
    assert [each.version_of for each in versions] == [None, FERRY[0].id, FERRY[0].id]
    assert read([second], store, make).known == 1


def test_a_network_that_is_missing_stops_the_run_but_loses_no_report(store: Store) -> None:
    with pytest.raises(ModelError):
        read([FERRY], store, make_none)
    assert store.unread() == (FERRY[0].id,)


@pytest.mark.parametrize("workers", [1, 2])
def test_documents_are_read_in_their_order_wherever_they_are_read(workers: int) -> None:
    documents = [report(f"Ada Nkemelu met Boris Tamm. Number {n}.")[0] for n in range(20)]
    done = list(attempts(make, documents, workers))
    assert [each.document for each in done] == documents
    assert [each.reading for each in done] == [read_simply(each) for each in documents]


def test_a_network_that_is_missing_stops_several_processes_too() -> None:
    with pytest.raises(ModelError, match="no network is there"):
        list(attempts(make_none, [FERRY[0]], workers=2))


def test_what_one_process_finds_several_find(store: Store) -> None:
    read([FERRY, HARBOUR], store, make, where=Local(2))
    reconcile(store)
    with open_store(":memory:") as other:
        read([FERRY, HARBOUR], other, make)
        reconcile(other)
        assert list(other.statements()) == list(store.statements())
        assert other.entities() == store.entities()


def test_a_rebuild_without_a_network_leaves_the_record_as_it_was(store: Store) -> None:
    read([FERRY], store, make)
    before = store.counts()
    with pytest.raises(ModelError):
        rebuild(store, make_none)
    assert store.counts() == before
