"""Statements of made-up reports, put together by hand."""

from datetime import date
from typing import Any

from onrecord.model import (
    Certainty,
    Copy,
    Document,
    Entity,
    EntityType,
    Event,
    Factuality,
    Filler,
    Holder,
    HolderClass,
    Located,
    Magnitude,
    Place,
    Precision,
    Predicate,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimeInterval,
    TimexType,
    Weight,
)
from onrecord.weigh import Evidence, weigh

__all__ = ["Told", "by", "count", "on", "place"]

AT = Span(0, 1)


def by(name: str, cls: HolderClass = HolderClass.UNNAMED, entity: str | None = None) -> Holder:
    """One who speaks; `entity` is the name of the entity that it is."""
    return Holder(name, cls, entity)


def count(low: int | None, best: int | None, high: int | None) -> dict[str, Magnitude]:
    return {"killed": Magnitude(low, best, high)}


def on(day: int) -> TimeExpression:
    when = date(1921, 5, day)
    value = when.isoformat()
    interval = TimeInterval(when, when)
    return TimeExpression(AT, "that day", TimexType.DATE, value, None, value, interval)


def place(name: str, lat: float) -> Located:
    there = Place(name, lat, 10.0, Precision.NEAR, 5.0)
    return Located(name, AT, None, there)


class Told:
    """Reports as they come, a statement on one event in each, and what they make together."""

    def __init__(self, *copies: Copy) -> None:
        self.documents: dict[str, Document] = {}
        self.statements: list[Statement] = []
        self.entities: dict[str, Entity] = {}
        self.copies = copies

    def report(self, name: str, text: str, publisher: str, day: int = 4, title: str = "") -> None:
        published = f"1921-05-{day:02}"
        self.documents[name] = Document(name, text, title or None, publisher, None, published)

    def says(self, outlet: str, *holders: Holder, **more: Any) -> str:
        """A statement in a report of an outlet, held by `holders`, then by it; its id.

        `more` are fields of the statement, roles as words, and `document`, `day`, `sure`, `status`.
        """
        document = more.pop("document", f"d{len(self.documents)}")
        quote = more.pop("quote", "the depot was attacked")
        day = more.pop("day", 4)
        if document not in self.documents:
            self.report(document, quote, outlet, day)
        for each in holders:
            self._know(each.chain, each.cls)
        given: dict[str, str] = more.pop("roles", {})
        roles: dict[str, tuple[Filler, ...]] = {}
        roles |= {role: (self._filler(who),) for role, who in given.items()}
        sure = more.pop("sure", Factuality.CERTAIN)
        certainty = Certainty(sure, (more.pop("status", Status.STATED),))
        predicate = more.pop("predicate", Predicate.ASSAULT)
        key, span = f"s{len(self.statements)}", Span(0, len(quote))
        chain = (*holders, Holder(outlet, HolderClass.OUTLET))
        said = Statement(key, document, span, quote, predicate, roles, chain, certainty, **more)
        self.statements.append(said)
        return key

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.documents, self.entities, {x.document: x for x in self.copies})

    @property
    def weight(self) -> Weight:
        own = tuple(each.id for each in self.statements if not each.about)
        event = Event("event:s0", Predicate.ASSAULT, None, {}, {}, None, None, own)
        return weigh(event, self.statements, self.evidence)

    def _filler(self, who: str) -> Filler:
        """A name in capitals is a group's."""
        if who.isupper():
            self._know(who, HolderClass.GROUP)
            return Filler(who, AT, who)
        return Filler(who, AT)

    def _know(self, name: str | None, cls: HolderClass) -> None:
        if name is not None:
            kind = EntityType.GROUP if cls is HolderClass.GROUP else EntityType.PERSON
            self.entities[name] = Entity(f"entity:{name}", kind, name, (), (name,))
