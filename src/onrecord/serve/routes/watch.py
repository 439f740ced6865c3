"""What is watched, what is new about it, and the feed of it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import Response

from onrecord import views
from onrecord.errors import InputError, NotFound
from onrecord.export import atom
from onrecord.lexicon.watches import Watch, WatchSort
from onrecord.serve.desk import Desk, Pages
from onrecord.serve.guard import signed

__all__ = ["changes", "pages"]

pages = Pages()
changes = APIRouter(dependencies=[Depends(signed)])


@pages.get("/watch")
def watch(desk: Desk) -> Response:
    return desk.page("watch.html", views.news(views.Ledger(desk.store), desk.by))


@pages.router.get("/feed.atom")
def feed(desk: Desk) -> Response:
    told = views.feed(views.Ledger(desk.store))
    made = atom.atom(told, desk.settings.record, str(desk.request.base_url))
    return Response(made, media_type=atom.MEDIA_TYPE)


@changes.post("/watch")
def add(
    desk: Desk,
    on: Annotated[str, Form()],
    sort: Annotated[WatchSort, Form()] = WatchSort.ENTITY,
    back: Annotated[str, Form()] = "/watch",
) -> Response:
    decision = _watch(desk, sort, on).decision()
    known = {each.anchor for each in views.watched(views.Ledger(desk.store))}
    if decision.anchor not in known:
        desk.store.add_decision(decision)
    return desk.back(back)


@changes.post("/watch/drop")
def drop(desk: Desk, anchor: Annotated[str, Form()]) -> Response:
    for decision in views.unwatched(desk.store, anchor, desk.by, desk.at):
        desk.store.add_decision(decision)
    return desk.back("/watch")


@changes.post("/seen")
def seen(
    desk: Desk, failures: Annotated[int, Form()], report: Annotated[str, Form()] = ""
) -> Response:
    visit = views.seen(desk.store, report or None, failures, desk.by, desk.at)
    desk.store.add_decision(visit.decision())
    return desk.back("/")


def _watch(desk: Desk, sort: WatchSort, on: str) -> Watch:
    if sort is WatchSort.TYPE:
        return views.watch_type(desk.store, on.strip(), desk.by, desk.at)
    if sort is WatchSort.WORDS:
        return views.watch_words(on, desk.by, desk.at)
    match views.find_entity(desk.store, on):
        case views.Fit(entity):
            return views.watch_entity(entity, desk.by, desk.at)
        case views.Several(entities):
            raise InputError(f"{len(entities)} go by {on!r}; watch one from its own page")
        case views.Nearest(names):
            near = f"; nearest: {'; '.join(names)}" if names else ""
            raise NotFound(f"nobody and nothing on record goes by {on!r}{near}")
