"""Who is who, and what happened, across reports: block, compare, judge, cluster.

Nothing here is stored or changes what was read; entities and events are views over judgements.
"""

from onrecord.resolve.candidate import Candidate, candidates
from onrecord.resolve.cluster import cluster, standing
from onrecord.resolve.entities import entities
from onrecord.resolve.events import events
from onrecord.resolve.judge import judge

__all__ = ["Candidate", "candidates", "cluster", "entities", "events", "judge", "standing"]
