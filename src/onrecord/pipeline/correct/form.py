"""What a person typed, checked and turned into changes; words of the report into where they stand.

A form maps the names of fields to what is typed in them: `type` (`ASSAULT aerial`), `role.NAME` and
`speaker` (words of the report, from the innermost speaker outwards, several apart by `;`), `date`
(EDTF, then the words for it, if any), `place` (words), `map` (what they mean: a GeoNames number,
coordinates, or the only place of a name), `certainty` (`PR+ alleged denied`), and
`count.NAME` (`4`, `3-5`, `60+`, `-60`, `~60`). Words may be given by their offsets, `120-134`, too.
An empty field takes away what stands there; one that says what stands there (`lexicon.fields`)
changes nothing.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from onrecord.errors import InputError
from onrecord.lexicon.edtf import interval_of
from onrecord.lexicon.events import modes
from onrecord.lexicon.fields import typed
from onrecord.lexicon.predicates import COUNTS, ROLES
from onrecord.model import (
    Changes,
    Document,
    Factuality,
    Filler,
    Holder,
    Magnitude,
    Predicate,
    Span,
    Statement,
    Status,
)
from onrecord.pipeline.correct.atlas import Atlas

__all__ = ["Form", "changes_of", "merged"]

Form: TypeAlias = Mapping[str, str]

_OFFSETS = re.compile(r"(\d+)\s*-\s*(\d+)")
_COUNT = re.compile(r"~(?P<about>\d+)|(?P<low>\d+)?(?:(?P<more>\+)|[-–](?P<high>\d+))?")
_BETWEEN = ";"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement as it stands, in its report, and the places that are known."""

    document: Document
    statement: Statement
    atlas: Atlas


def changes_of(document: Document, statement: Statement, form: Form, atlas: Atlas) -> Changes:
    """The changes that a form makes to a statement as it stands.

    Raises InputError, in one line, for a field that is not known, or says what cannot be: words
    that are not in the report, no date of EDTF, no type, role or certainty of ours.
    """
    asked = _Asked(document, statement, atlas)
    found, standing = Changes(), typed(statement)
    for name, words in form.items():
        given = " ".join(words.split())
        field, _, part = name.partition(".")
        if field not in _FIELDS or bool(part) != (field in _PARTS):
            raise InputError(f"{name!r} is no field of a statement; give one of: {_NAMES}")
        if given != standing.get(name, ""):
            found = replace(found, **_FIELDS[field](asked, found, part, given))
    return _fitting(statement, found)


def merged(before: Changes, after: Changes) -> Changes:
    """What is changed in all by changes made one after the other."""
    told = {
        name: value
        for name in Changes.__dataclass_fields__
        if (value := getattr(after, name)) is not None
    }
    told["roles"] = {**before.roles, **after.roles}
    told["magnitudes"] = {**before.magnitudes, **after.magnitudes}
    if after.date is not None:
        told["dated"] = after.dated
    if after.place is not None:
        told["sited"] = after.sited
    if after.predicate is not None:
        told["mode"] = after.mode
    return replace(before, **told)


def _type(asked: _Asked, found: Changes, part: str, words: str) -> dict[str, Any]:
    name, _, mode = words.partition(" ")
    known = {each.value.casefold(): each for each in Predicate}
    predicate = known.get(name.casefold())
    if predicate is None:
        raise InputError(f"{name!r} is no type; give one of: {', '.join(Predicate)}")
    allowed = modes().get(predicate, ())
    if mode and mode not in allowed:
        told = f"give one of: {', '.join(allowed)}" if allowed else "it has none"
        raise InputError(f"{mode!r} is no mode of {predicate.value}; {told}")
    return {"predicate": predicate, "mode": mode}


def _role(asked: _Asked, found: Changes, part: str, words: str) -> dict[str, Any]:
    now = asked.statement.roles.get(part, ())
    spans = tuple(_span(asked, each, _of_fillers(now)) for each in _pieces(words))
    return {"roles": {**found.roles, part: spans}}


def _speaker(asked: _Asked, found: Changes, part: str, words: str) -> dict[str, Any]:
    now = [each for each in asked.statement.holders[:-1] if each.span is not None]
    spans = tuple(_span(asked, each, _of_holders(now)) for each in _pieces(words))
    return {"holders": spans}


def _date(asked: _Asked, found: Changes, part: str, words: str) -> dict[str, Any]:
    edtf, _, told = words.partition(" ")
    time = asked.statement.time
    known = {_plain(time.text): time.span} if time else {}
    span = _span(asked, told, known) if told else None
    if edtf and interval_of(edtf) is None:
        raise InputError(f"{edtf!r} is no date of EDTF; give one such as 2021-03-09 or 2010/..")
    return {"date": edtf, "dated": span}


