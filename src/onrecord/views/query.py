"""What somebody asks of events, timeline, map and network, as it stands in a page's address."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from onrecord.errors import InputError, NotFound
from onrecord.model import Entity, Predicate, PredicateFamily, TimeInterval
from onrecord.store import fold
from onrecord.views.find import Fit, Nearest, find_entity
from onrecord.views.ledger import Ledger
from onrecord.views.reference import span_of
from onrecord.views.wanted import CERTAINTIES, Wanted

__all__ = ["KINDS", "Query", "query", "sought"]

KINDS: Mapping[str, Predicate | PredicateFamily] = {
    **{each.value: each for each in PredicateFamily},
    **{each.value: each for each in Predicate},
}
"""What `type` can be: a family of predicates, or one of them."""

_NAMES = {"q": "words", "from": "since", "to": "until"}
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Query:
    """A question as it was put; "" and 0 ask for nothing.

    `words` all occur, those in quotation marks side by side. `entity` is a name or a reference.
    `type` is one of `KINDS`. `since` and `until` are a year, a month or a day, both included.
    `certainty` is one of `CERTAINTIES`. `source` names who holds or publishes it. `independent` is
    the least number of independent sources.
    """

    words: str = ""
    entity: str = ""
    type: str = ""
    since: str = ""
    until: str = ""
    certainty: str = ""
    source: str = ""
    independent: int = 0

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The same as the parameters of an address: q, entity, type, from, to and so on."""
        short = {name: given for given, name in _NAMES.items()}
        found = ((short.get(x.name, x.name), getattr(self, x.name)) for x in fields(self))
        return tuple((name, str(value)) for name, value in found if value)


def query(parameters: Mapping[str, str]) -> Query:
    """The question that an address's parameters put; others than ours are passed over.

    Raises InputError for a value that cannot be.
    """
    given = {_NAMES.get(name, name): " ".join(x.split()) for name, x in parameters.items()}
    independent = given.get("independent") or "0"
    if not independent.isdecimal():
        raise InputError(f"independent: {independent!r} is not a whole number from 0 up")
    words = {x.name: given.get(x.name, "") for x in fields(Query) if x.name != "independent"}
    asked = Query(**words, independent=int(independent))
    _one_of("type", asked.type, KINDS)
    _one_of("certainty", asked.certainty, CERTAINTIES)
    _within(asked)
    return asked


def sought(ledger: Ledger, asked: Query) -> Wanted:
    """What a question asks for on this record.

    Raises NotFound if `entity` is nobody's name or reference, or the name of several.
    """
    kind = KINDS.get(asked.type)
    return Wanted(
        type=kind if isinstance(kind, Predicate) else None,
        family=kind if isinstance(kind, PredicateFamily) else None,
        within=_within(asked),
        certainty=asked.certainty or None,
        words=tuple(_phrases(asked.words)),
        entity=_entity(ledger, asked.entity) if asked.entity else None,
        source=fold(asked.source) or None,
        independent=asked.independent,
    )


def _one_of(name: str, value: str, known: Mapping[str, object] | tuple[str, ...]) -> None:
    if value and value not in known:
        raise InputError(f"{name}: {value!r} is none of {', '.join(known)}")


def _phrases(words: str) -> Iterator[str]:
    for quoted, single in re.findall(r"[\"“”„]([^\"“”„]+)[\"“”„]|([^\s\"“”„]+)", words):
        if found := fold(quoted or single):
            yield found


def _within(asked: Query) -> TimeInterval | None:
    if not asked.since and not asked.until:
        return None
    since = _days("from", asked.since)[0] if asked.since else None
    until = _days("to", asked.until)[1] if asked.until else None
    if since and until and until < since:
        raise InputError(f"to: {asked.until} is before {asked.since}")
    return TimeInterval(since, until)


def _days(name: str, value: str) -> tuple[date, date]:
    """The first and last day of a year, a month or a day."""
    match = _DAY.fullmatch(value)
    try:
        if match is None:
            raise ValueError
        year = int(match["year"])
        first, last = (int(match["month"]),) * 2 if match["month"] else (1, 12)
        begin, end = (int(match["day"]),) * 2 if match["day"] else (1, monthrange(year, last)[1])
        return date(year, first, begin), date(year, last, end)
    except ValueError:
        raise InputError(f"{name}: {value!r} is no year, month or day such as 2021-03-09") from None


def _entity(ledger: Ledger, name: str) -> Entity:
    if (placed := span_of(name)) is not None:
        document, begin, _ = placed
        whole = ledger.full_id(document, "document")
        return ledger.store.entity(f"{whole}:{begin}")
    found = find_entity(ledger.store, name)
    if isinstance(found, Fit):
        return found.entity
    if isinstance(found, Nearest):
        near = f"; nearest: {'; '.join(found.names)}" if found.names else ""
        raise NotFound(f"nobody and nothing on record goes by {name!r}{near}")
    several = found.entities[:_MOST_NAMED]
    named = "; ".join(f"{x.name} ({ledger.entity_reference(x.id)})" for x in several)
    raise NotFound(f"{name!r} could be any of these; ask by reference: {named}")
