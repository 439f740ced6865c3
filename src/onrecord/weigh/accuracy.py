"""From people's answers on a sample to precision, recall, calibration and agreement."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import fmean

from onrecord.weigh.audit import Answer, Layer, SentenceUnit, StatementUnit, Unit, Verdict, strata
from onrecord.weigh.estimate import Agreement, Share, agreement, mean_share, wilson

__all__ = ["Accuracy", "Bin", "Calibration", "LayerAccuracy", "Pair", "accuracy"]

_MOST_BINS = 5
_BIN = 5
"""Statements in a bin, at least."""


@dataclass(frozen=True, slots=True)
class LayerAccuracy:
    """Of the statements that fill a layer, the share that fill it right; of the others, the share
    that leave out what the text gives."""

    layer: Layer
    right: Share
    left_out: Share


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of like confidence: its mean, the share that is right, and how many they are."""

    confidence: float
    right: float
    count: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """The record's own confidence against what is right.

    `error` is the expected calibration error: the mean distance of the two over bins of as many
    statements each (Naeini, Cooper and Hauskrecht 2015).
    """

    confidence: float
    right: float
    error: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """How far two people agree on what both saw; None where that is nothing."""

    left: str
    right: str
    statements: Agreement | None
    sentences: Agreement | None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What the answers say of a record; `earlier` is how many are on an earlier reading and do not
    count, `unseen` the strata of which no statement was judged."""

    people: tuple[str, ...]
    statements: int
    sentences: int
    earlier: int
    unseen: tuple[Layer, ...]
    right: Share
    partly: Share
    recall: Share
    layers: tuple[LayerAccuracy, ...]
    calibration: Calibration | None
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    """A statement with all answers on it, and what it stands for in the record."""

    unit: StatementUnit
    answers: tuple[Answer, ...]
    weight: float

    def share(self, *verdicts: Verdict) -> float:
        return fmean(answer.verdict in verdicts for answer in self.answers)

    def lacks(self, layer: Layer) -> float:
        return fmean(layer in answer.wrong for answer in self.answers)


def accuracy(
    statements: Iterable[StatementUnit],
    sentences: Iterable[SentenceUnit],
    answers: Iterable[Answer],
) -> Accuracy:
    """The figures of a record of `statements` and `sentences`, by people's standing answers.

    Where several answered on one unit, their mean counts. "At least partly" is `partly`.
    """
    statements, sentences, answers = tuple(statements), tuple(sentences), tuple(answers)
    on: dict[Unit, list[Answer]] = {}
    for answer in answers:
        on.setdefault(answer.unit, []).append(answer)
    judged = _judged(statements, on)
    counted = [(unit, given) for unit in sentences if (given := on.get(_unit(unit)))]
    partly = _shares(judged, (Verdict.RIGHT, Verdict.PARTLY))
    used = [answer for each in judged for answer in each.answers]
    used += [answer for _, given in counted for answer in given]
    stratum = strata(statements)
    seen = {stratum[each.unit.id] for each in judged}
    return Accuracy(
        people=tuple(sorted({answer.by for answer in used})),
        statements=len(judged),
        sentences=len(counted),
        earlier=len(answers) - len(used),
        unseen=tuple(layer for layer in Layer if layer in set(stratum.values()) - seen),
        right=_shares(judged, (Verdict.RIGHT,)),
        partly=partly,
        recall=_recall(counted, partly),
        layers=tuple(_layer(judged, layer) for layer in Layer),
        calibration=_calibration(judged) if judged else None,
        pairs=_pairs(used),
    )


def _unit(unit: Unit) -> Unit:
    return Unit(unit.anchor, unit.reading)


def _judged(
    statements: Sequence[StatementUnit], on: Mapping[Unit, Sequence[Answer]]
) -> tuple[_Judged, ...]:
    stratum = strata(statements)
    held = Counter(stratum.values())
    found = [(unit, tuple(given)) for unit in statements if (given := on.get(_unit(unit)))]
    seen = Counter(stratum[unit.id] for unit, _ in found)
    return tuple(
        _Judged(unit, given, held[stratum[unit.id]] / seen[stratum[unit.id]])
        for unit, given in found
    )


def _shares(judged: Sequence[_Judged], verdicts: tuple[Verdict, ...]) -> Share:
    return mean_share([each.share(*verdicts) for each in judged], [each.weight for each in judged])


def _layer(judged: Sequence[_Judged], layer: Layer) -> LayerAccuracy:
    filled = [each for each in judged if layer in each.unit.gives]
    empty = [each for each in judged if layer not in each.unit.gives]
    return LayerAccuracy(
        layer,
        mean_share([1 - each.lacks(layer) for each in filled], [each.weight for each in filled]),
        mean_share([each.lacks(layer) for each in empty], [each.weight for each in empty]),
    )


def _recall(counted: Sequence[tuple[SentenceUnit, Sequence[Answer]]], partly: Share) -> Share:
    """What was found of what the sampled sentences state.

    Of the statements on record as many count as found as the other sample says are at least partly
    right. The interval is Wilson's for the size that the linearised variance over sentences, and
    that of the precision, leave.
    """
    if partly.value is None or not counted:
        return Share(None, 0.0, 1.0, len(counted))
    found = [partly.value * len(unit.statements) for unit, _ in counted]
    missed = [fmean(answer.missed or 0 for answer in given) for _, given in counted]
    stated, gap = sum(found) + sum(missed), sum(missed)
    if not stated:
        return Share(None, 0.0, 1.0, len(counted))
    recall = sum(found) / stated
    many = len(counted)
    off = sum((f - recall * (f + m)) ** 2 for f, m in zip(found, missed, strict=True))
    spread = off * many / max(many - 1, 1) / stated**2
    read = sum(len(unit.statements) for unit, _ in counted)
    slope = read * gap / stated**2
    spread += slope**2 * partly.value * (1 - partly.value) / partly.count
    size = min(stated, recall * (1 - recall) / spread) if spread else stated
    return wilson(recall, size, many)


def _calibration(judged: Sequence[_Judged]) -> Calibration:
    ordered = sorted(judged, key=lambda each: (each.unit.confidence, each.unit.anchor))
    many = max(1, min(_MOST_BINS, len(ordered) // _BIN))
    cuts = [round(place * len(ordered) / many) for place in range(many + 1)]
    parts = [ordered[begin:end] for begin, end in pairwise(cuts)]
    bins = [_bin(part) for part in parts]
    whole = _bin(ordered)
    weights = [sum(each.weight for each in part) for part in parts]
    off = (w * abs(b.confidence - b.right) for w, b in zip(weights, bins, strict=True))
    return Calibration(whole.confidence, whole.right, sum(off) / sum(weights), tuple(bins))


def _bin(part: Sequence[_Judged]) -> Bin:
    whole = sum(each.weight for each in part)
    confidence = sum(each.weight * each.unit.confidence for each in part) / whole
    right = sum(each.weight * each.share(Verdict.RIGHT) for each in part) / whole
    return Bin(confidence, right, len(part))


def _pairs(used: Iterable[Answer]) -> tuple[Pair, ...]:
    given: dict[str, dict[Unit, Answer]] = {}
    for answer in used:
        given.setdefault(answer.by, {})[answer.unit] = answer
    return tuple(_pair(one, other, given) for one, other in combinations(sorted(given), 2))


def _pair(left: str, right: str, given: Mapping[str, Mapping[Unit, Answer]]) -> Pair:
    both = given[left].keys() & given[right].keys()
    answers = [(given[left][unit], given[right][unit]) for unit in both]
    verdicts = [(one.verdict, other.verdict) for one, other in answers if one.verdict]
    missed = [(one.missed, other.missed) for one, other in answers if not one.verdict]
    return Pair(left, right, agreement(verdicts), agreement(missed))
