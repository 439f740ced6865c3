"""The two runs: `read` puts reports on record, `reconcile` puts them side by side."""

from onrecord.pipeline.local import Attempt, Maker, Reader, attempt, attempts
from onrecord.pipeline.read import LANGUAGES, Outcome, Progress, Step, Summary, read
from onrecord.pipeline.rebuild import rebuild
from onrecord.pipeline.reconcile import reconcile

__all__ = [
    "LANGUAGES",
    "Attempt",
    "Maker",
    "Outcome",
    "Progress",
    "Reader",
    "Step",
    "Summary",
    "attempt",
    "attempts",
    "read",
    "rebuild",
    "reconcile",
]
