"""Holds the exam: python -m evals.exam [--sealed]"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from evals.exam.draw import SHARED, digest, documents
from evals.exam.score import Item, Pair, figures, read
from evals.measure import PASSED, RESAMPLES, annotate, scorer

HERE = Path(__file__).parent


def main() -> int:
    """Annotates the documents of one half, scores and prints; the exit status."""
    told = argparse.ArgumentParser(prog="python -m evals.exam")
    told.add_argument("--sealed", action="store_true", help="the half that is opened at the end")
    half = "sealed" if told.parse_args().sealed else "open"
    if not SHARED.exists():
        print(f"exam: skipped, the corpora are not here ({SHARED})")
        return 0
    pairs = _pairs(read(HERE / f"{half}.jsonl"))
    bench = scorer()
    bench.TASKS["exam"] = figures
    print(f"exam, {half} half, {sum(len(gold) for gold, _ in pairs)} sentences")
    print(bench.table(bench.bootstrap("exam", pairs, figures(pairs), RESAMPLES)))
    return 0


def _pairs(labels: dict[tuple[str, str], list[Item]]) -> list[Pair]:
    lines = [_line(corpus, name, gold) for (corpus, name), gold in labels.items()]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.jsonl")
        annotate(lines, out)
        found = [json.loads(line) for line in out.read_text("utf-8").split("\n") if line]
    return list(zip(labels.values(), found, strict=True))


def _line(corpus: str, name: str, gold: list[Item]) -> dict[str, Any]:
    """The document to annotate; raises ValueError if it is not the text that was labelled."""
    document = documents(corpus)[name]
    for sentence in gold:
        begin, end = sentence["span"]
        if not digest(document["text"][begin:end]).startswith(sentence["sha256"]):
            raise ValueError(f"{corpus} {name} at {begin}: not the text that was labelled")
    return {key: document[key] for key in PASSED if key in document}


if __name__ == "__main__":
    sys.exit(main())
