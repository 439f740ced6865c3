"""Which names stand together in a list: such are mostly of one kind, country beside country."""

import re
from collections.abc import Sequence
from itertools import combinations

from onrecord.model import Span

__all__ = ["peers"]

_AND = re.compile(r"\s*,?\s+(?:and|or|nor)\s+(?:the\s+)?|\s+&\s+")
_COMMA = re.compile(r"\s*,\s+(?:the\s+)?")


def peers(text: str, spans: Sequence[Span], inside: Sequence[bool]) -> list[tuple[int, int]]:
    """The pairs of names, by their numbers, that stand in one list: "X and Y", "X, Y or Z".

    `inside` tells for each name whether the next is what it lies in ("X, Y"): no fellow of its.
    """
    found: list[tuple[int, int]] = []
    listed, whole = [0], False
    for index in range(1, len(spans) + 1):
        between = "" if index == len(spans) else text[spans[index - 1].end : spans[index].begin]
        beside = not inside[index - 1] and not (index > 1 and inside[index - 2])
        if beside and (_AND.fullmatch(between) or _COMMA.fullmatch(between)):
            whole = whole or _AND.fullmatch(between) is not None
            listed.append(index)
            continue
        found += combinations(listed, 2) if whole else ()
        listed, whole = [index], False
    return found
