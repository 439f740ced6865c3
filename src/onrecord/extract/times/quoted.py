"""The day on which quoted words were spoken, where the sentence around them names it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.extract.quotations import quotations
from onrecord.model import Sentence, Span, TimeExpression

__all__ = ["spoken_days"]

_TITLE = 2
"""Words: a quotation of no more is a title."""
_SPEAKS = re.compile(
    r"\b(?:said|says|told|wrote|writes|tweeted|posted|added|warned|announced|declared|testified|"
    r"predicted|promised|vowed|replied|asked|insisted|stated|remarked|cried|shouted|read|"
    r"speaking|writing|speech|statement|letter|interview|diary)\b",
    re.I,
)
_CLOSE = re.compile(
    r"(?:\s*,)?(?:\s+(?!that\b|who\b|which\b|when\b|after\b|before\b)[\w.'’-]+){0,6}[\s,:]*"
)
"""What may stand between the word of speech and its day."""


def spoken_days(
    text: str, sentences: Sequence[Sentence], times: Sequence[TimeExpression]
) -> Iterator[tuple[Span, date]]:
    """Each quotation, and the one day that the sentences it stands in name for its speaking."""
    for quoted in quotations(text):
        if len(quoted.of(text).split()) <= _TITLE:
            continue
        frames = [each.span for each in sentences if each.span.overlaps(quoted)]
        days = {
            time.interval.earliest
            for time in times
            if time.interval
            and time.interval.earliest == time.interval.latest
            and not time.span.overlaps(quoted)
            and any(frame.contains(time.span) for frame in frames)
            and _is_spoken(text, quoted, time.span, frames)
        }
        if len(days) == 1:
            (day,) = days
            if day:
                yield quoted, day


def _is_spoken(text: str, quoted: Span, time: Span, frames: Sequence[Span]) -> bool:
    """Whether a word of speech stands beside the time, on the same side of the quotation."""
    frame = next(each for each in frames if each.contains(time))
    begin = quoted.end if quoted.end <= time.begin else frame.begin
    end = frame.end if quoted.end <= time.begin else min(quoted.begin, frame.end)
    for speech in _SPEAKS.finditer(text, begin, end):
        first, last = sorted(((speech.start(), speech.end()), (time.begin, time.end)))
        if _CLOSE.fullmatch(text, first[1], last[0]):
            return True
    return False
