"""What one reading of one report gives: a layer for each stage."""

from dataclasses import dataclass

from onrecord.model.document import Block
from onrecord.model.mention import Chain, Mention
from onrecord.model.span import Span
from onrecord.model.statement import Attribution, Statement
from onrecord.model.time import TimeExpression

__all__ = ["Provenance", "Reading", "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the index of the block (line) it stands in."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a reading: digests of the network and of the lexicon, and the program's version."""

    network: str
    lexicon: str
    version: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All layers of one document; a stage adds its own and touches no other."""

    document: str
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    provenance: Provenance | None = None
