"""Two made-up reports on a group, read by hand: who founded and led it, and what came of it."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.handmade import report, span

from onrecord.model import (
    Block,
    BlockKind,
    Certainty,
    Chain,
    Document,
    Entity,
    EntityName,
    EntityType,
    Factuality,
    Filler,
    Hedge,
    Holder,
    HolderClass,
    Mention,
    MentionForm,
    Name,
    NameSort,
    Original,
    Predicate,
    Reading,
    Sentence,
    Span,
    Statement,
    TimeExpression,
    TimeInterval,
    TimexType,
)
from onrecord.store import Store, open_store

__all__ = ["fill", "record"]

PERSON, GROUP = EntityType.PERSON, EntityType.GROUP
NAMES = {
    "Reed Brotherhood": GROUP,
    "Marsh Circle": GROUP,
    "Oriel Column": GROUP,
    "Salt League": GROUP,
    "Tern Cell": GROUP,
    "Tomasz Adeyemi": PERSON,
    "Sunniva Rao": PERSON,
    "Ilse Okafor": PERSON,
}
OLD = report(
    "Tomasz Adeyemi founded the Reed Brotherhood in 1998.\n"
    "Tomasz Adeyemi led the Reed Brotherhood from 1998 to 2004.\n"
    "The Oriel Column split from the Reed Brotherhood in 2003.\n"
    "Sunniva Rao has led the Reed Brotherhood since 2005.\n"
    "The Reed Brotherhood was once called the Marsh Circle.",
    "2015-06-01",
    "The men of the marsh",
    "Lindal Herald",
)
NEW = report(
    "Ilse Okafor was appointed treasurer of the Reed Brotherhood in May 2012.\n"
    "Ilse Okafor was dismissed from the Reed Brotherhood.\n"
    "Sunniva Rao leads the Reed Brotherhood.\n"
    "The Tern Cell is part of the Oriel Column.\n"
    "The Reed Brotherhood may be allied with the Salt League.",
    "2016-02-03",
    "A treasurer goes",
    "Harbour News",
)
MAYBE = Certainty(Factuality.POSSIBLE, hedges=(Hedge("may", span(NEW, "may")),))


def _time(document: Document, words: str, edtf: str, *days: str, mod: str | None = None) -> Any:
    first, last = (date.fromisoformat(day) if day else None for day in days)
    where = span(document, words)
    interval = TimeInterval(first, last)
    return TimeExpression(where, words, TimexType.DATE, edtf, mod, edtf, interval)


class _Hand:
    """Writes a reading of one document down, a sentence a line."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.statements: list[Statement] = []
        self.named = [name for name in NAMES if name in document.text]

    def chain(self, name: str) -> str:
        return f"{self.document.id}:{self.document.text.index(name)}"

    def says(self, quote: str, predicate: Predicate, subject: str, other: str, **more: Any) -> None:
        """A statement on two names; `title` is filled by words of the quotation."""
        where = span(self.document, quote)
        roles = {"subject": self._filler(subject, quote), "object": self._filler(other, quote)}
        if title := more.pop("title", None):
            roles["title"] = (Filler(title, span(self.document, title, quote)),)
        if predicate is Predicate.ALIAS_OF:
            roles["object"] = (replace(roles["object"][0], chain=None),)
        key = sha256(f"{where}{predicate}{self.document.id}".encode()).hexdigest()[:16]
        holders = (Holder(str(self.document.publisher), HolderClass.OUTLET),)
        told = Statement(key, self.document.id, where, quote, predicate, roles, holders, **more)
        self.statements.append(told)

    def _filler(self, name: str, after: str) -> tuple[Filler, ...]:
        return (Filler(name, span(self.document, name, after), self.chain(name)),)

    def reading(self) -> Reading:
        spans, begin = [], 0
        for line in self.document.text.split("\n"):
            spans.append(Span(begin, begin + len(line)))
            begin += len(line) + 1
        first = [span(self.document, name) for name in self.named]
        return Reading(
            self.document.id,
            blocks=tuple(Block(line, BlockKind.PARAGRAPH) for line in spans),
            sentences=tuple(Sentence(line, number) for number, line in enumerate(spans)),
            mentions=tuple(
                Mention(where, where, NAMES[name], MentionForm.NAME)
                for name, where in zip(self.named, first, strict=True)
            ),
            chains=tuple(
                Chain(self.chain(name), NAMES[name], name, True, (at,), (_name(name, where),))
                for at, (name, where) in enumerate(zip(self.named, first, strict=True))
            ),
            statements=tuple(self.statements),
        )


