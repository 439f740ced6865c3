"""Holds the fair exam: python -m evals.fair [--sealed]"""

import argparse
import sys

from evals.exam.draw import SHARED
from evals.fair.sitting import pairs_of, scored
from evals.measure import scorer


def main() -> int:
    """Reads the documents of one half into a record, scores its export and prints; the status."""
    told = argparse.ArgumentParser(prog="python -m evals.fair")
    told.add_argument("--sealed", action="store_true", help="the half that is opened at the end")
    half = "sealed" if told.parse_args().sealed else "open"
    if not SHARED.exists():
        print(f"fair: skipped, the corpora are not here ({SHARED})")
        return 0
    pairs = pairs_of(half)
    print(f"fair exam, {half} half, {sum(len(gold) for gold, _ in pairs)} sentences")
    print(scorer().table(scored(pairs)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
