"""One pass of our reader: python -m benchmarks.ours REPORTS CACHE STARTED."""

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import onnxruntime

from benchmarks.run import Run, lines, peak_mb, since
from onrecord.extract.reader import stages
from onrecord.extract.stage import Stage, read_through
from onrecord.lexicon.gazetteer import Gazetteer
from onrecord.model import Document
from onrecord.nlp.network import Network

__all__: list[str] = []


class Clock:
    """Seconds spent in calls, by the name they were given; calls may nest."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def timed(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same call, timed."""

        def run(*arguments: Any) -> Any:
            begin = time.process_time()
            try:
                return call(*arguments)
            finally:
                self.seconds[name] += time.process_time() - begin

        return run


def main(reports: Path, cache: Path, started: str) -> None:
    """Loads, reads everything once and tells how it went."""
    clock = Clock()
    session: Any = onnxruntime.InferenceSession
    session.run = clock.timed("network", session.run)
    network = clock.timed("load network", Network.load)()
    gazetteer = clock.timed("load gazetteer", Gazetteer.open)(cache)
    read = read_through([_timed(stage, clock) for stage in stages(network, gazetteer)])
    documents = [Document(**line) for line in lines(reports)]
    ready, begin = since(started), time.process_time()
    for document in documents:
        read(document)
    Run(ready, time.process_time() - begin, peak_mb(), dict(clock.seconds)).tell()


def _timed(stage: Stage, clock: Clock) -> Stage:
    return replace(stage, run=clock.timed(stage.gives, stage.run))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
