"""Scores to probabilities."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onrecord_english import FOLDER

from onrecord.model import Analysis, Labelled, Sentence, Span
from onrecord.nlp.bundle import load_bundle
from onrecord.nlp.calibration import Calibration, logit, platt
from onrecord.nlp.decode import JUDGED
from onrecord.nlp.network import Network

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


def test_a_label_adds_to_the_intercept_of_its_layer() -> None:
    calibration = Calibration({"name": (1.0, 0.0)}, {"name": {"LOC": -np.log(4)}})
    rows = [(Span(0, 4), "PER", 0.8), (Span(5, 9), "LOC", 0.8)]
    assert calibration.of("name", [0.8, 0.8], ["PER", "LOC"]) == pytest.approx([0.8, 0.5])
    told = [x.score for x in calibration.made("name", Labelled, rows)]
    assert told == pytest.approx([0.8, 0.5])


def test_what_is_made_has_the_score_last() -> None:
    rows = [(Span(0, 4), "PER", 0.8), (Span(5, 9), "LOC", 0.2)]
    first, second = Calibration({"name": (0.5, 0.0)}).made("name", Labelled, rows)
    assert (first.span, first.label) == (Span(0, 4), "PER")
    assert first.score == pytest.approx(2 / 3)
    assert second.label == "LOC" and second.score == pytest.approx(1 / 3)
    assert Calibration({}).made("name", Labelled, []) == ()


def _scores(analysis: Analysis) -> dict[str, list[float]]:
    found = {layer: [x.score for x in items] for layer, items in analysis.layers.items()}
    for passage in analysis.passages:
        found.setdefault(passage.layer, []).append(passage.score)
    return found | {
        **{layer: list(scores) for layer, scores in analysis.confidence.items()},
        "attribution": [x.score for x in analysis.spoken],
        "coreference": [x.linked for x in analysis.nominals],
        "incident": list(analysis.incidents.values()),
        "nominal": [x.score for x in analysis.nominals],
        "relation": [x.score for x in analysis.relations],
        "role": [x.score for x in analysis.roles],
    }


@pytest.mark.skipif(
    not (FOLDER / "model.onnx").exists(), reason="the weights of onrecord-english are not here"
)
def test_every_score_is_calibrated_by_its_layer() -> None:
    text = "Lindiwe Mokoena, who leads Union Verde, said on Friday that her driver was shot."
    cut, entities = [Sentence(Span(0, len(text)), 0)], [[Span(0, 15)], [Span(27, 38)]]
    bundle = replace(load_bundle(FOLDER, 1), calibration={}, offsets={}, bias={"fact": -20.0})
    plain = Network(bundle)
    before = _scores(plain.analyse(text, cut))
    assert all(before[layer] for layer in ("name", "content", "role", "incident", *JUDGED))
    fits = {layer: (0.5 + 0.1 * n, 0.3) for n, layer in enumerate([*before, "fact"])}
    tuned = Network(replace(bundle, calibration=fits))
    for layer, scores in _scores(tuned.analyse(text, cut)).items():
        assert scores == pytest.approx(platt(before[layer], *fits[layer]).tolist()), layer
    facts, sure = (network.facts(text, cut, entities) for network in (plain, tuned))
    assert facts and [fact[:3] for fact in facts] == [fact[:3] for fact in sure]
    known = platt([fact[3] for fact in facts], *fits["fact"]).tolist()
    assert [fact[3] for fact in sure] == pytest.approx(known)
