"""Three made-up reports on a raid, read by hand: two culprits, a denial, two reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
    Event,
    Factuality,
    Filler,
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
    Status,
)
from onrecord.store import Store, open_store

__all__ = ["EVENT", "Hand", "fill", "record", "said"]

GROUP, PERSON = EntityType.GROUP, EntityType.PERSON
NAMES = {
    "Reed Brotherhood": GROUP,
    "Salt League": GROUP,
    "Oriel Mill": EntityType.FACILITY,
    "Sunniva Rao": PERSON,
    "Tomasz Adeyemi": PERSON,
}
FIRST = report(
    "The Reed Brotherhood burned the Oriel Mill, Sunniva Rao said.\n"
    "The raid was in revenge for an arrest, Tomasz Adeyemi said.",
    "2015-06-01",
    "A mill burns",
    "Lindal Herald",
)
SECOND = report(
    "The Salt League burned the Oriel Mill, a miller said.\n"
    "The fire was only because of unpaid rent.",
    "2015-06-02",
    "Who burned the mill?",
    "Harbour News",
)
THIRD = report(
    "The Reed Brotherhood denied that it burned the Oriel Mill.",
    "2015-06-03",
    "Not us",
    "The Alwen Courier",
)
DENIED = Certainty(Factuality.CERTAIN_NOT, (Status.DENIED,))


@dataclass(slots=True)
class Hand:
    """Writes a reading of one document down, a sentence a line."""

    document: Document
    statements: list[Statement] = field(default_factory=list)
    described: dict[str, EntityType] = field(default_factory=dict)
    pronouns: dict[str, str] = field(default_factory=dict)

    def chain(self, name: str) -> str:
        return f"{self.document.id}:{self.document.text.index(name)}"

    def says(
        self,
        quote: str,
        predicate: Predicate,
        roles: Mapping[str, str],
        by: str | None = None,
        **more: Any,
    ) -> str:
        """A statement by its publisher, or by a holder before it; its id."""
        where = span(self.document, quote)
        publisher = Holder(str(self.document.publisher), HolderClass.OUTLET)
        holders = (self._holder(by), publisher) if by else (publisher,)
        key = sha256(f"{self.document.id}{where}{predicate}".encode()).hexdigest()[:16]
        filled = {role: self._filler(words, quote) for role, words in roles.items()}
        told = Statement(key, self.document.id, where, quote, predicate, filled, holders, **more)
        self.statements.append(told)
        return key

    def _holder(self, name: str) -> Holder:
        where = span(self.document, name)
        if name in NAMES:
            return Holder(name, HolderClass.PERSON, self.chain(name), where)
        return Holder(name, HolderClass.UNNAMED, None, where)

    def _filler(self, words: str, quote: str) -> tuple[Filler, ...]:
        chain = self.chain(words) if words in NAMES or words in self.described else None
        return (Filler(words, span(self.document, words, quote), chain),)

    def reading(self) -> Reading:
        text = self.document.text
        spans, begin = [], 0
        for line in text.split("\n"):
            spans.append(Span(begin, begin + len(line)))
            begin += len(line) + 1
        mentions, chains = self._read_names()
        return Reading(
            self.document.id,
            blocks=tuple(Block(line, BlockKind.PARAGRAPH) for line in spans),
            sentences=tuple(Sentence(line, number) for number, line in enumerate(spans)),
            mentions=tuple(mentions),
            chains=tuple(chains),
            statements=tuple(self.statements),
        )

    def _read_names(self) -> tuple[list[Mention], list[Chain]]:
        """The first mention of each name and description, and pronouns for the names."""
        mentions: list[Mention] = []
        chains = []
        for words in (*NAMES, *self.described):
            if words not in self.document.text:
                continue
            kind = NAMES.get(words) or self.described[words]
            form = MentionForm.NAME if words in NAMES else MentionForm.DESCRIPTION
            at = span(self.document, words)
            found = [Mention(at, at, kind, form)]
            for pronoun in (each for each, name in self.pronouns.items() if name == words):
                here = span(self.document, pronoun)
                found.append(Mention(here, here, kind, MentionForm.PRONOUN))
            indices = tuple(range(len(mentions), len(mentions) + len(found)))
            names = (Name(words, NameSort.NAME, at),) if words in NAMES else ()
            chains.append(Chain(self.chain(words), kind, words, bool(names), indices, names))
            mentions += found
        return mentions, chains


def _hands() -> tuple[Hand, Hand, Hand]:
    first, second, third = Hand(FIRST), Hand(SECOND), Hand(THIRD)
    quote = "The Reed Brotherhood burned the Oriel Mill"
    roles = {"actor": "Reed Brotherhood", "target": "Oriel Mill"}
    burned = first.says(quote, Predicate.ASSAULT, roles, by="Sunniva Rao")
    quote = "The raid was in revenge for an arrest"
    roles = {"subject": "The raid", "object": "an arrest"}
    first.says(quote, Predicate.EXPLAINS, roles, by="Tomasz Adeyemi", about=(burned,))
    quote = "The Salt League burned the Oriel Mill"
    roles = {"actor": "Salt League", "target": "Oriel Mill"}
    other = second.says(quote, Predicate.ASSAULT, roles, by="a miller")
    quote = "The fire was only because of unpaid rent"
    roles = {"subject": "The fire", "object": "unpaid rent"}
    second.says(quote, Predicate.EXPLAINS, roles, about=(other,))
    roles = {"target": "Oriel Mill"}
    third.says("it burned the Oriel Mill", Predicate.ASSAULT, roles, certainty=DENIED)
    quote = "The Reed Brotherhood denied that it burned the Oriel Mill"
    third.says(quote, Predicate.DENIES, {"subject": "Reed Brotherhood"}, by="Reed Brotherhood")
    return first, second, third


EVENT = f"event:{_hands()[0].statements[0].id}"


def said(quote: str) -> str:
    """The id of the statement whose quotation begins so."""
    statements = (each for hand in _hands() for each in hand.statements)
    return next(each.id for each in statements if each.quote.startswith(quote))


def fill(store: Store, *more: Hand) -> None:
    """Put the reports, and more on the same event, with readings and entities on record."""
    hands = (*_hands(), *more)
    for hand in hands:
        content = hand.document.text.encode()
        original = Original(sha256(content).hexdigest(), "r.txt", "text/plain", "utf-8", content)
        store.add_document(hand.document, original)
        store.put_reading(hand.reading())
    told = [x for hand in hands for x in hand.statements if x.predicate is Predicate.ASSAULT]
    roles = {
        role: tuple(f for each in told for f in each.roles.get(role, ())) for role in told[0].roles
    }
    ids = tuple(each.id for each in told)
    event = Event(EVENT, Predicate.ASSAULT, None, roles, {}, None, None, ids)
    store.put_resolution([], [_entity(name, hands) for name in NAMES], [event])


def _entity(name: str, hands: Sequence[Hand]) -> Entity:
    chains = tuple(hand.chain(name) for hand in hands if name in hand.document.text)
    ends = (f"{each}-{int(each.rpartition(':')[2]) + len(name)}" for each in chains)
    names = (EntityName(name, NameSort.NAME, len(chains), tuple(ends)),)
    return Entity(chains[0], NAMES[name], name, names, chains)


def record(path: Path) -> Path:
    """The record as a file."""
    with open_store(path) as store:
        fill(store)
    return path
