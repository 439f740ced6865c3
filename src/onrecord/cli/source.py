"""Commands on sources: what each says, and how reliable people find it."""

from typing import Annotated

import typer

from onrecord import views
from onrecord.cli.session import (
    AsJson,
    By,
    Context,
    Record,
    note,
    opened,
    print_json,
    print_page,
    user,
)
from onrecord.cli.sourcepage import grade_words, source_page, sources_page
from onrecord.lexicon.grading import graded
from onrecord.pipeline import now

__all__ = ["grade", "sources"]


def sources(
    context: Context,
    name: Annotated[str | None, typer.Argument(help="A source; without it, all of them.")] = None,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """What each source says, how often alone and how often contradicted; who copied whom."""
    with opened(context, record) as store:
        if name is None:
            rows = views.sources(store)
            print_json(rows) if as_json else print_page(sources_page(rows))
        else:
            card = views.source(store, name)
            print_json(card) if as_json else print_page(source_page(card))


def grade(
    context: Context,
    given: Annotated[
        tuple[str, str],
        typer.Argument(metavar="SOURCE LETTER", help="An outlet or speaker, and A to F."),
    ],
    topic: Annotated[
        str | None, typer.Option("--topic", help="Only for events of this type, such as ASSAULT.")
    ] = None,
    why: Annotated[str, typer.Option("--why", help="The reason, kept with the grade.")] = "",
    by: By = None,
    record: Record = None,
) -> None:
    """Put on record how reliable you find a source."""
    name, letter = given
    with opened(context, record) as store:
        known = views.known_source(store, name)
        found = graded(known, letter, by or user(), now(), topic, why)
        store.add_decision(found.decision())
    note(f"On record: {grade_words(found)}.")
