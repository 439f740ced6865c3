"""Holds the benchmark of names: python -m evals.names [--sealed 1..7]"""

import argparse
import sys
from collections.abc import Callable, Sequence

from evals.names.draw import Pair, read
from evals.names.peers import Score, peers
from evals.names.score import Counts, counts, ours


def main() -> int:
    """Prints ours beside the others', then ours by kind, region and family; the exit status."""
    told = argparse.ArgumentParser(prog="python -m evals.names")
    help_ = "the draw that is opened at the end, 1 to 7, instead of the open part"
    told.add_argument("--sealed", type=int, choices=range(8), default=0, help=help_)
    sealed = told.parse_args().sealed
    pairs = read()
    open_ = [pair for pair in pairs if not pair.sealed]
    asked = [pair for pair in pairs if pair.sealed == sealed]
    same = sum(pair.same for pair in asked)
    told_part = f"sealed part {sealed}" if sealed else "open part"
    print(f"{told_part}: {len(asked)} pairs, {same} of one bearer\n")
    print(f"{'':56}{'precision':>10}{'recall':>10}{'F1':>8}")
    for name, score in peers():
        if score is None:
            print(f"{name:56}  not installed: pip install -e '.[peers]'")
        else:
            best = _threshold(open_, score)
            print(_line(f"{name} >= {best:.2f}", counts(asked, _joins(score, best))))
    print(_line("onrecord", counts(asked, ours)))
    for title in ("kind", "region", "family"):
        print(f"\nonrecord by {title}")
        for value in dict.fromkeys(getattr(pair, title) for pair in asked):
            part = [pair for pair in asked if getattr(pair, title) == value]
            print(_line(f"  {value}", counts(part, ours)))
    return 0


def _joins(score: Score, least: float) -> Callable[[Pair], bool]:
    return lambda pair: score(pair.left, pair.right, pair.kind) >= least


def _threshold(pairs: Sequence[Pair], score: Score) -> float:
    """The hundredth from which a score joins best, by F1."""
    scored = [(score(pair.left, pair.right, pair.kind), pair.same) for pair in pairs]
    return max((least / 100 for least in range(50, 101)), key=lambda least: _f1(scored, least))


def _f1(scored: Sequence[tuple[float, bool]], least: float) -> float:
    joined = [same for score, same in scored if score >= least]
    return 2 * sum(joined) / (len(joined) + sum(same for _, same in scored))


def _line(name: str, told: Counts) -> str:
    return f"{name:56}{told.precision:10.1f}{told.recall:10.1f}{told.f1:8.1f}   of {told.pairs}"


if __name__ == "__main__":
    sys.exit(main())
