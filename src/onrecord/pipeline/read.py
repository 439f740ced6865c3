"""Putting reports on record and reading them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from onrecord.model import Document, Failure, Original
from onrecord.pipeline.correct.apply import corrected
from onrecord.pipeline.correct.decide import by_document
from onrecord.pipeline.local import Attempt, Maker
from onrecord.pipeline.where import HERE, Where
from onrecord.store import Store

__all__ = ["LANGUAGES", "Outcome", "Progress", "Step", "Summary", "keep", "read"]

LANGUAGES = ("en",)
"""The languages that are read; reports in others are only kept."""


class Outcome(StrEnum):
    """What became of a report."""

    READ = "read"
    KNOWN = "known"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """One report dealt with; `reason` is one line where it was skipped or failed.

    `total` is how many are to be read, None while they are still coming in.
    """

    name: str
    outcome: Outcome
    reason: str = ""
    total: int | None = None


Progress: TypeAlias = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """How many reports were read, were on record already, are in another language, or failed."""

    read: int
    known: int
    skipped: int
    failed: int


def read(
    inputs: Iterable[tuple[Document, Original] | Failure],
    store: Store,
    make: Maker,
    *,
    where: Where = HERE,
    progress: Progress = lambda step: None,
) -> Summary:
    """Keep what comes in, then read what is on record and has no reading yet.

    So a run that was cut off is finished by the next. A report in a language that is not in
    `LANGUAGES` is kept and not read; one that fails is recorded as a failure, and the run goes on.
    """
    outcomes: Counter[Outcome] = Counter()

    def tell(step: Step) -> None:
        outcomes[step.outcome] += 1
        progress(step)

    for each in inputs:
        step = _fail(store, each) if isinstance(each, Failure) else _take(store, *each)
        if step:
            tell(step)
    ids = store.unread(LANGUAGES)
    unread = map(store.document, ids)
    for step in keep(where.attempts(make, unread), store, len(ids)):
        tell(step)
    return Summary(*(outcomes[outcome] for outcome in Outcome))


def keep(tried: Iterable[Attempt], store: Store, total: int) -> Iterator[Step]:
    """Put readings, with what people corrected, or failures, on record as they come."""
    decided = by_document(store)
    for each in tried:
        name = store.original(each.document.id).name
        if each.reading is None:
            failure = Failure(name, each.reason, each.document.sha256)
            yield replace(_fail(store, failure), total=total)
        else:
            found = decided.get(each.document.id, ())
            store.put_reading(corrected(each.document, each.reading, found))
            yield Step(name, Outcome.READ, total=total)


def _fail(store: Store, failure: Failure) -> Step:
    store.add_failure(failure)
    return Step(failure.name, Outcome.FAILED, failure.reason)


def _take(store: Store, document: Document, original: Original) -> Step | None:
    """Keep a document; None if it is new and is to be read."""
    earlier = store.versions(document.url) if document.url else ()
    if earlier and document.version_of is None:
        document = replace(document, version_of=earlier[0].version_of or earlier[0].id)
    if not store.add_document(document, original):
        return Step(original.name, Outcome.KNOWN)
    if document.language in (None, *LANGUAGES):
        return None
    reason = f"kept, but not read: its language is {document.language!r}"
    return Step(original.name, Outcome.SKIPPED, reason)
