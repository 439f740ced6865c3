"""Who says so: the links of a chain of speakers, and the words that are given to each."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Span
from onrecord.model.time import TimeExpression

__all__ = [
    "Attribution",
    "Basis",
    "Evidential",
    "Filler",
    "Holder",
    "HolderClass",
    "Speaker",
    "Telling",
]


class HolderClass(StrEnum):
    """What kind of speaker or source holds a statement."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    OUTLET = "outlet"
    AUTHOR = "author"


class Speaker(StrEnum):
    """As what a holder speaks, named or not."""

    OFFICIAL = "official"
    SPOKESPERSON = "spokesperson"
    WITNESS = "witness"
    ANALYST = "analyst"
    DOCUMENT = "document"
    SOURCE = "source"
    JOURNALIST = "journalist"
    FIGHTER = "fighter"
    MEDIUM = "medium"


class Evidential(StrEnum):
    """How a source came to know."""

    HEARD = "heard"
    SAW = "saw"
    INFERRED = "inferred"
    BRIEFED = "briefed"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role; `chain` is its coreference chain, None if it is no thing of the record.

    `text` and `span` are the words that stand there; `value` and `unit` the number they give.
    """

    text: str
    span: Span
    chain: str | None = None
    value: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """The words that say how a source knows: "who saw it", "citing an intercept"."""

    evidence: Evidential
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Telling:
    """The circumstances of the saying, not of what is said: when, where, on which occasion or by
    which means ("at a news conference", "in a statement"), to whom, and on which terms ("on
    condition of anonymity")."""

    time: TimeExpression | None = None
    place: Filler | None = None
    occasion: Filler | None = None
    audience: tuple[Filler, ...] = ()
    terms: Filler | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """One link of the chain from who is nearest to the matter outwards to the publisher.

    `chain` is the id of the coreference chain that names the holder; `span` is where the holder
    stands in the text, None for the publisher; `cue` is the span of the words of speaking.
    `speaker` is None where no word tells as what the holder speaks; `affiliation` is the body or
    country that it speaks for or belongs to; `basis` and `telling` are None where the text is
    silent on them.
    """

    name: str
    cls: HolderClass
    chain: str | None = None
    span: Span | None = None
    cue: Span | None = None
    speaker: Speaker | None = None
    affiliation: Filler | None = None
    basis: Basis | None = None
    telling: Telling | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words given to a source: `source` may be empty (a passive cue), `content` never.

    `holder` is who the source stands for; `outer` is the index of the attribution in whose content
    this one stands, None at the top. `relayed` is true where the source only passes on what the
    inner one says ("quoted by", "told the paper").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    holder: Holder
    outer: int | None = None
    relayed: bool = False
    confidence: float = 1.0
