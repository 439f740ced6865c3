"""Competing explanations: the events that have them, and the matrix of one, which people edit."""

from collections.abc import Iterator
from itertools import count, product
from string import ascii_uppercase
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form
from fastapi.responses import Response
from pydantic import BaseModel

from onrecord import views
from onrecord.errors import InputError
from onrecord.serve.desk import Desk, Pages, Worktop
from onrecord.serve.guard import signed
from onrecord.weigh.edits import Act, Edit, added
from onrecord.weigh.hypotheses import Cell, Question

__all__ = ["changes", "pages"]

pages = Pages()
changes = APIRouter(dependencies=[Depends(signed)])

_PAGE = 12
"""Of how many events a page tells which have answers that compete."""
_Words = Annotated[str, Form()]
_Asked = Annotated[Question, Form()]


class _Mark(BaseModel):
    """How a statement is said to stand to a hypothesis."""

    question: Question
    key: str
    statement: str
    cell: Cell
    why: str = ""


@pages.get("/hypotheses")
def hypotheses(desk: Desk, first: int = 0) -> Response:
    part = views.Part(max(first, 0), _PAGE)
    return desk.page("hypotheses.html", views.rivalries(views.Ledger(desk.store), part))


@pages.get("/hypotheses/{reference}")
def case(desk: Desk, reference: str) -> Response:
    found = _case(desk, reference)
    free = _letters()
    letters = [[next(free) for _ in each.matrix.hypotheses] for each in found.analyses]
    return desk.page("case.html", found, letters=letters, questions=Question, cells=Cell, zip=zip)


@changes.post("/hypotheses/{reference}/add")
def add(desk: Desk, reference: str, question: _Asked, words: _Words) -> Response:
    case = _case(desk, reference)
    return _keep(desk, reference, added(question, case.anchor, _said(words), desk.by, desk.at))


@changes.post("/hypotheses/{reference}/reword")
def reword(desk: Desk, reference: str, question: _Asked, key: _Words, words: _Words) -> Response:
    case = _case(desk, reference)
    edit = Edit(Act.REWORD, question, case.anchor, key, desk.by, desk.at, _said(words))
    return _keep(desk, reference, edit)


@changes.post("/hypotheses/{reference}/drop")
def drop(desk: Desk, reference: str, question: _Asked, key: _Words) -> Response:
    case = _case(desk, reference)
    return _keep(desk, reference, Edit(Act.DROP, question, case.anchor, key, desk.by, desk.at))


@changes.post("/hypotheses/{reference}/mark")
def mark(desk: Desk, reference: str, form: Annotated[_Mark, Form()]) -> Response:
    case = _case(desk, reference)
    ledger = views.Ledger(desk.store)
    full = ledger.full_id(form.statement, "statement")
    anchor = views.statement_anchor(desk.store.statement(full))
    plain = (form.question, case.anchor, form.key, desk.by, desk.at)
    edit = Edit(Act.MARK, *plain, statement=anchor, cell=form.cell, why=form.why.strip())
    return _keep(desk, reference, edit)


def _case(desk: Worktop, reference: str) -> views.Case:
    ledger = views.Ledger(desk.store)
    return views.case(ledger, [views.event_at(ledger, f"event:{reference}").id])


def _said(words: str) -> str:
    if not words.strip():
        raise InputError("an explanation needs words")
    return " ".join(words.split())


def _keep(desk: Worktop, reference: str, edit: Edit) -> Response:
    desk.store.add_decision(edit.decision())
    return desk.back(f"/hypotheses/{quote(reference)}#{edit.question.value}")


def _letters() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))
