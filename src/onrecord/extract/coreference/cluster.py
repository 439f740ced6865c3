"""Growing clusters of mentions, and what may not be put together."""

from collections.abc import Iterable, Sequence

from onrecord.extract.coreference.agreement import may_be_same_body, may_be_same_person
from onrecord.extract.coreference.node import Node
from onrecord.lexicon.names import person_name
from onrecord.model import EntityType, MentionForm

__all__ = ["Clusters"]

_BODIES = frozenset({EntityType.GROUP, EntityType.ORGANISATION})
_OF_ONE = frozenset("he him his himself she her hers herself".split())
_OF_MANY = frozenset("they them their theirs themselves".split())
_SITES = frozenset({EntityType.PLACE, EntityType.FACILITY})


class Clusters:
    """A partition of nodes (by their position in `nodes`) that only ever grows coarser."""

    def __init__(self, nodes: tuple[Node, ...], apart: Iterable[tuple[int, int]]) -> None:
        self.nodes = nodes
        self._root = list(range(len(nodes)))
        self._members = [[position] for position in range(len(nodes))]
        self._apart: dict[int, set[int]] = {}
        for left, right in apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def root(self, position: int) -> int:
        """The cluster of a node, named by one of its members."""
        while self._root[position] != position:
            self._root[position] = self._root[self._root[position]]
            position = self._root[position]
        return position

    def members(self, position: int) -> list[int]:
        """All nodes of the node's cluster, in text order."""
        return self._members[self.root(position)]

    def all(self) -> list[list[int]]:
        """All clusters, ordered by their first member."""
        return [self._members[p] for p in range(len(self.nodes)) if self._root[p] == p]

    def join(self, left: int, right: int) -> bool:
        """Puts two clusters together, unless something speaks against it."""
        one, other = self.root(left), self.root(right)
        if one == other:
            return True
        if not self.agree(one, other):
            return False
        self._merge(one, other)
        return True

    def join_as_stated(self, left: int, right: int) -> None:
        """Puts together what the text says is one, though names or types may differ."""
        one, other = self.root(left), self.root(right)
        if one != other:
            self._merge(one, other)

    def _merge(self, one: int, other: int) -> None:
        first, second = min(one, other), max(one, other)
        self._root[second] = first
        self._members[first] = sorted(self._members[first] + self._members[second])
        self._members[second] = []

    def agree(self, left: int, right: int) -> bool:
        """Whether two clusters can be one: types, sexes, numbers, full names, and no two mentions
        that the syntax holds apart."""
        ones = [self.nodes[p] for p in self.members(left)]
        others = [self.nodes[p] for p in self.members(right)]
        return (
            _types_agree(ones, others)
            and len({n.sex for n in (*ones, *others)} - {None}) <= 1
            and _numbers_agree(ones, others)
            and _names_agree(ones, others)
            and not self._kept_apart(left, right)
        )

    def _kept_apart(self, left: int, right: int) -> bool:
        others = set(self.members(right))
        return any(self._apart.get(p, set()) & others for p in self.members(left))


def _types_agree(ones: Sequence[Node], others: Sequence[Node]) -> bool:
    kinds = {n.type for n in (*ones, *others) if n.form is not MentionForm.PRONOUN}
    for family in (_BODIES, _SITES):
        if kinds and kinds <= family:
            return _pronouns_agree((*ones, *others), family)
    return len(kinds) <= 1 and _pronouns_agree((*ones, *others), kinds)


def _pronouns_agree(all_nodes: Sequence[Node], kinds: Iterable[EntityType]) -> bool:
    """Whether each pronoun can stand for things of the types."""
    known = set(kinds)
    if not known:
        return True
    for node in all_nodes:
        if node.pronoun and not _stands_for(node, known):
            return False
    return True


def _stands_for(node: Node, kinds: set[EntityType]) -> bool:
    if node.pronoun in ("it", "its", "itself"):
        return EntityType.PERSON not in kinds
    if node.plural:
        return True
    return EntityType.PERSON in kinds


def _numbers_agree(ones: Sequence[Node], others: Sequence[Node]) -> bool:
    """Bodies may be "it" or "they", and a speaker "we"; people are one or many."""
    numbers = {
        n.plural for n in (*ones, *others) if n.plural is not None and not _says_we(n.pronoun)
    }
    pronouns = {n.pronoun for n in (*ones, *others)}
    if pronouns & _OF_ONE and pronouns & _OF_MANY:
        return False
    collective = any(n.type in _BODIES for n in (*ones, *others))
    return len(numbers) <= 1 or collective


def _says_we(pronoun: str) -> bool:
    return pronoun in ("we", "us", "our", "ours", "ourselves")


def _names_agree(ones: Sequence[Node], others: Sequence[Node]) -> bool:
    left = {(node.key, node.type) for node in ones if node.key}
    right = {(node.key, node.type) for node in others if node.key}
    return not (left and right) or any(
        _may_be_same(one, other, EntityType.PERSON in (kind, other_kind))
        for one, kind in left
        for other, other_kind in right
    )


def _may_be_same(one: str, other: str, person: bool) -> bool:
    if one == other:
        return True
    if person:
        return may_be_same_person(person_name(one), person_name(other))
    return may_be_same_body(one, other)
