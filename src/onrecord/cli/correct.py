"""Commands by which people say how a statement is to be read: correct, accept, reject."""

from collections.abc import Sequence
from typing import Annotated

import typer

from onrecord import pipeline, views
from onrecord.cli.line import line_entry
from onrecord.cli.session import By, Context, Record, acting, note, opened, print_page, settings
from onrecord.errors import InputError
from onrecord.store import Store

__all__ = ["accept", "correct", "reject"]

Reference = Annotated[str, typer.Argument(metavar="REF", help="The reference of a statement.")]
Note = Annotated[str, typer.Option("--note", help="The reason, kept with the decision.")]
_WORDS = "; words of the report, several apart by ';', or '' for none"


def correct(  # noqa: PLR0913 - typer has one argument for each option
    context: Context,
    reference: Reference,
    type_: Annotated[
        str | None, typer.Option("--type", help="What is stated: born, or 'ASSAULT aerial'.")
    ] = None,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", metavar="ROLE=WORDS", help=f"Who or what fills a role{_WORDS}."),
    ] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", help=f"Who says so, the innermost first{_WORDS}.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", help="When, in EDTF, then the words for it, if any; '' for none."),
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="Where; words of the report, or '' for none.")
    ] = None,
    map_: Annotated[
        str | None,
        typer.Option("--map", help="Which place that is: '#2950159', '52.52, 13.40', or ''."),
    ] = None,
    everywhere: Annotated[
        bool, typer.Option("--everywhere", help="The same place wherever the report tells of it.")
    ] = False,
    certainty: Annotated[
        str | None, typer.Option("--certainty", help="How sure: 'PR+ alleged'.")
    ] = None,
    count: Annotated[
        list[str] | None,
        typer.Option("--count", metavar="WHOM=N", help="How many: killed=4, 3-5 or 60+."),
    ] = None,
    why: Note = "",
    by: By = None,
    record: Record = None,
) -> None:
    """Put on record what a statement says, where it was read wrong."""
    typed = {
        "type": type_,
        "speaker": speaker,
        "date": date,
        "place": place,
        "map": map_,
        "certainty": certainty,
    }
    form = {name: value for name, value in typed.items() if value is not None}
    form |= _parts("role", role or ()) | _parts("count", count or ())
    with opened(context, record) as store:
        key = _statement(store, reference)
        chosen = settings(context, record)
        atlas = pipeline.atlas(store, chosen.record, chosen.cache)
        pipeline.correct(store, key, form, acting(by, why), atlas, everywhere=everywhere)
        _show(store, key)


def accept(
    context: Context, reference: Reference, why: Note = "", by: By = None, record: Record = None
) -> None:
    """Put on record that a statement was read right."""
    with opened(context, record) as store:
        key = _statement(store, reference)
        pipeline.accept(store, key, acting(by, why))
        _show(store, key)


def reject(
    context: Context, reference: Reference, why: Note = "", by: By = None, record: Record = None
) -> None:
    """Take a statement that was read wrong off the record."""
    with opened(context, record) as store:
        key = _statement(store, reference)
        pipeline.reject(store, key, acting(by, why))
    note("Rejected; `onrecord undo` brings it back.")


def _parts(field: str, given: Sequence[str]) -> dict[str, str]:
    """`ROLE=WORDS` as fields of a form."""
    found = {}
    for each in given:
        name, sign, words = each.partition("=")
        if not sign:
            raise InputError(f"{each!r} names no {field}; give NAME=VALUE")
        found[f"{field}.{name.strip()}"] = words
    return found


def _statement(store: Store, reference: str) -> str:
    ledger = views.Ledger(store)
    return ledger.full_id(reference.strip("[]"), "statement")


def _show(store: Store, statement: str) -> None:
    lines = views.Ledger(store).lines([store.statement(statement)])
    print_page(line_entry(line) for line in lines)
