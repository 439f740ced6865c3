"""Sits the fair exam: a fresh record of a part's documents, its export and the figures."""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from evals.exam.draw import digest
from evals.exam.score import Item, read
from evals.fair.draw import documents
from evals.fair.score import Found, Pair, figures
from evals.measure import PASSED, RESAMPLES, Figures, scorer

__all__ = ["document_of", "measure", "paired", "pairs_of", "scored"]

HERE = Path(__file__).parent
_KEPT = (
    "recall, event",
    "recall, relation",
    "recall, speech",
    "precision, event and relation",
    "chains exact (all)",
    "status right (matched)",
    "factuality right (matched)",
    "event type and main roles right (all)",
)
"""Figures that have enough items behind them for a floor."""


def measure() -> Figures:
    """The open half's main figures with their intervals, as the gate wants them."""
    raw = (HERE / "open.jsonl").read_bytes()
    told = scored(pairs_of("open"))
    values = {
        name: (float(told[name]), told[f"{name}_low"], told[f"{name}_high"]) for name in _KEPT
    }
    return Figures(values, len(raw.splitlines()), hashlib.sha256(raw).hexdigest())


def pairs_of(part: str) -> list[Pair]:
    """The labelled sentences of each document, and what a fresh record's export says of it."""
    labels = read(HERE / f"{part}.jsonl")
    texts = [document_of(corpus, name, gold) for (corpus, name), gold in labels.items()]
    return paired(labels.values(), texts, _export(texts))


def document_of(corpus: str, name: str, gold: Sequence[Item]) -> dict[str, Any]:
    """The document to read; raises ValueError if it is not the text that was labelled."""
    document = documents(corpus)[name]
    for sentence in gold:
        begin, end = sentence["span"]
        if not digest(document["text"][begin:end]).startswith(sentence["sha256"]):
            raise ValueError(f"{corpus} {name} at {begin}: not the text that was labelled")
    return {key: document[key] for key in PASSED if key in document}


def paired(
    labels: Iterable[Sequence[Item]], texts: Sequence[dict[str, Any]], lines: Sequence[Item]
) -> list[Pair]:
    """Each document's labels with what the export's lines say of it.

    Raises ValueError if a document is not on record with the text whose offsets the labels give.
    """
    names = {
        line["id"]: [name["text"] for name in line["names"]]
        for line in lines
        if line["kind"] == "entity"
    }
    stated = defaultdict(list)
    for line in lines:
        if line["kind"] == "statement":
            stated[line["document"]].append(line)
    kept = {_letters(line["text"]): line for line in lines if line["kind"] == "document"}
    pairs = []
    for gold, given in zip(labels, texts, strict=True):
        if (letters := _letters(given["text"])) not in kept:
            raise ValueError(f"{given['id']}: not on record")
        line = kept[letters]
        for begin, end in (sentence["span"] for sentence in gold):
            if _letters(line["text"][begin:end]) != _letters(given["text"][begin:end]):
                raise ValueError(f"{given['id']} at {begin}: moved when it was read")
        pairs.append((gold, Found(line["text"], stated[line["id"]], names)))
    return pairs


def _letters(text: str) -> str:
    return "".join(text.split())


def _export(texts: Sequence[dict[str, Any]]) -> list[Item]:
    """The lines of a fresh record of these documents."""
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "given.jsonl")
        given.write_text("".join(json.dumps(text) + "\n" for text in texts), "utf-8")
        onrecord = [sys.executable, "-m", "onrecord", "--record", f"{folder}/fair.db"]
        subprocess.run([*onrecord, "read", str(given)], check=True, capture_output=True)
        out = subprocess.run([*onrecord, "export"], check=True, capture_output=True)
    return [json.loads(line) for line in out.stdout.decode().split("\n") if line]


def scored(pairs: Sequence[Pair]) -> dict[str, Any]:
    """All figures with the ends of their intervals, as `table` of the shared scorer shows them."""
    bench = scorer()
    bench.TASKS["fair"] = figures
    return dict(bench.bootstrap("fair", pairs, figures(pairs), RESAMPLES))
