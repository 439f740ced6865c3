"""Made-up sentences read for times."""

import warnings
from datetime import date

from onrecord.extract.times import find_times
from onrecord.extract.times.rule import Habit
from onrecord.model import Sentence, Span, TimeExpression

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # edtf 5 sets off a warning of pyparsing as it is imported
    from edtf import parse_edtf

__all__ = ["WEDNESDAY", "found", "lines", "only", "parse_edtf", "values"]

WEDNESDAY = date(2013, 1, 23)


def lines(text: str) -> list[Sentence]:
    """Each line as one sentence."""
    sentences, begin = [], 0
    for number, line in enumerate(text.split("\n")):
        if line:
            sentences.append(Sentence(Span(begin, begin + len(line)), number))
        begin += len(line) + 1
    return sentences


def found(
    text: str, published: date | None = WEDNESDAY, habit: Habit | None = None
) -> tuple[TimeExpression, ...]:
    """The times of a text, published on a Wednesday."""
    return find_times(text, published, lines(text), habit=habit or Habit())


def values(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    """What is found, and its TIMEX3 value."""
    return [(time.text, time.value) for time in found(text, published)]


def only(
    text: str, published: date | None = WEDNESDAY, habit: Habit | None = None
) -> TimeExpression:
    """The one time of a text."""
    (time,) = found(text, published, habit)
    return time
