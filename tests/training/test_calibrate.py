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
    assert (found.slope, found.intercept) == pytest.approx((slope, intercept), abs=0.3)
    assert expected_error(found.of(scores, [""] * len(scores)), right) < 0.02


@settings(max_examples=40)
@given(st.lists(st.tuples(chances, st.booleans()), min_size=1, max_size=60))
def test_a_fit_never_turns_scores_round(rows: list[tuple[float, bool]]) -> None:
    fit = fitted(np.array([s for s, _ in rows]), np.array([r for _, r in rows]))
    assert fit.slope >= 0 and np.isfinite([fit.slope, fit.intercept]).all()


def test_scores_that_say_the_opposite_are_made_one_number() -> None:
    scores = np.linspace(0.05, 0.95, 200)
    fit = fitted(scores, scores < 0.5)
    assert (fit.slope, fit.intercept) == pytest.approx((0, 0), abs=0.01)


@pytest.mark.parametrize("right", [True, False])
def test_a_layer_without_a_fault_is_sure_but_not_beyond_all_odds(right: bool) -> None:
    sure = fitted(np.full(8, 0.9), np.full(8, right)).of(np.full(8, 0.9), [""] * 8)
    assert sure == pytest.approx(np.full(8, 0.9 if right else 0.1), abs=0.01)


def test_a_layer_of_one_document_is_judged_as_it_stands() -> None:
    trust = trust_of([Judged("cue", "report", "", 0.75, n % 4 > 0) for n in range(400)])
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
    items = [Judged("cue", f"report {n % 2}", "", 0.9, n % 2 == 0) for n in range(400)]
    trust = trust_of(items)
    assert (trust.count, trust.share) == (400, 0.5)
    assert trust.raw == pytest.approx(0.4) and trust.error > 0.98


def test_a_document_is_judged_by_the_nine_parts_that_it_is_not_in() -> None:
    items = [Judged("cue", f"report {n % 10}", "", 0.9, n % 10 > 0) for n in range(500)]
    *_, odd = trust_of(items).curve
    nine = fitted(np.full(450, 0.9), np.full(450, True)).of(np.full(1, 0.9), [""])
    assert odd == pytest.approx((nine[0], 0))


def test_items_that_are_equally_sure_are_in_one_bin() -> None:
    right = np.repeat([True, False], 50)
    assert reliability(np.full(100, 0.7), right) == [pytest.approx((0.7, 0.5))]
    assert len(reliability(np.linspace(0, 1, 100), right)) == 10


def test_good_scores_are_told_from_bad_by_their_error_and_chance() -> None:
    scores, right = _drawn(4000, 7, 1, 0)
    rows = zip(scores.tolist(), right.tolist(), strict=True)
    trust = trust_of(
        Judged("cue", str(n % 80), "", score, ok) for n, (score, ok) in enumerate(rows)
    )
    assert trust.error < 2 * trust.chance < 0.08 and len(trust.curve) == 10
    assert trust_of(Judged("cue", str(n % 9), "", 0.9, n % 2 > 0) for n in range(900)).raw > 0.3


def _labelled(shares: dict[str, float]) -> list[Judged]:
    """A hundred items of each label in ten documents alike, all as sure, `shares` of them right."""
    rows = [(label, n) for label in shares for n in range(100)]
    return [Judged("mode", str(n // 10), x, 0.7, n % 10 < 10 * shares[x]) for x, n in rows]


def test_labels_that_are_right_more_or_less_often_have_intercepts_of_their_own() -> None:
    trust = trust_of(_labelled({"riot": 0.1, "raid": 0.9}))
    assert trust.by_label and trust.error < 0.05
    items = _labelled({"riot": 0.1, "raid": 0.9})
    fit = fitted(
        np.array([x.score for x in items]),
        np.array([x.right for x in items]),
        [x.label for x in items],
    )
    assert fit.offsets["riot"] == pytest.approx(-fit.offsets["raid"], abs=0.02) and (
        fit.offsets["raid"] > 1.5
    )
    low, high, other = fit.of(np.full(3, 0.7), ["riot", "raid", "march"])
    assert low < 0.2 < other < 0.8 < high


def test_labels_that_are_right_as_often_have_none() -> None:
    assert not trust_of(_labelled({"riot": 0.5, "raid": 0.5})).by_label


def test_a_rare_label_stays_near_its_layer() -> None:
    scores, right = np.full(202, 0.5), np.append(np.arange(200) % 2 > 0, [True, True])
    fit = fitted(scores, right, ["raid"] * 200 + ["march"] * 2)
    assert 0.2 < fit.offsets["march"] < 1
