"""Holds the fair exam: python -m evals.fair [--sealed 1|2]"""

import argparse
import sys

from evals.exam.draw import SHARED
from evals.fair.sitting import pairs_of, scored
from evals.measure import scorer

_PARTS = {None: "open", 1: "sealed", 2: "sealed2"}
"""The labels of each part, by the number that asks for it."""


def main() -> int:
    """Reads the documents of one part into a record, scores its export and prints; the status."""
    told = argparse.ArgumentParser(prog="python -m evals.fair")
    help_ = "a part that is opened at the end, 1 or 2, instead of the open half"
    told.add_argument("--sealed", type=int, choices=(1, 2), help=help_)
    part = _PARTS[told.parse_args().sealed]
    if not SHARED.exists():
        print(f"fair: skipped, the corpora are not here ({SHARED})")
        return 0
    pairs = pairs_of(part)
    print(f"fair exam, {part}, {sum(len(gold) for gold, _ in pairs)} sentences")
    print(scorer().table(scored(pairs)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
