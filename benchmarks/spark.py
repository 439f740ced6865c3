"""Who is who on Spark beside the plain run: the same made-up reports, the same judgements.

python -m benchmarks.spark                        1,000, 10,000 and 100,000 mentions on local[2]
python -m benchmarks.spark --master local[8] --sizes 1000000
"""

import argparse
import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from benchmarks.made_up import A_REPORT, World
from onrecord.model import Judgement
from onrecord.pipeline import on_spark
from onrecord.resolve import Candidate, candidates, judge

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
        # Its processes start at their first work, and load what they need.
        cluster.link(_made(1_000))
        print(f"{given.master}: at work after {time.monotonic() - begin:.1f} s")
        for size in given.sizes:
            made = _made(size)
            here, expected = _timed(judge, made)
            there, judged = _timed(lambda chains: cluster.link(chains).judgements, made)
            if judged != expected:
                raise AssertionError(f"{len(made):,} mentions: the judgements differ")
            print(
                f"{len(made):,} mentions, {len(judged):,} judgements: "
                f"by the clock {here[0]:.1f} s, on Spark {there[0]:.1f} "
                f"({there[0] / here[0]:.1f} times as long); "
                f"of the processor {here[1]:.1f} s, on Spark {there[1]:.1f} "
                f"({there[1] / here[1]:.1f} times)",
                flush=True,
            )


def _made(size: int) -> list[Candidate]:
    reports = World(size).reports(size // A_REPORT)
    made = [each for report in reports for each in candidates(*report)]
    # What was made beforehand is not the linkage's to look through for garbage.
    gc.collect()
    gc.freeze()
    return made


def _timed(
    judge: _Judge, made: Sequence[Candidate]
) -> tuple[tuple[float, float], Sequence[Judgement]]:
    """Seconds by the clock and of the processor, and what was judged."""
    begin, used = time.monotonic(), _used()
    judged = judge(made)
    return (time.monotonic() - begin, _used() - used), judged


def _used() -> float:
    """Seconds of the processor of this process and all that it started, as Linux counts them."""
    ticks = 0
    for process in _family(os.getpid()):
        after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        ticks += sum(map(int, after_name[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _family(process: int) -> Iterator[int]:
    yield process
    for thread in Path(f"/proc/{process}/task").iterdir():
        for child in (thread / "children").read_text().split():
            yield from _family(int(child))


if __name__ == "__main__":
    main()
