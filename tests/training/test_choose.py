"""The thresholds that are chosen and written down."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from evals.measure import TASKS
from training.choose import FIGURES, choose, climbed

from onrecord.nlp.bundle import Bundle
from onrecord.nlp.network import Network
from training import choose as subject


@pytest.mark.parametrize(("top", "value"), [(0.0, 0.0), (1.2, 1.0), (-2.0, -2.0), (0.2, 0.0)])
def test_it_climbs_to_where_the_figure_stops_to_rise(top: float, value: float) -> None:
    assert climbed(lambda at: -abs(at - top)) == value


def test_each_layer_has_a_task_with_its_figure() -> None:
    known = {task.name: task for task in TASKS}
    for tasks, figure in FIGURES.values():
        assert all(figure in known[name].figures for name in tasks)


class _Counted:
    """A session that adds one, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: Counter[float] = Counter()

    def run(self, _names: None, fed: dict[str, np.ndarray]) -> list[np.ndarray]:
        self.asked[float(fed["x"][0])] += 1
        return [fed["x"] + 1]


def test_layers_are_chosen_in_turn_and_nothing_is_run_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, seen = _Counted(), list[dict[str, float]]()
    goals = {"mention": 1.5, "relation": -0.5, "coreference": 0.5}
    told: Any = {"model": session}
    bundle = Bundle(told, told, {}, {"mention": 9.0}, {}, {}, 192, "")

    def figure(network: Network, _layer: str) -> float:
        own = network._bundle
        seen.append(dict(own.bias))
        (out,) = own.sessions["model"].run(None, {"x": np.zeros(1)})
        out += 5  # as decoding may do
        assert own.sessions["model"].run(None, {"x": np.zeros(1)}) == [np.ones(1)]
        return -sum(abs(value - goals.get(layer, 0)) for layer, value in own.bias.items())

    monkeypatch.setattr(subject, "_figure", figure)
    monkeypatch.setattr(subject, "load_bundle", lambda folder, threads: bundle)
    (tmp_path / "labels.json").write_text(json.dumps({"bias": {}, "pieces": 192}))
    chosen = choose(tmp_path)
    assert chosen == {layer: goals.get(layer, 0) for layer in FIGURES}
    assert json.loads((tmp_path / "labels.json").read_text()) == {"bias": chosen, "pieces": 192}
    assert seen[0] == {"mention": 0} and seen[-1].keys() == FIGURES.keys()
    # Once for each set of corpora: re3d, PolNeAR, places, MUC-4, Re-DocRED, GUM, police.
    assert session.asked[0.0] == 7
