"""Who is linked with whom, by what is said of both, for the picture of a network."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from onrecord.model import Entity, EntityType, Predicate, PredicateFamily, Statement
from onrecord.store import Room, Split
from onrecord.views.ledger import Ledger
from onrecord.views.mark import MOST_READ, Mark, asked, joined, meet, ready
from onrecord.views.scales import Scales
from onrecord.views.tie import LINK_SORTS, MUTUAL, LinkSort
from onrecord.views.wanted import Wanted
from onrecord.weigh import Stance, origins, stance

__all__ = ["MOST_NODES", "Link", "Network", "Node", "network"]

MOST_NODES = 2_000
_MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Node:
    """An entity by its reference; `links` is how many it has in the picture."""

    reference: str
    name: str
    type: EntityType
    links: int


@dataclass(frozen=True, slots=True)
class Link:
    """What ties two nodes, from who does it to whom, unless it is `mutual`.

    `predicates` are by how often they are stated. `events` open the events in which both have
    part. `disputed` is whether some hold it and some deny it, `independent_sources` how many hold
    it. `statements` open all that is said, the first of which `marks` show.
    """

    left: str
    right: str
    sort: LinkSort
    mutual: bool
    predicates: tuple[Predicate, ...]
    events: tuple[str, ...]
    disputed: bool
    independent_sources: int
    statements: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes, those with most links first, and what links them; `left_out` is how many more nodes,
    with fewer links, there are.

    `drawn` is how many statements that tell of two the links were made of, those of the newest
    reports, `found` how many there are; `more` is whether there are more than were counted.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: int
    drawn: int
    found: int
    more: bool

    @property
    def names(self) -> Mapping[str, str]:
        """The name of each node by its reference."""
        return {node.reference: node.name for node in self.nodes}


@dataclass(frozen=True, slots=True)
class _Key:
    left: str
    right: str
    sort: LinkSort
    mutual: bool


def network(
    ledger: Ledger,
    wanted: Wanted | None = None,
    most: int = MOST_READ,
    most_nodes: int = MOST_NODES,
) -> Network:
    """The links that at most `most` of the statements that are wanted tell of, of at most
    `most_nodes` nodes, those with most links."""
    wanted = wanted or Wanted()
    told: dict[_Key, list[Statement]] = {}
    # How many sources a link has to have is asked of the link, not of each statement's event.
    wide = replace(wanted, independent=0)
    found = asked(ledger, wide, Split.WHO, most, LINK_SORTS.keys())
    meet(ledger, found.drawn)
    for statement in found.drawn:
        for key in _keys(ledger, statement):
            told.setdefault(key, []).append(statement)
    scales = Scales(ledger)
    _prepare(ledger, scales, told)
    event_of = _events(ledger, (each for said in told.values() for each in said))
    links = [
        link
        for key, said in told.items()
        if (link := _link(ledger, scales, key, said, event_of)).independent_sources
        >= wanted.independent
    ]
    nodes = _nodes(ledger, {end for key in told for end in (key.left, key.right)}, links)
    shown = {node.reference for node in nodes[:most_nodes]}
    return Network(
        tuple(nodes[:most_nodes]),
        tuple(link for link in links if link.left in shown and link.right in shown),
        len(nodes) - len(shown),
        len(found.drawn),
        found.counts[Room.DRAWN],
        found.more,
    )


def _nodes(ledger: Ledger, entities: Iterable[str], links: Sequence[Link]) -> list[Node]:
    degree = Counter(end for link in links for end in (link.left, link.right))
    ids = tuple(entities)
    ledger.by_chain.have(ids)
    found = ((ledger.entity_reference(each), ledger.by_chain[each]) for each in ids)
    nodes = [Node(key, x.name, x.type, degree[key]) for key, x in found if key in degree]
    return sorted(nodes, key=lambda node: (-node.links, node.name, node.reference))


def _keys(ledger: Ledger, statement: Statement) -> Iterator[_Key]:
    """The pairs that a statement links, and how."""
    sort = LINK_SORTS[statement.predicate]
    mutual = statement.predicate in MUTUAL
    event = statement.predicate.family is PredicateFamily.EVENT
    ends = ("actor", "recipient") if event else ("subject", "object")
    left, right = (_entities(ledger, statement, role) for role in ends)
    # "A and B met" names both as those who act.
    pairs = [*product(left, right), *(combinations(left, 2) if mutual and not right else ())]
    for one, other in pairs:
        if one.id == other.id:
            continue
        if mutual and other.id < one.id:
            one, other = other, one
        yield _Key(one.id, other.id, sort, mutual)


def _entities(ledger: Ledger, statement: Statement, role: str) -> list[Entity]:
    found = (ledger.entity_of(each.chain) for each in statement.roles.get(role, ()))
    return list({each.id: each for each in found if each is not None}.values())


def _prepare(ledger: Ledger, scales: Scales, told: Mapping[_Key, Sequence[Statement]]) -> None:
    """Fetch at once what links are weighed by and shown with."""
    statements = [each for said in told.values() for each in said]
    ends = {end for key in told for end in (key.left, key.right)}
    ready(ledger, statements)
    scales.evidence.have({each.document for each in statements})
    held = (x.chain for each in statements for x in each.holders if x.chain)
    ledger.by_chain.have((*ends, *held))
    ledger.short.have(each.rpartition(":")[0] for each in ends)


def _events(ledger: Ledger, statements: Iterable[Statement]) -> dict[str, str]:
    """The reference of the event that each statement tells of."""
    event_of = ledger.store.look.events_of(each.id for each in statements)
    ledger.short.have(event_of.values())
    return {said: ledger.short[event] for said, event in event_of.items()}


def _link(
    ledger: Ledger, scales: Scales, key: _Key, told: Sequence[Statement], event_of: dict[str, str]
) -> Link:
    stances = {each.id: stance(each) for each in told}
    held = [each for each in told if stances[each.id] is Stance.FOR]
    counts = Counter(each.predicate for each in told)
    return Link(
        left=ledger.entity_reference(key.left),
        right=ledger.entity_reference(key.right),
        sort=key.sort,
        mutual=key.mutual,
        predicates=tuple(predicate for predicate, _ in counts.most_common()),
        events=tuple(dict.fromkeys(event_of[x.id] for x in told if x.id in event_of)),
        disputed={Stance.FOR, Stance.AGAINST} <= set(stances.values()),
        independent_sources=len(origins(held, scales.evidence)),
        statements=tuple(ledger.short[each.id] for each in told),
        marks=joined(ledger, told)[:_MOST_TOLD],
    )
