"""What the program is unsure of, worked off by people; what they decided; a statement's form."""

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import Response

from onrecord import pipeline, views
from onrecord.errors import InputError
from onrecord.lexicon.events import modes
from onrecord.lexicon.predicates import COUNTS, ROLES
from onrecord.model import Factuality, Opinion, Predicate, Status
from onrecord.serve.desk import Desk, Pages, Worktop, ours
from onrecord.serve.guard import signed

__all__ = ["changes", "pages"]

pages = Pages()
changes = APIRouter(dependencies=[Depends(signed)])

_QUEUE, _DECISIONS = 8, 50
_OURS = frozenset({"token", "note", "back", "site", "everywhere"})
"""Fields of a form that are not fields of a statement."""
_RULINGS: dict[str, Callable[..., object]] = {
    "accept": pipeline.accept,
    "reject": pipeline.reject,
}

_Words = Annotated[str, Form()]


@dataclass(frozen=True, slots=True)
class _Besides:
    """What a statement's form sends besides the statement's fields: `site` is the place that was
    chosen of those of a name."""

    note: str = ""
    back: str = ""
    site: str = ""
    everywhere: bool = False


def _besides(
    note: _Words = "",
    back: _Words = "",
    site: _Words = "",
    everywhere: Annotated[bool, Form()] = False,
) -> _Besides:
    return _Besides(note, back, site, everywhere)


async def _typed(request: Request) -> dict[str, str]:
    form = await request.form()
    return {name: str(value) for name, value in form.items() if name not in _OURS}


@pages.get("/review")
def review(desk: Desk, first: int = 0, done: str = "") -> Response:
    queue = views.review(desk.store, max(first, 0), _QUEUE)
    last = next((x for x in views.acts(desk.store, 0, 1).rows if x.by == desk.by), None)
    return desk.page("review.html", queue, size=_QUEUE, last=last, done=done)


@pages.get("/decisions")
def decisions(desk: Desk, first: int = 0) -> Response:
    found = views.acts(desk.store, max(first, 0), _DECISIONS)
    return desk.page("decisions.html", found, size=_DECISIONS)


@pages.get("/review/statements/{reference}")
def statement(desk: Desk, reference: str, back: str = "") -> Response:
    shown = _correctable(desk, reference)
    told = _form(desk, shown, {}, _Besides(back=back, everywhere=True))
    return desk.page("correct.html", shown, **told)


@changes.post("/review/statements/{reference}")
def correct(
    desk: Desk,
    reference: str,
    typed: Annotated[dict[str, str], Depends(_typed)],
    more: Annotated[_Besides, Depends(_besides)],
) -> Response:
    shown = _correctable(desk, reference)
    act = pipeline.act_now(desk.by, more.note)
    chosen = more.site and typed.get("map") == shown.fields["map"]
    form = typed | {"map": more.site} if chosen else typed
    try:
        key, atlas = shown.line.statements[0], desk.atlas
        pipeline.correct(desk.store, key, form, act, atlas, everywhere=more.everywhere)
    except InputError as error:
        told = _form(desk, shown, typed, more) | {"wrong": str(error)}
        return desk.html("correct.html", 400, view=shown, **told)
    return _after(desk, more.back, act.at)


@changes.post("/review/statements/{reference}/places")
def places(
    desk: Desk,
    reference: str,
    typed: Annotated[dict[str, str], Depends(_typed)],
    more: Annotated[_Besides, Depends(_besides)],
) -> Response:
    """The form as it was filled, with the places of the name that was typed; nothing is kept."""
    shown = _correctable(desk, reference)
    return desk.html("correct.html", 200, view=shown, **_form(desk, shown, typed, more))


@changes.post("/review/statements/{reference}/{ruling}")
def rule(desk: Desk, reference: str, ruling: str, note: _Words = "", back: _Words = "") -> Response:
    if ruling not in _RULINGS:
        raise InputError(f"{ruling!r} is no ruling; give one of: {', '.join(_RULINGS)}")
    act = pipeline.act_now(desk.by, note)
    _RULINGS[ruling](desk.store, views.Ledger(desk.store).full_id(reference, "statement"), act)
    return _after(desk, back, act.at)


@changes.post("/review/pairs")
def pair(
    desk: Desk,
    left: _Words,
    right: _Words,
    opinion: Annotated[Opinion, Form()],
    note: _Words = "",
    back: _Words = "",
) -> Response:
    act = pipeline.act_now(desk.by, note)
    pipeline.judge(desk.store, left, right, opinion, act)
    return _after(desk, back, act.at)


@changes.post("/review/accounts")
def accounts(
    desk: Desk,
    left: _Words,
    right: _Words,
    opinion: Annotated[Opinion, Form()],
    note: _Words = "",
    back: _Words = "",
) -> Response:
    act, ledger = pipeline.act_now(desk.by, note), views.Ledger(desk.store)
    one, other = (ledger.full_id(each, "statement") for each in (left, right))
    pipeline.judge_accounts(desk.store, one, other, opinion, act)
    return _after(desk, back, act.at)


@changes.post("/decisions/undo")
def undo(desk: Desk, by: _Words, at: _Words, back: _Words = "/decisions") -> Response:
    pipeline.take_back(desk.store, by, at, pipeline.act_now(desk.by))
    return desk.back(back)


def _correctable(desk: Worktop, reference: str) -> views.Correctable:
    ledger = views.Ledger(desk.store)
    return views.correctable(ledger, desk.store.statement(ledger.full_id(reference, "statement")))


def _form(
    desk: Worktop, shown: views.Correctable, fields: dict[str, str], more: _Besides
) -> dict[str, object]:
    """What the form of a statement needs besides it: what stands in its fields, and what can."""
    standing = dict(shown.fields)
    types = [
        " ".join(filter(None, (each.value, mode)))
        for each in Predicate
        for mode in ("", *modes().get(each, ()))
    ]
    roles = dict.fromkeys(f"role.{role}" for had in ROLES.values() for role in had)
    every = (*roles, *(f"count.{name}" for name in COUNTS))
    others = [each for each in every if each not in shown.fields]
    return {
        "fields": standing | fields,
        "sites": _sites(desk, shown, standing | fields),
        "others": others,
        "elsewhere": any(fields.get(each) for each in others),
        "types": types,
        "certainties": (*Factuality, *Status),
        **asdict(more),
        "back": ours(more.back),
        "wrong": "",
    }


def _sites(desk: Worktop, shown: views.Correctable, fields: dict[str, str]) -> views.Sites | None:
    """The places of the name that was typed, or of the words for the place."""
    asked = fields["map"] if fields["map"] != shown.fields["map"] else ""
    name = fields["place"] if re.search(r"\d", asked) or not asked else asked
    if not name:
        return None
    with closing(desk.atlas()) as gazetteer:
        return views.sites(name, shown.place, shown.named, gazetteer)


def _after(desk: Worktop, back: str, at: str) -> Response:
    """To the page that asked; the queue tells what was done, and lets it be undone."""
    if not back.startswith("/review"):
        return desk.back(back or f"/review?done={quote(at)}")
    path, sign, place = back.partition("#")
    joint = "&" if "?" in path else "?"
    return desk.back(f"{path}{joint}done={quote(at)}{sign}{place}")
