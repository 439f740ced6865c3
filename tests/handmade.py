"""Two made-up reports with readings written by hand, and the record that they make."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

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
    Hedge,
    Holder,
    HolderClass,
    Located,
    Magnitude,
    Mention,
    MentionForm,
    Name,
    NameSort,
    Original,
    Place,
    Precision,
    Predicate,
    Reading,
    Sentence,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimeInterval,
    TimexType,
)
from onrecord.store import Store, open_store

__all__ = ["DEPOT", "FLIGHT", "fill", "record", "span"]

VELLMAR = Place("Vellmar", 41.5, 60.25, Precision.NEAR, 6.0, "ZZ", 11)
TASHKEL = Place("Tashkel", 40.0, 61.0, Precision.EXACT, 2.0, "ZZ", 12)
TUESDAY = TimeInterval(date(2021, 3, 9), date(2021, 3, 9))


def report(text: str, published: str, title: str, publisher: str) -> Document:
    """A document as intake gives it."""
    digest = sha256(text.encode()).hexdigest()
    return Document(digest[:16], text, title, publisher, None, published, language="en")


DEPOT = report(
    "Four die at the Vellmar fuel depot\n"
    "Gunmen attacked the Vellmar fuel depot on Tuesday and killed four workers, officials said.\n"
    "Ikaika Mbeki, known as the Heron, leads the Salt Road Front. He was born in Tashkel in 1979.\n"
    "The Salt Road Front claimed responsibility for the attack, said Noor Haddad, its spokeswoman. "
    "Mbeki leads the Front from the hills.\n"
    "Mbeki allegedly smuggles cigarettes, an official told the Meridian agency.\n"
    "Police chief Ana Horvat denied that Mbeki was in Tashkel. Who can tell where he sleeps?\n"
    "Read more: the price of fuel",
    "2021-03-12",
    "Four killed at Vellmar",
    "Lindal Herald",
)
FLIGHT = report(
    "Ikaika Mbeki may have left for Tashkel, a ferryman said.\n"
    "His cousin Sefa Mbeki teaches in Vellmar.",
    "2021-03-14",
    "The Heron has flown",
    "Harbour News",
)


def span(document: Document, words: str, after: str = "") -> Span:
    """Where `words` first stand in the text, counted from `after`."""
    begin = document.text.index(words, document.text.index(after))
    return Span(begin, begin + len(words))


class _Hand:
    """Writes a reading of one document down."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mentions: list[Mention] = []
        self.chains: list[Chain] = []
        self.statements: list[Statement] = []

    def chain(
        self, name: str, kind: EntityType, *others: tuple[str, str, MentionForm], named: bool = True
    ) -> str:
        """A thing by its first mention; `others` are (words, after which words, form)."""
        form = MentionForm.NAME if named else MentionForm.DESCRIPTION
        found = [(span(self.document, name), form)]
        found += [(span(self.document, words, after), form) for words, after, form in others]
        first = len(self.mentions)
        self.mentions += [Mention(where, where, kind, form) for where, form in found]
        names = tuple(
            Name(where.of(self.document.text), NameSort.NAME, where)
            for where, form in found
            if form is MentionForm.NAME
        )
        key = f"{self.document.id}:{found[0][0].begin}"
        indices = tuple(range(first, len(self.mentions)))
        self.chains.append(Chain(key, kind, name, named, indices, names))
        return key

    def filler(self, words: str, after: str = "", chain: str | None = None) -> tuple[Filler, ...]:
        """One filler of a role."""
        return (Filler(words, span(self.document, words, after), chain),)

    def says(
        self, quote: str, predicate: Predicate, roles: dict[str, tuple[Filler, ...]], **more: Any
    ) -> Statement:
        """A statement held by the holders given, then by the publisher."""
        where = span(self.document, quote)
        parts = f"{self.document.id}{where}{predicate}{sorted(roles)}"
        outer = Holder(str(self.document.publisher), HolderClass.OUTLET)
        holders = (*more.pop("holders", ()), outer)
        key = sha256(parts.encode()).hexdigest()[:16]
        made = Statement(key, self.document.id, where, quote, predicate, roles, holders, **more)
        self.statements.append(made)
        return made

    def reading(self) -> Reading:
        """Lines are blocks; sentences end in a stop or question mark."""
        blocks, sentences = [], []
        begin = 0
        for number, line in enumerate(self.document.text.split("\n")):
            kind = BlockKind.PARAGRAPH
            if line.startswith("Read more"):
                kind = BlockKind.FURNITURE
            elif not line.endswith((".", "?")):
                kind = BlockKind.SUMMARY
            blocks.append(Block(Span(begin, begin + len(line)), kind))
            at = begin
            for part in line.replace("? ", "?\n").replace(". ", ".\n").split("\n"):
                sentences.append(Sentence(Span(at, at + len(part)), number))
                at += len(part) + 1
            begin += len(line) + 1
        return Reading(
            self.document.id,
            blocks=tuple(blocks),
            sentences=tuple(sentences),
            mentions=tuple(self.mentions),
            chains=tuple(self.chains),
            statements=tuple(self.statements),
        )


