"""Precision and recall of joining event statements of different reports, on ECB+'s dev topics.

The reports are read whole and put on record through the command line. A statement tells of the
marked event that its deed's words overlap, if they overlap one only; pairs of such statements of
different reports are right to be in one event if the corpus puts the marked events together.
Pairs tell of reports as they are read: what is marked and not read as a statement is not counted.
"""

import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

from evals.measure import RESAMPLES, SHARED, Figures
from onrecord.model import PredicateFamily, Span, Statement
from onrecord.resolve import deed
from onrecord.store import Store, open_store

__all__ = ["GOLD", "Told", "figures", "marked", "measure", "read", "told"]

GOLD = SHARED / "corpora" / "ecbplus.dev.jsonl.gz"
Line = dict[str, Any]
_SEED = 1906


@dataclass(frozen=True, slots=True)
class Told:
    """A statement: its report, the event that it was put to, and the one that it is marked as."""

    document: str
    event: str
    gold: str


def measure() -> Figures:
    """The figures on the dev part, computed now."""
    raw = GOLD.read_bytes()
    lines = [json.loads(line) for line in gzip.decompress(raw).decode().split("\n") if line]
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "joining.db")
        read(lines, record)
        with open_store(record) as store:
            found = told(store, lines)
    return Figures(figures(found), len(lines), hashlib.sha256(raw).hexdigest())


def read(lines: Iterable[Line], record: Path) -> None:
    """Put the texts on record, each under an address that ends in its id."""
    with tempfile.TemporaryDirectory() as folder:
        passed = Path(folder, "in.jsonl")
        rows = (
            {"url": f"https://ecb.example/{each['id']}", "text": each["text"]} for each in lines
        )
        passed.write_text("".join(json.dumps(row) + "\n" for row in rows))
        command = [sys.executable, "-m", "onrecord", "--record", str(record), "read", str(passed)]
        subprocess.run(command, check=True, capture_output=True)


def marked(statement: Statement, mentions: Sequence[Line]) -> str | None:
    """The marked event that a statement tells of, None if none or more than one."""
    spans = deed(statement).spans
    found = {
        each["cluster"]
        for each in mentions
        if each["kind"] == "event" and any(map(Span(*each["span"]).overlaps, spans))
    }
    return found.pop() if len(found) == 1 else None


def told(store: Store, lines: Iterable[Line]) -> list[Told]:
    """The statements of a record that tell of one marked event."""
    mentions = {each["id"]: each["mentions"] for each in lines}
    own = {each.id: mentions[str(each.url).rpartition("/")[2]] for each in store.documents()}
    event = {statement: each.id for each in store.events() for statement in each.statements}
    found = (
        (each, marked(each, own[each.document]))
        for each in store.statements(family=PredicateFamily.EVENT)
    )
    return [Told(each.document, event[each.id], gold) for each, gold in found if gold]


def figures(found: Sequence[Told]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of pairs across reports in per cent, with 95 % intervals by drawing
    reports anew."""
    pairs = [
        (one.document, other.document, one.event == other.event, one.gold == other.gold)
        for one, other in combinations(found, 2)
        if one.document != other.document and (one.event == other.event or one.gold == other.gold)
    ]
    documents, rng = sorted({each.document for each in found}), Random(_SEED)
    whole = _shares(pairs, dict.fromkeys(documents, 1))
    drawn = [
        _shares(pairs, Counter(rng.choices(documents, k=len(documents)))) for _ in range(RESAMPLES)
    ]
    least, most = int(0.025 * RESAMPLES), int(0.975 * RESAMPLES) - 1
    found_by = {name: sorted(each[name] for each in drawn) for name in whole}
    return {name: (whole[name], own[least], own[most]) for name, own in found_by.items()}


def _shares(
    pairs: Iterable[tuple[str, str, bool, bool]], weight: Mapping[str, int]
) -> dict[str, float]:
    right = joined = gold = 0
    for one, other, is_joined, is_gold in pairs:
        own = weight.get(one, 0) * weight.get(other, 0)
        joined += own * is_joined
        gold += own * is_gold
        right += own * (is_joined and is_gold)
    precision, recall = 100 * right / max(joined, 1), 100 * right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": precision, "recall": recall, "F1": f1}
