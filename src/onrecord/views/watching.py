"""What is watched: entities, event types and words, as they stand on record now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from onrecord.errors import InputError, NotFound
from onrecord.lexicon.acts import UNDO, act_anchor
from onrecord.lexicon.scheme import in_force
from onrecord.lexicon.watches import Watch, WatchSort, watches
from onrecord.model import Decision, Entity, EntityType, Predicate, PredicateFamily
from onrecord.store.base import Hit, Store
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.wanted import lies_in

__all__ = [
    "Watched",
    "hits_on",
    "lines_on",
    "statements_on",
    "unwatched",
    "watch_entity",
    "watch_type",
    "watch_words",
    "watched",
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
    entity = _entity(ledger, watch)
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


def _entity(ledger: Ledger, watch: Watch) -> Entity | None:
    """The entity that a watch is on, None if it is on something else, or on none any more.

    Another reading may have put the mention at its anchor into another chain.
    """
    if watch.sort is not WatchSort.ENTITY:
        return None
    found = map(ledger.entity_of, chain([watch.on], _chains_at(ledger, watch.on)))
    return next(filter(None, found), None)


def _chains_at(ledger: Ledger, anchor: str) -> Iterator[str]:
    """The chains of a mention whose head stands at the anchor."""
    document, _, begin = anchor.rpartition(":")
    reading = ledger.reading(document)
    for found in reading.chains:
        if any(reading.mentions[each].head.begin == int(begin) for each in found.mentions):
            yield found.id


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


def statements_on(ledger: Ledger, watch: Watched, documents: Sequence[str]) -> Mapping[str, str]:
    """The statements of some reports that are about what is watched, each with its report, those of
    the last to come first; none of words.

    About an entity is what speaks of it, about a place also what is said of places within.
    """
    store = ledger.store
    if watch.sort is WatchSort.TYPE:
        if watch.name in list(Predicate):
            return store.told(documents, predicates=[Predicate(watch.name)])
        told = store.told(documents)
        return {x: told[x] for x in told if watch.name in ledger.coding.types(store.statement(x))}
    entity, new = ledger.entity_of(watch.entity), frozenset(documents)
    if entity is None:
        return {}
    chains = [each for each in entity.chains if each.rpartition(":")[0] in new]
    about = store.told(documents, chains=chains)
    if entity.type is not EntityType.PLACE or entity.place is None:
        return about
    there = {
        each: document
        for each, (document, place) in store.located(documents).items()
        if lies_in(place, entity.place)
    }
    number = {document: place for place, document in enumerate(documents)}
    return dict(sorted({**there, **about}.items(), key=lambda pair: -number[pair[1]]))


def hits_on(store: Store, watch: Watched, documents: Sequence[str]) -> tuple[Hit, ...]:
    """Where words that are watched stand in the last reports to come, the last first."""
    if watch.sort is not WatchSort.WORDS or not documents:
        return ()
    place = {document: number for number, document in enumerate(documents)}
    hits = store.search(watch.name, len(documents), documents[0])
    return tuple(sorted(hits, key=lambda hit: (-place[hit.document], hit.span)))


def lines_on(ledger: Ledger, statements: Iterable[str]) -> tuple[Line, ...]:
    """Statements as lines, report by report in the order given."""
    told = map(ledger.store.statement, statements)
    by_report = groupby(told, key=lambda statement: statement.document)
    return tuple(line for _, each in by_report for line in ledger.lines(each))
