"""How far to believe what is on record: independence, corroboration, disputes, figures.

Pure functions on statements; nothing here is stored, and nothing is averaged away.
"""

from onrecord.weigh.corrections import corrections, noted_in
from onrecord.weigh.evidence import Evidence
from onrecord.weigh.origins import origins
from onrecord.weigh.policies import POLICIES, Figure, pick
from onrecord.weigh.stance import Stance, stance
from onrecord.weigh.tolls import Toll, figure, standing, tolls
from onrecord.weigh.voice import Voice, voice
from onrecord.weigh.weighing import weigh

__all__ = [
    "POLICIES",
    "Evidence",
    "Figure",
    "Stance",
    "Toll",
    "Voice",
    "corrections",
    "figure",
    "noted_in",
    "origins",
    "pick",
    "stance",
    "standing",
    "tolls",
    "voice",
    "weigh",
]