def _name(name: str, where: Span) -> Name:
    return Name(name, NameSort.NAME, where)


def _old() -> _Hand:
    hand = _Hand(OLD)
    adeyemi, rao, reed = "Tomasz Adeyemi", "Sunniva Rao", "Reed Brotherhood"
    hand.says(
        "Tomasz Adeyemi founded the Reed Brotherhood in 1998",
        Predicate.FOUNDER_OF,
        adeyemi,
        reed,
        time=_time(OLD, "1998", "1998", "1998-01-01", "1998-12-31"),
    )
    hand.says(
        "Tomasz Adeyemi led the Reed Brotherhood from 1998 to 2004",
        Predicate.LEADER_OF,
        adeyemi,
        reed,
        time=_time(OLD, "1998 to 2004", "1998/2004", "1998-01-01", "2004-12-31"),
    )
    hand.says(
        "The Oriel Column split from the Reed Brotherhood in 2003",
        Predicate.SPLIT_FROM,
        "Oriel Column",
        reed,
        time=_time(OLD, "2003", "2003", "2003-01-01", "2003-12-31"),
    )
    since = _time(OLD, "since 2005", "2005/..", "2005-01-01", "", mod="ON_OR_AFTER")
    quote = "Sunniva Rao has led the Reed Brotherhood since 2005"
    hand.says(quote, Predicate.LEADER_OF, rao, reed, time=since)
    quote = "The Reed Brotherhood was once called the Marsh Circle"
    hand.says(quote, Predicate.ALIAS_OF, reed, "Marsh Circle")
    return hand


def _new() -> _Hand:
    hand = _Hand(NEW)
    okafor, reed = "Ilse Okafor", "Reed Brotherhood"
    hand.says(
        "Ilse Okafor was appointed treasurer of the Reed Brotherhood in May 2012",
        Predicate.APPOINTED,
        okafor,
        reed,
        title="treasurer",
        time=_time(NEW, "May 2012", "2012-05", "2012-05-01", "2012-05-31"),
    )
    quote = "Ilse Okafor was dismissed from the Reed Brotherhood"
    hand.says(quote, Predicate.DISMISSED, okafor, reed)
    hand.says("Sunniva Rao leads the Reed Brotherhood", Predicate.LEADER_OF, "Sunniva Rao", reed)
    quote = "The Tern Cell is part of the Oriel Column"
    hand.says(quote, Predicate.PART_OF, "Tern Cell", "Oriel Column")
    quote = "The Reed Brotherhood may be allied with the Salt League"
    hand.says(quote, Predicate.ALLIED_WITH, reed, "Salt League", certainty=MAYBE)
    return hand


def fill(store: Store) -> None:
    """Put both reports, their readings and entities on record."""
    hands = (_old(), _new())
    for hand in hands:
        content = hand.document.text.encode()
        digest = sha256(content).hexdigest()
        document = replace(hand.document, sha256=digest)
        store.add_document(document, Original(digest, "r.txt", "text/plain", "utf-8", content))
        store.put_reading(hand.reading())
    entities = []
    for name, kind in NAMES.items():
        chains = tuple(hand.chain(name) for hand in hands if name in hand.named)
        if name == "Marsh Circle":
            continue
        names = [EntityName(name, NameSort.NAME, 2, (f"{chains[0]}-{_end(chains[0], name)}",))]
        if name == "Reed Brotherhood":
            marsh = hands[0].chain("Marsh Circle")
            mention = f"{marsh}-{_end(marsh, 'Marsh Circle')}"
            names.append(EntityName("Marsh Circle", NameSort.FORMER, 1, (mention,)))
        entities.append(Entity(chains[0], kind, name, tuple(names), chains))
    store.put_resolution([], entities, [])


def _end(chain: str, name: str) -> int:
    return int(chain.rpartition(":")[2]) + len(name)


def record(path: Path) -> Path:
    """The record as a file."""
    with open_store(path) as store:
        fill(store)
    return path
