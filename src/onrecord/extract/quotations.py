"""Quoted speech that the network gave to nobody: whoever speaks nearest in the paragraph said it.

What stands in quotation marks is not the report's own assertion, so a speaker that is missed there
would put another's words into the publisher's mouth.
"""

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Reading, Span, SpokenSpans

__all__ = ["with_quotations"]

_QUOTED = re.compile(r"“[^“”\n]+(?:”|$)|\"[^\"\n]+(?:\"|$)", re.MULTILINE)
_LEAST_WORDS = 4
"""Shorter quotations are names, nicknames and scare quotes as often as speech."""
_INHERITED = 0.5
"""The score of an attribution that is only near."""


def with_quotations(text: str, reading: Reading) -> tuple[SpokenSpans, ...]:
    """The network's attributions, and one more for each long quotation that none of them holds.

    It takes the source and cue of the nearest attribution of its block; none is made up.
    """
    spoken = reading.analysis.spoken
    return spoken + tuple(_given(text, reading, spoken))


def _given(text: str, reading: Reading, spoken: Sequence[SpokenSpans]) -> Iterator[SpokenSpans]:
    for block in reading.blocks:
        inside = [s for s in spoken if s.source and s.cue and block.span.contains(s.cue[0])]
        for match in _QUOTED.finditer(text, block.span.begin, block.span.end):
            span = Span(match.start(), match.end())
            if len(match.group().split()) < _LEAST_WORDS or _is_held(span, spoken):
                continue
            if inside:
                near = min(inside, key=lambda s: _distance(s.cue[0], span))
                yield SpokenSpans(near.source, near.cue, (span,), _INHERITED)


def _is_held(span: Span, spoken: Sequence[SpokenSpans]) -> bool:
    return any(piece.overlaps(span) for s in spoken for piece in s.content)


def _distance(one: Span, other: Span) -> int:
    return max(one.begin - other.end, other.begin - one.end, 0)
