"""Sentences in which the police kill, arrest or use force, on IndiaPoliceEvents' dev part.

The shared scorer counts labels by report; Halterman et al. (2021) count by sentence. A sentence of
ours is right if it shares a character with a sentence of the corpus that has the label, and one of
the corpus is found likewise; recall counts the corpus's, precision ours.
"""

import gzip
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evals.measure import RESAMPLES, TASKS, Figures, annotate

__all__ = ["measure"]

LABELS = ("KILL", "ARREST", "FORCE")
_SEED = 1


def measure() -> Figures:
    """F1 by label and their mean, with 95 % intervals over reports."""
    task = next(task for task in TASKS if task.name == "police")
    raw = task.gold.read_bytes()
    gold = [json.loads(line) for line in gzip.decompress(raw).decode().split("\n") if line]
    passed = [{key: line[key] for key in ("id", "text", "published")} for line in gold]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.jsonl")
        annotate(passed, out, "--scheme", "police")
        found = [json.loads(line) for line in out.read_text().split("\n") if line]
    counts = np.array([_counts(g, f) for g, f in zip(gold, found, strict=True)], float)
    draws = np.random.default_rng(_SEED).integers(0, len(gold), (RESAMPLES, len(gold)))
    resampled = np.array([_scores(counts[draw].sum(0)) for draw in draws])
    low, high = np.percentile(resampled, [2.5, 97.5], axis=0)
    values = zip((*LABELS, "mean"), _scores(counts.sum(0)), low, high, strict=True)
    figures = {name: (float(v), float(b), float(e)) for name, v, b, e in values}
    return Figures(figures, len(gold), hashlib.sha256(raw).hexdigest())


def _counts(gold: dict[str, Any], found: dict[str, Any]) -> list[list[int]]:
    """By label: sentences of the corpus, those found, sentences of ours, those right."""
    rows = []
    for label in LABELS:
        theirs, ours = (
            [s["span"] for s in line["sentences"] if label in s["labels"]] for line in (gold, found)
        )
        rows.append([len(theirs), _met(theirs, ours), len(ours), _met(ours, theirs)])
    return rows


def _met(some: Sequence[Sequence[int]], others: Sequence[Sequence[int]]) -> int:
    return sum(any(min(a[1], b[1]) > max(a[0], b[0]) for b in others) for a in some)


def _scores(counts: Any) -> list[float]:
    """F1 in per cent by label, then their mean."""
    scores = []
    for theirs, met, ours, right in counts:
        recall, precision = met / max(theirs, 1), right / max(ours, 1)
        scores.append(100 * 2 * recall * precision / ((recall + precision) or 1))
    return [*scores, sum(scores) / len(scores)]
