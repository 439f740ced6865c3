"""What linkage uses of Spark, in this process: for tests of many cases, where Spark takes seconds.

Parts are cut wherever a test says, in the middle of whatever stands there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from itertools import chain, pairwise
from typing import Any, cast

from onrecord.pipeline import Local
from onrecord.pipeline.link import Change, take, take_whole
from onrecord.pipeline.spark import linking
from onrecord.store import Links

__all__ = ["Cut", "PlainContext"]


@dataclass(frozen=True)
class PlainContext:
    """Cuts what is sorted at the given shares of its length, each from 0 to 1."""

    cuts: Sequence[float]

    def parallelize(self, rows: Iterable[Any], parts: int) -> "PlainRdd":
        return PlainRdd(self, list(rows))

    def broadcast(self, value: Any) -> "_Broadcast":
        return _Broadcast(value)


class Cut(Local):
    """Links as Spark does, on this machine: whole where nothing is linked, in several parts."""

    def take(self, links: Links, documents: Sequence[str], same_from: float) -> Change:
        if not links.empty():
            return take(links, documents, same_from)
        context = cast(Any, PlainContext((0.3, 0.5, 0.6)))
        linker = partial(linking.link, context, parts=1, block=2)
        return take_whole(links, documents, same_from, linker)


@dataclass(frozen=True)
class _Broadcast:
    value: Any


@dataclass(frozen=True)
class PlainRdd:
    """Rows, all at once."""

    context: PlainContext
    rows: list[Any]

    def collect(self) -> list[Any]:
        return self.rows

    def collectAsMap(self) -> dict[Any, Any]:
        return dict(self.rows)

    def map(self, each: Callable[[Any], Any]) -> "PlainRdd":
        return PlainRdd(self.context, list(map(each, self.rows)))

    def flatMap(self, each: Callable[[Any], Iterable[Any]]) -> "PlainRdd":
        return PlainRdd(self.context, list(chain.from_iterable(map(each, self.rows))))

    def filter(self, wanted: Callable[[Any], bool]) -> "PlainRdd":
        return PlainRdd(self.context, list(filter(wanted, self.rows)))

    def values(self) -> "PlainRdd":
        return self.map(lambda row: row[1])

    def mapValues(self, each: Callable[[Any], Any]) -> "PlainRdd":
        return self.map(lambda row: (row[0], each(row[1])))

    def groupByKey(self, parts: int) -> "PlainRdd":
        groups: dict[Any, list[Any]] = {}
        for key, value in self.rows:
            groups.setdefault(key, []).append(value)
        return PlainRdd(self.context, list(groups.items()))

    def reduceByKey(self, joined: Callable[[Any, Any], Any], parts: int) -> "PlainRdd":
        return self.groupByKey(parts).mapValues(lambda values: reduce(joined, values))

    def cache(self) -> "PlainRdd":
        return self

    def unpersist(self) -> "PlainRdd":
        return self

    def sortByKey(self, numPartitions: int) -> "PlainRdd":
        return PlainRdd(self.context, sorted(self.rows, key=lambda row: row[0]))

    def mapPartitionsWithIndex(self, each: Callable[[int, Any], Iterable[Any]]) -> "PlainRdd":
        ends = sorted(round(cut * len(self.rows)) for cut in (0, *self.context.cuts, 1))
        parts = (self.rows[begin:end] for begin, end in pairwise(ends))
        made = (each(index, iter(part)) for index, part in enumerate(parts))
        return PlainRdd(self.context, list(chain.from_iterable(made)))

    def mapPartitions(self, each: Callable[[Any], Iterable[Any]]) -> "PlainRdd":
        return self.mapPartitionsWithIndex(lambda index, part: each(part))
