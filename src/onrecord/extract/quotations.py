"""Where a text has quotation marks, and what stands in them."""

import re
from collections.abc import Iterator

from onrecord.model import Span

__all__ = ["CLOSING", "QUOTES", "quotations"]

QUOTES = "“\"‘'"
CLOSING = "”\"'"
_OPENS = r"(?<![^\s(\[/—–-])"
_QUOTED = re.compile(
    "|".join(
        (
            r"“[^“”\n]+(?:”|$)",
            r"``[^\n]+?(?:''|$)",
            _OPENS + r"''(?=\S)[^\n]+?(?:''|$)",
            _OPENS + r"\"{1,3}(?=[^\s\"])[^\"\n]+(?:\"{1,3}|$)",  # doubled in tables of text
        )
    ),
    re.MULTILINE,
)


def quotations(text: str, within: Span | None = None) -> Iterator[Span]:
    """The quotations of a text, or of a part of it, with their marks; one that is left open goes on
    to the end of its line.

    A straight mark opens where it leans on what follows: a lost one turns no others round.
    """
    begin, end = (within.begin, within.end) if within else (0, len(text))
    for found in _QUOTED.finditer(text, begin, end):
        yield Span(found.start(), found.end())
