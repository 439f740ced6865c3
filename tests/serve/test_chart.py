"""Figures on a drawing."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Magnitude
from onrecord.serve.chart import HEIGHT, WIDTH, chart
from onrecord.views import Series, TollPoint


def point(published: str | None, low: int | None, best: int | None, high: int | None) -> TollPoint:
    count = Magnitude(low, best, high)
    return TollPoint("abc123", published, ("Office",), "Office", count, "words", True)


def test_a_higher_figure_stands_higher_and_a_later_one_further_right() -> None:
    drawn = chart(
        Series("killed", (point("2021-03-09", 4, 4, 4), point("2021-03-11T08:00:00Z", 9, 9, 9)))
    )
    assert drawn is not None
    first, second = drawn.dots
    assert first.x < second.x
    assert first.y > second.y
    assert [day for _, day in drawn.days] == ["9 Mar 2021", "11 Mar 2021"]


def test_an_open_range_reaches_only_to_what_is_given() -> None:
    drawn = chart(
        Series("killed", (point("2021-03-09", 60, None, None), point("2021-03-09", 9, 10, 12)))
    )
    assert drawn is not None
    open_, closed = drawn.dots
    assert open_.low == open_.high == open_.y
    assert closed.low > closed.y > closed.high


def test_one_figure_or_none_with_a_date_is_not_drawn() -> None:
    assert chart(Series("killed", (point("2021-03-09", 4, 4, 4),))) is None
    assert chart(Series("killed", (point(None, 4, 4, 4), point(None, 5, 5, 5)))) is None


@given(st.lists(st.integers(0, 10**7), min_size=2, max_size=20))
def test_everything_lies_on_the_drawing(figures: list[int]) -> None:
    points = tuple(point(f"2021-03-{day:02}", x, x, x) for day, x in enumerate(figures, 1))
    drawn = chart(Series("killed", points))
    assert drawn is not None
    assert all(0 < dot.x < WIDTH and 0 < dot.y < HEIGHT for dot in drawn.dots)
    assert 1 <= len(drawn.scale) <= 5
    assert all(0 < y < HEIGHT for y, _ in drawn.scale)
