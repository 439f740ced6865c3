"""Who is who on a cluster: the judgements that `resolve.judge` gives, made by many machines.

What decides is `resolve`'s own: its keys, its agreement of names, its windows, its judging of a
pair. Here stands only how that is spread so that no name is too frequent for one machine:

1. A spelling is compared once, however many chains have it. A key that many spellings share is cut
   into blocks, and each pair of blocks is work for itself (BlockSplit: Kolb, Thor and Rahm 2012).
2. All chains are sorted by spelling, then by the order of their reports, and cut into even parts,
   in the middle of a spelling too. A part is told which chains stand before it (RepSN: the same
   authors, 2012), so that windows are what they are on one machine.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, combinations
from operator import add
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from onrecord.model import Judgement
from onrecord.resolve.block import REACH, Neighbours, Spelling, keys, order, spelling
from onrecord.resolve.candidate import Candidate
from onrecord.resolve.compare import agreement
from onrecord.resolve.judge import gathered, judged

if TYPE_CHECKING:
    from pyspark import RDD, Broadcast, SparkContext

__all__ = ["BLOCK", "judge"]

BLOCK = 500
"""How many spellings, about, are compared with one another in one piece of work."""


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A spelling: its first chain, how many chains have it, and its keys."""

    first: Candidate
    count: int = 1
    keys: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        return self.first.chain.id


_Group: TypeAlias = tuple[str, str]
"""Two spellings that agree, or one and itself, by their ids."""
_Row: TypeAlias = tuple[tuple[_Group, tuple[bool, str, str]], tuple[str, Candidate]]
"""A chain in a group: what it is sorted by, then the id of its spelling and the chain."""
_Block: TypeAlias = tuple[str, int, int]


def judge(
    context: "SparkContext", candidates: Sequence[Candidate], parts: int, block: int = BLOCK
) -> tuple[Judgement, ...]:
    """The program's judgements on chains of different reports, by their two sides.

    Neither the number of `parts` that the work is cut into nor the size of a `block` changes them.
    """
    chains = context.parallelize(candidates, parts)
    spelled = _spelled(chains, parts)
    groups = _groups(spelled, _agreeing(spelled, parts, block))
    spelled.unpersist()
    rows = chains.flatMap(partial(_placed, context.broadcast(groups)))
    ordered = rows.sortByKey(numPartitions=parts)
    ends = ordered.mapPartitions(lambda part: [_last(part)]).collect()
    begins = context.broadcast(_begins(ends))
    return gathered(ordered.mapPartitionsWithIndex(partial(_judged, begins)).collect())


def _spelled(chains: "RDD[Candidate]", parts: int) -> "RDD[_Spelled]":
    """Every spelling that has a key."""
    counted = chains.map(lambda each: (spelling(each), _Spelled(each)))
    whole = counted.reduceByKey(_merged, parts).values()
    return whole.map(lambda each: replace(each, keys=keys(each.first))).filter(_has_key).cache()


def _merged(one: _Spelled, other: _Spelled) -> _Spelled:
    first = min(one.first, other.first, key=order)
    return _Spelled(first, one.count + other.count)


def _has_key(spelled: _Spelled) -> bool:
    return bool(spelled.keys)


def _agreeing(spelled: "RDD[_Spelled]", parts: int, block: int) -> list[_Group]:
    """The pairs of spellings that share a key and agree, the earlier on the left."""
    held = spelled.flatMap(lambda each: [(key, each) for key in each.keys])
    sizes = held.mapValues(lambda each: 1).reduceByKey(add, parts)
    large = sizes.filter(lambda each: each[1] > block).collectAsMap()
    pieces = {key: -(-size // block) for key, size in large.items()}
    told = spelled.context.broadcast(pieces)
    blocks = held.flatMap(partial(_in_blocks, told)).groupByKey(parts)
    agreeing: list[_Group] = blocks.flatMap(_compared).collect()
    return agreeing


def _in_blocks(
    pieces: "Broadcast[dict[str, int]]", held: tuple[str, _Spelled]
) -> Iterator[tuple[_Block, tuple[int, _Spelled]]]:
    """A spelling in every pair of its key's pieces that its own is in."""
    key, spelled = held
    count = pieces.value.get(key, 1)
    own = crc32(spelled.id.encode()) % count
    for other in range(count):
        yield (key, min(own, other), max(own, other)), (own, spelled)


def _compared(block: tuple[_Block, Iterable[tuple[int, _Spelled]]]) -> Iterator[_Group]:
    (key, left, right), members = block
    ordered = sorted(members, key=lambda member: order(member[1].first))
    for (one_piece, one), (other_piece, other) in combinations(ordered, 2):
        if left != right and one_piece == other_piece:
            continue
        # Spellings may share several keys and meet in several blocks; one of them counts.
        if key == min(one.keys & other.keys) and agreement(one.first, other.first):
            yield one.id, other.id


def _groups(
    spelled: "RDD[_Spelled]", agreeing: list[_Group]
) -> dict[Spelling, tuple[str, list[_Group]]]:
    """The id of every spelling that any chain may be compared in, and its groups."""
    found: defaultdict[str, list[_Group]] = defaultdict(list)
    for group in agreeing:
        for each in group:
            found[each].append(group)
    every = spelled.map(lambda each: (spelling(each.first), each.id, each.count)).collect()
    for _, own, count in every:
        if count > 1:
            found[own].append((own, own))
    return {spelled: (own, found[own]) for spelled, own, _ in every if own in found}


def _placed(
    groups: "Broadcast[dict[Spelling, tuple[str, list[_Group]]]]", candidate: Candidate
) -> Iterator[_Row]:
    """A chain in each of its spelling's groups."""
    own, its = groups.value.get(spelling(candidate), ("", []))
    for group in its:
        yield (group, order(candidate)), (own, candidate)


def _last(rows: Iterable[_Row]) -> list[_Row]:
    """Of the last group, the last `REACH` chains of each spelling."""
    last: _Group | None = None
    kept: dict[str, deque[_Row]] = {}
    for row in rows:
        (group, _), (own, _) = row
        if group != last:
            last, kept = group, {}
        kept.setdefault(own, deque(maxlen=REACH)).append(row)
    return list(chain.from_iterable(kept.values()))


def _begins(ends: Iterable[list[_Row]]) -> list[list[_Row]]:
    """What stands before each part, from what stands at the end of each."""
    begins: list[list[_Row]] = []
    before: list[_Row] = []
    for end in ends:
        begins.append(before)
        before = _last(chain(before, end))
    return begins


def _judged(
    begins: "Broadcast[list[list[_Row]]]", part: int, rows: Iterable[_Row]
) -> Iterator[Judgement]:
    """The judgements on the pairs whose right side stands in a part."""
    last, near = None, Neighbours()
    before = begins.value[part]
    for place, row in enumerate(chain(before, rows)):
        (group, _), (own, candidate) = row
        if group != last:
            last, near = group, Neighbours()
        agreeing = group[1] if own == group[0] else group[0]
        pairs = near.meet(candidate, own, (agreeing,))
        if place >= len(before):
            yield from filter(None, (judged(*pair) for pair in pairs))
