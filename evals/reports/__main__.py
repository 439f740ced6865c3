"""Holds the facts of whole reports against the record: python -m evals.reports [--missed]"""

import argparse
import json
import sys
from typing import Any

from evals.reports.facts import REPORTS, facts, sheets
from evals.reports.figures import by_group
from evals.reports.score import Line, Result, Sheet, compare


def main() -> int:
    """Reads the reports, compares, prints; the exit status."""
    told = argparse.ArgumentParser(prog="python -m evals.reports")
    told.add_argument("--missed", action="store_true", help="what is missed and wrong, in words")
    arguments = told.parse_args()
    if not REPORTS.exists():
        print(f"reports: skipped, they are not here ({REPORTS})")
        return 0
    labelled = facts()
    read = sheets(labelled)
    if arguments.missed:
        for name, asked in labelled.items():
            if asked[0]["group"] != "unseen":
                _show(name, compare(asked, read[name]), read[name])
    print(f"{'group':8} {'facts':>5} {'found':>6} {'wrong':>5} {'score':>6}  right of the found")
    for group, result in by_group(labelled, read).items():
        print(_row(group, result))
    return 0


def _row(group: str, result: Result) -> str:
    shares = ", ".join(f"{name} {a}/{b}" for name, (a, b) in sorted(result.shares.items()))
    figures = f"{result.share():6.1f} {len(result.wrong):5} {result.score():6.1f}"
    return f"{group:8} {result.asked:5} {figures}  {shares}"


def _show(name: str, result: Result, sheet: Sheet) -> None:
    print(f"=== {name}")
    for fact in result.missed:
        begin, end = fact["trigger"][0]
        around = sheet.text[max(0, begin - 50) : begin], sheet.text[end : end + 50]
        print(f"missed {around[0]!r} [{sheet.text[begin:end]}] {around[1]!r}")
        for reading in fact["readings"]:
            print("      ", _reading(reading, sheet.text))
    for statement in result.wrong:
        print("wrong ", *_statement(statement))


def _reading(reading: Line, text: str) -> str:
    words = {role: _words(spans, text) for role, spans in reading["roles"].items()}
    holder = _words(reading["holder"], text)
    return f"{'|'.join(reading['predicates'])} {words} by {holder} {reading['sure']}"


def _words(spans: list[Any], text: str) -> str:
    told = {None: "the report", "unnamed": "unnamed"}
    return "|".join(text[slice(*s)] if isinstance(s, list) else told[s] for s in spans)


def _statement(statement: Line) -> tuple[str, ...]:
    roles = {role: [f["text"] for f in told] for role, told in statement["roles"].items()}
    certainty = statement["certainty"]
    return (
        statement["id"],
        statement["predicate"],
        json.dumps(roles, ensure_ascii=False),
        "by " + statement["holders"][0]["name"],
        certainty["factuality"],
        ",".join(certainty["status"]),
        repr(statement["quote"]),
    )


if __name__ == "__main__":
    sys.exit(main())
