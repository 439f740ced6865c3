"""The demo's file of facts against what the program puts on record, through the command line.

A fact is found if a statement of its report has the predicate, for each role a filler that holds
the words (in its own text or among its entity's names), and the mode, holder, factuality, status,
time, place and toll that the fact gives. A wrong fact counts against it when found. Planted copies,
disputes and corrections are looked for among the copies and events (`weighing`).
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from anyascii import anyascii

from evals.endtoend.weighing import weighed

__all__ = ["check", "measure", "onrecord", "record", "teller"]

Line = dict[str, Any]
_COUNTS = {"killed", "injured", "abducted", "detained", "displaced"}


def measure() -> Any:
    """Facts found, wrong facts avoided and entities joined, in per cent, as the gate wants them."""
    from evals.measure import Figures

    folder = Path(str(files("onrecord").joinpath("demo")))
    raw = (folder / "facts.json").read_bytes()
    lines, facts = record(folder), json.loads(raw)
    found, avoided, joined = check(lines, facts)
    planted, shown = weighed(lines, facts, teller(lines))
    for fact in [*found[1], *avoided[1], *joined[1], *planted[1], *shown[1]]:
        print("endtoend: not as it should be:", json.dumps(fact, ensure_ascii=False))
    values = {
        "facts found": _share(found),
        "wrong facts avoided": _share(avoided),
        "entities joined": _share(joined),
        "weighing found": _share(planted),
        "weighing planted": _share(shown),
    }
    return Figures(
        {name: (value, value, value) for name, value in values.items()},
        len(list(folder.glob("*.txt"))),
        hashlib.sha256(raw).hexdigest(),
    )


def record(folder: Path) -> list[Line]:
    """The export of a fresh record of the folder's reports."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "demo.db")
        onrecord(path, "read", str(folder))
        return [json.loads(line) for line in onrecord(path, "export").split("\n") if line]


def onrecord(record: Path, *words: str) -> str:
    """What a command prints over a record."""
    command = [sys.executable, "-m", "onrecord", "--record", str(record), *words]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def check(
    lines: list[Line], facts: dict[str, list[Line]]
) -> tuple[tuple[int, list[Line]], tuple[int, list[Line]], tuple[int, list[Line]]]:
    """For facts to find and to avoid and entities to join: how many are right, and the others."""
    statements = [line for line in lines if line["kind"] == "statement"]
    tells = teller(lines)

    def stands(fact: Line) -> bool:
        return any(tells(statement, fact) for statement in statements)

    missed = [fact for fact in facts["find"] if not stands(fact)]
    wrong = [fact for fact in facts["avoid"] if stands(fact)]
    apart = [e for e in facts["entities"] if not _joined(e, lines)]
    return (
        (len(facts["find"]) - len(missed), missed),
        (len(facts["avoid"]) - len(wrong), wrong),
        (len(facts["entities"]) - len(apart), apart),
    )


def teller(lines: list[Line]) -> Callable[[Line, Line], bool]:
    """Whether a statement's line tells a fact: it is of the fact's report, and fits."""
    urls = {line["id"]: line["url"] for line in lines if line["kind"] == "document"}
    names = {
        line["id"]: " | ".join(name["text"] for name in line["names"])
        for line in lines
        if line["kind"] == "entity"
    }
    return lambda statement, fact: (
        urls[statement["document"]].endswith(fact["report"]) and _matches(statement, fact, names)
    )


def _matches(statement: Line, fact: Line, names: dict[str, str]) -> bool:
    if statement["predicate"] != fact["predicate"]:
        return False
    for role, words in fact["roles"].items():
        fillers = statement["roles"].get(role, [])
        if not any(_holds(f"{f['text']} | {names.get(f['entity'], '')}", words) for f in fillers):
            return False
    certainty = statement["certainty"]
    magnitudes = statement.get("magnitudes") or {}
    return (
        fact.get("mode") in (None, statement.get("mode"))
        and fact.get("factuality") in (None, certainty["factuality"])
        and ("status" not in fact or fact["status"] in certainty["status"])
        and ("holder" not in fact or _holds(statement["holders"][0]["name"], fact["holder"]))
        and ("time" not in fact or (statement["time"] or {}).get("edtf") == fact["time"])
        and (
            "place" not in fact or _holds((statement["place"] or {}).get("text", ""), fact["place"])
        )
        and all(
            magnitudes.get(name, {}).get("best") == fact[name] for name in _COUNTS & fact.keys()
        )
    )


def _joined(wanted: Line, lines: list[Line]) -> bool:
    """Whether one entity of the type bears all the names."""
    return any(
        line["type"] == wanted["type"]
        and all(any(_holds(n["text"], name) for n in line["names"]) for name in wanted["names"])
        for line in lines
        if line["kind"] == "entity"
    )


def _holds(text: str, words: str) -> bool:
    return anyascii(words).casefold() in anyascii(text).casefold()


def _share(result: tuple[int, list[Line]]) -> float:
    right, others = result
    return 100 * right / (right + len(others))
