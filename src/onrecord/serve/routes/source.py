"""Sources: all of them in figures, one with what it tells and whose words it prints, and grades."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form
from fastapi.responses import Response

from onrecord import pipeline, views
from onrecord.lexicon.grading import GRADABLE, RELIABILITY, graded
from onrecord.serve.desk import Desk, Pages
from onrecord.serve.guard import signed

__all__ = ["changes", "pages"]

pages = Pages()
changes = APIRouter(dependencies=[Depends(signed)])

_LAST = 50
"""Of how many reports a page tells at most; `onrecord sources` tells of all."""
_Words = Annotated[str, Form()]


@pages.get("/sources")
def sources(desk: Desk) -> Response:
    more = {"letters": RELIABILITY, "unnamed": views.UNNAMED, "last": _LAST}
    return desk.page("sources.html", views.sources(desk.store, _LAST), **more)


@pages.get("/sources/{name:path}")
def source(desk: Desk, name: str) -> Response:
    found = views.source(desk.store, name, _LAST)
    more = {"letters": RELIABILITY, "topics": GRADABLE, "unnamed": views.UNNAMED, "last": _LAST}
    return desk.page("source.html", found, **more)


@changes.post("/sources/{name:path}/grade")
def grade(desk: Desk, name: str, letter: _Words, topic: _Words = "", why: _Words = "") -> Response:
    known = views.source(desk.store, name, _LAST).row.name
    given = graded(known, letter, desk.by, desk.at, topic or None, why)
    desk.store.add_decision(given.decision())
    return desk.back(_address(name))


@changes.post("/sources/{name:path}/undo")
def undo(desk: Desk, name: str, by: _Words, at: _Words) -> Response:
    pipeline.take_back(desk.store, by, at, pipeline.act_now(desk.by))
    return desk.back(_address(name))


def _address(name: str) -> str:
    return f"/sources/{quote(name, safe='')}"
