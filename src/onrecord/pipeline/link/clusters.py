"""The entities that change with the chains and judgements that did.

An entity that no judgement speaks against is all that judgements join. While that holds, more
chains are counted to it; only where it may not hold, what judgements join is clustered anew.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from onrecord.model import Judgement, Opinion
from onrecord.pipeline.link.chains import Change
from onrecord.pipeline.link.pack import kept
from onrecord.resolve import Candidate, Tally, Votes, cluster, contested, order
from onrecord.store import Cluster, Links
from onrecord.store.codec import dumps, loads

__all__ = ["regroup"]


def regroup(links: Links, change: Change, stirred: Collection[str]) -> frozenset[str]:
    """Bring entities to what judgements now make of chains; the chains with another entity.

    `stirred` are chains about which people's word changed.
    """
    touched = _Touched(links, change, stirred)
    moved: set[str] = set()
    unsettled = []
    for group in touched.groups():
        if touched.settled(group):
            moved |= _grow(links, change.fresh, touched, group)
        else:
            unsettled.append(group)
    done: set[str] = set()
    for group in unsettled:
        if not done.issuperset(group):
            done |= _anew(links, group, moved)
    return frozenset(moved)


class _Touched:
    """The entities, and the chains that have none yet, that may change, joined by what is new.

    A node is the id of an entity, or of a chain without one.
    """

    def __init__(self, links: Links, change: Change, stirred: Collection[str]) -> None:
        self._links, self._change = links, change
        judgements = (*change.added, *change.dropped)
        ends = _sides(judgements)
        self._entity = links.joins.entity_of({*ends, *change.gone, *stirred})
        self.entities = frozenset(self._entity.values())
        self._answers = links.joins.answers(ends | change.fresh.keys())
        answered = _sides(self._answers)
        fresh = {x for x, each in change.fresh.items() if each.chain.named or x in answered}
        nodes = {*self.entities, *map(self._node, {*fresh, *stirred, *ends})}
        self._root = {node: node for node in nodes}
        for each in change.added:
            if each.opinion is Opinion.SAME:
                self._root[self._find(each.left)] = self._find(each.right)
        self._open = {self._top(node) for node in self._doubtful(stirred)}

    def groups(self) -> list[list[str]]:
        """The nodes, those that are joined together."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for node in sorted(self._root):
            found[self._top(node)].append(node)
        return list(found.values())

    def settled(self, group: Sequence[str]) -> bool:
        """Whether the group is one entity for certain."""
        if self._top(group[0]) in self._open:
            return False
        sizes = self._links.joins.sizes(self.entities.intersection(group))
        if len(sizes) < 2:
            return True
        largest = max(sizes, key=sizes.__getitem__)
        chains = self._links.joins.chains(sizes.keys() - {largest})
        answers = self._links.joins.answers(chains)
        apart = (x for x in self._links.joins.judgements(chains) if x.opinion is Opinion.DIFFERENT)
        every = (*answers, *apart)
        entity_of = self._links.joins.entity_of(_sides(every))
        within = [{entity_of.get(x.left), entity_of.get(x.right)} for x in every]
        return not any(len(sides) == 2 and sides <= sizes.keys() for sides in within)

    def _doubtful(self, stirred: Collection[str]) -> set[str]:
        """The nodes that may not be one with all that is joined to them."""
        change, joins = self._change, self._links.joins
        found = set(joins.contested(self.entities)) | set(map(self._node, stirred))
        found |= {self._entity[each] for each in change.gone if each in self._entity}
        for each in change.added:
            one = self._find(each.left) == self._find(each.right)
            if one and each.opinion is Opinion.DIFFERENT:
                found.add(self._node(each.left))
        dropped = [each for each in change.dropped if each.opinion is Opinion.SAME]
        for each in self._unbridged(dropped):
            found |= {self._node(each.left), self._node(each.right)}
        pairs = {frozenset((each.left, each.right)) for each in change.added}
        for each in self._answers:
            pair = frozenset((each.left, each.right))
            if pair in pairs or not pair.isdisjoint(change.fresh):
                found |= {self._node(side) for side in pair if self._node(side) in self._root}
        return found

    def _unbridged(self, dropped: Sequence[Judgement]) -> list[Judgement]:
        """Those whose sides are not joined by a third chain, or about which people spoke."""
        sides = _sides(dropped)
        spoken = _sides(self._links.joins.answers(sides))
        near: defaultdict[str, set[str]] = defaultdict(set)
        for each in self._links.joins.judgements(sides):
            if each.opinion is Opinion.SAME:
                near[each.left].add(each.right)
                near[each.right].add(each.left)
        return [
            each
            for each in dropped
            if not spoken.isdisjoint((each.left, each.right))
            or near[each.left].isdisjoint(near[each.right])
        ]

    def _node(self, chain: str) -> str:
        return self._entity.get(chain, chain)

    def _find(self, chain: str) -> str:
        return self._top(self._node(chain))

    def _top(self, node: str) -> str:
        while self._root[node] != node:
            self._root[node] = self._root[self._root[node]]
            node = self._root[node]
        return node


