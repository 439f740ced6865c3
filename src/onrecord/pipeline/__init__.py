"""The two runs, `read` and `reconcile`, where they run, and how reports and gazetteers come in."""

from onrecord.pipeline.clock import now
from onrecord.pipeline.correct import Atlas, Form, Ruled, accept, amend, correct, reject, site, undo
from onrecord.pipeline.folder import follow
from onrecord.pipeline.gazetteers import additions, atlas, carried, import_gazetteer
from onrecord.pipeline.ingest import ingest, reader
from onrecord.pipeline.local import Attempt, Maker, Reader, attempt, attempts
from onrecord.pipeline.read import LANGUAGES, Outcome, Progress, Step, Summary, read
from onrecord.pipeline.rebuild import rebuild
from onrecord.pipeline.reconcile import reconcile
from onrecord.pipeline.spark import Spark, on_spark
from onrecord.pipeline.spool import Spool, pasted
from onrecord.pipeline.whatis import judge_accounts, merge_events, split_event
from onrecord.pipeline.where import HERE, Local, Where
from onrecord.pipeline.whois import act_now, judge, merge, split, take_back

__all__ = [
    "HERE",
    "LANGUAGES",
    "Atlas",
    "Attempt",
    "Form",
    "Local",
    "Maker",
    "Outcome",
    "Progress",
    "Reader",
    "Ruled",
    "Spark",
    "Spool",
    "Step",
    "Summary",
    "Where",
    "accept",
    "act_now",
    "additions",
    "amend",
    "atlas",
    "attempt",
    "attempts",
    "carried",
    "correct",
    "follow",
    "import_gazetteer",
    "ingest",
    "judge",
    "judge_accounts",
    "merge",
    "merge_events",
    "now",
    "on_spark",
    "pasted",
    "read",
    "reader",
    "rebuild",
    "reconcile",
    "reject",
    "site",
    "split",
    "split_event",
    "take_back",
    "undo",
]
