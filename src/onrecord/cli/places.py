"""Commands on places: import."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from onrecord import pipeline
from onrecord.cli.session import By, Context, Record, note, settings, user
from onrecord.store import open_store
from onrecord.views import counted

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True)


@app.callback()
def places() -> None:
    """Places to know beyond the built-in ones."""


@app.command("import")
def take_in(
    context: Context,
    path: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="GeoNames dump, Wikidata export or table; or a .zip."),
    ],
    name: Annotated[
        str | None, typer.Option("--name", help="What to call it; the file's name by default.")
    ] = None,
    by: By = None,
    record: Record = None,
) -> None:
    """Know the places of a file when reports are read."""
    from onrecord.lexicon.gazetteer import Gazetteer  # its tables take a while to load

    chosen = settings(context, record)
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with open_store(chosen.record) as store:
        made, new = pipeline.import_gazetteer(store, path, name or path.name, by or user(), at)
        told = f"{counted(made.count, 'place')} of {path} ({made.form})"
        if not new:
            note(f"{told} are on record in {chosen.record} as {made.name!r} already.")
            return
        note(f"On record in {chosen.record} as {made.name!r}: {told}.")
        Gazetteer.open(chosen.cache, pipeline.additions(store, chosen.record)).close()
        if store.counts().readings:
            note("Earlier reports keep their places until `onrecord rebuild` reads them again.")
