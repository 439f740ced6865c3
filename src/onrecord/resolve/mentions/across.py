"""Which marked mentions of many reports are one thing or one event."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from onrecord.model import Sentence, Span
from onrecord.resolve.mentions.evidence import (
    EVENT,
    Company,
    Evidence,
    Surroundings,
    of_events,
    of_things,
)
from onrecord.resolve.mentions.matrix import Floats, companions, grouped
from onrecord.resolve.mentions.profile import Profile, Report, profiles
from onrecord.resolve.mentions.weights import WHOLE, Weights, weights

__all__ = ["Contexts", "Topic", "across", "company", "topics", "weighed"]

Contexts: TypeAlias = Callable[[str, Sequence[Sentence], Sequence[Span]], npt.NDArray[np.float32]]
"""What gives the network's vectors [spans, hidden] of stretches of a text."""
_ONE_MATTER = 0.06
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_RARE = 0.1


@dataclass(frozen=True, slots=True)
class Topic:
    """The mentions of reports that tell of one matter, as row numbers of all mentions."""

    rows: tuple[int, ...]
    found: tuple[Profile, ...]
    around: Surroundings

    def only(self, *kinds: str) -> "Topic":
        """The mentions of these kinds alone."""
        kept = [i for i, each in enumerate(self.found) if each.kind in kinds]
        around = Surroundings(
            self.around.rarity,
            self.around.reports[np.ix_(kept, kept)],
            self.around.contexts[kept],
        )
        return Topic(tuple(self.rows[i] for i in kept), tuple(self.found[i] for i in kept), around)

    def apart(self) -> npt.NDArray[np.bool_]:
        """True where one mention stands in another, or is of another kind: never one thing."""
        begin = np.array([each.span.begin for each in self.found])
        end = np.array([each.span.end for each in self.found])
        report = np.array([each.report for each in self.found])
        kinds = np.array([each.kind for each in self.found])
        meeting = (begin[:, None] < end[None, :]) & (begin[None, :] < end[:, None])
        together = meeting & (report[:, None] == report[None, :])
        return np.asarray(together | (kinds[:, None] != kinds[None, :]))


def across(reports: Sequence[Report], contexts: Contexts) -> list[list[int]]:
    """For each report the number of what each of its marked mentions means.

    Equal numbers are one thing or event, in one report or in several. Reports are first put
    together by their words; then people, things, places and times, then events, by what speaks for
    each pair, the weights learned (`weights`), and the mean of all pairs of two groups.
    """
    number: dict[int, int] = {}
    for topic in topics(reports, contexts):
        company = _company(topic, number)
        events = topic.only(EVENT)
        if events.rows:
            _number(
                events, *of_events(events.found, events.around, company), weights("events"), number
            )
    found = (number[row] for row in range(len(number)))
    return [[next(found) for _ in marked] for _, _, marked in reports]


def _company(topic: Topic, number: dict[int, int]) -> Company:
    """Numbers all of the topic that is no event, and tells where it stands."""
    things = topic.only(*{each.kind for each in topic.found} - {EVENT})
    if things.rows:
        _number(things, *of_things(things.found, things.around), weights("things"), number)
    return company(things, [str(number[row]) for row in things.rows])


def company(things: Topic, labels: Sequence[str]) -> Company:
    """Where the things of a topic stand, by the label of each."""
    sentences: dict[tuple[int, int], set[str]] = defaultdict(set)
    reports: dict[int, set[str]] = defaultdict(set)
    at: dict[tuple[int, int], str] = {}
    for each, label in zip(things.found, labels, strict=True):
        at[each.report, each.head] = label
        sentences[each.report, each.sentence].add(label)
        reports[each.report].add(label)
    return Company(
        at,
        {key: frozenset(held) for key, held in sentences.items()},
        {key: frozenset(held) for key, held in reports.items()},
    )


def _number(
    topic: Topic, evidence: Evidence, cases: Evidence, learned: Weights, number: dict[int, int]
) -> None:
    chance = weighed(evidence, cases, learned)
    chance[topic.apart()] = -np.inf
    free = len(number)
    for row, group in zip(topic.rows, grouped(chance, learned.least), strict=True):
        number[row] = free + group


def weighed(evidence: Evidence, cases: Evidence, learned: Weights) -> Floats:
    """The probability that two mentions are one, by the weights of the kind of pair they are."""
    score = np.zeros_like(next(iter(evidence.values())))
    for case, own in learned.cases.items():
        told = sum(weight * evidence[name] for name, weight in own.items() if name != WHOLE)
        score += cases[case] * (told + own[WHOLE])
    return np.asarray(1.0 / (1.0 + np.exp(-score)))


def topics(reports: Sequence[Report], contexts: Contexts) -> Iterator[Topic]:
    """The mentions of all reports, parted by the matter that these tell of: shared words, the rare
    ones weighing more."""
    if not any(marked for _, _, marked in reports):
        return
    words = [_words(report) for report in reports]
    rarity = _rarity(words)
    likeness = companions(words, rarity)
    matter = grouped(likeness, _ONE_MATTER)
    found = list(profiles(reports))
    vectors = _vectors(reports, found, contexts)
    for number in sorted(set(matter)):
        rows = [row for row, each in enumerate(found) if matter[each.report] == number]
        if rows:
            owner = [found[row].report for row in rows]
            around = Surroundings(rarity, likeness[np.ix_(owner, owner)], vectors[rows])
            yield Topic(tuple(rows), tuple(found[row] for row in rows), around)


def _words(report: Report) -> frozenset[str]:
    words = report[1].analysis.words
    return frozenset(word.lemma.lower() for word in words if word.upos in _TELLING)


def _rarity(words: Sequence[frozenset[str]]) -> Callable[[Hashable], float]:
    counts = Counter(word for each in words for word in each)
    whole = len(words) + 1.0
    return lambda word: max(_RARE, log(whole / (counts[str(word)] + 0.5)))


def _vectors(
    reports: Sequence[Report], found: Sequence[Profile], contexts: Contexts
) -> npt.NDArray[np.float64]:
    """The network's vectors of all mentions' head words, less their mean."""
    heads: dict[int, list[Span]] = defaultdict(list)
    for each in found:
        words = reports[each.report][1].analysis.words
        heads[each.report].append(words[each.head].span)
    parts: list[Any] = [
        contexts(reports[number][0].text, reports[number][1].sentences, heads[number])
        for number in sorted(heads)
    ]
    vectors = np.concatenate(parts).astype(float)
    return np.asarray(vectors - vectors.mean(axis=0))
