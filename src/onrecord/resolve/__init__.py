"""Who is who, what happened, and who copied whom, across reports: block, compare, judge, cluster.

Nothing here is stored or changes what was read; entities and events are views over judgements.
"""

from onrecord.resolve.block import REACH, Neighbours, agreeing, keys, order
from onrecord.resolve.candidate import Candidate, candidates, plain
from onrecord.resolve.cluster import cluster, contested, standing
from onrecord.resolve.copies import FIRST, Wording, copies, copy_of, wording
from onrecord.resolve.entities import Tally, Votes, entities
from onrecord.resolve.events import events
from onrecord.resolve.happened import (
    JOINED,
    NEAR,
    Account,
    Telling,
    about,
    chance,
    deed,
    near,
    telling_keys,
    tellings,
)
from onrecord.resolve.judge import THRESHOLD, joined_from, judge, judged, threshold
from onrecord.resolve.people import (
    Act,
    acts,
    apart,
    merged,
    split,
    standing_of,
    together,
    undone,
)

__all__ = [
    "FIRST",
    "JOINED",
    "NEAR",
    "REACH",
    "THRESHOLD",
    "Account",
    "Act",
    "Candidate",
    "Neighbours",
    "Tally",
    "Telling",
    "Votes",
    "Wording",
    "about",
    "acts",
    "agreeing",
    "apart",
    "candidates",
    "chance",
    "cluster",
    "contested",
    "copies",
    "copy_of",
    "deed",
    "entities",
    "events",
    "joined_from",
    "judge",
    "judged",
    "keys",
    "merged",
    "near",
    "order",
    "plain",
    "split",
    "standing",
    "standing_of",
    "telling_keys",
    "tellings",
    "threshold",
    "together",
    "undone",
    "wording",
]
