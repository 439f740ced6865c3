"""Putting reports side by side: from what is on record to who, what happened, and who copied."""

from importlib.metadata import version

from onrecord.lexicon import tables
from onrecord.pipeline.link import hear, recant, regroup, retell, retrace
from onrecord.pipeline.where import HERE, Where
from onrecord.resolve import THRESHOLD
from onrecord.store import Store

__all__ = ["reconcile"]


def reconcile(store: Store, where: Where = HERE) -> None:
    """Judge which chains are one thing, derive entities and events from that, and find which
    reports copy which.

    Only what is new is looked at: reports that were not linked since they were read, and what
    people said since, with all that either touches. What comes out is what linking everything anew
    would give, which happens if the program or its lexicon changed. People's judgements stand
    unless undone, and weigh more; mentions and statements are not touched.
    """
    while _link(store, where) == where.page:
        pass


def _link(store: Store, where: Where) -> int:
    """Link as many of the reports that are not as go at once; how many there were."""
    release = f"{version('onrecord')} {tables.digest()}"
    with store.linking() as links:
        linked_by, same_from = links.state() or ("", THRESHOLD)
        if linked_by != release:
            links.reset()
            same_from = THRESHOLD
        documents = links.unlinked(where.page)
        known = links.companies(documents)
        change = where.take(links, documents, same_from)
        heard = hear(links, same_from)
        moved = regroup(links, change, heard.chains)
        retell(links, documents, moved - change.fresh.keys(), heard.statements)
        retrace(links, documents)
        # What a report takes back hangs on words that never change.
        recant(links, [each for each in documents if each not in known])
        links.set_linked(documents)
        links.set_state(release, heard.same_from)
    return len(documents)
