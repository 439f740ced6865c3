"""Who is who, what happened, and who copied whom, across reports: block, compare, judge, cluster.

Nothing here is stored or changes what was read; entities and events are views over judgements.
"""

from onrecord.resolve.block import REACH, Neighbours, agreeing, keys, order
from onrecord.resolve.candidate import Candidate, candidates, plain
from onrecord.resolve.cluster import cluster, contested, standing
from onrecord.resolve.copies import FIRST, Wording, copies, copy_of, wording
from onrecord.resolve.entities import Tally, Votes, entities
from onrecord.resolve.events import event_keys, events
from onrecord.resolve.judge import THRESHOLD, joined_from, judge, judged, threshold
from onrecord.resolve.people import Act, acts, merged, split, standing_of, undone

__all__ = [
    "FIRST",
    "REACH",
    "THRESHOLD",
    "Act",
    "Candidate",
    "Neighbours",
    "Tally",
    "Votes",
    "Wording",
    "acts",
    "agreeing",
    "candidates",
    "cluster",
    "contested",
    "copies",
    "copy_of",
    "entities",
    "event_keys",
    "events",
    "joined_from",
    "judge",
    "judged",
    "keys",
    "merged",
    "order",
    "plain",
    "split",
    "standing",
    "standing_of",
    "threshold",
    "undone",
    "wording",
]
