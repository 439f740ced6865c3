"""What one pass of the network gives: words with their syntax, and layers of labelled spans."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.model.span import Span

__all__ = [
    "Analysis",
    "Labelled",
    "Nominal",
    "Passage",
    "Related",
    "RoleArc",
    "Sentence",
    "SpokenSpans",
    "Word",
]


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
    `commitment` is CommitmentBank's, -3 to 3: how far the writer holds what the word says for true.
    `polarity` (POS, NEG) and `modality` ("none" or a modal verb) are TimeML's, None of no event.
    `predicate` tells whether it is one of PropBank's.
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
    commitment: float = 0.0
    polarity: str | None = None
    modality: str | None = None
    predicate: bool = False


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
class Nominal:
    """A mention in GUM's sense: a name, description or pronoun, in others too.

    `head` is an index into `Analysis.words`; `label` is GUM's type; mentions of the same thing
    share the number `entity`. `score` is 0 to 1, `linked` how sure the link to an earlier mention,
    or that there is none.
    """

    span: Span
    head: int
    label: str
    entity: int
    score: float
    linked: float


@dataclass(frozen=True, slots=True)
class Related:
    """A relation of re3d's between two mentions of its layer; `score` is 0 to 1."""

    source: Span
    target: Span
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A label of a sentence as a whole, an index into `Reading.sentences`; `score` is 0 to 1.

    `layer` is `plover` (event type), `mode` (its mode, "none") or `police` (IndiaPoliceEvents).
    """

    sentence: int
    layer: str
    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the network read in one document.

    `layers` maps a layer name to its spans in text order: `mention` (re3d's labels), `name`
    (PER ORG LOC MISC), `toponym`, `timex` (TIMEX3 types), `filler` (MUC-4's roles in an incident).
    `incidents` has the probability of each of MUC-4's kinds of incident. `confidence` has, by
    layer of words (`upos xpos entity event predicate polarity modality head deprel`), how sure
    each word's label is, 0 to 1, also of a word that has none.
    """

    words: tuple[Word, ...] = ()
    layers: Mapping[str, tuple[Labelled, ...]] = field(default_factory=dict)
    roles: tuple[RoleArc, ...] = ()
    spoken: tuple[SpokenSpans, ...] = ()
    nominals: tuple[Nominal, ...] = ()
    relations: tuple[Related, ...] = ()
    passages: tuple[Passage, ...] = ()
    incidents: Mapping[str, float] = field(default_factory=dict)
    confidence: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
