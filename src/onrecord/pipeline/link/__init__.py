"""Linking what is new on record to what was linked before, and nothing else again."""

from onrecord.pipeline.link.chains import Change, take
from onrecord.pipeline.link.clusters import regroup
from onrecord.pipeline.link.copies import retrace
from onrecord.pipeline.link.happenings import retell
from onrecord.pipeline.link.people import Heard, hear
from onrecord.pipeline.link.recant import recant
from onrecord.pipeline.link.whole import Linked, Linker, take_whole

__all__ = [
    "Change",
    "Heard",
    "Linked",
    "Linker",
    "hear",
    "recant",
    "regroup",
    "retell",
    "retrace",
    "take",
    "take_whole",
]
