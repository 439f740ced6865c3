"""Deriving everything anew from documents and people's decisions."""

from itertools import chain, islice

from onrecord.pipeline.local import Maker
from onrecord.pipeline.read import LANGUAGES, Progress, keep
from onrecord.pipeline.reconcile import reconcile
from onrecord.pipeline.where import HERE, Where
from onrecord.store import Store

__all__ = ["rebuild"]


def rebuild(
    store: Store,
    make: Maker,
    *,
    where: Where = HERE,
    progress: Progress = lambda step: None,
) -> None:
    """Drop all that is derived and derive it again.

    With the same reader the record is the same afterwards, byte for byte in an export. If the run
    is cut off, `read` reads the rest.
    """
    wanted = [each.id for each in store.documents() if each.language in (None, *LANGUAGES)]
    tried = where.attempts(make, map(store.document, wanted))
    # A network that is missing must not cost the readings: one is made before any is dropped.
    first = tuple(islice(tried, 1))
    store.clear_derived()
    for step in keep(chain(first, tried), store, len(wanted)):
        progress(step)
    reconcile(store, where)
