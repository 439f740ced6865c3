"""The two runs, `read` and `reconcile`, where they run, and the import of gazetteers."""

from onrecord.pipeline.gazetteers import additions, carried, import_gazetteer
from onrecord.pipeline.local import Attempt, Maker, Reader, attempt, attempts
from onrecord.pipeline.read import LANGUAGES, Outcome, Progress, Step, Summary, read
from onrecord.pipeline.rebuild import rebuild
from onrecord.pipeline.reconcile import reconcile
from onrecord.pipeline.spark import Spark, on_spark
from onrecord.pipeline.where import HERE, Local, Where
from onrecord.pipeline.whois import act_now, merge, split, take_back

__all__ = [
    "HERE",
    "LANGUAGES",
    "Attempt",
    "Local",
    "Maker",
    "Outcome",
    "Progress",
    "Reader",
    "Spark",
    "Step",
    "Summary",
    "Where",
    "act_now",
    "additions",
    "attempt",
    "attempts",
    "carried",
    "import_gazetteer",
    "merge",
    "on_spark",
    "read",
    "rebuild",
    "reconcile",
    "split",
    "take_back",
]
