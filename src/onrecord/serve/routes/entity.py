"""People, groups, organisations and places: the list, the dossier, what one claims, and who is
who."""

from contextlib import closing
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form
from fastapi.responses import Response

from onrecord import pipeline, views
from onrecord.errors import InputError
from onrecord.model import Entity, EntityType
from onrecord.serve.desk import Desk, Pages, Worktop
from onrecord.serve.guard import signed
from onrecord.serve.lifeline import lifeline

__all__ = ["changes", "pages"]

pages = Pages()
changes = APIRouter(dependencies=[Depends(signed)])

_PAGE = 100
_REPORTS = 25
"""Of how many reports, the newest first, a dossier tells at once."""
_SITED = frozenset({EntityType.PLACE, EntityType.FACILITY})
_Words = Annotated[str, Form()]


@pages.get("/entities")
def entities(desk: Desk, q: str = "", type: str = "", first: int = 0) -> Response:
    kind = EntityType(type) if type in list(EntityType) else None
    roll = views.entities(views.Ledger(desk.store), q, kind, max(first, 0), _PAGE)
    return desk.page("entities.html", roll, asked=q, kind=kind, size=_PAGE)


@pages.get("/entities/{reference}")
def entity(desk: Desk, reference: str, first: int = 0) -> Response:
    part = views.Part(max(first, 0), _REPORTS)
    found = views.profile(desk.store, _entity(desk, reference), part)
    return desk.page("entity.html", found, life=lifeline(found))


@pages.get("/entities/{reference}/claims")
def claims(desk: Desk, reference: str, first: int = 0) -> Response:
    part = views.Part(max(first, 0), _REPORTS)
    return desk.page("claims.html", views.claims(desk.store, _entity(desk, reference), part))


@pages.get("/entities/{reference}/why")
def why(desk: Desk, reference: str, called: str = "") -> Response:
    entity = _entity(desk, reference)
    found = None
    if entity.type in _SITED:
        name = called.strip() or entity.name
        with closing(desk.atlas()) as gazetteer:
            found = views.entity_sites(desk.store, entity, name, gazetteer)
    return desk.page("why.html", views.identity(desk.store, entity), sites=found)


@changes.post("/entities/{reference}/merge")
def merge(desk: Desk, reference: str, other: _Words = "", reason: _Words = "") -> Response:
    one = _entity(desk, reference)
    found = _meant(desk, other)
    if isinstance(found, views.Several):
        ledger = views.Ledger(desk.store)
        rows = [views.entity_row(ledger, each) for each in found.entities if each.id != one.id]
        return desk.html("which.html", one=one, asked=other, reason=reason, rows=rows)
    pipeline.merge(desk.store, one, found, pipeline.act_now(desk.by, reason))
    return _why(desk, reference)


@changes.post("/entities/{reference}/split")
def split(
    desk: Desk,
    reference: str,
    reports: Annotated[list[str], Form(default_factory=list)],
    reason: _Words = "",
) -> Response:
    if not reports:
        raise InputError("no report was chosen; mark those that mean another of the same name")
    ledger = views.Ledger(desk.store)
    documents = {ledger.full_id(each, "document") for each in reports}
    act = pipeline.act_now(desk.by, reason)
    pipeline.split(desk.store, _entity(desk, reference), documents, act)
    return _why(desk, reference)


@changes.post("/entities/{reference}/site")
def site(
    desk: Desk, reference: str, chosen: _Words = "", words: _Words = "", reason: _Words = ""
) -> Response:
    meant, act = words.strip() or chosen, pipeline.act_now(desk.by, reason)
    if not meant:
        raise InputError("no place was chosen; mark the one that is meant, or type it")
    pipeline.site(desk.store, _entity(desk, reference), meant, act, desk.atlas)
    return _why(desk, reference)


@changes.post("/entities/{reference}/undo")
def undo(desk: Desk, reference: str, by: _Words, at: _Words) -> Response:
    pipeline.take_back(desk.store, by, at, pipeline.act_now(desk.by))
    return _why(desk, reference)


def _entity(desk: Worktop, reference: str) -> Entity:
    return views.entity_at(views.Ledger(desk.store), reference)


def _meant(desk: Worktop, words: str) -> Entity | views.Several:
    """Whom a reference or a name means. Raises InputError with the nearest names for nobody."""
    ledger = views.Ledger(desk.store)
    referred = ledger.entity_at(words.strip())
    if referred is not None:
        return referred
    found = views.find_entity(desk.store, words)
    if isinstance(found, views.Fit):
        return found.entity
    if isinstance(found, views.Several):
        return found
    near = f"; nearest: {'; '.join(found.names)}" if found.names else ""
    raise InputError(f"nobody and nothing on record goes by {words!r}{near}")


def _why(desk: Worktop, reference: str) -> Response:
    return desk.back(f"/entities/{quote(reference, safe=':')}/why")