def _time(
    document: Document, words: str, interval: TimeInterval | None, edtf: str
) -> TimeExpression:
    where = span(document, words)
    return TimeExpression(where, words, TimexType.DATE, edtf, None, edtf, interval)


def _holder(hand: _Hand, name: str, cls: HolderClass, chain: str | None = None) -> Holder:
    return Holder(name, cls, chain, span(hand.document, name))


def _depot() -> tuple[_Hand, dict[str, str]]:
    hand = _Hand(DEPOT)
    name, pronoun = MentionForm.NAME, MentionForm.PRONOUN
    chains = {
        "depot": hand.chain("the Vellmar fuel depot", EntityType.FACILITY, named=False),
        "vellmar": hand.chain("Vellmar", EntityType.PLACE),
        "mbeki": hand.chain(
            "Ikaika Mbeki",
            EntityType.PERSON,
            ("He", "Front. ", pronoun),
            ("Mbeki", "spokeswoman", name),
            ("Mbeki", "hills", name),
            ("Mbeki", "denied", name),
        ),
        "front": hand.chain("Salt Road Front", EntityType.GROUP, ("Salt Road Front", "1979", name)),
        "tashkel": hand.chain("Tashkel", EntityType.PLACE, ("Tashkel", "denied", name)),
        "haddad": hand.chain("Noor Haddad", EntityType.PERSON),
        "horvat": hand.chain("Ana Horvat", EntityType.PERSON),
    }
    _depot_events(hand, chains)
    _depot_relations(hand, chains)
    return hand, chains


def _depot_events(hand: _Hand, chains: dict[str, str]) -> None:
    roles = {"actor": hand.filler("Gunmen"), "target": hand.filler("the Vellmar fuel depot")}
    hand.says(
        "Gunmen attacked the Vellmar fuel depot on Tuesday and killed four workers",
        Predicate.ASSAULT,
        roles,
        holders=(_holder(hand, "officials", HolderClass.UNNAMED),),
        time=_time(DEPOT, "Tuesday", TUESDAY, "2021-03-09"),
        place=Located("Vellmar", span(DEPOT, "Vellmar"), chains["vellmar"], VELLMAR),
        mode="firearms",
        magnitudes={"killed": Magnitude(4, 4, 4)},
    )
    subject = hand.filler("The Salt Road Front", chain=chains["front"])
    hand.says(
        "The Salt Road Front claimed responsibility for the attack",
        Predicate.CLAIMS_RESPONSIBILITY,
        {"subject": subject, "object": hand.filler("the attack")},
        holders=(_holder(hand, "Noor Haddad", HolderClass.PERSON, chains["haddad"]),),
    )


