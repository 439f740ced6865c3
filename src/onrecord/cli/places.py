"""Commands on places: import, called."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from onrecord import pipeline, views
from onrecord.cli.session import (
    AsJson,
    By,
    Context,
    Record,
    note,
    opened,
    print_json,
    print_page,
    settings,
    user,
)
from onrecord.errors import NotFound
from onrecord.model import Located
from onrecord.store import Store, open_store
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


@app.command("called")
def called(
    context: Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, as reports give it.")],
    reference: Annotated[
        str | None,
        typer.Option("--in", metavar="REF", help="A statement: how far they are from its places."),
    ] = None,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """The places of a name, told apart, as `correct --map` takes them."""
    chosen = settings(context, record)
    with opened(context, record) as store:
        located, others = _told(store, reference) if reference else (None, ())
        with closing(pipeline.atlas(store, chosen.record, chosen.cache)()) as gazetteer:
            found = views.sites(name, located, others, gazetteer)
    if not found.rows:
        raise NotFound(f"no place that is known is called {name!r}")
    if as_json:
        print_json(found)
    else:
        print_page(map(_site_line, found.rows))


def _told(store: Store, reference: str) -> tuple[Located | None, tuple[Located, ...]]:
    """The place of a statement, and all that its report names."""
    ledger = views.Ledger(store)
    shown = views.correctable(
        ledger, store.statement(ledger.full_id(reference.strip("[]"), "statement"))
    )
    return shown.place, shown.named


def _site_line(site: views.Site) -> str:
    told = [", ".join((site.kind, *site.lies_in))]
    if site.population:
        told.append(f"{site.population:,} people")
    if site.beside:
        told.append(f"{site.km:,} km from {site.beside}")
    return f"{site.typed}: {'; '.join(told)}{' (as it stands)' if site.stands else ''}"
