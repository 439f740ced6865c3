"""Which statements, of one report or of several, tell of the same event."""

from onrecord.resolve.happened.deed import deed
from onrecord.resolve.happened.groups import JOINED, NEAR, Group, chance, gather, near, telling_keys
from onrecord.resolve.happened.telling import Account, Telling, about, interval, tellings

__all__ = [
    "JOINED",
    "NEAR",
    "Account",
    "Group",
    "Telling",
    "about",
    "chance",
    "deed",
    "gather",
    "interval",
    "near",
    "telling_keys",
    "tellings",
]
