"""Who is who, and what happened, across reports: block, compare, judge, cluster.

Nothing here is stored or changes what was read; entities and events are views over judgements.
"""

from onrecord.resolve.candidate import Candidate, candidates
from onrecord.resolve.cluster import cluster, standing
from onrecord.resolve.entities import entities
from onrecord.resolve.events import events
from onrecord.resolve.judge import joined_from, judge, threshold
from onrecord.resolve.people import UNDO, Act, acts, merged, split, standing_of, undone

__all__ = [
    "UNDO",
    "Act",
    "Candidate",
    "acts",
    "candidates",
    "cluster",
    "entities",
    "events",
    "joined_from",
    "judge",
    "merged",
    "split",
    "standing",
    "standing_of",
    "threshold",
    "undone",
]
