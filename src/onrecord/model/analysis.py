"""What one pass of the network gives: words with their syntax, and layers of labelled spans."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.model.span import Span

__all__ = ["Analysis", "Labelled", "RoleArc", "Sentence", "SpokenSpans", "Word"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the index of the block (line) it stands in."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word (UD v2: "don't" is two).

    `head` is an index into `Analysis.words`, -1 for the root of a sentence. `sentence` is an index
    into `Reading.sentences`. `entity` is the type (GUM's label set) of the widest nominal headed
    here, None if it heads none. `event` is the TimeML event class, None if the word is no event.
    `factuality` is the estimate of UDS-IH2, -3 (did not happen) to 3 (did), as a predicate.
    """

    span: Span
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str
    sentence: int
    entity: str | None = None
    event: str | None = None
    factuality: float = 0.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled span of a layer; `score` is 0 to 1."""

    span: Span
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class RoleArc:
    """A PropBank role: word indices of the predicate and of the head of its argument."""

    predicate: int
    argument: int
    role: str
    score: float


@dataclass(frozen=True, slots=True)
class SpokenSpans:
    """One attribution as spans, linked by the network: content, its cue and its source."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the network read in one document.

    `layers` maps a layer name to its spans in text order: `mention` (re3d's labels), `name`
    (PER ORG LOC MISC), `toponym`, `timex` (TIMEX3 types).
    """

    words: tuple[Word, ...] = ()
    layers: Mapping[str, tuple[Labelled, ...]] = field(default_factory=dict)
    roles: tuple[RoleArc, ...] = ()
    spoken: tuple[SpokenSpans, ...] = ()
