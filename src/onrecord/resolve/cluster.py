"""From judgements to clusters of chains: a pure function, so that any judgement can be undone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.model import Judgement, Opinion

__all__ = ["cluster", "contested", "standing"]


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that count, the weightiest first, at most one a pair.

    A person's supersedes the program's, and a later one (by `at`, then by its place among those
    given) an earlier one. People's stand before the program's, newest first; of the program's,
    those that keep chains apart stand first, then those with the higher score.
    """
    latest: dict[tuple[str, str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda each: each.at or ""):
        one, other = judgement.left, judgement.right
        pair = (one, other) if one < other else (other, one)
        # Its place is that of what counts, not of what was said of the pair before.
        latest.pop(pair, None)
        latest[pair] = judgement
    people = [each for each in latest.values() if each.at is not None]
    program = [each for each in latest.values() if each.at is None]
    people.sort(key=lambda each: each.at or "")
    program.sort(key=_weight)
    return (*reversed(people), *program)


def cluster(chains: Sequence[str], judgements: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """The chains that are one thing, by the judgements on them.

    Every chain is in one cluster; clusters and their members keep the order of `chains`. Where
    judgements cannot all hold, the weightier ones do (see `standing`). Judgements on other chains
    are passed over.
    """
    groups = {chain: [chain] for chain in chains}
    apart: defaultdict[str, set[str]] = defaultdict(set)
    root = {chain: chain for chain in chains}
    for judgement in standing(judgements):
        if judgement.left not in root or judgement.right not in root:
            continue
        left, right = root[judgement.left], root[judgement.right]
        if left == right:
            continue
        if judgement.opinion is Opinion.DIFFERENT:
            apart[left].add(right)
            apart[right].add(left)
        elif judgement.opinion is Opinion.SAME and right not in apart.get(left, ()):
            _join(left, right, groups, apart, root)
    order = {chain: index for index, chain in enumerate(chains)}
    members = (tuple(sorted(group, key=order.__getitem__)) for group in groups.values())
    return tuple(sorted(members, key=lambda group: order[group[0]]))


def contested(clusters: Iterable[Sequence[str]], judgements: Iterable[Judgement]) -> frozenset[str]:
    """The first chains of the clusters that a judgement speaks against.

    One that joins a chain of theirs to another cluster, or keeps two of theirs apart. Every other
    cluster is whatever judgements join, and stays one with what new judgements join to it.
    """
    first = {chain: cluster[0] for cluster in clusters for chain in cluster}
    against: set[str] = set()
    for judgement in standing(judgements):
        left, right = first.get(judgement.left), first.get(judgement.right)
        if left is None or right is None:
            continue
        if judgement.opinion is (Opinion.DIFFERENT if left == right else Opinion.SAME):
            against |= {left, right}
    return frozenset(against)


def _join(
    left: str,
    right: str,
    groups: dict[str, list[str]],
    apart: defaultdict[str, set[str]],
    root: dict[str, str],
) -> None:
    if len(groups[left]) < len(groups[right]):
        left, right = right, left
    for chain in groups[right]:
        root[chain] = left
    groups[left] += groups.pop(right)
    for other in apart.pop(right, ()):
        apart[other].discard(right)
        apart[other].add(left)
        apart[left].add(other)


def _weight(judgement: Judgement) -> tuple[bool, float, str, str]:
    keeps_apart = judgement.opinion is Opinion.DIFFERENT
    return not keeps_apart, -judgement.score, judgement.left, judgement.right
