"""How dates are written where a report comes from: by its publisher, and by its own dates."""

import re

from onrecord.extract.times.rule import Habit
from onrecord.lexicon.calendar import EITHER_ORDER, MONTH_FIRST, SOUTHERN

__all__ = ["habit_of"]

_FIGURES = re.compile(
    r"(?<![\w/.-])(?P<one>[0-9]{1,2})(?P<by>[/.-])(?P<two>[0-9]{1,2})(?P=by)"
    r"(?:[12][0-9]{3}|(?<=/)[0-9]{2})(?![\w/-])"
)


def habit_of(text: str, country: str | None) -> Habit:
    """The habit of a report from a country (ISO 3166 alpha-2), None if it is not known.

    A date that only one order allows tells the order of all, before the publisher's country does.
    """
    return Habit(_month_first(text, country), country in SOUTHERN)


def _month_first(text: str, country: str | None) -> bool | None:
    shown = set()
    for found in _FIGURES.finditer(text):
        one, two = int(found["one"]), int(found["two"])
        if min(one, two) <= 12 < max(one, two) <= 31:
            shown.add(one < two)
    if len(shown) == 1:
        return shown.pop()
    if shown or country is None or country in EITHER_ORDER:
        return None
    return country in MONTH_FIRST
