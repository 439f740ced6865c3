"""Scores what was found against the labels of the exam, with the pieces of ../shared/bench.

A pair is one document: its labelled sentences, and the line that `onrecord annotate` wrote for it.
Only what begins in a labelled sentence counts. What lies on an item in doubt, and on no sure one,
is neither right nor wrong; the doubtful are scored apart, by what is found of them.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from evals.measure import scorer

__all__ = ["Item", "Pair", "Tally", "figures", "read"]

Item: TypeAlias = dict[str, Any]
"""A labelled sentence, or a time or a place, labelled or found, as README.md describes them."""
Pair: TypeAlias = tuple[Sequence[Item], Item]
_Matched: TypeAlias = list[tuple[Item, Item]]
_Test: TypeAlias = Callable[[Item, Item], bool]
_NEAR_KM = 161.0


def read(path: Path) -> dict[tuple[str, str], list[Item]]:
    """The labelled sentences of a half, by corpus and document."""
    sentences = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        sentence = json.loads(line)
        sentences[sentence["corpus"], sentence["id"]].append(sentence)
    return dict(sentences)


def figures(pairs: Sequence[Pair], **_: object) -> dict[str, Any]:
    """All figures, in per cent: P, R and F1 of spans, and shares of what was found or asked."""
    tally = Tally()
    for sentences, found in pairs:
        for sentence in sentences:
            _times(tally, sentence, _within(sentence, found["timexes"]))
            given = [place for place in found["places"] if place["use"] == "place"]
            _places(tally, sentence, _within(sentence, given))
    return tally.figures()


class Tally:
    """Sums for each figure: of spans right, predicted, asked; of shares right and asked."""

    def __init__(self) -> None:
        self.spans: dict[str, list[int]] = {}
        self.shares: dict[str, Counter[bool]] = {}

    def span(self, name: str, right: int, predicted: int, asked: int) -> None:
        old = self.spans.get(name, [0, 0, 0])
        self.spans[name] = [a + b for a, b in zip(old, (right, predicted, asked), strict=True)]

    def share(self, name: str, results: Iterable[bool]) -> None:
        self.shares.setdefault(name, Counter()).update(results)

    def figures(self) -> dict[str, Any]:
        bench = scorer()
        told = {name: bench.prf(*sums) for name, sums in self.spans.items()}
        for name, results in self.shares.items():
            told[name] = bench.Share(results[True], results.total(), undefined=float("nan"))
        return told


def _within(sentence: Item, found: Sequence[Item]) -> list[Item]:
    begin, end = sentence["span"]
    return [item for item in found if begin <= item["span"][0] < end]


def _overlap(one: Item, other: Item) -> int:
    return int(scorer().overlap(one["span"], other["span"]))


def _matched(asked: Sequence[Item], found: Sequence[Item]) -> _Matched:
    pairs = scorer().match(asked, found, _overlap)
    return [(asked[i], found[j]) for i, j in pairs]


def _judged(asked: Sequence[Item], neutral: Sequence[Item], found: Sequence[Item]) -> list[Item]:
    """What was found, but for what lies on something neutral and on nothing that is asked."""
    return [
        item
        for item in found
        if any(_overlap(item, gold) for gold in asked)
        or not any(_overlap(item, gold) for gold in neutral)
    ]


def _spans(tally: Tally, layer: str, asked: Sequence[Item], found: Sequence[Item]) -> _Matched:
    matched = _matched(asked, found)
    exact = {tuple(gold["span"]) for gold in asked} & {tuple(item["span"]) for item in found}
    tally.span(f"{layer}, strict", len(exact), len(found), len(asked))
    tally.span(f"{layer}, relaxed", len(matched), len(found), len(asked))
    return matched


def _shares(tally: Tally, name: str, test: _Test, matched: _Matched, asked: Sequence[Item]) -> None:
    """Right ones among those found and among all that are asked; those not found are wrong."""
    wanted = {tuple(gold["span"]) for gold in asked}
    results = [test(gold, item) for gold, item in matched if tuple(gold["span"]) in wanted]
    tally.share(f"{name} (found)", results)
    tally.share(f"{name} (all)", results + [False] * (len(asked) - len(results)))


def _times(tally: Tally, sentence: Item, found: Sequence[Item]) -> None:
    sure, doubtful = _parted(sentence["times"])
    judged = _judged(sure, doubtful, found)
    matched = _spans(tally, "times", sure, judged)
    _shares(tally, "type", lambda gold, item: bool(gold["type"] == item["type"]), matched, sure)
    asked = [gold for gold in sure if gold["value"] is not None]
    _shares(tally, "value", _same_value, matched, asked)
    bounded = [gold for gold in sure if gold["earliest"] is not None]
    _shares(tally, "interval exact", _same_interval, matched, bounded)
    _shares(tally, "interval contains", _contains, matched, bounded)
    tally.share(
        "left undated (found)",
        (
            item["earliest"] is None and item["latest"] is None
            for gold, item in matched
            if gold["earliest"] is None and "XX" in (gold["value"] or "")
        ),
    )
    if not sentence["times"]:
        tally.share("sentences without a time", [not found])
    apart = _matched(doubtful, _judged(doubtful, sure, found))
    tally.share("doubtful times found", [True] * len(apart))
    tally.share("doubtful times found", [False] * (len(doubtful) - len(apart)))
    asked = [gold for gold in doubtful if gold["value"] is not None]
    _shares(tally, "doubtful value", _same_value, apart, asked)


def _places(tally: Tally, sentence: Item, found: Sequence[Item]) -> None:
    sure, doubtful = _parted(item for item in sentence["places"] if item["use"] == "place")
    others = [item for item in sentence["places"] if item["use"] != "place"]
    neutral = [*doubtful, *(item for item in others if item["use"] != "name")]
    judged = _judged(sure, neutral, found)
    matched = _spans(tally, "places", sure, judged)
    within = [gold for gold in sure if gold["country"] is not None]
    _shares(tally, "country", _same_country, matched, within)
    sited = [gold for gold in sure if gold["lat"] is not None]
    _shares(tally, "accuracy@161km", _close, matched, sited)
    coded = [gold for gold in sure if gold["precision"] is not None]
    _shares(tally, "precision", _same_precision, matched, coded)
    for use in ("actor", "name"):
        kept = (
            not any(_overlap(gold, item) for item in found) for gold in others if gold["use"] == use
        )
        tally.share(f"no place: {use}", kept)
    if not sentence["places"]:
        tally.share("sentences without a place", [not found])
    apart = _matched(doubtful, _judged(doubtful, sure, found))
    tally.share("doubtful places found", [True] * len(apart))
    tally.share("doubtful places found", [False] * (len(doubtful) - len(apart)))


def _parted(items: Iterable[Item]) -> tuple[list[Item], list[Item]]:
    """The sure ones and the doubtful."""
    every = list(items)
    return [i for i in every if not i.get("doubt")], [i for i in every if i.get("doubt")]


def _same_value(gold: Item, item: Item) -> bool:
    return bool(gold["value"] == item["value"])


def _same_interval(gold: Item, item: Item) -> bool:
    return bool((gold["earliest"], gold["latest"]) == (item["earliest"], item["latest"]))


def _contains(gold: Item, item: Item) -> bool:
    """Whether the interval found is one, and holds the right one; ISO days sort as text."""
    first, last = item["earliest"], item["latest"]
    return (first or last) is not None and (
        (first is None or first <= gold["earliest"]) and (last is None or last >= gold["latest"])
    )


def _same_country(gold: Item, item: Item) -> bool:
    return bool(gold["country"] == item["country"])


def _close(gold: Item, item: Item) -> bool:
    """Whether the place lies near enough; a name without coordinates is wrong."""
    if item["lat"] is None:
        return False
    apart = scorer().km(gold["lat"], gold["lon"], item["lat"], item["lon"])
    return float(apart) <= _NEAR_KM


def _same_precision(gold: Item, item: Item) -> bool:
    """By what the words point to, where they point beside the place."""
    pointed = item["around"] or item
    return bool(gold["precision"] == pointed["precision"])
