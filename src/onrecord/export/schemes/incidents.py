"""Incidents as MUC-4 templates."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import (
    Chain,
    Document,
    EntityType,
    Factuality,
    Labelled,
    Predicate,
    Reading,
    Span,
    Word,
)

__all__ = ["muc4"]

_ROLES = ("perp_individual", "perp_organisation", "target", "victim", "weapon")
_ARTICLES = frozenset({"a", "an", "the"})
_ALONE, _ANY, _BACKED = 0.45, 0.25, 0.15
"""How likely a kind has to be for the network alone, with any assault of ours
beside it, and with one of that kind: where
the kinds that are told of and those that are not are told apart best (MUC-4 dev)."""
_MODES: Mapping[str, frozenset[str | None]] = {
    "arson": frozenset({"destroy"}),
    "bombing": frozenset({"explosives", "suicide-attack"}),
    "kidnapping": frozenset({"abduct"}),
}
"""The modes of ASSAULT that back a kind of incident."""
_HAPPENED = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
_INSIDE = ("amod", "compound", "nummod", "flat", "nmod:desc")
_NEAR = 4
_EMPTY = frozenset({"member", "group", "number"})
"""Nouns that say nobody without what follows with "of"."""
_NAMED = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION})


def muc4(document: Document, reading: Reading) -> dict[str, object]:
    """One template a likely kind of incident; the fillers stand in that of the likeliest."""
    chances = reading.analysis.incidents
    told = [kind for kind in chances if chances[kind] > _least(kind, reading)]
    kinds = sorted(told, key=chances.__getitem__)
    empty: dict[str, list[list[str]]] = {role: [] for role in _ROLES}
    filled = _filled(document.text, reading)
    fillers = (filled if number == 0 else empty for number in range(len(kinds)))
    templates = zip(reversed(kinds), fillers, strict=True)
    return {"templates": [{"incident_type": kind, **roles} for kind, roles in templates]}


def _least(kind: str, reading: Reading) -> float:
    """The least chance at which a kind of incident is told of."""
    modes = {
        told.mode
        for told in reading.statements
        if told.predicate is Predicate.ASSAULT and told.certainty.factuality in _HAPPENED
    }
    if kind not in _MODES:
        return _ANY if modes else _ALONE
    return _ALONE if modes.isdisjoint(_MODES[kind]) else _BACKED


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
        whole = filler.label != "weapon"
        span = _whole(reading.analysis.words, filler.span) if whole else filler.span
        wording = _wording(text, reading, span).lower()
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


def _whole(words: Sequence[Word], span: Span) -> Span:
    """The span out to the noun that its last word stands before, and past a closing "of"."""
    inside = [i for i, word in enumerate(words) if span.contains(word.span)]
    if not inside:
        return span
    last = inside[-1]
    if words[last].lemma == "of" and words[last].head > last:
        end = words[last].head
        return span.cover(words[end].span)
    while words[last].deprel in _INSIDE and 0 < words[last].head - last <= _NEAR:
        last = words[last].head
    while last + 1 < len(words) and words[last + 1].deprel == "flat":
        last += 1
    if words[last].lemma in _EMPTY:
        last = next((i for i in range(last, len(words)) if _is_of(words, i, last)), last)
    return span.cover(words[last].span)


def _is_of(words: Sequence[Word], index: int, noun: int) -> bool:
    """Whether the word hangs on the noun with "of"."""
    word = words[index]
    return word.head == noun and word.deprel == "nmod" and words[noun + 1].lemma == "of"


def _wording(text: str, reading: Reading, span: Span) -> str:
    """The words, but of somebody named the name in full."""
    chain = _chain(reading, span)
    if chain is None or not chain.named or chain.type not in _NAMED:
        return span.of(text)
    own = set(re.findall(r"\w+", span.of(text).lower())) - _ARTICLES
    full = set(re.findall(r"\w+", chain.name.lower()))
    return chain.name if own < full else span.of(text)


def _chain(reading: Reading, span: Span) -> Chain | None:
    """The chain whose mention has its head in the span, the longest such mention's."""
    mentions = reading.mentions
    found = [
        (len(mentions[m].span), chain.id, chain)
        for chain in reading.chains
        for m in chain.mentions
        if span.contains(mentions[m].head) and mentions[m].span.overlaps(span)
    ]
    return max(found)[2] if found else None
