"""Shares, intervals and agreement, held against textbook values and scipy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from onrecord.weigh.estimate import agreement, mean_share, wilson


@given(st.integers(1, 400), st.data())
def test_the_interval_is_wilsons(size: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, size))
    ours = wilson(hits / size, size, size)
    theirs = binomtest(hits, size).proportion_ci(method="wilson")
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_of_nothing_nothing_is_known() -> None:
    assert mean_share([], []).value is None
    assert (wilson(0, 0, 0).low, wilson(0, 0, 0).high) == (0.0, 1.0)
    assert agreement([]) is None


@given(st.lists(st.booleans(), min_size=1, max_size=30), st.floats(0.1, 9.0))
def test_equal_weights_weigh_nothing(hits: list[bool], weight: float) -> None:
    share = mean_share([float(hit) for hit in hits], [weight] * len(hits))
    plain = wilson(sum(hits) / len(hits), len(hits), len(hits))
    assert (share.value, share.low, share.high) == pytest.approx(
        (plain.value, plain.low, plain.high)
    )


def test_unequal_weights_widen_the_interval() -> None:
    even = mean_share([1, 0, 1, 0], [1, 1, 1, 1])
    skew = mean_share([1, 0, 1, 0], [5, 5, 1, 1])
    assert skew.value == even.value == 0.5
    assert skew.high - skew.low > even.high - even.low


def test_kappa_is_cohens() -> None:
    pairs = [("r", "r")] * 20 + [("r", "w")] * 5 + [("w", "r")] * 10 + [("w", "w")] * 15
    found = agreement(pairs)
    assert found is not None and found.share.value == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)
    assert found.low < 0.4 < found.high


def test_who_gives_only_one_answer_has_no_kappa() -> None:
    found = agreement([("r", "r")] * 4)
    assert found is not None and found.kappa is None and found.share.value == 1.0
