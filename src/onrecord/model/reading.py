"""What one reading of one report gives: a layer for each stage."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.model.analysis import Analysis, Sentence
from onrecord.model.correction import AsRead
from onrecord.model.document import Block
from onrecord.model.holder import Attribution
from onrecord.model.mention import Chain, Mention
from onrecord.model.statement import Certainty, Located, Statement
from onrecord.model.time import TimeExpression

__all__ = ["Provenance", "Reading"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a reading: the digests of the network, and of the lexicon and its gazetteer, and
    the program's version."""

    network: str
    lexicon: str
    version: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All layers of one document; a stage adds its own and touches no other.

    `analysis` is what the network gave; it is not stored. `places` holds every resolved mention
    of a place. `certainty` maps the index of a predicate's word to how it is held. `as_read` are
    the statements that people's corrections changed or took away, as the stages gave them.
    """

    document: str
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    analysis: Analysis = field(default_factory=Analysis)
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Located, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    certainty: Mapping[int, Certainty] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    as_read: tuple[AsRead, ...] = ()
    provenance: Provenance | None = None
