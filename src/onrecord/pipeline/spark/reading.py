"""Reading on a cluster: `attempt` mapped over documents, by a reader in each of its processes."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from onrecord.errors import OnRecordError, SparkError
from onrecord.model import Document
from onrecord.pipeline.local import Attempt, Maker, Reader, attempt
from onrecord.pipeline.spark.failure import failing, killed

if TYPE_CHECKING:
    from pyspark import Broadcast, SparkContext

__all__ = ["attempts"]

_BATCH = 4
"""How many documents one piece of work has."""
_WAITING = 2
"""How many pieces a process of the cluster has waiting."""

_Made: TypeAlias = "Broadcast[Maker]"


def attempts(
    context: "SparkContext", make: Maker, documents: Iterable[Document]
) -> Iterator[Attempt]:
    """An attempt on each document, in their order, as soon as it and all before it are made.

    Each piece of work is a job of its own, so that results come one by one and the driver holds
    few. What `make` raises is raised. A document that kills the process that reads it fails, and
    the run goes on. Raises SparkError if the cluster fails.
    """
    made = context.broadcast(make)
    most = context.defaultParallelism * _WAITING
    waiting: deque[Future[list[Attempt]]] = deque()
    pool = ThreadPoolExecutor(most)
    try:
        rest = iter(documents)
        while batch := tuple(islice(rest, _BATCH)):
            waiting.append(pool.submit(_tried, context, made, batch))
            if len(waiting) >= most:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _tried(context: "SparkContext", made: _Made, batch: tuple[Document, ...]) -> list[Attempt]:
    """A batch read on the cluster; if that kills its process, each document is tried alone."""
    try:
        with failing():
            (found,) = context.parallelize([batch], 1).map(partial(_attempted, made)).collect()
    except SparkError as error:
        if not killed(error):
            raise
        if len(batch) > 1:
            return [each for document in batch for each in _tried(context, made, (document,))]
        return [Attempt(batch[0], None, "could not be read: it ended the process that read it")]
    if isinstance(found, OnRecordError):
        raise found
    tried: list[Attempt] = found
    return tried


class _Here:
    """The reader of a worker's process, and what made it."""

    make: ClassVar[Maker | None] = None
    reader: ClassVar[Reader | None] = None


def _attempted(made: _Made, batch: tuple[Document, ...]) -> list[Attempt] | OnRecordError:
    """On a worker: the attempts, or why no reader can be made."""
    if _Here.make is not made.value or _Here.reader is None:
        try:
            _Here.make, _Here.reader = made.value, made.value()
        except OnRecordError as error:
            return error
    return [attempt(_Here.reader, document) for document in batch]
