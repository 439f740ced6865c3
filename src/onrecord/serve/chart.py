"""The figures given for one count, placed on a drawing: dates to the right, figures upwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.views import Series, TollPoint

__all__ = ["HEIGHT", "WIDTH", "Chart", "Dot", "chart"]

WIDTH, HEIGHT = 640, 200
"""The drawing's size, in its own units."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 16, 16, 30


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure: `y` of its best, `low` and `high` where it is a range, the same where not."""

    x: float
    y: float
    low: float
    high: float
    point: TollPoint


@dataclass(frozen=True, slots=True)
class Chart:
    """A series that can be drawn: `scale` are figures, `days` dates, each with its place."""

    dots: tuple[Dot, ...]
    scale: tuple[tuple[float, int], ...]
    days: tuple[tuple[float, str], ...]


def chart(series: Series) -> Chart | None:
    """The drawing of a series, None if fewer than two dated figures are given."""
    dated = [(date.fromisoformat(x.published[:10]), x) for x in series.points if x.published]
    if len(dated) < 2:
        return None
    first, last = min(day for day, _ in dated), max(day for day, _ in dated)
    most = max(1, *(high for _, point in dated for high in _ends(point)))

    def across(day: date) -> float:
        share = (day - first) / (last - first) if last > first else 0.5
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def up(figure: float) -> float:
        return round(HEIGHT - _BOTTOM - figure / most * (HEIGHT - _TOP - _BOTTOM), 1)

    dots = tuple(
        Dot(across(day), up(best), up(low), up(high), point)
        for day, point in dated
        for low, best, high in (_ends(point),)
    )
    steps = tuple((up(step), step) for step in _steps(most))
    return Chart(dots, steps, tuple((across(x), f"{x.day} {x:%b %Y}") for x in _days(first, last)))


def _ends(point: TollPoint) -> tuple[int, int, int]:
    """Low, best and high of a figure; what is not given is what is."""
    count = point.magnitude
    given = [x for x in (count.low, count.best, count.high) if x is not None] or [0]
    best = count.best if count.best is not None else given[0]
    return min(given), best, max(given)


def _steps(most: int) -> Iterator[int]:
    """Nought and up to four round figures up to the largest."""
    step = 1
    while most // step > 4:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    yield from range(0, most + 1, step)


def _days(first: date, last: date) -> tuple[date, ...]:
    return (first,) if first == last else (first, last)