def _grow(
    links: Links, fresh: Mapping[str, Candidate], touched: _Touched, group: Sequence[str]
) -> set[str]:
    """Make one entity of a group that is settled; the chains with another entity."""
    sizes = links.joins.sizes(touched.entities.intersection(group))
    largest = max(sizes, key=sizes.__getitem__, default=None)
    others = links.joins.chains(sizes.keys() - {largest})
    members = [fresh[node] for node in group if node in fresh and node not in sizes]
    members += kept(links, others)
    moved = {each.chain.id for each in members}
    if not members:
        return moved
    if largest is None:
        links.joins.put_clusters([_cluster(Tally(members), False)])
        return moved
    links.joins.drop_clusters(sizes.keys() - {largest})
    old = links.joins.cluster(largest)
    tally = Tally.of(old.entity, loads(Votes, old.votes), old.places)
    tally.add(members)
    now = _cluster(tally, False)
    links.joins.grow(largest, now, map(order, members))
    return moved if now.entity.id == largest else moved | set(old.entity.chains)


def _anew(links: Links, group: Sequence[str], moved: set[str]) -> frozenset[str]:
    """Cluster anew all that judgements join to a group, and tell which chains `moved`.

    Gives the nodes and chains that need not be looked at again.
    """
    joins = links.joins
    reached, before = _reached(links, group)
    answers = joins.answers(reached)
    answered = _sides(answers)
    members = sorted(kept(links, reached), key=order)
    known = {x.chain.id: x for x in members if x.chain.named or x.chain.id in answered}
    judgements = (*joins.judgements(reached), *answers)
    groups = cluster(tuple(known), judgements)
    against = contested(groups, judgements)
    tallies = ((Tally(map(known.__getitem__, each)), each[0] in against) for each in groups)
    clusters = [_cluster(tally, against) for tally, against in tallies if tally.named]
    joins.drop_clusters(set(before.values()))
    joins.put_clusters(clusters)
    after = {chain: each.entity.id for each in clusters for chain in each.entity.chains}
    moved |= {x for x in before.keys() | after.keys() if before.get(x) != after.get(x)}
    return frozenset((*reached, *before.values()))


def _reached(links: Links, group: Iterable[str]) -> tuple[frozenset[str], dict[str, str]]:
    """What judgements join to a group, with all chains of the entities that this reaches; and
    the entities of these, by their chains."""
    joins = links.joins
    reached = joins.component({*group, *joins.chains(group)})
    while True:
        before = joins.chains(set(joins.entity_of(reached).values()))
        if before.keys() <= reached:
            return reached, before
        reached = joins.component(reached | before.keys())


def _cluster(tally: Tally, against: bool) -> Cluster:
    return Cluster(tally.entity(), dumps(tally.votes()), tally.chains, against)


def _sides(judgements: Iterable[Judgement]) -> set[str]:
    return {side for each in judgements for side in (each.left, each.right)}
