"""What speaks for and against two marked mentions being one: named matrices [mentions, mentions].

Each kind of pair has weights of its own (`weights`): of things, pairs with the same head word, with
different ones, and with a pronoun; of events, those whose head words have one stem, and others.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TypeAlias

import numpy as np

from onrecord.lexicon.names import acronym_fits
from onrecord.lexicon.naming import may_be_spellings
from onrecord.resolve.mentions.matrix import (
    Floats,
    agree,
    companions,
    cosine,
    disagree,
    grouped,
    incidence,
    overlap,
)
from onrecord.resolve.mentions.profile import Profile

__all__ = ["EVENT", "Company", "Evidence", "Surroundings", "of_events", "of_things"]

EVENT = "event"
_RAREST = 4.0
_TELLING_START = 5
_LIKE, _LIKER = 0.5, 0.7
_TAKEN = 2.0
_AFFAIRS = (0.12, 0.18, 0.25)
Evidence: TypeAlias = Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What mentions of one topic are compared by, besides their profiles.

    `rarity` weighs a word, `reports` tells how alike the reports of two mentions are, `contexts`
    [mentions, hidden] are the network's vectors of their head words.
    """

    rarity: Callable[[Hashable], float]
    reports: Floats
    contexts: Floats


@dataclass(frozen=True, slots=True)
class Company:
    """The things found in reports: which stands at a word of one, which in a sentence, which in
    all of it; a key has the number of the report first."""

    at: Mapping[tuple[int, int], str]
    sentences: Mapping[tuple[int, int], frozenset[str]]
    reports: Mapping[int, frozenset[str]]

    def among(self, report: int, words: frozenset[int]) -> frozenset[str]:
        """The things that stand at these words of a report."""
        return frozenset(self.at[report, word] for word in words if (report, word) in self.at)

    def rarity(self) -> Callable[[Hashable], float]:
        """The weight of a thing, the less the more reports it is in."""
        counts = Counter(thing for held in self.reports.values() for thing in held)
        return lambda thing: 1.0 / log(_TAKEN + counts[str(thing)])


def of_things(found: Sequence[Profile], around: Surroundings) -> tuple[Evidence, Evidence]:
    """The evidence on people, things, places or times, and which kind of pair each is."""
    same_head = agree([each.lemma for each in found])
    one_points = _either([each.pronoun for each in found])
    proper = np.array([each.upos == "PROPN" for each in found], float)
    named, partly, otherwise = _names([each.names for each in found])
    context = cosine(around.contexts)
    chained = agree([each.chain for each in found])
    chain_known = np.array([each.chain is not None for each in found], float)
    same_report = agree([each.report for each in found])
    linked = agree([None if each.entity is None else (each.report, each.entity) for each in found])
    governed = agree([each.governor or None for each in found])
    evidence = {
        "text": agree([each.text for each in found]),
        "words": overlap([each.words for each in found], around.rarity),
        "part": _within([each.words for each in found]),
        "name": named,
        "part_name": partly,
        "other_name": otherwise,
        "nouns": overlap([each.nouns for each in found]),
        "same_number": 1.0 - disagree([each.numbers for each in found]),
        "plural": _differ([each.plural for each in found]),
        "proper": np.outer(proper, proper),
        "one_proper": _differ([each.upos == "PROPN" for each in found]),
        "same_report": same_report,
        "chained": chained,
        "other_chain": same_report * np.outer(chain_known, chain_known) * (1.0 - chained),
        "linked": linked,
        "governor": governed,
        "governor_slot": governed * agree([each.slot for each in found]),
        "reports": around.reports,
        "sentences": companions([each.around for each in found], around.rarity),
        "context": context,
        "like_context": np.maximum(0.0, context - _LIKE),
        "rare": _least([min(_RAREST, around.rarity(each.lemma)) for each in found]),
        "lead": _both([each.leads for each in found]),
        "times": overlap([each.times for each in found]),
        "context_reports": context * around.reports,
    }
    evidence |= _affairs(found, "words", around.reports)
    cases = {
        "pronoun": one_points,
        "same_head": same_head * (1.0 - one_points),
        "other_head": (1.0 - same_head) * (1.0 - one_points),
    }
    return evidence, cases


