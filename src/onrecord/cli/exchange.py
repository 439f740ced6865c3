"""Commands that carry a record out and in: export, import."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord import pipeline, views
from onrecord.cli.session import Context, Record, note, opened, settings
from onrecord.errors import InputError
from onrecord.export.atom import atom
from onrecord.export.corrections import correction_lines
from onrecord.export.jsonl import export_lines, import_lines
from onrecord.intake import STDIN
from onrecord.store import open_store
from onrecord.views import counted

__all__ = ["Format", "export", "take_in"]


class Format(StrEnum):
    """What a record can be written as."""

    JSONL = "jsonl"
    ATOM = "atom"
    CORRECTIONS = "corrections"


def export(
    context: Context,
    form: Annotated[Format, typer.Option("--format", help="The format.")] = Format.JSONL,
    record: Record = None,
) -> None:
    """Write the record, a feed of what is watched in it, or what people corrected, to standard
    output."""
    with opened(context, record) as store:
        match form:
            case Format.JSONL:
                for line in export_lines(store):
                    sys.stdout.write(f"{line}\n")
            case Format.CORRECTIONS:
                for line in correction_lines(store):
                    sys.stdout.write(f"{line}\n")
            case Format.ATOM:
                name = Path(settings(context, record).record).name
                sys.stdout.buffer.write(atom(views.feed(views.Ledger(store)), name))


def take_in(
    context: Context,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="What `export` wrote, or -.")],
    record: Record = None,
) -> None:
    """Read back what `export` wrote."""
    chosen = settings(context, record)
    try:
        lines = sys.stdin if path == STDIN else path.open(encoding="utf-8")
        with lines, open_store(chosen.record) as store:
            if not import_lines(lines, store, str(path)):
                pipeline.amend(store)
                pipeline.reconcile(store)
            counts = store.counts()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
    note(f"On record in {chosen.record}: {counted(counts.documents, 'report')}.")
