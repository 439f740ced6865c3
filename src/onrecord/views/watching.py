"""What is watched: entities, event types and words, as they stand on record now."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import InputError, NotFound
from onrecord.lexicon.acts import UNDO, act_anchor
from onrecord.lexicon.scheme import in_force
from onrecord.lexicon.watches import Watch, WatchSort, watches
from onrecord.model import Decision, Entity, EntityType, Predicate, PredicateFamily
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger

__all__ = [
    "Watched",
    "unwatched",
    "watch_entity",
    "watch_type",
    "watch_words",
    "watched",
    "watched_entity",
]


@dataclass(frozen=True, slots=True)
class Watched:
    """One thing that is watched; `anchor` names it.

    Of an entity, `entity` is its id, `reference` opens it and `type` tells what it is; all are None
    where nothing on record stands where the watch is anchored, and of other watches.
    """

    anchor: str
    sort: WatchSort
    name: str
    entity: str | None
    reference: str | None
    type: EntityType | None
    by: str
    at: str


def watched(ledger: Ledger) -> tuple[Watched, ...]:
    """All that is watched, the oldest watch first."""
    return tuple(_watched(ledger, each) for each in watches(ledger.store.decisions()))


def _watched(ledger: Ledger, watch: Watch) -> Watched:
    entity = watched_entity(ledger.store, watch)
    return Watched(
        anchor=watch.decision().anchor,
        sort=watch.sort,
        name=entity.name if entity else watch.name,
        entity=entity.id if entity else None,
        reference=ledger.entity_reference(entity.id) if entity else None,
        type=entity.type if entity else None,
        by=watch.by,
        at=watch.at,
    )


def watched_entity(store: Store, watch: Watch) -> Entity | None:
    """The entity that a watch is on, None if it is on something else, or on none any more.

    Another reading may have put the mention at its anchor into another chain.
    """
    if watch.sort is not WatchSort.ENTITY:
        return None
    for chain in (watch.on, *_chains_at(store, watch.on)):
        try:
            return store.entity(chain)
        except NotFound:
            continue
    return None


def _chains_at(store: Store, anchor: str) -> Iterator[str]:
    """The chains of a mention whose head stands at the anchor."""
    document, _, begin = anchor.rpartition(":")
    reading = store.reading(document)
    for chain in reading.chains if reading else ():
        heads = (reading.mentions[each].head for each in chain.mentions) if reading else ()
        if any(head.begin == int(begin) for head in heads):
            yield chain.id


def watch_entity(entity: Entity, by: str, at: str) -> Watch:
    """A watch on a person, group, organisation, place, facility or vehicle."""
    return Watch(WatchSort.ENTITY, entity.id, entity.name, by, at)


def watch_type(store: Store, name: str, by: str, at: str) -> Watch:
    """A watch on an event type of ours or of the codebook in use, in whatever case it is typed.

    Raises InputError if there is no such type.
    """
    codebook = in_force(store.decisions())
    own = [each.value for each in Predicate if each.family is PredicateFamily.EVENT]
    types = [*own, *(each.name for each in (codebook.types if codebook else ()))]
    known = {each.casefold(): each for each in reversed(types)}
    if name.casefold() not in known:
        raise InputError(f"{name!r} is no type of event; give one of: {', '.join(types)}")
    found = known[name.casefold()]
    return Watch(WatchSort.TYPE, found, found, by, at)


def watch_words(words: str, by: str, at: str) -> Watch:
    """A watch on words, as `search` takes them. Raises InputError where there are none."""
    plain = " ".join(words.split())
    if not any(map(str.isalnum, plain)):
        raise InputError(f"{words!r} holds no words to look for")
    return Watch(WatchSort.WORDS, plain, plain, by, at)


def unwatched(store: Store, anchor: str, by: str, at: str) -> tuple[Decision, ...]:
    """The decisions that take the watches on one thing back.

    Raises NotFound if it is not watched.
    """
    on = [each for each in watches(store.decisions()) if each.decision().anchor == anchor]
    if not on:
        raise NotFound(f"{anchor!r} is not watched")
    return tuple(Decision(UNDO, act_anchor(each.by, each.at), "", by, at) for each in on)
