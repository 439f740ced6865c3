"""A sample of the record, checked by people, and what their answers come to."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import Response

from onrecord import views
from onrecord.errors import InputError
from onrecord.serve.desk import Desk, Pages
from onrecord.serve.guard import signed
from onrecord.weigh.audit import Answer, Layer, Unit, Verdict

__all__ = ["changes", "pages"]

pages = Pages()
changes = APIRouter(dependencies=[Depends(signed)])


@pages.get("/audit")
def audit(desk: Desk, place: int | None = None) -> Response:
    return desk.page("audit.html", views.audit(desk.store, desk.by, place), wrong="")


@changes.post("/audit")
def answer(  # noqa: PLR0913 - one argument for each field of the form
    desk: Desk,
    place: Annotated[int, Form()],
    anchor: Annotated[str, Form()],
    reading: Annotated[str, Form()],
    layers: Annotated[list[Layer], Form(default_factory=list)],
    verdict: Annotated[Verdict | None, Form()] = None,
    missed: Annotated[int | None, Form(ge=0)] = None,
    note: Annotated[str, Form()] = "",
) -> Response:
    try:
        given = _answer(desk, Unit(anchor, reading), verdict, layers, missed)
    except InputError as error:
        shown = views.audit(desk.store, desk.by, place)
        return desk.html("audit.html", 400, view=shown, wrong=str(error))
    desk.store.add_decision(replace(given, note=note.strip()).decision())
    return desk.back(f"/audit?place={place + 1}#i-1")


def _answer(
    desk: Desk, unit: Unit, verdict: Verdict | None, layers: list[Layer], missed: int | None
) -> Answer:
    """What somebody said of a unit. Raises InputError where it is no answer."""
    if verdict is None:
        if missed is None:
            raise InputError("say how many statements are missing; 0 for none")
        return Answer(unit, desk.by, desk.at, missed=missed)
    if verdict is Verdict.RIGHT and layers:
        raise InputError("what has a wrong layer is not right; say partly or wrong, or unmark it")
    if verdict is not Verdict.RIGHT and not layers:
        raise InputError("mark which layers are wrong first")
    return Answer(unit, desk.by, desk.at, verdict, frozenset(layers))