def _depot_relations(hand: _Hand, chains: dict[str, str]) -> None:
    mbeki, front, tashkel = chains["mbeki"], chains["front"], chains["tashkel"]
    hand.says(
        "Ikaika Mbeki, known as the Heron, leads the Salt Road Front",
        Predicate.LEADER_OF,
        {
            "subject": hand.filler("Ikaika Mbeki", chain=mbeki),
            "object": hand.filler("the Salt Road Front", chain=front),
        },
    )
    hand.says(
        "Mbeki leads the Front",
        Predicate.LEADER_OF,
        {
            "subject": hand.filler("Mbeki", "spokeswoman", mbeki),
            "object": hand.filler("the Front", chain=front),
        },
    )
    hand.says(
        "He was born in Tashkel in 1979",
        Predicate.BORN,
        {
            "subject": hand.filler("He", "Front. ", mbeki),
            "object": hand.filler("Tashkel", chain=tashkel),
        },
        time=_time(DEPOT, "1979", TimeInterval(date(1979, 1, 1), date(1979, 12, 31)), "1979"),
        place=Located("Tashkel", span(DEPOT, "Tashkel"), tashkel, TASHKEL),
    )
    official = _holder(hand, "an official", HolderClass.UNNAMED)
    agency = _holder(hand, "the Meridian agency", HolderClass.ORGANISATION)
    hand.says(
        "Mbeki allegedly smuggles cigarettes",
        Predicate.ENGAGED_IN,
        {
            "subject": hand.filler("Mbeki", "hills", mbeki),
            "object": hand.filler("cigarettes"),
        },
        holders=(official, agency),
        certainty=Certainty(
            Factuality.POSSIBLE,
            (Status.ALLEGED,),
            (Hedge("allegedly", span(DEPOT, "allegedly")),),
        ),
    )
    hand.says(
        "Mbeki was in Tashkel",
        Predicate.PRESENT_AT,
        {
            "subject": hand.filler("Mbeki", "denied", mbeki),
            "object": hand.filler("Tashkel", "denied", tashkel),
        },
        holders=(_holder(hand, "Ana Horvat", HolderClass.PERSON, chains["horvat"]),),
        certainty=Certainty(Factuality.CERTAIN_NOT, (Status.DENIED,)),
    )


def _flight() -> tuple[_Hand, dict[str, str]]:
    hand = _Hand(FLIGHT)
    chains = {
        "mbeki": hand.chain("Ikaika Mbeki", EntityType.PERSON),
        "tashkel": hand.chain("Tashkel", EntityType.PLACE),
        "sefa": hand.chain("Sefa Mbeki", EntityType.PERSON),
    }
    subject = hand.filler("Ikaika Mbeki", chain=chains["mbeki"])
    hand.says(
        "Ikaika Mbeki may have left for Tashkel",
        Predicate.TRAVELLED_TO,
        {"subject": subject, "object": hand.filler("Tashkel", chain=chains["tashkel"])},
        holders=(_holder(hand, "a ferryman", HolderClass.UNNAMED),),
        certainty=Certainty(Factuality.POSSIBLE, hedges=(Hedge("may", span(FLIGHT, "may")),)),
    )
    hand.says(
        "Sefa Mbeki teaches in Vellmar",
        Predicate.SAYS,
        {"subject": hand.filler("Sefa Mbeki", chain=chains["sefa"])},
    )
    return hand, chains


def _entity(kind: EntityType, name: str, *chains: str, **names: NameSort) -> Entity:
    given = (
        EntityName(text.replace("_", " "), sort, 2, (f"{chains[0]}-{int(chains[0][17:]) + 5}",))
        for text, sort in names.items()
    )
    return Entity(chains[0], kind, name, tuple(given), chains)


def fill(store: Store) -> None:
    """Put both reports, their readings, entities and one event on record."""
    depot, here = _depot()
    flight, there = _flight()
    for hand in (depot, flight):
        content = hand.document.text.encode()
        digest = sha256(content).hexdigest()
        document = replace(hand.document, sha256=digest)
        store.add_document(document, Original(digest, "r.txt", "text/plain", "utf-8", content))
        store.put_reading(hand.reading())
    mbeki = _entity(
        EntityType.PERSON,
        "Ikaika Mbeki",
        here["mbeki"],
        there["mbeki"],
        Ikaika_Mbeki=NameSort.NAME,
        Mbeki=NameSort.SHORT,
        the_Heron=NameSort.NICKNAME,
    )
    others = (
        _entity(EntityType.GROUP, "Salt Road Front", here["front"], Salt_Road_Front=NameSort.NAME),
        _entity(EntityType.PERSON, "Noor Haddad", here["haddad"], Noor_Haddad=NameSort.NAME),
        _entity(EntityType.PERSON, "Sefa Mbeki", there["sefa"], Sefa_Mbeki=NameSort.NAME),
        _entity(
            EntityType.PLACE, "Tashkel", here["tashkel"], there["tashkel"], Tashkel=NameSort.NAME
        ),
    )
    attack = depot.statements[0]
    event = Event(
        f"event:{attack.id}",
        Predicate.ASSAULT,
        "firearms",
        attack.roles,
        attack.magnitudes or {},
        TUESDAY,
        VELLMAR,
        (attack.id,),
    )
    store.put_resolution([], [mbeki, *others], [event])


def record(path: Path) -> Path:
    """The record as a file."""
    with open_store(path) as store:
        fill(store)
    return path
