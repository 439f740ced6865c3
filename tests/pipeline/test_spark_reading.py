"""Reading on Spark: what one machine puts on record, whatever a page does to a worker."""

import os
import pickle
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from tests.pipeline.test_read import make, make_none, read_with_defects
from tests.samples import FERRY, HARBOUR, read_simply, report

from onrecord.errors import ModelError, SparkError
from onrecord.export.jsonl import export_lines
from onrecord.lexicon.imports import Addition
from onrecord.lexicon.placerow import PlaceRow
from onrecord.model import Document, Original, Reading
from onrecord.pipeline import (
    Outcome,
    Reader,
    Spark,
    Step,
    Summary,
    carried,
    read,
    rebuild,
    reconcile,
)
from onrecord.pipeline.spark.failure import in_one_line
from onrecord.store import Store, open_store

DEADLY = "This page ends who reads it."


def make_with_defects() -> Reader:
    return read_with_defects


def make_mortal() -> Reader:
    def read_or_die(document: Document) -> Reading:
        if DEADLY in document.text:
            os._exit(1)
        return read_simply(document)

    return read_or_die


def make_elsewhere() -> Reader:
    raise ImportError("No module named 'onrecord_english'")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db") as opened:
        yield opened


def reports(count: int) -> list[tuple[Document, Original]]:
    return [report(f"Ada Nkemelu met Boris Tamm. Number {n}.") for n in range(count)]


def exported(store: Store) -> list[str]:
    return list(export_lines(store))


def test_spark_puts_on_record_what_one_machine_does(store: Store, spark: Spark) -> None:
    inputs = [FERRY, HARBOUR, report("He said it in a whisper."), *reports(10)]
    summary = read(inputs, store, make_with_defects, where=spark)
    assert summary == Summary(read=11, known=0, skipped=0, failed=2)
    reconcile(store, spark)
    with open_store(":memory:") as other:
        read(inputs, other, make_with_defects)
        reconcile(other)
        assert exported(other) == exported(store)
        assert other.failures() == store.failures()
        assert {judgement.left for judgement in other.judgements()}
    rebuild(store, make, where=spark)
    assert store.reading(HARBOUR[0].id) == read_simply(HARBOUR[0])


def test_documents_come_back_in_their_order(spark: Spark) -> None:
    documents = [document for document, _ in reports(30)]
    tried = list(spark.attempts(make, documents))
    assert [each.document for each in tried] == documents
    assert [each.reading for each in tried] == [read_simply(each) for each in documents]


def test_a_page_that_kills_its_worker_fails_and_the_run_goes_on(store: Store, spark: Spark) -> None:
    steps: list[Step] = []
    inputs = [FERRY, report(DEADLY), HARBOUR]
    summary = read(inputs, store, make_mortal, where=spark, progress=steps.append)
    assert summary == Summary(read=2, known=0, skipped=0, failed=1)
    (failed,) = (step for step in steps if step.outcome is Outcome.FAILED)
    assert failed.reason == "could not be read: it ended the process that read it"


def test_a_run_that_was_cut_off_goes_on(store: Store, spark: Spark) -> None:
    def tire(step: Step) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(reports(20), store, make, where=spark, progress=tire)
    left = len(store.unread())
    assert 0 < left < 20
    assert read([], store, make, where=spark).read == left


def test_a_network_that_is_missing_is_told_as_it_is_here(store: Store, spark: Spark) -> None:
    with pytest.raises(ModelError, match="no network is there"):
        read([FERRY], store, make_none, where=spark)
    assert store.unread() == (FERRY[0].id,)


def test_what_else_fails_on_a_worker_is_one_line(spark: Spark) -> None:
    with pytest.raises(SparkError) as caught:
        list(spark.attempts(make_elsewhere, [FERRY[0]]))
    told = "the Spark cluster failed: ImportError: No module named 'onrecord_english'"
    assert str(caught.value) == told


def test_imported_places_travel_without_the_record() -> None:
    rows = (PlaceRow("Port Alwen", 12.5, -3.25, ("Alwen",), "ZZ", geonames_id=77),)
    (addition,) = carried([Addition("digest", partial(_rows, rows), picked=False)])
    (sent,) = pickle.loads(pickle.dumps((addition,)))
    assert (sent.digest, sent.picked) == ("digest", False)
    assert tuple(sent.rows()) == tuple(sent.rows()) == rows


def _rows(rows: Sequence[PlaceRow]) -> Sequence[PlaceRow]:
    return rows


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "An error occurred while calling o1.collect.\n: org.apache.spark.SparkException: Job "
            "aborted: it was late\n\tat org.apache.spark.Job.run(Job.scala:1)",
            "Job aborted: it was late",
        ),
        (
            "x.PythonException: [X] An exception was thrown: Traceback (most recent call last):\n"
            '  File "a.py", line 1, in <module>\n    import b\nModuleNotFoundError: No b\n\tat x.Y',
            "ModuleNotFoundError: No b",
        ),
        ("[MASTER] It is not there.\nElse.", "[MASTER] It is not there."),
        ("", ""),
    ],
)
def test_what_spark_says_comes_down_to_one_line(said: str, told: str) -> None:
    assert in_one_line(said) == told
