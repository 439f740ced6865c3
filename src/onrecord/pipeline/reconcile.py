"""Putting reports side by side: from what is on record to judgements, entities and events."""

from onrecord.model import PredicateFamily
from onrecord.pipeline.where import HERE, Where
from onrecord.resolve import (
    Candidate,
    candidates,
    entities,
    events,
    joined_from,
    standing_of,
    threshold,
)
from onrecord.store import Store

__all__ = ["reconcile"]


def reconcile(store: Store, where: Where = HERE) -> None:
    """Judge anew which chains are one thing, and derive entities and events from that.

    People's judgements stand unless undone, and weigh more; mentions and statements are not
    touched. The same record always gives the same judgements, entities and events.
    """
    every = _candidates(store)
    people = standing_of(
        (each for each in store.judgements() if each.at is not None), store.decisions(), every
    )
    judged = {chain for each in people for chain in (each.left, each.right)}
    known = [each for each in every if each.chain.named or each.chain.id in judged]
    judgements = where.judge(known)
    judgements = joined_from(judgements, threshold(judgements, people))
    found = entities(known, (*judgements, *people))
    entity_of = {chain: entity.id for entity in found for chain in entity.chains}
    happened = events(store.statements(family=PredicateFamily.EVENT), entity_of)
    store.put_resolution(judgements, found, happened)


def _candidates(store: Store) -> list[Candidate]:
    found: list[Candidate] = []
    for document in store.documents():
        reading = store.reading(document.id)
        if reading is not None:
            found += candidates(document, reading)
    return found
