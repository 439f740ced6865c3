"""Where documents are read: in this process, or in several on this machine.

`attempt` is what is mapped over documents, here or anywhere else; it needs nothing but a reader.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from onrecord.errors import OnRecordError
from onrecord.model import Document, Reading

__all__ = ["Attempt", "Maker", "Reader", "attempt", "attempts"]

Reader: TypeAlias = Callable[[Document], Reading]
Maker: TypeAlias = Callable[[], Reader]
"""What makes a reader; it must be picklable where several processes read."""

_DEFECTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a stage may raise on a page that nobody thought of."""

_WAITING = 4
"""How many documents a process has waiting."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A document with its reading, or with the reason, in one line, why there is none."""

    document: Document
    reading: Reading | None
    reason: str = ""


def attempt(reader: Reader, document: Document) -> Attempt:
    """Read one document; whatever its page does to the reader, the run goes on."""
    try:
        reading = reader(document)
        _check(document, reading)
    except OnRecordError as error:
        return Attempt(document, None, str(error))
    except _DEFECTS as error:
        said = " ".join(str(error).split())
        return Attempt(document, None, f"could not be read: {type(error).__name__}: {said}")
    return Attempt(document, reading)


def attempts(make: Maker, documents: Iterable[Document], workers: int = 1) -> Iterator[Attempt]:
    """An attempt on each document, in their order, by as many processes as `workers` says.

    The reader is made only when there is a document to read. What `make` raises is raised.
    """
    if workers > 1:
        yield from _in_processes(make, documents, workers)
        return
    reader: Reader | None = None
    for document in documents:
        reader = reader or make()
        yield attempt(reader, document)


def _check(document: Document, reading: Reading) -> None:
    """Raise ValueError for what must not go on record: words that are not in the text."""
    for statement in reading.statements:
        if statement.span.of(document.text) != statement.quote:
            raise ValueError(f"statement {statement.id} does not quote its document")
    if len({statement.id for statement in reading.statements}) < len(reading.statements):
        raise ValueError("two statements have the same id")


def _in_processes(make: Maker, documents: Iterable[Document], workers: int) -> Iterator[Attempt]:
    # A forked process would share the threads of the network's runtime, which does not work.
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[Attempt]] = deque()
    with ProcessPoolExecutor(workers, context, _prepare, (make,)) as pool:
        for document in documents:
            waiting.append(pool.submit(_attempt_here, document))
            if len(waiting) >= workers * _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


class _Here:
    """The reader of a process, made when its first document comes."""

    make: ClassVar[Maker]
    reader: ClassVar[Reader | None] = None


def _prepare(make: Maker) -> None:
    _Here.make = make


def _attempt_here(document: Document) -> Attempt:
    if _Here.reader is None:
        _Here.reader = _Here.make()
    return attempt(_Here.reader, document)
