"""Words of speaking, thinking and perceiving that give a statement to its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from onrecord.lexicon.phrases import Found, Phrases
from onrecord.lexicon.tables import cell, rows
from onrecord.model import Evidential

__all__ = ["Commitment", "Cue", "Giver", "Speech", "basis", "match", "terms"]


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
    evidence: Evidential | None
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
                Evidential(evidence) if cell(evidence) else None,
                Giver(giver),
            ),
        )
        for pattern, upos, speech, commitment, evidence, giver in rows("speech", 6)
    )


def match(lemmas: Sequence[str], at: int, upos: Sequence[str] | None = None) -> Found[Cue] | None:
    """The longest cue that begins with the word `at`; with `upos`, one whose part fits."""
    return _phrases().longest(lemmas, at, upos)


@cache
def _bases() -> Phrases[Evidential | None]:
    return Phrases(
        (pattern, cell(upos), None if kind == "terms" else Evidential(kind))
        for pattern, upos, kind in rows("bases", 3)
    )


def basis(lemmas: Sequence[str], at: int, upos: Sequence[str]) -> Found[Evidential] | None:
    """How a speaker knows, by the words that begin with the word `at` ("brief on")."""
    found = _bases().longest(lemmas, at, upos)
    return None if found is None or found.value is None else Found(found.value, found.length)


def terms(lemmas: Sequence[str], at: int, upos: Sequence[str]) -> int:
    """How many words from `at` on tell the terms on which somebody speaks; 0 if none do."""
    found = _bases().longest(lemmas, at, upos)
    return found.length if found is not None and found.value is None else 0
