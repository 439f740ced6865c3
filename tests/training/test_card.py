"""The model card tells what was measured."""

import json
from pathlib import Path

from training.calibrate import BINS, Trust
from training.card import _ablations, write_card
from training.choose import FIGURES


def test_the_card_has_every_figure(tmp_path: Path) -> None:
    bias = dict.fromkeys(FIGURES, 0.0) | {"cue": 0.75}
    told = {
        "pieces": 192,
        "bias": bias,
        "calibration": {"cue": [0.61, -0.27]},
        "offsets": {"mode": {"riot": -1.25, "raid": 0.5}},
    }
    (tmp_path / "labels.json").write_text(json.dumps(told))
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "settings.json").write_text('{"seed": 4711}')
    curve = [(0.1 * n, 0.1 * n + 0.03) for n in range(BINS - 1)]
    trust = Trust(12345, 0.678, 0.111, 0.0222, 0.0099, 0.0333, curve)
    write_card(tmp_path, tmp_path, {"syntax: LAS": 85.25}, {"syntax: LAS": 85.5}, {"cue": trust})
    card = (tmp_path / "card.md").read_text("utf-8")
    assert "| syntax: LAS | 85.25 | 85.50 |" in card
    assert "| cue | 0.75 | attribution: span all |" in card
    assert "| cue | 12,345 | 0.678 | 0.111 | 0.022 | 0.010 | 0.033 | 0.61, -0.27 |" in card
    assert "| mode | riot -1.2, raid +0.5 |" in card
    assert "| cue | 0 3 | 10 13 |" in card and "| 80 83 |  |" in card
    assert "| not measured |" in card
    assert '"seed": 4711' in card and "{" not in card.replace('{"seed": 4711}', "")


def test_an_ablation_names_what_moves_by_a_point(tmp_path: Path) -> None:
    known = {
        "all": {
            "syntax: LAS": 80.0,
            "roles: F1": 60.0,
            "factuality: Pearson r": 0.7,
            "police: F1": 50.0,
        },
        "ewt": {
            "syntax: LAS": 71.5,
            "roles: F1": 30.0,
            "factuality: Pearson r": 0.65,
            "police: F1": 53.0,
        },
        "polnear alone": {},
    }
    (tmp_path / "ablations.json").write_text(json.dumps(known))
    told = _ablations(tmp_path / "ablations.json")
    assert told["compared"] == 4
    assert str(told["ablated"]).splitlines() == [
        "| ewt | roles: F1 30.0, syntax: LAS 8.5, factuality: Pearson r 5.0 | police: F1 3.0 |",
        "| polnear alone |  |  |",
    ]
