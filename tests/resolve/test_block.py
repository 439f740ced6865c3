"""Which chains are near each other, by the definition and by the way it is worked out."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve import REACH, Neighbours

AGREE = {"a": "abc", "b": "ab", "c": "ac"}


def near(spelled: str) -> set[tuple[int, int]]:
    """The pairs of a row of chains, each told by its spelling."""
    found: Neighbours[int] = Neighbours()
    return {
        (other, at)
        for at, own in enumerate(spelled)
        for other in found.meet(at, f"{at:03}", own, AGREE[own])
    }


def by_definition(spelled: str) -> set[tuple[int, int]]:
    return {
        (left, right)
        for right in range(len(spelled))
        for left in range(right)
        if spelled[left] in AGREE[spelled[right]]
        and all(spelled[left + 1 : right].count(spelled[side]) < REACH for side in (left, right))
    }


@given(st.text("abc", max_size=40))
def test_near_is_whom_few_of_either_spelling_lie_between(spelled: str) -> None:
    assert near(spelled) == by_definition(spelled)


@given(st.text("abc", max_size=30), st.text("abc", min_size=1, max_size=1), st.text("abc"))
def test_one_chain_more_changes_few_pairs(before: str, one: str, after: str) -> None:
    """At most those about it, and those that it comes between: a number that never grows."""
    at = len(before)

    def moved(pair: tuple[int, int]) -> tuple[int, int]:
        left, right = (side + (side >= at) for side in pair)
        return left, right

    old = {moved(pair) for pair in near(before + after)}
    assert len(old ^ near(before + one + after)) <= len(AGREE[one]) * 4 * REACH * REACH
