"""Incidents as MUC-4 templates."""

import re
from dataclasses import dataclass, field

from onrecord.model import (
    Document,
    Labelled,
    Reading,
)

__all__ = ["muc4"]

_ROLES = ("perp_individual", "perp_organisation", "target", "victim", "weapon")
_ARTICLES = frozenset({"a", "an", "the"})
_LIKELY = 0.25
"""Where the kinds that are told of and those that are not are told apart best (MUC-4 dev)."""


def muc4(document: Document, reading: Reading) -> dict[str, object]:
    """One template a likely kind of incident; the fillers stand in that of the likeliest."""
    chances = reading.analysis.incidents
    kinds = sorted((kind for kind in chances if chances[kind] > _LIKELY), key=chances.__getitem__)
    empty: dict[str, list[list[str]]] = {role: [] for role in _ROLES}
    filled = _filled(document.text, reading)
    fillers = (filled if number == 0 else empty for number in range(len(kinds)))
    templates = zip(reversed(kinds), fillers, strict=True)
    return {"templates": [{"incident_type": kind, **roles} for kind, roles in templates]}


@dataclass(slots=True)
class _Party:
    """What fills a role under several wordings, with how sure each is, summed."""

    words: set[str] = field(default_factory=set)
    entities: set[int] = field(default_factory=set)
    wordings: dict[str, float] = field(default_factory=dict)


def _filled(text: str, reading: Reading) -> dict[str, list[list[str]]]:
    """The fillers by role; those that the network joins, or that share their words, are one."""
    parties: dict[str, list[_Party]] = {role: [] for role in _ROLES}
    for filler in reading.analysis.layers.get("filler", ()):
        wording = filler.span.of(text).lower()
        words = set(re.findall(r"\w+", wording)) - _ARTICLES
        entity = _entity(filler, reading)
        known = parties[filler.label]
        party = next((p for p in known if _same(p, words, entity)), None)
        if party is None:
            party = _Party()
            known.append(party)
        party.words = max(party.words, words, key=len)
        party.entities |= entity
        party.wordings[wording] = party.wordings.get(wording, 0.0) + filler.score
    return {
        role: [[max(party.wordings, key=party.wordings.__getitem__)] for party in found]
        for role, found in parties.items()
    }


def _same(party: _Party, words: set[str], entity: set[int]) -> bool:
    return bool(party.entities & entity) or words <= party.words or party.words <= words


def _entity(filler: Labelled, reading: Reading) -> set[int]:
    """The entity of the mention nearest in length among those whose head the filler holds."""
    words = reading.analysis.words
    inside = [
        (abs(len(found.span) - len(filler.span)), found.entity)
        for found in reading.analysis.nominals
        if filler.span.contains(words[found.head].span)
    ]
    return {min(inside)[1]} if inside else set()
