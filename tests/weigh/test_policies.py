"""One figure out of many, by name."""

import pytest
from tests.weigh.told import Told, by, count

from onrecord.model import Magnitude
from onrecord.weigh import POLICIES, Figure, Toll, figure, pick, standing, tolls


def series(*given: tuple[str, int | None, int | None, int | None, int]) -> tuple[Toll, ...]:
    """Who said it, low, best, high, and the day of the report."""
    told = Told()
    for who, low, best, high, day in given:
        told.says(f"Outlet of {who}", by(who), magnitudes=count(low, best, high), day=day)
    return tolls("killed", told.statements, told.weight.origins, told.evidence)


SAID = series(
    ("officials", 4, 4, 4, 4), ("a doctor", 9, 9, 9, 5), ("a witness", 9, 9, 9, 5),
    ("a lawyer", 12, 12, None, 6),
)  # fmt: skip


def picked(policy: str, **grades: str) -> Figure:
    found = pick(policy, SAID, grades)
    assert found is not None
    return found


def test_acled_takes_the_lowest_of_the_most_reliable() -> None:
    assert picked("ACLED-conservative").magnitude.best == 4
    found = picked("ACLED-conservative", s1="B", s3="B")
    assert (found.magnitude.best, found.statements) == (9, ("s1",))
    assert found.why == "the lowest of 2 by the most reliable sources (B)"


def test_ucdp_takes_what_most_sources_give_and_keeps_the_ends() -> None:
    found = picked("UCDP-best")
    assert (found.magnitude, found.statements) == (Magnitude(4, 9, 12), ("s1", "s2"))
    assert found.why == "given by 2 sources, of 4 that give one"
    assert picked("UCDP-best", s0="E").magnitude.low == 9


def test_the_latest_is_what_was_reported_last() -> None:
    assert picked("latest").magnitude == Magnitude(12, 12, None)
    assert picked("latest").why == "12 or more: reported last, on 1921-05-06"


def test_no_figure_is_made_up() -> None:
    assert all(pick(policy, (), {}) is None for policy in POLICIES)
    with pytest.raises(KeyError):
        pick("guess", SAID, {})


def test_a_series_keeps_what_was_said_before() -> None:
    told = series(("officials", 4, 4, 4, 4), ("officials", 7, 7, 7, 6))
    assert [each.magnitude.best for each in told] == [4, 7]
    assert [each.magnitude.best for each in standing(told)] == [7]


@pytest.mark.parametrize(
    ("magnitude", "words"),
    [
        (Magnitude(4, 4, 4), "4"),
        (Magnitude(60, 60, None), "60 or more"),
        (Magnitude(None, None, 60), "up to 60"),
        (Magnitude(12, None, 15), "12 to 15"),
        (Magnitude(None, 7, None), "7"),
    ],
)
def test_a_count_in_few_signs(magnitude: Magnitude, words: str) -> None:
    assert figure(magnitude) == words
