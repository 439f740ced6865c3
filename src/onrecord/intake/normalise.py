"""Text normalised once, with a map back to where each character came from.

Changed: line ends (to \\n), spaces of other widths (to a plain one), canonical composition (NFC).
Dropped: byte order marks, zero-width spaces, soft hyphens, direction marks, control characters.
Kept: everything a reader sees, typographic quotes and dashes among it, and the joiners that some
scripts need.
"""

import re
from collections.abc import Iterator, Sequence
from unicodedata import combining, is_normalized, normalize

__all__ = ["normalise", "pairs"]

_CHANGED = re.compile(
    "(?P<line>\r\n|[\r\x0b\x0c\x85\u2028\u2029])"
    "|(?P<space>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    "|(?P<lone>[\ud800-\udfff])"
    "|(?P<none>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060\u2066-\u2069\ufeff]+)"
)
_INSTEAD = {"line": "\n", "space": " ", "lone": "\ufffd", "none": ""}


def normalise(text: str, at: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The normalised text, and `at` (one offset for each character and one for the end) for it."""
    return _composed(*_plain(text, at))


def pairs(at: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The offsets as (text, source) pairs, one wherever the two fall out of step."""
    found = [(0, at[0])]
    for here, there in enumerate(at):
        if there - found[-1][1] != here - found[-1][0]:
            found.append((here, there))
    return tuple(found)


def _plain(text: str, at: Sequence[int]) -> tuple[str, Sequence[int]]:
    if not _CHANGED.search(text):
        return text, at
    parts: list[str] = []
    offsets: list[int] = []
    end = 0
    for match in _CHANGED.finditer(text):
        instead = _INSTEAD[str(match.lastgroup)]
        parts += (text[end : match.start()], instead)
        offsets += at[end : match.start() + len(instead)]
        end = match.end()
    return "".join([*parts, text[end:]]), [*offsets, *at[end:]]


def _composed(text: str, at: Sequence[int]) -> tuple[str, Sequence[int]]:
    if is_normalized("NFC", text):
        return text, at
    parts: list[str] = []
    offsets: list[int] = []
    begin = 0
    for cluster in _clusters(text):
        composed = normalize("NFC", cluster)
        last = begin + len(cluster) - 1
        parts.append(composed)
        offsets += (at[min(begin + i, last)] for i in range(len(composed)))
        begin += len(cluster)
    return "".join(parts), [*offsets, at[begin]]


def _clusters(text: str) -> Iterator[str]:
    """Runs that compose on their own: a new one starts where nothing joins what stands before."""
    begin = 0
    for here, letter in enumerate(text):
        if here == begin or (letter > "\x7f" and _joins(text[begin:here], letter)):
            continue
        yield text[begin:here]
        begin = here
    if text:
        yield text[begin:]


def _joins(before: str, letter: str) -> bool:
    if combining(letter):
        return True
    return normalize("NFC", before + letter) != normalize("NFC", before) + normalize("NFC", letter)
