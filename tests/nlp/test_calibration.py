"""Scores to probabilities."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Labelled, Span
from onrecord.nlp.calibration import Calibration, logit, platt

scores = st.floats(0, 1)
slopes = st.floats(0, 20)
intercepts = st.floats(-50, 50)


@given(scores, scores, slopes, intercepts)
def test_the_order_of_scores_is_kept(
    one: float, other: float, slope: float, intercept: float
) -> None:
    low, high = platt([min(one, other), max(one, other)], slope, intercept)
    assert 0 <= low <= high <= 1


@given(st.floats(1e-5, 1 - 1e-5))
def test_slope_one_and_no_intercept_change_nothing(score: float) -> None:
    assert platt([score], 1, 0)[0] == pytest.approx(score, rel=1e-9)


def test_the_sigmoid_by_hand() -> None:
    assert logit([0.8])[0] == pytest.approx(np.log(4))
    assert platt([0.8], 0.5, 0)[0] == pytest.approx(2 / 3)
    assert platt([0.8], 2, -np.log(4))[0] == pytest.approx(0.8)


def test_scores_of_no_doubt_stay_finite() -> None:
    assert np.isfinite(logit([0.0, 1.0])).all()


def test_a_layer_without_a_fit_stays_as_it_is() -> None:
    calibration = Calibration({"cue": (0.5, 0.0)})
    assert calibration.of("cue", [0.8, 0.5]) == pytest.approx([2 / 3, 0.5])
    assert calibration.of("source", [0.8, 1.0]) == [0.8, 1.0]
    assert calibration.of("cue", []) == []


def test_what_is_made_has_the_score_last() -> None:
    rows = [(Span(0, 4), "PER", 0.8), (Span(5, 9), "LOC", 0.2)]
    first, second = Calibration({"name": (0.5, 0.0)}).made("name", Labelled, rows)
    assert (first.span, first.label, first.score) == (Span(0, 4), "PER", pytest.approx(2 / 3))
    assert (second.label, second.score) == ("LOC", pytest.approx(1 / 3))
    assert Calibration({}).made("name", Labelled, []) == ()
