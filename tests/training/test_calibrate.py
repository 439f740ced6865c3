"""The sigmoid that is fitted, and the errors that are measured."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.calibrate import expected_error, fitted, reliability, trust_of
from training.judge import Judged

from onrecord.nlp.calibration import platt

chances = st.floats(0, 1)
seeds = st.integers(0, 2**32 - 1)


def _drawn(size: int, seed: int, slope: float, intercept: float) -> tuple[np.ndarray, np.ndarray]:
    """Scores, and truths drawn with the probability that a sigmoid makes of them."""
    rng = np.random.default_rng(seed)
    scores = rng.uniform(0.02, 0.98, size)
    return scores, rng.random(size) < platt(scores, slope, intercept)


@settings(max_examples=20)
@given(seeds, st.floats(0.3, 2.5), st.floats(-1.5, 1.5))
def test_the_sigmoid_behind_the_scores_is_found(seed: int, slope: float, intercept: float) -> None:
    scores, right = _drawn(20_000, seed, slope, intercept)
    found = fitted(scores, right)
    assert found == pytest.approx((slope, intercept), abs=0.3)
    assert expected_error(platt(scores, *found), right) < 0.02


@settings(max_examples=40)
@given(st.lists(st.tuples(chances, st.booleans()), min_size=1, max_size=60))
def test_a_fit_never_turns_scores_round(rows: list[tuple[float, bool]]) -> None:
    slope, intercept = fitted(np.array([s for s, _ in rows]), np.array([r for _, r in rows]))
    assert slope >= 0 and np.isfinite([slope, intercept]).all()


def test_scores_that_say_the_opposite_are_made_one_number() -> None:
    scores = np.linspace(0.05, 0.95, 200)
    slope, intercept = fitted(scores, scores < 0.5)
    assert slope == pytest.approx(0, abs=1e-3) and intercept == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("right", [True, False])
def test_a_layer_without_a_fault_is_sure_but_not_beyond_all_odds(right: bool) -> None:
    sure = platt(np.full(8, 0.9), *fitted(np.full(8, 0.9), np.full(8, right)))
    assert sure == pytest.approx(np.full(8, 0.9 if right else 0.1), abs=0.01)


def test_a_layer_of_one_document_is_judged_as_it_stands() -> None:
    trust = trust_of([Judged("cue", "report", 0.75, n % 4 > 0) for n in range(400)])
    assert trust.raw == trust.error == pytest.approx(0, abs=1e-9)


@given(st.lists(st.booleans(), min_size=1))
def test_scores_that_know_everything_have_no_error(right: list[bool]) -> None:
    truths = np.array(right)
    assert expected_error(truths.astype(float), truths) == 0


@given(st.lists(st.tuples(chances, st.booleans()), min_size=1))
def test_an_error_is_a_share(rows: list[tuple[float, bool]]) -> None:
    scores, right = np.array([s for s, _ in rows]), np.array([r for _, r in rows])
    assert 0 <= expected_error(scores, right) <= 1
    said = [point[0] for point in reliability(scores, right)]
    assert said == sorted(said)


def test_scores_that_are_always_too_high_by_as_much_have_that_error() -> None:
    right = np.tile([True, True, True, False, False], 100)
    assert expected_error(np.full(500, 0.8), right) == pytest.approx(0.2)


def test_parts_are_of_documents_and_judged_by_the_fit_of_the_others() -> None:
    # One of two documents is all right and the other all wrong: each expects its own of the other.
    items = [Judged("cue", f"report {n % 2}", 0.9, n % 2 == 0) for n in range(400)]
    trust = trust_of(items)
    assert (trust.count, trust.share) == (400, 0.5)
    assert trust.raw == pytest.approx(0.4) and trust.error > 0.98


def test_a_document_is_judged_by_the_nine_parts_that_it_is_not_in() -> None:
    items = [Judged("cue", f"report {n % 10}", 0.9, n % 10 > 0) for n in range(500)]
    *_, odd = trust_of(items).curve
    nine = platt(np.full(1, 0.9), *fitted(np.full(450, 0.9), np.full(450, True)))
    assert odd == pytest.approx((nine[0], 0))


def test_items_that_are_equally_sure_are_in_one_bin() -> None:
    right = np.repeat([True, False], 50)
    assert reliability(np.full(100, 0.7), right) == [pytest.approx((0.7, 0.5))]
    assert len(reliability(np.linspace(0, 1, 100), right)) == 10


def test_good_scores_are_told_from_bad_by_their_error_and_chance() -> None:
    scores, right = _drawn(4000, 7, 1, 0)
    rows = zip(scores.tolist(), right.tolist(), strict=True)
    trust = trust_of(Judged("cue", str(n % 80), score, ok) for n, (score, ok) in enumerate(rows))
    assert trust.error < 2 * trust.chance < 0.08 and len(trust.curve) == 10
    assert trust_of(Judged("cue", str(n % 9), 0.9, n % 2 > 0) for n in range(900)).raw > 0.3
