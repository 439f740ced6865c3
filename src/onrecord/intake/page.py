"""Where the lines of an extracted article stand in the page's source."""

import re
from bisect import bisect_right
from html import unescape

__all__ = ["locate"]

_PIECE = re.compile(
    r"(?P<hidden><!--.*?(?:-->|\Z)|<(?P<tag>script|style|noscript)\b.*?(?:</(?P=tag)\s*>|\Z)"
    r"|<[^<>]*>|\s+)"
    r"|(?P<entity>&\#?\w{1,32};)"
    r"|(?P<words>[^<&\s]+|[<&])",
    re.DOTALL | re.IGNORECASE,
)
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_WORD = re.compile(r"\S+")


def locate(text: str, source: str) -> list[int]:
    """For each character of `text` and for its end, its offset in the page's source.

    Lines are looked for in order, blind to white space and tags. A line that is not found after
    the one before it is given the end of that one, so that offsets never fall.
    """
    shown, runs = _shown(source)
    starts = [start for start, _, _ in runs]

    def place(index: int) -> int:
        start, there, in_step = runs[bisect_right(starts, index) - 1]
        return there + (index - start if in_step else 0)

    at: list[int] = []
    reached = 0
    for line in text.splitlines(keepends=True):
        sought = "".join(_WORD.findall(line))
        found = shown.find(sought, reached) if sought else -1
        here = place(reached - 1) + 1 if reached else 0
        index = found
        for letter in line:
            if found >= 0 and not letter.isspace():
                here = place(index)
                index += 1
                at.append(here)
                here += 1
            else:
                at.append(here)
        reached = index if found >= 0 else reached
    return [*at, place(reached - 1) + 1 if reached else 0]


def _shown(source: str) -> tuple[str, list[tuple[int, int, bool]]]:
    """All visible characters but white space, and runs of (index there, source offset, in step)."""
    parts: list[str] = []
    runs: list[tuple[int, int, bool]] = []
    length = 0
    body = _BODY.search(source)
    for piece in _PIECE.finditer(source, body.start() if body else 0):
        if piece["hidden"] is not None:
            continue
        words = piece.group()
        if piece["entity"] is not None:
            words = "".join(unescape(words).split())
        if words:
            runs.append((length, piece.start(), piece["entity"] is None))
            parts.append(words)
            length += len(words)
    return "".join(parts), runs
