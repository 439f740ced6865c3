"""Figures of one task: `onrecord annotate` over a corpus's dev part, scored by ../shared/bench."""

import gzip
import hashlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

__all__ = [
    "PASSED",
    "RESAMPLES",
    "SHARED",
    "TASKS",
    "Figures",
    "Task",
    "annotate",
    "measure",
    "scorer",
]

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
RESAMPLES = 500
PASSED = ("id", "text", "published", "publisher", "url", "title")


@dataclass(frozen=True, slots=True)
class Task:
    """What a task folder's task.json says: corpus, scheme, scorer with options, figures kept.

    `given` are keys of the corpus that are passed on; the first is the layer that is `--given`.
    """

    name: str
    corpus: str
    scheme: str
    scorer: str
    options: dict[str, Any]
    figures: list[str]
    given: list[str] = field(default_factory=list)

    @property
    def gold(self) -> Path:
        """The corpus's dev part."""
        return SHARED / "corpora" / f"{self.corpus}.dev.jsonl.gz"


@dataclass(frozen=True, slots=True)
class Figures:
    """Each figure with its 95 % interval; the number of documents; the corpus's digest."""

    values: dict[str, tuple[float, float, float]]
    documents: int
    corpus_sha256: str


TASKS = [
    Task(path.parent.name, **json.loads(path.read_text()))
    for path in sorted(HERE.glob("*/task.json"))
]


@cache
def scorer() -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "bench" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def annotate(lines: Sequence[dict[str, Any]], found: Path, *options: str) -> None:
    """Writes to `found` what `onrecord annotate` makes of the lines."""
    with tempfile.TemporaryDirectory() as folder:
        passed = Path(folder, "in.jsonl")
        passed.write_text("".join(json.dumps(line) + "\n" for line in lines))
        with found.open("wb") as out:
            command = [sys.executable, "-m", "onrecord", "annotate", str(passed), *options]
            subprocess.run(command, stdout=out, check=True)


def measure(task: Task) -> Figures:
    """The task's figures, computed now."""
    raw = task.gold.read_bytes()
    lines = [json.loads(line) for line in gzip.decompress(raw).decode().split("\n") if line]
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "out.jsonl")
        keys = (*PASSED, *task.given)
        given = ["--given", task.given[0]] if task.given else []
        passed = [{k: d[k] for k in keys if k in d} for d in lines]
        annotate(passed, found, "--scheme", task.scheme, *given)
        scored = scorer().score(task.scorer, task.gold, found, resamples=RESAMPLES, **task.options)
    values = {name: _with_interval(scored, name) for name in task.figures}
    return Figures(values, len(lines), hashlib.sha256(raw).hexdigest())


def _with_interval(scored: dict[str, Any], name: str) -> tuple[float, float, float]:
    value = scored[name]
    if isinstance(value, dict):
        return (value["F1"], value["F1_low"], value["F1_high"])
    return (float(value), scored.get(f"{name}_low", value), scored.get(f"{name}_high", value))
