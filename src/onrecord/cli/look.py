"""Commands that look at the record: highlights, dossier, lineage, timeline and so on."""

from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

from onrecord import views
from onrecord.cli import page
from onrecord.cli.bond import lineage_page
from onrecord.cli.choose import choose
from onrecord.cli.session import AsJson, Context, Record, opened, print_json, print_page

__all__ = ["dossier", "highlights", "lineage", "search", "show", "timeline", "why"]

T = TypeVar("T")
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name, a part of one, or a reference.")]


def highlights(
    context: Context,
    report: Annotated[
        str | None, typer.Argument(help="Reference of one report; without it, the whole record.")
    ] = None,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """The sentences that an editor would put on top."""
    with opened(context, record) as store:
        document = None
        if report is not None:
            document = views.Ledger(store).full_id(report, "document")
        found = views.highlights(store, document)
    if as_json:
        print_json(found)
    else:
        print_page(page.highlights_page(found))


def dossier(
    context: Context,
    name: Name,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """All that is on record of one person, group or place."""
    with opened(context, record) as store:
        found = views.dossier(store, choose(store, name))
    if as_json:
        print_json(found)
    else:
        print_page(page.dossier_page(found))


def lineage(
    context: Context,
    name: Name,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """The history of one group: splits, mergers, names, leaders and members."""
    with opened(context, record) as store:
        found = views.lineage(store, choose(store, name))
    if as_json:
        print_json(found)
    else:
        print_page(lineage_page(found))


def why(
    context: Context,
    name: Name,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """Why what several reports name is taken for one."""
    with opened(context, record) as store:
        found = views.joins(store, choose(store, name))
    if as_json:
        print_json(found)
    else:
        print_page(page.joins_page(found))


def timeline(
    context: Context,
    name: Annotated[
        str | None, typer.Argument(help="A name or reference; without it, the whole record.")
    ] = None,
    undated: Annotated[bool, typer.Option("--undated", help="List what has no date, too.")] = False,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """What is said to have happened when."""
    with opened(context, record) as store:
        found = views.timeline(store, None if name is None else choose(store, name))
    _print(found, as_json, lambda seen: page.timeline_page(seen, undated))


def search(
    context: Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help='Words; "in quotation marks" side by side.')
    ],
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """Paragraphs of the reports that hold these words."""
    wanted = " ".join(words)
    with opened(context, record) as store:
        found = views.search(store, wanted)
    _print(found, as_json, lambda seen: page.search_page(seen, wanted))


def show(
    context: Context,
    reference: Annotated[str, typer.Argument(metavar="REF", help="What stands in brackets.")],
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """Open a reference in its paragraph, the quotation marked."""
    with opened(context, record) as store:
        found = views.show(store, reference.strip("[]"))
    if as_json:
        print_json(found)
    else:
        print_page(page.shown_page(found))


def _print(found: T, as_json: bool, as_page: Callable[[T], page.Page]) -> None:
    """A view as JSON, or as a page of text."""
    if as_json:
        print_json(found)
    else:
        print_page(as_page(found))
