"""The police's actions by sentence, in the labels of IndiaPoliceEvents (Halterman et al. 2021)."""

from collections.abc import Iterable, Iterator

from onrecord.export.schemes.layers import pair
from onrecord.lexicon import actors
from onrecord.model import (
    Document,
    Factuality,
    Filler,
    Passage,
    Predicate,
    Reading,
    Span,
    Statement,
)

__all__ = ["police"]

_FORCES = frozenset({"COP", "MIL", "SPY"})
_OTHERS = frozenset({"REB", "CRM", "UAF"})
_FORCE = frozenset({"firearms", "crowd-control", "beat"})
_TOLL = frozenset(
    "kill die perish dead death shoot succumb victim toll body claim fatally murder".split()
)
_HAPPENED = frozenset({Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE})
_SURE = {"ANY_ACTION": 0.25, "ARREST": 0.9, "FAIL": 0.5, "FORCE": 0.5, "KILL": 0.5}
"""How sure the network has to be of a label for it to stand alone (train part)."""


def police(document: Document, reading: Reading) -> dict[str, object]:
    """KILL, ARREST, FAIL, FORCE, ANY_ACTION, for the report and by sentence.

    Our events tell who arrests, fires and kills; the network adds the labels that it is sure of.
    """
    deeds: dict[int, set[str]] = {}
    for number, sentence in enumerate(reading.sentences):
        told = [s for s in reading.statements if s.span.overlaps(sentence.span)]
        found = set(_deeds(reading, sentence.span, told))
        if found:
            deeds[number] = found | {"ANY_ACTION"}
    for passage in reading.analysis.passages:
        if passage.layer == "police" and _is_sure(passage):
            deeds.setdefault(passage.sentence, set()).add(passage.label)
    sentences = [
        {"span": pair(sentence.span), "labels": sorted(deeds.get(number, ()))}
        for number, sentence in enumerate(reading.sentences)
    ]
    return {"labels": sorted(set().union(*deeds.values())), "sentences": sentences}


def _is_sure(passage: Passage) -> bool:
    return passage.score >= _SURE[passage.label]


def _deeds(reading: Reading, sentence: Span, told: Iterable[Statement]) -> Iterator[str]:
    lemmas = _lemmas(reading, sentence)
    for statement in told:
        if statement.certainty.factuality not in _HAPPENED:
            continue
        doers = {_sector(reading, filler) for filler in statement.roles.get("actor", ())}
        if statement.predicate is Predicate.COERCE and statement.mode == "arrest":
            if doers.isdisjoint(_OTHERS):
                yield "ARREST"
        if statement.predicate is not Predicate.ASSAULT:
            continue
        nameless = statement.mode in _FORCE and not doers - {None}
        if doers & _FORCES or (nameless and _names_force(lemmas)):
            yield "FORCE"
            if not _TOLL.isdisjoint(lemmas):
                yield "KILL"


def _sector(reading: Reading, filler: Filler) -> str | None:
    """The sector of somebody's own words, else that of any other words for them."""
    chains = (chain for chain in reading.chains if chain.id == filler.chain)
    spans = [reading.mentions[m].span for chain in chains for m in chain.mentions]
    found = (actors.sector(_lemmas(reading, span)) for span in (filler.span, *spans))
    return next((sector for sector in found if sector), None)


def _names_force(lemmas: list[str]) -> bool:
    return actors.sector(lemmas) in _FORCES or "police" in lemmas


def _lemmas(reading: Reading, span: Span) -> list[str]:
    return [w.lemma.lower() for w in reading.analysis.words if span.contains(w.span)]
