"""Made-up reports, and a reader simple enough to be checked by eye."""

import re
from datetime import date
from hashlib import sha256

from onrecord.model import (
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Chain,
    Document,
    EntityType,
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
    Provenance,
    Reading,
    Sentence,
    Span,
    Statement,
    Status,
    TimeExpression,
    TimeInterval,
    TimexType,
)

__all__ = ["FERRY", "HARBOUR", "PORT", "read_simply", "report"]

_NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)+")
_DEED = re.compile(r"(?P<actor>[A-Z]\w+(?: [A-Z]\w+)+) (?P<verb>met|attacked) (?P<other>[^.\n]+)")
_PORT = "Port Alwen"
PORT = Place(_PORT, 12.5, -3.25, Precision.NEAR, 4.0, "ZZ", 77, "PPL")


def report(
    text: str, *, published: str | None = None, **metadata: str
) -> tuple[Document, Original]:
    """A document with its bytes, as intake gives them."""
    content = text.encode()
    digest = sha256(content).hexdigest()
    name = sha256(f"{metadata}{published}{text}".encode()).hexdigest()[:16]
    document = Document(name, text, published=published, language="en", sha256=digest, **metadata)
    return document, Original(digest, f"{name}.txt", "text/plain", "utf-8", content, ((0, 0),))


FERRY = report(
    "Amaru Quispe met Ingrid Oyelaran in Port Alwen.\n"
    "Amaru Quispe attacked the ferry on 3 May 1921, killing two, Tomasz Banda reportedly said.",
    published="1921-05-04",
    title="A ferry is attacked",
    publisher="The Alwen Courier",
    url="https://alwen.example/ferry",
)
HARBOUR = report(
    "The harbour is quiet — says a café owner.\nIngrid Oyelaran met Tomasz Banda.",
    title="A quiet harbour",
    publisher="Harbour News",
)


def read_simply(document: Document) -> Reading:
    """Names are runs of capitalised words; "met" and "attacked" are all that can happen."""
    text = document.text
    lines = [Span(*found.span()) for found in re.finditer(r"[^\n]+", text)]
    found = [Span(*each.span()) for each in _NAME.finditer(text)]
    mentions = tuple(Mention(each, each, _type(each.of(text)), MentionForm.NAME) for each in found)
    chains = tuple(_chains(document, mentions))
    statements = tuple(_statements(document, {chain.name: chain.id for chain in chains}))
    return Reading(
        document.id,
        blocks=tuple(Block(line, BlockKind.PARAGRAPH) for line in lines),
        sentences=tuple(Sentence(line, block) for block, line in enumerate(lines)),
        mentions=mentions,
        chains=chains,
        times=tuple(each.time for each in statements if each.time),
        places=tuple(_located(each) for each in found if each.of(text) == _PORT),
        attributions=tuple(_attributions(text)),
        statements=statements,
        provenance=Provenance("simple", "none", "0"),
    )


def _type(name: str) -> EntityType:
    return EntityType.PLACE if name == _PORT else EntityType.PERSON


def _located(span: Span) -> Located:
    return Located(_PORT, span, None, PORT)


def _chains(document: Document, mentions: tuple[Mention, ...]) -> list[Chain]:
    by_name: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        by_name.setdefault(mention.span.of(document.text), []).append(index)
    return [
        Chain(
            f"{document.id}:{mentions[indices[0]].span.begin}",
            _type(name),
            name,
            True,
            tuple(indices),
            tuple(Name(name, NameSort.NAME, mentions[each].span) for each in indices),
        )
        for name, indices in by_name.items()
    ]


def _attributions(text: str) -> list[Attribution]:
    return [
        Attribution(
            source=(),
            cue=(Span(*cue.span()),),
            content=(Span(0, cue.start()),),
            holder=Holder("", HolderClass.UNNAMED),
        )
        for cue in re.finditer(r"\bsaid\b", text)
        if cue.start()
    ]


def _statements(document: Document, chains: dict[str, str]) -> list[Statement]:
    return [_statement(document, deed, chains) for deed in _DEED.finditer(document.text)]


def _statement(document: Document, deed: re.Match[str], chains: dict[str, str]) -> Statement:
    span = Span(*deed.span())
    attacked = deed["verb"] == "attacked"
    roles = ("actor", "target") if attacked else ("subject", "object")
    place = re.search(_PORT, deed[0])
    return Statement(
        id=f"{document.id}:{span.begin}-{span.end}",
        document=document.id,
        span=span,
        quote=deed[0],
        predicate=Predicate.ASSAULT if attacked else Predicate.MET,
        roles={
            role: (_filler(deed, group, chains),)
            for role, group in zip(roles, ("actor", "other"), strict=True)
        },
        holders=_holders(document, deed, chains),
        certainty=_certainty(deed),
        time=_time(deed),
        place=_placed(deed.start(), place, chains),
        mode="bombing" if attacked else None,
        magnitudes={"killed": Magnitude(2, 2, None)} if "killing two" in deed[0] else None,
        confidence=0.75,
    )


def _filler(deed: re.Match[str], group: str, chains: dict[str, str]) -> Filler:
    named = _NAME.match(deed[group])
    words = named[0] if named else deed[group]
    begin = deed.start(group)
    return Filler(words, Span(begin, begin + len(words)), chains.get(words), value=1, unit=None)


def _placed(begin: int, place: re.Match[str] | None, chains: dict[str, str]) -> Located | None:
    if place is None:
        return None
    return Located(_PORT, Span(begin + place.start(), begin + place.end()), chains[_PORT], PORT)


def _holders(document: Document, deed: re.Match[str], chains: dict[str, str]) -> tuple[Holder, ...]:
    publisher = Holder(document.publisher or "", HolderClass.OUTLET)
    said = re.search(r"(Tomasz Banda) reportedly (said)", deed[0])
    if said is None:
        return (publisher,)
    name, cue = (
        Span(deed.start() + said.start(group), deed.start() + said.end(group)) for group in (1, 2)
    )
    return Holder("Tomasz Banda", HolderClass.PERSON, chains["Tomasz Banda"], name, cue), publisher


def _certainty(deed: re.Match[str]) -> Certainty:
    hedge = re.search("reportedly", deed[0])
    if hedge is None:
        return Certainty()
    span = Span(deed.start() + hedge.start(), deed.start() + hedge.end())
    return Certainty(Factuality.PROBABLE, (Status.ALLEGED,), (Hedge("reportedly", span),))


def _time(deed: re.Match[str]) -> TimeExpression | None:
    found = re.search(r"3 May 1921", deed[0])
    if found is None:
        return None
    span = Span(deed.start() + found.start(), deed.start() + found.end())
    day = date(1921, 5, 3)
    return TimeExpression(
        span, found[0], TimexType.DATE, "1921-05-03", None, "1921-05-03", TimeInterval(day, day)
    )
