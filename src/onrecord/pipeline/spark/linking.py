"""Who is who on a cluster: the judgements that `resolve.judge` gives, made by many machines.

What decides is `resolve`'s own: its keys, its agreement of names, its windows, its judging of a
pair. Here stands only how that is spread so that no name is too frequent for one machine:

1. A spelling is compared once, however many chains have it. A key that many spellings share is cut
   into blocks, and each pair of blocks is work for itself (BlockSplit: Kolb, Thor and Rahm 2012).
2. All chains are sorted by spelling, then by the order of their reports, and cut into even parts,
   in the middle of a spelling too. A part is told which chains stand before it (RepSN: the same
   authors, 2012), so that windows are what they are on one machine.

A chain travels sealed, as bytes: it is opened where it is judged, and nowhere on the way there.
"""

import pickle
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, combinations
from operator import add
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from zlib import crc32

from onrecord.model import Judgement
from onrecord.pipeline.link import Linked
from onrecord.resolve import REACH, Candidate, Neighbours, agreeing, judged, keys, order
from onrecord.resolve.block import Spelling, spelling
from onrecord.resolve.judge import gathered

if TYPE_CHECKING:
    from pyspark import RDD, Broadcast, SparkContext

__all__ = ["BLOCK", "link"]

BLOCK = 500
"""How many spellings, about, are compared with one another in one piece of work."""


class _Sent(NamedTuple):
    """A chain as it travels: its place in the order of chains, and all of it, sealed."""

    place: str
    sealed: bytes

    def opened(self) -> Candidate:
        candidate: Candidate = pickle.loads(self.sealed)
        return candidate


class _Spelled(NamedTuple):
    """A spelling, whether several chains have it, the first of them, and its keys.

    The place of the first stands for the spelling.
    """

    spelling: Spelling
    many: bool
    first: _Sent
    keys: frozenset[str]


_Group: TypeAlias = tuple[str, str]
"""Two spellings that agree, or one and itself."""
_Groups: TypeAlias = dict[Spelling, tuple[str, list[_Group]]]
"""What stands for a spelling, and its groups."""
_Row: TypeAlias = tuple[tuple[_Group, str], tuple[str, _Sent]]
"""A chain in a group: the group and its place, by which it is sorted; its spelling and itself."""
_Block: TypeAlias = tuple[str, int, int]
"""A key, and two pieces of the spellings that have it."""


def link(
    context: "SparkContext", candidates: Sequence[Candidate], parts: int, block: int = BLOCK
) -> Linked:
    """The spellings that agree, and the program's judgements, by their two sides.

    Neither the number of `parts` that the work is cut into nor the size of a `block` changes them.
    """
    sent = [(spelling(each), _Sent(order(each), pickle.dumps(each))) for each in candidates]
    chains = context.parallelize(sent, parts)
    spelled = _spelled(chains, parts)
    agree = _agreeing(spelled, parts, block)
    groups = context.broadcast(_groups(spelled, agree))
    rows = chains.flatMap(partial(_placed, groups)).sortByKey(numPartitions=parts)
    ends = rows.mapPartitions(lambda part: [_last(part)]).collect()
    begins = context.broadcast(_begins(ends))
    judgements = rows.mapPartitionsWithIndex(partial(_judged, begins)).collect()
    return Linked([(_id(one), _id(other)) for one, other in agree], gathered(judgements))


def _id(place: str) -> str:
    return place.partition("\t")[2]


# Spellings.


def _spelled(chains: "RDD[tuple[Spelling, _Sent]]", parts: int) -> "RDD[_Spelled]":
    """Every spelling that has a key."""
    counted = chains.mapValues(lambda sent: (sent, 1)).reduceByKey(_merged, parts)
    return counted.map(_with_keys).filter(lambda each: bool(each.keys)).cache()


def _merged(one: tuple[_Sent, int], other: tuple[_Sent, int]) -> tuple[_Sent, int]:
    return min(one[0], other[0]), one[1] + other[1]


def _with_keys(counted: tuple[Spelling, tuple[_Sent, int]]) -> _Spelled:
    own, (first, count) = counted
    return _Spelled(own, count > 1, first, keys(first.opened()))


def _agreeing(spelled: "RDD[_Spelled]", parts: int, block: int) -> list[_Group]:
    """The pairs of spellings that share a key and agree."""
    held = spelled.flatMap(lambda each: [(key, each) for key in each.keys])
    sizes = held.mapValues(lambda each: 1).reduceByKey(add, parts)
    large = sizes.filter(lambda each: each[1] > block).collectAsMap()
    pieces = spelled.context.broadcast({key: -(-size // block) for key, size in large.items()})
    blocks = held.flatMap(partial(_in_blocks, pieces)).groupByKey(parts)
    return sorted(blocks.flatMap(_compared).collect())


def _in_blocks(
    pieces: "Broadcast[dict[str, int]]", held: tuple[str, _Spelled]
) -> Iterator[tuple[_Block, tuple[int, _Spelled]]]:
    """A spelling in every pair of its key's pieces that its own is in."""
    key, spelled = held
    count = pieces.value.get(key, 1)
    own = crc32(spelled.first.place.encode()) % count
    for other in range(count):
        yield (key, min(own, other), max(own, other)), (own, spelled)


def _compared(block: tuple[_Block, Iterable[tuple[int, _Spelled]]]) -> Iterator[_Group]:
    (key, left, right), members = block
    opened = [(piece, spelled, spelled.first.opened()) for piece, spelled in members]
    for (one_piece, one, this), (other_piece, other, that) in combinations(opened, 2):
        if left != right and one_piece == other_piece:
            continue
        # Spellings may share several keys and meet in several blocks; one of them counts.
        if key == min(one.keys & other.keys) and agreeing(this, that):
            yield min(one.first.place, other.first.place), max(one.first.place, other.first.place)


def _groups(spelled: "RDD[_Spelled]", agree: Iterable[_Group]) -> _Groups:
    """What stands for each spelling in which chains may meet, and its groups."""
    found: defaultdict[str, list[_Group]] = defaultdict(list)
    for group in agree:
        for each in group:
            found[each].append(group)
    every = spelled.map(lambda each: (each.spelling, each.first.place, each.many)).collect()
    for _, own, many in every:
        if many:
            found[own].append((own, own))
    return {each: (own, found[own]) for each, own, _ in every if own in found}


# Chains.


def _placed(groups: "Broadcast[_Groups]", spelled: tuple[Spelling, _Sent]) -> Iterator[_Row]:
    """A chain in each of its spelling's groups."""
    spelling, sent = spelled
    own, its = groups.value.get(spelling, ("", []))
    for group in its:
        yield (group, sent.place), (own, sent)


def _last(rows: Iterable[_Row]) -> list[_Row]:
    """Of the last group, the last `REACH` chains of each spelling."""
    last: _Group | None = None
    kept: dict[str, deque[_Row]] = {}
    for row in rows:
        (group, _), (own, _) = row
        if group != last:
            last, kept = group, {}
        kept.setdefault(own, deque(maxlen=REACH)).append(row)
    return sorted(chain.from_iterable(kept.values()))


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
    last, near = None, Neighbours[Candidate]()
    before = begins.value[part]
    for number, row in enumerate(chain(before, rows)):
        (group, place), (own, sent) = row
        if group != last:
            last, near = group, Neighbours[Candidate]()
        candidate = sent.opened()
        agree = group[1] if own == group[0] else group[0]
        met = near.meet(candidate, place, own, (agree,))
        others = met if number >= len(before) else ()
        apart = (other for other in others if other.document != candidate.document)
        yield from filter(None, (judged(other, candidate) for other in apart))
