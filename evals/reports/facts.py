"""Reads the labelled facts, and what `onrecord read` puts on record of the same reports."""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from evals.measure import SHARED
from evals.reports.score import Line, Sheet

__all__ = ["FACTS", "REPORTS", "facts", "sheets", "texts"]

FACTS = Path(__file__).with_name("facts.jsonl")
REPORTS = SHARED / "reports"


def facts() -> dict[str, list[Line]]:
    """The labelled facts, by report."""
    found = defaultdict(list)
    for line in FACTS.read_text("utf-8").splitlines():
        fact = json.loads(line)
        found[fact["report"]].append(fact)
    return dict(found)


def texts(labelled: dict[str, list[Line]]) -> dict[str, str]:
    """The texts of the reports; raises ValueError if one is not what was labelled."""
    found = {}
    for name, told in labelled.items():
        text = (REPORTS / f"{name}.txt").read_text("utf-8")
        if any(f["sha256"] != hashlib.sha256(text.encode()).hexdigest()[:16] for f in told):
            raise ValueError(f"{name}: not the text that was labelled")
        found[name] = text
    return found


def sheets(labelled: dict[str, list[Line]]) -> dict[str, Sheet]:
    """What is on record of each report, read together in a fresh record."""
    wanted = texts(labelled)
    lines = _exported(wanted)
    names = {
        line["id"]: frozenset(name["text"].casefold() for name in line["names"])
        for line in lines
        if line["kind"] == "entity"
    }
    documents = {_letters(line["text"]): line for line in lines if line["kind"] == "document"}
    statements = defaultdict(list)
    for line in lines:
        if line["kind"] == "statement":
            statements[line["document"]].append(line)
    found = {}
    for name, text in wanted.items():
        document = documents[_letters(text)]
        if len(document["text"]) != len(text):
            raise ValueError(f"{name}: the spans of the labels do not fit what was read")
        found[name] = Sheet(document["text"], statements[document["id"]], names)
    return found


def _letters(text: str) -> str:
    """The text but for blanks, of which some are made plain when it is read."""
    return "".join(text.split())


def _exported(wanted: dict[str, str]) -> list[Line]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "reports")
        folder.mkdir()
        for name in wanted:
            for ending in ("txt", "json"):
                shutil.copy(REPORTS / f"{name}.{ending}", folder)
        onrecord = [sys.executable, "-m", "onrecord", "--record", f"{scratch}/reports.db"]
        subprocess.run([*onrecord, "read", str(folder)], check=True, capture_output=True)
        out = subprocess.run([*onrecord, "export"], check=True, capture_output=True)
    return [json.loads(line) for line in out.stdout.decode().split("\n") if line]
