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
            r"“[^“”\n]+(?:”|$|(?=“))",
            r"``[^\n]+?(?:''|$)",
            _OPENS + r"''(?=\S)[^\n]+?(?:''|$)",
            _OPENS + r"\"{1,3}(?=[^\s\"])[^\"\n]+(?:\"{1,3}|$)",  # doubled in tables of text
        )
    ),
    re.MULTILINE,
)

_SENTENCE = re.compile(r"[.!?](?=\s)")
_MARK = re.compile(r"[“”\"]")
_SELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")


def quotations(text: str, within: Span | None = None) -> Iterator[Span]:
    """The quotations of a text, or of a part of it, with their marks; one that is left open goes on
    to the end of its line.

    A straight mark opens where it leans on what follows: a lost one turns no others round. Where
    nothing goes on with it, one left open ends with its last sentence that says "I" or "we", else
    with its first.
    """
    begin, end = (within.begin, within.end) if within else (0, len(text))
    for found in _QUOTED.finditer(text, begin, end):
        yield Span(found.start(), _end(text, found))


def _end(text: str, found: re.Match[str]) -> int:
    if found[0][-1] in CLOSING or _goes_on(found[0], text[found.end() :]):
        return found.end()
    ends = [each.end() for each in _SENTENCE.finditer(found[0])]
    own = [n for n, end in enumerate(ends) if _SELF.search(found[0], ends[n - 1] if n else 0, end)]
    return found.start() + ends[max([0, *own])] if ends else found.end()


def _goes_on(quoted: str, after: str) -> bool:
    """Whether a quotation without an end goes on: in the next line, which opens with a mark or
    closes what it has not opened, or at a new mark after a whole sentence."""
    if after.startswith("“"):
        return quoted.rstrip()[-1] in ".!?"
    if after and after[0] != "\n":
        return True  # only a part of the line is looked at
    line = after.lstrip().partition("\n")[0]
    mark = _MARK.search(line)
    return line.startswith(tuple(QUOTES)) or (mark is not None and mark[0] != "“")
