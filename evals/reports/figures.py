"""The results of both groups of reports, and the figures that the gate holds."""

import hashlib

from evals.measure import Figures
from evals.reports.facts import FACTS, facts, sheets
from evals.reports.score import Line, Result, Sheet, compare

__all__ = ["GROUPS", "by_group", "measure"]


GROUPS = ("seed", "read", "unseen")
"""The seed report; reports whose misses were read and mended; reports of which nothing was."""


def by_group(labelled: dict[str, list[Line]], read: dict[str, Sheet]) -> dict[str, Result]:
    """The results of all reports of each group."""
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
