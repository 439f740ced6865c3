"""Who is who on Spark beside the plain run: the same made-up reports, the same judgements.

python -m benchmarks.spark                        1,000, 10,000 and 100,000 mentions on local[2]
python -m benchmarks.spark --master local[8] --sizes 1000000
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from benchmarks.linkage import candidates
from onrecord.model import Judgement
from onrecord.pipeline import on_spark
from onrecord.resolve import Candidate, judge

__all__: list[str] = []

_Judge: TypeAlias = Callable[[Sequence[Candidate]], Sequence[Judgement]]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    given = parser.parse_args()
    begin = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        on_spark(given.master, Path(folder, "spark.log")) as cluster,
    ):
        print(f"{given.master}: up after {time.monotonic() - begin:.1f} s")
        # Its processes start at their first work, and load what they need.
        cluster.link(list(candidates(1_000)))
        for size in given.sizes:
            made = list(candidates(size))
            here, expected = _timed(judge, made)
            there, judged = _timed(lambda chains: cluster.link(chains).judgements, made)
            if judged != expected:
                raise AssertionError(f"{size:,} mentions: the judgements differ")
            print(
                f"{size:,} mentions, {len(judged):,} judgements: here {here:.1f} s, "
                f"Spark {there:.1f} s, {there / here:.2f} times as long"
            )


def _timed(judge: _Judge, made: Sequence[Candidate]) -> tuple[float, Sequence[Judgement]]:
    """Seconds by the clock, and what was judged."""
    begin = time.monotonic()
    judged = judge(made)
    return time.monotonic() - begin, judged


if __name__ == "__main__":
    main()