def of_events(
    found: Sequence[Profile], around: Surroundings, company: Company
) -> tuple[Evidence, Evidence]:
    """The evidence on events, and which kind of pair each is."""
    stem = np.maximum(agree([each.stem for each in found]), _begin_alike([e.lemma for e in found]))
    context, reports = cosine(around.contexts), around.reports
    agents = [company.among(each.report, each.acting) for each in found]
    patients = [company.among(each.report, each.affected) for each in found]
    both = [one | other for one, other in zip(agents, patients, strict=True)]
    sentences = [company.sentences.get((e.report, e.sentence), frozenset()) for e in found]
    in_report = [company.reports.get(each.report, frozenset()) for each in found]
    beside = companions(sentences, company.rarity())
    companies = companions(in_report, company.rarity())
    same_report = agree([each.report for each in found])
    evidence = {
        "lemma": agree([each.lemma for each in found]),
        "text": agree([each.text for each in found]),
        "words": overlap([each.words for each in found], around.rarity),
        "agents": overlap([each.agents for each in found]),
        "patients": overlap([each.patients for each in found]),
        "other_agents": disagree([each.agents for each in found]),
        "other_patients": disagree([each.patients for each in found]),
        "arguments": overlap([each.agents | each.patients for each in found], around.rarity),
        "agent_things": overlap(agents),
        "patient_things": overlap(patients),
        "other_agent_things": disagree(agents),
        "other_patient_things": disagree(patients),
        "things": overlap(both),
        "beside": beside,
        "company": companies,
        "sentences": companions([each.around for each in found], around.rarity),
        "reports": reports,
        "times": overlap([each.times for each in found]),
        "other_times": disagree([each.times for each in found]),
        "places": overlap([each.places for each in found]),
        "other_places": disagree([each.places for each in found]),
        "upos": agree([each.upos for each in found]),
        "verbs": _both([each.upos == "VERB" for each in found]),
        "same_report": same_report,
        "same_sentence": agree([(each.report, each.sentence) for each in found]),
        "chained": agree([each.chain for each in found]),
        "linked": agree([None if e.entity is None else (e.report, e.entity) for e in found]),
        "class": agree([each.event for each in found]),
        "reporting": _both([each.event == "REPORTING" for each in found]),
        "lead": _both([each.leads for each in found]),
        "factuality": _difference([each.factuality for each in found]),
        "rare": _least([min(_RAREST, around.rarity(each.lemma)) for each in found]),
        "context": context,
        "like_context": np.maximum(0.0, context - _LIKE),
        "liker_context": np.maximum(0.0, context - _LIKER),
        "context_reports": context * reports,
        "context_company": context * companies,
        "context_beside": context * beside,
        "context_things": context * overlap(both),
    }
    evidence |= _affairs(found, "words", reports)
    evidence |= _affairs(found, "company", companies)
    evidence |= _affairs(found, "both", (reports + companies) / 2)
    return evidence, {"same_stem": stem, "other_stem": 1.0 - stem}


def _affairs(found: Sequence[Profile], of: str, likeness: Floats) -> Evidence:
    """1 where two mentions' reports fall into one group, at several least likenesses: of one topic,
    reports may tell of two affairs."""
    first: dict[int, int] = {}
    for row, each in enumerate(found):
        first.setdefault(each.report, row)
    rows = list(first.values())
    between = likeness[np.ix_(rows, rows)]
    told = {}
    for least in _AFFAIRS:
        group = dict(zip(first, grouped(between, least), strict=True))
        told[f"affair_{of}_{least:.2f}"] = agree([group[each.report] for each in found])
    return told


def _either(values: Sequence[bool]) -> Floats:
    held = np.array(values, float)
    return np.asarray(np.maximum(held[:, None], held[None, :]), float)


def _both(values: Sequence[bool]) -> Floats:
    held = np.array(values, float)
    return np.asarray(np.outer(held, held), float)


def _differ(values: Sequence[bool]) -> Floats:
    return _difference([float(value) for value in values])


def _difference(values: Sequence[float]) -> Floats:
    held = np.array(values, float)
    return np.asarray(np.abs(held[:, None] - held[None, :]))


def _least(values: Sequence[float]) -> Floats:
    held = np.array(values, float)
    return np.asarray(np.minimum(held[:, None], held[None, :]), float)


def _within(sets: Sequence[frozenset[str]]) -> Floats:
    """1 where all of one set is in the other, and neither is empty."""
    held = incidence(sets)
    shared, sizes = held @ held.T, held.sum(axis=1)
    smaller = np.minimum(sizes[:, None], sizes[None, :])
    return np.asarray((shared == smaller) & (smaller > 0), float)


def _names(sets: Sequence[frozenset[str]]) -> tuple[Floats, Floats, Floats]:
    """Where two share a name; where one's is part, acronym or spelling of the other's; where both
    have names, and none of that."""
    names = sorted(frozenset().union(*sets)) if sets else []
    row = {name: number for number, name in enumerate(names)}
    held = np.zeros((len(sets), max(1, len(names))))
    for number, own in enumerate(sets):
        held[number, [row[name] for name in own]] = 1.0
    alike = np.zeros((max(1, len(names)),) * 2)
    for one, left in enumerate(names):
        for other in range(one):
            alike[one, other] = alike[other, one] = _one_bearer(left, names[other])
    same = np.minimum(1.0, held @ held.T)
    partly = np.minimum(1.0, held @ alike @ held.T) * (1.0 - same)
    known = held.any(axis=1).astype(float)
    return same, partly, np.outer(known, known) * (1.0 - same) * (1.0 - partly)


def _one_bearer(left: str, right: str) -> bool:
    ones, others = set(left.split()), set(right.split())
    if ones <= others or others <= ones:
        return True
    if len(ones) == 1 != len(others) == 1:
        short, long = sorted((left, right), key=len)
        return acronym_fits(short, long)
    return may_be_spellings(left, right)


def _begin_alike(lemmas: Sequence[str]) -> Floats:
    """1 where two words begin with the same five letters."""
    long = [lemma[:_TELLING_START] for lemma in lemmas]
    return agree([start if len(start) == _TELLING_START else None for start in long])
