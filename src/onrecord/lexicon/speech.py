"""Words of speaking, thinking and perceiving that give a statement to its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from onrecord.lexicon.phrases import Found, Phrases
from onrecord.lexicon.tables import cell, rows

__all__ = ["Commitment", "Cue", "Evidence", "Giver", "Speech", "match"]


class Speech(StrEnum):
    """What the source does with the words."""

    SAYS = "says"
    CLAIMS = "claims"
    DENIES = "denies"
    PREDICTS = "predicts"
    ASSESSES = "assesses"
    THREATENS = "threatens"
    PROMISES = "promises"
    EXPLAINS = "explains"
    CONFIRMS = "confirms"
    ASKS = "asks"
    JUDGES = "judges"
    CLAIMS_RESPONSIBILITY = "claims_responsibility"


class Commitment(StrEnum):
    """How far the reporter, by the choice of word, stands behind what is said."""

    WEAK = "weak"
    NEUTRAL = "neutral"
    STRONG = "strong"


class Evidence(StrEnum):
    """How the source came to know."""

    HEARD = "heard"
    SAW = "saw"
    INFERRED = "inferred"


class Giver(StrEnum):
    """Where the source stands.

    SUBJECT: of the cue ("she said", "said by her"). AFTER: right behind it ("according to her").
    OBJECT: of the verb or its preposition ("citing her"). POSSESSOR: of the noun, or behind its
    "of" ("her claim", "the words of the mayor"). NOBODY: the words name none ("is said to").
    """

    SUBJECT = "subject"
    AFTER = "after"
    OBJECT = "object"
    POSSESSOR = "possessor"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Cue:
    """The sense of a cue; `evidence` is None where the words do not show it."""

    speech: Speech
    commitment: Commitment
    evidence: Evidence | None
    giver: Giver


@cache
def _phrases() -> Phrases[Cue]:
    return Phrases(
        (
            pattern,
            cell(upos),
            Cue(
                Speech(speech),
                Commitment(commitment),
                Evidence(evidence) if cell(evidence) else None,
                Giver(giver),
            ),
        )
        for pattern, upos, speech, commitment, evidence, giver in rows("speech", 6)
    )


def match(lemmas: Sequence[str], at: int, upos: Sequence[str] | None = None) -> Found[Cue] | None:
    """The longest cue that begins with the word `at`; with `upos`, one whose part fits."""
    return _phrases().longest(lemmas, at, upos)
