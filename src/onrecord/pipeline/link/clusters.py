"""The entities that change with the chains and judgements that did.

What is new, and joined by judgements to one entity only, is counted to it: had its judgements come
first, the entity would only have been together earlier, and others kept apart from it no less. More
entities become one where no judgement speaks against any of them, nor against their being one. Else
all that judgements join is clustered anew.
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
    settled, unsettled = touched.groups()
    for group in settled:
        moved |= _grow(links, change.fresh, touched.sizes, group)
    new = (Tally(map(change.fresh.__getitem__, group)) for group in touched.new(settled))
    links.joins.put_clusters([_cluster(each, False) for each in new])
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
        self.sizes = links.joins.sizes(set(self._entity.values()))
        self._contested = links.joins.contested(self.sizes)
        self._answers = links.joins.answers(ends | change.fresh.keys())
        answered = _sides(self._answers)
        fresh = {x for x, each in change.fresh.items() if each.chain.named or x in answered}
        nodes = {*self.sizes, *map(self._node, {*fresh, *stirred, *ends})}
        self._root = {node: node for node in nodes}
        for each in change.added:
            if each.opinion is Opinion.SAME:
                self._root[self._find(each.left)] = self._find(each.right)
        self._open = {self._top(node) for node in self._doubtful(stirred)}

    def groups(self) -> tuple[list[list[str]], list[list[str]]]:
        """The nodes that are joined together: those that are one for certain, and the others."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for node in sorted(self._root):
            found[self._top(node)].append(node)
        settled: list[list[str]] = []
        unsettled: list[list[str]] = []
        for top, group in found.items():
            certain = top not in self._open and self._agree(group)
            (settled if certain else unsettled).append(group)
        return settled, unsettled

    def new(self, groups: Iterable[Sequence[str]]) -> list[Sequence[str]]:
        """The groups of which nothing was linked before."""
        fresh = self._change.fresh.keys()
        return [
            group for group in groups if self.sizes.keys().isdisjoint(group) and fresh >= {*group}
        ]

    def _agree(self, group: Sequence[str]) -> bool:
        """Whether nothing speaks against making one of the entities of a group."""
        entities = self.sizes.keys() & group
        if len(entities) < 2:
            return True
        if not self._contested.isdisjoint(entities):
            return False
        joins = self._links.joins
        chains = joins.chains(entities - {max(entities, key=self.sizes.__getitem__)})
        apart = (x for x in joins.judgements(chains) if x.opinion is Opinion.DIFFERENT)
        every = (*joins.answers(chains), *apart)
        entity_of = joins.entity_of(_sides(every))
        between = [{entity_of.get(x.left), entity_of.get(x.right)} for x in every]
        return not any(len(sides) == 2 and sides <= entities for sides in between)

    def _doubtful(self, stirred: Collection[str]) -> set[str]:
        """The nodes that may not be one with all that is joined to them."""
        change = self._change
        found = set(map(self._node, stirred))
        found |= {self._entity[each] for each in change.gone if each in self._entity}
        for each in change.added:
            one = self._find(each.left) == self._find(each.right)
            if one and each.opinion is Opinion.DIFFERENT:
                found.add(self._node(each.left))
        decided = [each for each in change.dropped if each.opinion is not Opinion.UNSURE]
        found |= self._contested & set(map(self._node, _sides(decided)))
        dropped = [each for each in decided if each.opinion is Opinion.SAME]
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
    links: Links, fresh: Mapping[str, Candidate], sizes: Mapping[str, int], group: Sequence[str]
) -> set[str]:
    """Count what is new in a group, and its other entities, to the largest of its entities.

    Gives the chains of others that it now has, or all where it has another id.
    """
    entities = sorted(sizes.keys() & group, key=sizes.__getitem__)
    if not entities or len(group) == 1:
        return set()
    *others, largest = entities
    moved = links.joins.chains(others).keys()
    members = [*(fresh[node] for node in group if node not in sizes), *kept(links, moved)]
    links.joins.drop_clusters(others)
    old = links.joins.cluster(largest)
    tally = Tally.of(old.entity, loads(Votes, old.votes), old.places)
    tally.add(members)
    now = _cluster(tally, old.contested)
    links.joins.grow(largest, now, map(order, members))
    return {*moved, *(old.entity.chains if now.entity.id != largest else ())}


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
