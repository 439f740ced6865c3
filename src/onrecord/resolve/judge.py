"""From evidence to judgements, each with its score and reasons."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.model import Judgement, Opinion
from onrecord.resolve.block import pairs
from onrecord.resolve.candidate import Candidate
from onrecord.resolve.compare import compare, kind_of
from onrecord.resolve.linkage import linkage

__all__ = ["MODEL", "THRESHOLD", "gathered", "joined_from", "judge", "judged", "threshold"]

MODEL = "model:linkage"
THRESHOLD = 0.9
"""The probability from which two chains are taken to be one, unless people's answers say other."""
_DOUBTFUL = 0.1
_THRESHOLDS = tuple(n / 100 for n in range(50, 100))
_LEAST_ANSWERS, _WRONG = 10, 10


def judge(candidates: Iterable[Candidate]) -> tuple[Judgement, ...]:
    """The program's judgements on chains of different reports, by their two sides.

    A pair is the same from the probability `THRESHOLD`, different where something decisive speaks
    against it, and unsure in between; of pairs that are not likely at all nothing is said. The
    score is the probability that they are one.
    """
    return gathered(judged(left, right) for left, right in pairs(candidates))


def gathered(found: Iterable[Judgement | None]) -> tuple[Judgement, ...]:
    """What was judged of pairs, in the order of their two sides."""
    told = [each for each in found if each is not None]
    return tuple(sorted(told, key=lambda each: (each.left, each.right)))


def judged(left: Candidate, right: Candidate) -> Judgement | None:
    """The judgement on one pair, None where it is not likely at all."""
    findings = compare(left, right)
    kind = kind_of(left)
    score = round(linkage().probability(kind, findings), 4)
    apart = any(finding.decisive for finding in findings)
    if score < _DOUBTFUL and not apart:
        return None
    opinion = Opinion.DIFFERENT if apart else _by(score, THRESHOLD)
    reasons = linkage().reasons(kind, findings)
    return Judgement(left.chain.id, right.chain.id, opinion, MODEL, score, reasons)


def joined_from(judgements: Iterable[Judgement], value: float) -> tuple[Judgement, ...]:
    """The judgements as they are if pairs are joined from the probability `value`."""
    return tuple(
        each if each.opinion is Opinion.DIFFERENT else replace(each, opinion=_by(each.score, value))
        for each in judgements
    )


def threshold(program: Iterable[Judgement], people: Iterable[Judgement]) -> float:
    """The probability from which to join, by what people answered on pairs that were scored.

    The one that goes against the fewest answers, a wrong join counted as ten missed ones, and of
    equals the nearest to `THRESHOLD`, which stands until ten answers are given.
    """
    scores = {(each.left, each.right): each.score for each in program}
    answers = [
        (scores[each.left, each.right], each.opinion is Opinion.SAME)
        for each in people
        if (each.left, each.right) in scores and each.opinion is not Opinion.UNSURE
    ]
    if len(answers) < _LEAST_ANSWERS:
        return THRESHOLD

    def against(value: float) -> tuple[int, float]:
        wrong = sum(score >= value and not same for score, same in answers)
        missed = sum(score < value and same for score, same in answers)
        return _WRONG * wrong + missed, abs(value - THRESHOLD)

    return min(_THRESHOLDS, key=against)


def _by(score: float, same_from: float) -> Opinion:
    return Opinion.SAME if score >= same_from else Opinion.UNSURE
