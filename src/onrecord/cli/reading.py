"""Commands that read reports: read, rebuild."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from onrecord import intake, pipeline
from onrecord.cli.progress import Bar
from onrecord.cli.session import Context, OnSpark, Record, note, opened, settings
from onrecord.errors import InputError
from onrecord.export.schemes import Facts, Places, Together
from onrecord.lexicon.imports import Addition
from onrecord.pipeline import Local, Maker, Reader, Summary, Where, reader
from onrecord.settings import Settings
from onrecord.store import Store, open_store
from onrecord.views import counted

__all__ = ["derive_again", "maker", "put_on_record", "read", "rebuild", "told", "tools"]

_EACH = 8
"""Reports for which one more process pays."""
_SPARK_LOG = "spark.log"


def tools(cache: Path, more: Sequence[Addition] = ()) -> tuple[Reader, Facts, Places, Together]:
    """The reader, what its network knows of entities, what resolves names of places, and what puts
    marked mentions of many reports together.

    The imports are here because loading takes a while.
    """
    from onrecord.extract.places import resolve
    from onrecord.extract.reader import reader as through_stages
    from onrecord.lexicon.gazetteer import Gazetteer
    from onrecord.nlp.network import Network
    from onrecord.resolve.mentions import across

    network, gazetteer = Network.load(), Gazetteer.open(cache, more)
    places = partial(resolve, gazetteer=gazetteer)
    together = partial(across, contexts=network.contexts)
    return through_stages(network, gazetteer), network.facts, places, together


def read(
    context: Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders, or -.")],
    spark: OnSpark = None,
    record: Record = None,
) -> None:
    """Put reports on record, and side by side."""
    chosen = settings(context, record, spark=spark)
    with open_store(chosen.record) as store, _kept():
        summary = put_on_record(store, paths, chosen)
        typer.echo(told(summary))
        _tell_counts(store, chosen.record)
    if summary.failed and not (summary.read or summary.known or summary.skipped):
        raise InputError("nothing could be read")


def rebuild(context: Context, spark: OnSpark = None, record: Record = None) -> None:
    """Derive everything again from reports and decisions."""
    chosen = settings(context, record, spark=spark)
    with opened(context, record) as store, _kept():
        derive_again(store, chosen)
        _tell_counts(store, chosen.record)


def put_on_record(store: Store, paths: Sequence[Path], chosen: Settings) -> Summary:
    """Read what is in `paths` and reconcile, with a bar on standard error."""
    make = maker(store, chosen)
    with _where(chosen, len(intake.find(paths))) as where, Bar("Reading") as bar:
        inputs = intake.read(paths, sys.stdin.buffer)
        summary = pipeline.read(inputs, store, make, where=where, progress=bar)
        pipeline.reconcile(store, where)
    return summary


def derive_again(store: Store, chosen: Settings) -> None:
    """Rebuild the record, with a bar on standard error."""
    make = maker(store, chosen)
    with _where(chosen, store.counts().documents) as where, Bar("Reading") as bar:
        pipeline.rebuild(store, make, where=where, progress=bar)


def maker(store: Store, chosen: Settings) -> Maker:
    """What makes the reader that goes by the gazetteers on record, in any process."""
    more = pipeline.additions(store, chosen.record)
    return partial(reader, chosen.cache, pipeline.carried(more) if chosen.spark else more)


@contextmanager
def _where(chosen: Settings, reports: int) -> Iterator[Where]:
    """The cluster, if one is set; else this machine, by as many processes as are set, or one a
    core where so many reports make that pay.
    """
    if chosen.spark:
        with pipeline.on_spark(chosen.spark, chosen.cache / _SPARK_LOG) as where:
            yield where
    else:
        cores = os.cpu_count() or 1
        yield Local(chosen.workers or max(1, min(cores, reports // _EACH)))


@contextmanager
def _kept() -> Iterator[None]:
    """Say, if the run is interrupted, that nothing is lost."""
    try:
        yield
    except KeyboardInterrupt:
        note("onrecord: stopped; what was read is kept, and the next `read` goes on from there")
        raise


def told(summary: Summary) -> str:
    """What became of reports, in one line."""
    parts = [f"{summary.read:,} read"]
    for count, words in (
        (summary.known, "on record already"),
        (summary.skipped, "kept, but not in English"),
        (summary.failed, "failed"),
    ):
        if count:
            parts.append(f"{count:,} {words}")
    return f"Reports: {', '.join(parts)}."


def _tell_counts(store: Store, record: str) -> None:
    counts = store.counts()
    held = ", ".join(
        (
            counted(counts.documents, "report"),
            counted(counts.statements, "statement"),
            counted(counts.entities, "entity", "entities"),
            counted(counts.events, "event"),
        )
    )
    typer.echo(f"On record in {record}: {held}.")
