"""What one process of a benchmark reads and tells.

Only the standard library is used: a peer's process runs where onrecord is not installed.
"""

import json
import resource
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["Run", "lines", "peak_mb", "since"]


@dataclass(frozen=True, slots=True)
class Run:
    """One pass over all reports in a fresh process.

    `ready` is how many seconds after its start the process could read, `took` what reading took,
    `peak` the most resident memory in MB; `parts` are seconds by name of what was timed apart.
    """

    ready: float
    took: float
    peak: float
    parts: Mapping[str, float] = field(default_factory=dict)

    def tell(self) -> None:
        """Writes itself to standard output, a line of JSON."""
        print(json.dumps(asdict(self)))


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as source:
        return [json.loads(line) for line in source]


def since(started: str) -> float:
    """Seconds since `started`, which another process took from `time.monotonic`."""
    return time.monotonic() - float(started)


def peak_mb() -> float:
    """The most memory that this process has held so far, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
