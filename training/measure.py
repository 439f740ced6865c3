"""The figures of a bundle alone on the dev parts, by the scorers of ../shared/bench.

The gate (evals/) measures the whole program; here every layer comes straight from the network.
"""

import json
import re
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

from evals.measure import SHARED, TASKS, Task, scorer

from onrecord.export.schemes import Line, scheme
from onrecord.model import Document, Reading, Sentence, Span
from onrecord.nlp.network import Network
from onrecord.nlp.segment import sentences
from training.text import Record, read_jsonl

__all__ = ["measure", "read"]

_SCHEMES = frozenset(
    "commitment factuality gum muc4 police polnear propbank re3d redocred ud".split()
)
"""Schemes whose annotations are the network's."""


def measure(network: Network, only: Collection[str] = ()) -> dict[str, float]:
    """Figures by task and name, per cent but for correlations; of the tasks in `only`, if any."""
    found: dict[str, float] = {}
    known: dict[str, list[tuple[Record, Reading]]] = {}
    for task in TASKS:
        if task.scheme not in _SCHEMES or (only and task.name not in only):
            continue
        if task.corpus not in known:
            records = read_jsonl(SHARED / "corpora", task.corpus, "dev")
            known[task.corpus] = [(record, read(network, record["text"])) for record in records]
        scored = _scored(network, task, known[task.corpus])
        for name in task.figures:
            value = scored[name]
            found[f"{task.name}: {name}"] = value["F1"] if isinstance(value, dict) else value
    return found


def _scored(network: Network, task: Task, known: list[tuple[Record, Reading]]) -> dict[str, Any]:
    annotate = scheme(task.scheme)
    rows = [
        {"id": record["id"]}
        | annotate(
            Line(
                Document(record["id"], record["text"]),
                reading,
                network.facts,
                record if task.given else None,
            )
        )
        for record, reading in known
    ]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "given.jsonl"
        given.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        scored: dict[str, Any] = scorer().score(task.scorer, task.gold, given, **task.options)
    return scored


def read(network: Network, text: str) -> Reading:
    """A reading that holds the sentences and the network's analysis alone."""
    cut = tuple(
        Sentence(span, number)
        for number, line in enumerate(re.finditer(r"[^\n]+", text))
        for span in sentences(text, Span(*line.span()))
    )
    return Reading("", sentences=cut, analysis=network.analyse(text, cut))
