"""Dates: American ones told as British ones, and the other way round."""

import calendar
import random
import re
from collections.abc import Sequence

from training.text import Text

__all__ = ["other_dates"]

_MONTHS = frozenset(
    name
    for month in range(1, 13)
    for name in (
        calendar.month_name[month],
        calendar.month_abbr[month],
        calendar.month_abbr[month] + ".",
    )
) | {"Sept", "Sept."}
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_SLASHED = re.compile(r"(0?[1-9]|[12]\d|3[01])([/.])(0?[1-9]|[12]\d|3[01])\2(\d{2}|\d{4})")
_NOT_BEFORE_DATES = frozenset({"in", "In", "than", "the"})
_HYPHENS = frozenset({"-", "–", "—"})


def other_dates(forms: Sequence[str], text: Text, rng: random.Random) -> list[str]:
    """ "March 5" as "5 March", "3/14/2009" as "14/3/2009", and back, throughout the document.

    Words change places only where syntax is unknown and no label tells them apart.
    """
    found = [_turned(form) for form in forms]
    if "head" in text.labels.words:
        return found
    fixed = _told_apart(text)
    at = 0
    while at + 1 < len(found):
        if at + 1 not in fixed and _is_date(found, at):
            found[at], found[at + 1] = found[at + 1], found[at]
            at += 1
        at += 1
    return found


def _turned(form: str) -> str:
    match = _SLASHED.fullmatch(form)
    if not match:
        return form
    one, mark, two, year = match.groups()
    clear = (int(one) > 12) != (int(two) > 12)
    return f"{two}{mark}{one}{mark}{year}" if clear else form


def _is_date(forms: Sequence[str], at: int) -> bool:
    """Whether the words `at` and after it are a day and its month, in either order."""
    one, two = forms[at : at + 2]
    before, after = forms[max(at - 2, 0) : at], forms[at + 2 : at + 4]
    if _ranges(before[::-1]) or _ranges(after):
        return False
    if one in _MONTHS and _DAY.fullmatch(two):
        return not before or not (before[-1] in _NOT_BEFORE_DATES or _DAY.fullmatch(before[-1]))
    return two in _MONTHS and bool(_DAY.fullmatch(one)) and not (after and _DAY.fullmatch(after[0]))


def _ranges(beside: Sequence[str]) -> bool:
    """Whether a hyphen joins another day to the date ("March 5 - 7")."""
    return len(beside) == 2 and beside[0] in _HYPHENS and bool(_DAY.fullmatch(beside[1]))


def _told_apart(text: Text) -> set[int]:
    """The words that a label tells from the word before them."""
    labels = text.labels
    spans = [*labels.spans.values(), *labels.pools.values()]
    edges = {edge for items in spans for begin, end, _ in items for edge in (begin, end)}
    for row in labels.words.values():
        edges |= {at for at in range(1, len(row)) if row[at] != row[at - 1]}
    for links in labels.links.values():
        edges |= {edge for pair in links.items() for word in pair for edge in (word, word + 1)}
    return edges
