"""How many statements have no date and no place, by class of predicate: `python -m evals.undated`.

The reports are those of ../shared/reports, read through the command line. States are relations that
last, events the rest of the relations and PLOVER's types; speech and `says` are as in the record. A
statement is dated if an end of its interval is known, and placed if the text gives it a place.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evals.endtoend.facts import record
from evals.measure import SHARED
from onrecord.model import Predicate, PredicateFamily

__all__ = ["class_of", "shares"]

_PUNCTUAL = frozenset(
    {
        Predicate.BORN,
        Predicate.DIED,
        Predicate.INJURED,
        Predicate.LEFT,
        Predicate.APPOINTED,
        Predicate.DISMISSED,
        Predicate.SPLIT_FROM,
        Predicate.MERGED_WITH,
        Predicate.PRESENT_AT,
        Predicate.TRAVELLED_TO,
        Predicate.MET,
        Predicate.COMMUNICATED_WITH,
    }
)


def class_of(predicate: Predicate) -> str:
    """state, event, speech or says."""
    if predicate.family is PredicateFamily.RELATION:
        return "event" if predicate in _PUNCTUAL else "state"
    return predicate.family.value


def shares(lines: Iterable[dict[str, Any]]) -> dict[str, tuple[int, float, float]]:
    """By class, and for `all`: statements, and the shares (0 to 1) without date and place."""
    count: Counter[str] = Counter()
    undated: Counter[str] = Counter()
    unplaced: Counter[str] = Counter()
    for line in lines:
        if line["kind"] != "statement":
            continue
        time = line["time"] or {}
        for name in (class_of(Predicate(line["predicate"])), "all"):
            count[name] += 1
            undated[name] += not (time.get("earliest") or time.get("latest"))
            unplaced[name] += line["place"] is None
    return {
        name: (count[name], undated[name] / count[name], unplaced[name] / count[name])
        for name in sorted(count)
    }


def main() -> None:
    """Print the shares of a folder of reports, ../shared/reports if none is given."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "reports"
    print(f"{'class':8} {'statements':>10} {'undated':>8} {'unplaced':>8}")
    for name, (count, undated, unplaced) in shares(record(folder)).items():
        print(f"{name:8} {count:10} {undated:8.1%} {unplaced:8.1%}")


if __name__ == "__main__":
    main()
