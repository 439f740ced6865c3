"""The command that holds competing answers against what is on record."""

from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from onrecord import views
from onrecord.cli.choose import choose
from onrecord.cli.hypothesispage import case_page, letters, rivalries_page
from onrecord.cli.session import (
    AsJson,
    By,
    Context,
    Record,
    opened,
    print_json,
    print_page,
    user,
)
from onrecord.errors import NotFound
from onrecord.pipeline import now
from onrecord.store import Store
from onrecord.weigh.edits import Act, Edit, added
from onrecord.weigh.hypotheses import Cell, Hypothesis, Question

__all__ = ["hypotheses"]

_EVENT = "event:"
_FORMS = "add who|why WORDS; reword LETTER WORDS; drop LETTER; mark LETTER REF CELL"


def hypotheses(
    context: Context,
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[EVENT...|NAME]", help="References of one event, or a name; else a list."
        ),
    ] = None,
    edit: Annotated[
        list[str] | None, typer.Option("--edit", help=f"A change to keep: {_FORMS}.")
    ] = None,
    by: By = None,
    as_json: AsJson = False,
    record: Record = None,
) -> None:
    """Competing answers to who did it and why, and which has the least against it."""
    with opened(context, record) as store:
        ledger = views.Ledger(store)
        found = _rivalries(store, ledger, what or [])
        events = _events(ledger, what or [])
        if edit and not events:
            raise NotFound("an edit needs its event; give the event's reference")
        for words in edit or ():
            seen = views.case(ledger, events)
            store.add_decision(_edit(ledger, seen, words, by or user()).decision())
        case = views.case(ledger, events) if events else None
    if as_json:
        print_json(case or found)
    else:
        print_page(case_page(case) if case else rivalries_page(found))


def _events(ledger: views.Ledger, what: Sequence[str]) -> list[str]:
    """The events that are asked for by their references."""
    if not what or not all(each.strip("[]").startswith(_EVENT) for each in what):
        return []
    return [views.event_at(ledger, each).id for each in what]


def _rivalries(
    store: Store, ledger: views.Ledger, what: Sequence[str]
) -> tuple[views.Rivalry, ...]:
    """The events on which answers compete: all, or those in which a name takes part."""
    if _events(ledger, what):
        return ()
    found = views.rivalries(ledger).rows
    if not what:
        return found
    entity = choose(store, " ".join(what))
    part = {
        ledger.short[event.id]
        for event in store.events()
        if any(f.chain in entity.chains for fillers in event.roles.values() for f in fillers)
    }
    found = tuple(each for each in found if each.event.reference in part)
    if not found:
        raise NotFound(
            f"no event with {entity.name} has answers that compete;"
            " give an event by its reference to look at it all the same"
        )
    return found


def _edit(ledger: views.Ledger, case: views.Case, words: str, by: str) -> Edit:
    """The edit that somebody typed."""
    at = now()
    act, _, rest = words.strip().partition(" ")
    first, _, last = rest.strip().partition(" ")
    last = last.strip()
    if act == Act.ADD and first in list(Question) and last:
        return added(Question(first), case.anchor, last, by, at)
    question, hypothesis = _lettered(case, first, words)
    plain = (question, case.anchor, hypothesis.key, by, at)
    if act == Act.REWORD and last:
        return Edit(Act.REWORD, *plain, last)
    if act == Act.DROP and not last:
        return Edit(Act.DROP, *plain)
    reference, _, cell = last.partition(" ")
    if act == Act.MARK and cell.strip() in list(Cell):
        full = ledger.full_id(reference.strip("[]"), "statement")
        anchor = views.statement_anchor(ledger.store.statement(full))
        return Edit(Act.MARK, *plain, statement=anchor, cell=Cell(cell.strip()))
    _unclear(words)


def _lettered(case: views.Case, letter: str, words: str) -> tuple[Question, Hypothesis]:
    for analysis in case.analyses:
        for hypothesis, own in letters(case)[analysis.matrix.question]:
            if own == letter.upper():
                return analysis.matrix.question, hypothesis
    _unclear(words)


def _unclear(words: str) -> NoReturn:
    raise typer.BadParameter(f"{words!r} is none of: {_FORMS}", param_hint="--edit")
