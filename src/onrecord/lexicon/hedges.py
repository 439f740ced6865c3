"""Words that say how sure, how real or how far along a matter is.

Strengths are FactBank's (Saurí and Pustejovsky 2009): certain, probable, possible, uncommitted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from onrecord.lexicon.phrases import Found, Phrases
from onrecord.lexicon.tables import cell, rows
from onrecord.model import Status

__all__ = ["HedgeSense", "Scope", "Strength", "match"]


class Strength(StrEnum):
    """How sure, whether for or against."""

    CERTAIN = "CT"
    PROBABLE = "PR"
    POSSIBLE = "PS"
    UNCOMMITTED = "U"


class Scope(StrEnum):
    """What a hedge is about.

    HEAD: the predicate that it depends on ("probably left"). COMPLEMENT: the clause, else the noun,
    that it governs ("failed to leave", "denied the attack"). INFINITIVE: the infinitive that
    it governs, no other clause ("told them to leave"). SUBJECT: the clause or noun that is its
    subject ("the attack was foiled"). CLAUSE: all of the clause that it opens and, if hypothetical,
    the one that clause depends on ("if"). MATTER: the claim that is spoken of, often in the
    sentence before ("could not be verified").
    """

    HEAD = "head"
    COMPLEMENT = "complement"
    INFINITIVE = "infinitive"
    SUBJECT = "subject"
    CLAUSE = "clause"
    MATTER = "matter"


@dataclass(frozen=True, slots=True)
class HedgeSense:
    """The effect of a hedge; `strength` and `status` are None where it leaves them as they are.

    `negates` turns the polarity.
    """

    scope: Scope
    strength: Strength | None = None
    negates: bool = False
    status: Status | None = None

    @property
    def matters(self) -> bool:
        """Whether it changes anything: "not only" does not, and is no negation either."""
        return self.negates or self.strength is not None or self.status is not None


@cache
def _phrases() -> Phrases[HedgeSense]:
    return Phrases(
        (
            pattern,
            cell(upos),
            HedgeSense(
                Scope(scope),
                Strength(strength) if cell(strength) else None,
                negation == "not",
                Status(status) if cell(status) else None,
            ),
        )
        for pattern, upos, scope, strength, negation, status in rows("hedges", 6)
    )


def match(
    lemmas: Sequence[str], at: int, upos: Sequence[str] | None = None
) -> Found[HedgeSense] | None:
    """The longest hedge that begins with the word `at`; with `upos`, one whose part fits."""
    return _phrases().longest(lemmas, at, upos)
