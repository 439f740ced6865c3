"""The results of both groups of reports, and the figures that the gate holds."""

import hashlib

from evals.measure import Figures
from evals.reports.facts import FACTS, facts, sheets
from evals.reports.score import Line, Result, Sheet, compare

__all__ = ["by_group", "measure"]


GROUPS = ("seed", "read", "unseen")


def by_group(labelled: dict[str, list[Line]], read: dict[str, Sheet]) -> dict[str, Result]:
    """The results of the seed report, of those whose misses were read, and of those not."""
    groups = {group: Result() for group in GROUPS}
    for name, told in labelled.items():
        groups[told[0]["group"]].add(compare(told, read[name]))
    return groups


def measure() -> Figures:
    """Facts found, and the same less the wrong statements, in per cent of the facts."""
    labelled = facts()
    values = {}
    for group, result in by_group(labelled, sheets(labelled)).items():
        values[f"{group} found"] = result.share()
        values[f"{group} score"] = result.score()
    digest = hashlib.sha256(FACTS.read_bytes()).hexdigest()
    return Figures({k: (v, v, v) for k, v in values.items()}, len(labelled), digest)
