"""Marks as a picture draws and names them, and no more, so that thousands are sent fast."""

from dataclasses import dataclass
from datetime import date

from onrecord.model import PredicateFamily
from onrecord.views.line import Tone
from onrecord.views.mark import Mark
from onrecord.views.mentioned import Mentioned

__all__ = ["Dot", "dot"]

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark; `sure` and `when` are words, and `sentence` is cut where it is long."""

    reference: str
    family: PredicateFamily
    sentence: str
    toll: str
    holders: tuple[str, ...]
    publisher: str | None
    tone: Tone
    sure: str
    when: str
    precision: str
    earliest: date | None
    latest: date | None
    parties: tuple[Mentioned, ...]


def dot(mark: Mark) -> Dot:
    """What is drawn of a mark."""
    time, told = mark.time, mark.sentence
    return Dot(
        reference=mark.reference,
        family=mark.family,
        sentence=told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1].rstrip()}…",
        toll=mark.toll,
        holders=mark.holders,
        publisher=mark.publisher,
        tone=mark.sureness.tone,
        sure=mark.sureness.words,
        when=time.words,
        precision=time.precision,
        earliest=time.earliest,
        latest=time.latest,
        parties=mark.parties,
    )