def _place(asked: _Asked, found: Changes, part: str, words: str) -> dict[str, Any]:
    place = asked.statement.place
    known = {_plain(place.text): place.span} if place else {}
    spans = (_span(asked, words, known),) if words else ()
    return {"place": spans}


def _map(asked: _Asked, found: Changes, part: str, words: str) -> dict[str, Any]:
    if not words:
        return {"sited": ()}
    place = asked.statement.place
    if found.place == () or (found.place is None and place is None):
        raise InputError("no words of the report tell where; give those for the place first")
    from onrecord.pipeline.correct.sited import sited  # its tables take a while to load

    with closing(asked.atlas()) as gazetteer:
        return {"sited": (sited(words, gazetteer),)}


def _certainty(asked: _Asked, found: Changes, part: str, words: str) -> dict[str, Any]:
    told: dict[str, Any] = {}
    status = []
    for word in words.replace(",", " ").split():
        if word.upper() in [*Factuality]:
            told["factuality"] = Factuality(word.upper())
        elif word.lower() in [*Status]:
            status.append(Status(word.lower()))
        else:
            every = ", ".join([*Factuality, *Status])
            raise InputError(f"{word!r} is no certainty; give some of: {every}")
    if status:
        told["status"] = tuple(status)
    if not told:
        raise InputError("a certainty cannot be empty; give one such as CT+ or PR+ alleged")
    return told


def _count(asked: _Asked, found: Changes, part: str, words: str) -> dict[str, Any]:
    if part not in COUNTS:
        raise InputError(f"{part!r} is nothing counted; give one of: {', '.join(COUNTS)}")
    match = _COUNT.fullmatch(words.replace(" ", ""))
    if match is None:
        raise InputError(f"{words!r} is no count; give one such as 4, 3-5, 60+, -60 or ~60")
    low, high = (int(match[end]) if match[end] else None for end in ("low", "high"))
    if low is not None and high is not None and low > high:
        raise InputError(f"{words!r} is no count: {low} is more than {high}")
    exact = low is not None and not match["more"] and high is None
    best = int(match["about"]) if match["about"] else low if high is None else None
    given = Magnitude(low, best, low if exact else high)
    return {"magnitudes": {**found.magnitudes, part: given}}


_Field: TypeAlias = Callable[[_Asked, Changes, str, str], dict[str, Any]]
_FIELDS: Mapping[str, _Field] = {
    "type": _type,
    "role": _role,
    "speaker": _speaker,
    "date": _date,
    "place": _place,
    "map": _map,
    "certainty": _certainty,
    "count": _count,
}
_PARTS = frozenset({"role", "count"})
_NAMES = ", ".join(f"{name}.NAME" if name in _PARTS else name for name in _FIELDS)


def _fitting(statement: Statement, changes: Changes) -> Changes:
    """The same changes; raises InputError where the type has no such role."""
    predicate = changes.predicate or statement.predicate
    had = ROLES[predicate.family]
    for role in changes.roles:
        if role not in had:
            raise InputError(f"{predicate.value} has no role {role!r}; it has: {', '.join(had)}")
    return changes


def _pieces(words: str) -> list[str]:
    return [each.strip() for each in words.split(_BETWEEN) if each.strip()]


def _of_fillers(fillers: Iterable[Filler]) -> dict[str, Span]:
    return {_plain(each.text): each.span for each in fillers}


def _of_holders(holders: Iterable[Holder]) -> dict[str, Span]:
    return {_plain(each.name): each.span for each in holders if each.span is not None}


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _span(asked: _Asked, words: str, known: Mapping[str, Span]) -> Span:
    """Where words stand: where they stood already, else nearest to the statement."""
    text, here = asked.document.text, asked.statement.span
    if _plain(words) in known:
        return known[_plain(words)]
    offsets = _OFFSETS.fullmatch(words)
    if offsets is not None:
        begin, end = int(offsets[1]), int(offsets[2])
        if begin < end <= len(text):
            return Span(begin, end)
        raise InputError(f"{words} lies outside the report, of {len(text)} characters")
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [
        Span(*each.span())
        for flags in (0, re.IGNORECASE)
        for each in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, flags)
    ]
    if not found:
        raise InputError(f"“{words}” does not stand in the report; give words of it")
    return min(found, key=lambda each: _distance(each, here))


def _distance(one: Span, other: Span) -> int:
    return max(other.begin - one.end, one.begin - other.end, 0)
