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

_SENTENCE = re.compile(r"[.!?](?=\s)")
_MARK = re.compile(r"[“”\"]")


def quotations(text: str, within: Span | None = None) -> Iterator[Span]:
    """The quotations of a text, or of a part of it, with their marks; one that is left open goes on
    to the end of its line.

    A straight mark opens where it leans on what follows: a lost one turns no others round. Where
    the next line does not go on with it, a quotation left open ends with its first sentence.
    """
    begin, end = (within.begin, within.end) if within else (0, len(text))
    for found in _QUOTED.finditer(text, begin, end):
        yield Span(found.start(), _end(text, found))


def _end(text: str, found: re.Match[str]) -> int:
    ends_line = found.end() == len(text) or text[found.end()] == "\n"
    if found[0][-1] in CLOSING or not ends_line or _goes_on(text[found.end() :]):
        return found.end()
    first = _SENTENCE.search(found[0])
    return found.end() if first is None else found.start() + first.end()


def _goes_on(after: str) -> bool:
    """Whether the next line opens with a mark, or closes a quotation that it has not opened."""
    line = after.lstrip().partition("\n")[0]
    mark = _MARK.search(line)
    return line.startswith(tuple(QUOTES)) or (mark is not None and mark[0] != "“")
