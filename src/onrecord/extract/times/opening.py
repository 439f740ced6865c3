"""How the matches of a pattern can begin, so that it is tried only where one may stand."""

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

__all__ = ["LENGTH", "by_opening", "openings", "plain"]

LENGTH = 5
"""How many characters of a match an opening holds at most."""
_RE: Any = import_module("re._parser")  # what `re` itself reads patterns with
_BUT_SPACE = (_RE.CATEGORY, _RE.CATEGORY_NOT_SPACE)
_ANYTHING = "\0"
_SPACE = re.compile(r"\s")
_DIGITS = str.maketrans("123456789", "0" * 9)


def plain(text: str) -> str:
    """The text as openings are written: small letters, 0 for any digit, a blank for any space.

    Each character stays in its place, if there is no capital I with a dot among them.
    """
    return _SPACE.sub(" ", text.lower().translate(_DIGITS))


def openings(pattern: re.Pattern[str]) -> frozenset[str]:
    """Such that every match of the pattern, once `plain`, begins with one of them."""
    read = _RE.parse(pattern.pattern, pattern.flags)
    return frozenset(begun.rstrip(_ANYTHING) for begun in _grown({""}, read))


def by_opening(patterns: Iterable[re.Pattern[str]]) -> Mapping[str, set[int]]:
    """By opening, the numbers of the patterns that have a match with it."""
    found: dict[str, set[int]] = {}
    for number, pattern in enumerate(patterns):
        for opening in openings(pattern):
            found.setdefault(opening, set()).add(number)
    return found


def _grown(begun: set[str], items: Iterable[tuple[Any, Any]]) -> set[str]:
    """Each beginning with what the items of a pattern put after it."""
    for kind, value in items:
        growing = {text for text in begun if len(text) < LENGTH and _ANYTHING not in text}
        begun = begun - growing | _followed(growing, kind, value)
    return begun


def _followed(growing: set[str], kind: Any, value: Any) -> set[str]:
    match kind:
        case _RE.ASSERT | _RE.ASSERT_NOT | _RE.AT:
            return growing
        case _RE.SUBPATTERN:
            return _grown(growing, value[-1])
        case _RE.BRANCH:
            return set[str]().union(*(_grown(growing, way) for way in value[1]))
        case _RE.MAX_REPEAT | _RE.MIN_REPEAT:
            return _repeated(growing, *value)
        case _RE.LITERAL:
            ends = {plain(chr(value))}
        case _RE.IN:
            ends = _members(value)
        case _:
            ends = {_ANYTHING}
    return {text + end for text in growing for end in ends}


def _repeated(growing: set[str], least: int, most: int, items: Any) -> set[str]:
    found = set(growing) if least == 0 else set()
    for times in range(1, min(most, LENGTH) + 1):
        growing = _grown(growing, items)
        if times >= min(least, LENGTH):
            found |= growing
    return found


def _members(items: Sequence[tuple[Any, Any]]) -> set[str]:
    """The characters of a set, as far as they are told one by one."""
    if items[0][0] is _RE.NEGATE:
        return {" " if _BUT_SPACE in items else _ANYTHING}
    found: set[str] = set()
    for kind, value in items:
        if kind is _RE.LITERAL:
            found.add(plain(chr(value)))
        elif kind is _RE.RANGE and ord("0") <= value[0] <= value[1] <= ord("9"):
            found.add("0")
        else:
            found.add(_ANYTHING)
    return found
