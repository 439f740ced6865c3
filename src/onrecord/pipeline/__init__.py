"""The two runs, `read` and `reconcile`, and the import of gazetteers that `read` goes by."""

from onrecord.pipeline.gazetteers import additions, import_gazetteer
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
    "additions",
    "attempt",
    "attempts",
    "import_gazetteer",
    "read",
    "rebuild",
    "reconcile",
]
