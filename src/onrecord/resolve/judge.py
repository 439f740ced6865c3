"""From evidence to judgements, each with its rule, score and reasons."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Judgement, Opinion
from onrecord.resolve.block import blocks
from onrecord.resolve.candidate import Candidate
from onrecord.resolve.compare import Comparison, compare

__all__ = ["RULE", "judge"]

RULE = "rule:full-name"
_SAME, _UNSURE, _DIFFERENT = 0.9, 0.5, 0.9


def judge(candidates: Iterable[Candidate]) -> tuple[Judgement, ...]:
    """Judgements on chains of different reports that share a full name.

    Every chain is compared with the first of each group of chains that were found to be one, not
    with every other: a name that stands in n reports needs about n judgements.
    """
    found: dict[tuple[str, str], Judgement] = {}
    for key, sharing in blocks(candidates).items():
        for judgement in _within(key, sharing):
            found.setdefault((judgement.left, judgement.right), judgement)
    return tuple(found[pair] for pair in sorted(found))


def _within(key: str, sharing: Sequence[Candidate]) -> Iterator[Judgement]:
    firsts: list[Candidate] = []
    for candidate in sharing:
        joined = False
        for first in firsts:
            if first.document == candidate.document:
                continue
            judgement = _opinion(first, candidate, compare(first, candidate, key))
            yield judgement
            if judgement.opinion is Opinion.SAME:
                joined = True
                break
        if not joined:
            firsts.append(candidate)


def _opinion(left: Candidate, right: Candidate, evidence: Comparison) -> Judgement:
    agree = f"the full names agree: {evidence.key}"
    reasons = (agree, *evidence.against, *evidence.doubts)
    pair = (left.chain.id, right.chain.id)
    if evidence.against:
        return Judgement(*pair, Opinion.DIFFERENT, RULE, _DIFFERENT, reasons)
    if evidence.doubts:
        return Judgement(*pair, Opinion.UNSURE, RULE, _UNSURE, reasons)
    return Judgement(*pair, Opinion.SAME, RULE, _SAME, reasons)
