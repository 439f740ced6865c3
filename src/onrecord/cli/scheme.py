"""Commands on event types of one's own: use, drop, show, relevance."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord import views
from onrecord.cli.schemepage import relevance_page, uses_page
from onrecord.cli.session import (
    AsJson,
    By,
    Context,
    Record,
    note,
    opened,
    print_json,
    print_page,
)
from onrecord.cli.session import user as current_user
from onrecord.errors import InputError, NotFound
from onrecord.lexicon.codebook import Codebook
from onrecord.lexicon.codefile import read_codebook
from onrecord.lexicon.scheme import adopted, in_force
from onrecord.pipeline import now
from onrecord.store import Store
from onrecord.views import counted

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True)

File = Annotated[Path, typer.Argument(metavar="FILE", help="The codebook, as YAML.")]


@app.callback()
def scheme() -> None:
    """Event types of one's own beside PLOVER's."""


@app.command("use")
def use(context: Context, path: File, by: By = None, record: Record = None) -> None:
    """Code what is on record by a codebook from now on."""
    text = _text(path)
    codebook = read_codebook(text, str(path))
    with opened(context, record) as store:
        store.add_decision(adopted(text, by or current_user(), now()))
        coded = sum(each.statements > 0 for each in views.uses(store))
    types = counted(len(codebook.types), "type")
    note(f"On record: {codebook.name}, {types}, of which {coded} have statements.")


@app.command("drop")
def drop(context: Context, by: By = None, record: Record = None) -> None:
    """Code by no codebook any more; it stays on record that there was one."""
    with opened(context, record) as store:
        if in_force(store.decisions()) is None:
            raise NotFound("no codebook is in use")
        store.add_decision(adopted("", by or current_user(), now()))
    note("On record: no codebook is in use.")


@app.command("show")
def show(context: Context, as_json: AsJson = False, record: Record = None) -> None:
    """The types in use, and how many statements are of each."""
    with opened(context, record) as store:
        codebook = _in_use(store)
        found = views.uses(store)
    if as_json:
        print_json(found)
    else:
        print_page(uses_page(codebook, found))


@app.command("relevance")
def relevance(
    context: Context,
    path: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A codebook, else the one in use.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", help="How many reports at most.")] = 20,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """Which reports have to do with a codebook, by its words, before they are coded."""
    codebook = read_codebook(_text(path), str(path)) if path else None
    with opened(context, record) as store:
        found = views.relevance(store, codebook or _in_use(store))
    if as_json:
        print_json(found)
    else:
        print_page(relevance_page(found, limit))


def _in_use(store: Store) -> Codebook:
    codebook = in_force(store.decisions())
    if codebook is None:
        raise NotFound("no codebook is in use; say which by `onrecord scheme use FILE`")
    return codebook


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error
