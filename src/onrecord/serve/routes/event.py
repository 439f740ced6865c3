"""Events, one event as each report tells it, and which accounts are of one."""

import re
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Form
from fastapi.responses import Response

from onrecord import pipeline, views
from onrecord.errors import InputError
from onrecord.model import Event, Predicate, PredicateFamily
from onrecord.serve.chart import chart
from onrecord.serve.desk import Desk, Pages, Worktop
from onrecord.serve.guard import signed

__all__ = ["changes", "pages"]

pages = Pages()
changes = APIRouter(dependencies=[Depends(signed)])

_Words = Annotated[str, Form()]

_PAGE = 50
_TYPES = [each.value for each in Predicate if each.family is PredicateFamily.EVENT]


@pages.get("/events")
def events(desk: Desk, first: int = 0) -> Response:
    part, asked = views.Part(max(first, 0), _PAGE), views.query(desk.request.query_params)
    wanted = views.sought(views.Ledger(desk.store), asked)
    found = views.event_list(desk.store, part, wanted)
    turn = f"/events?{urlencode((*asked.pairs, ('first', '')))}"
    return desk.page("events.html", found, asked=asked, types=_TYPES, turn=turn)


@pages.get("/events/{reference}")
def event(desk: Desk, reference: str) -> Response:
    found = views.compare(desk.store, f"event:{reference}")
    charts = {series.name: chart(series) for series in found.series}
    return desk.page("event.html", found, charts=charts)


@pages.get("/events/{reference}/why")
def why(desk: Desk, reference: str) -> Response:
    return desk.page("oneness.html", views.oneness(desk.store, _event(desk, reference)))


@changes.post("/events/{reference}/merge")
def merge(
    desk: Desk, reference: str, other: _Words = "", named: _Words = "", reason: _Words = ""
) -> Response:
    # An address ends in the reference, but for what comes after a question mark or a number sign.
    words = re.split("[?#]", named.strip() or other)[0].rpartition("/")[2]
    if not words:
        raise InputError("no event was chosen; mark one that is the same, or give its reference")
    act = pipeline.act_now(desk.by, reason)
    same = _event(desk, words.removeprefix("event:"))
    pipeline.merge_events(desk.store, _event(desk, reference), same, act)
    return _why(desk, reference)


@changes.post("/events/{reference}/split")
def split(
    desk: Desk,
    reference: str,
    accounts: Annotated[list[str], Form(default_factory=list)],
    reason: _Words = "",
) -> Response:
    if not accounts:
        raise InputError("no account was chosen; mark those that tell of another event")
    ledger, act = views.Ledger(desk.store), pipeline.act_now(desk.by, reason)
    statements = {ledger.full_id(each, "statement") for each in accounts}
    pipeline.split_event(desk.store, _event(desk, reference), statements, act)
    return _why(desk, reference)


@changes.post("/events/{reference}/undo")
def undo(desk: Desk, reference: str, by: _Words, at: _Words) -> Response:
    pipeline.take_back(desk.store, by, at, pipeline.act_now(desk.by))
    return _why(desk, reference)


def _event(desk: Worktop, reference: str) -> Event:
    return views.event_at(views.Ledger(desk.store), f"event:{reference}")


def _why(desk: Worktop, reference: str) -> Response:
    return desk.back(f"/events/{quote(reference)}/why")
