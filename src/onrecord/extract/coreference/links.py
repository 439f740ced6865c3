"""What the network's own coreference says of the mentions."""

from collections.abc import Collection, Sequence

from onrecord.extract.coreference.node import Node
from onrecord.model import Nominal

__all__ = ["Links"]


class Links:
    """The network's links between nodes, by their positions.

    Of the nominals with its head word, a node is the one most alike in extent: a coordination has
    the head of its first member.
    """

    def __init__(self, nodes: Sequence[Node], nominals: Sequence[Nominal]) -> None:
        by_head: dict[int, list[Nominal]] = {}
        for nominal in nominals:
            by_head.setdefault(nominal.head, []).append(nominal)
        self._nominals = {
            position: min(by_head[node.word], key=lambda nominal: _unlike(node, nominal))
            for position, node in enumerate(nodes)
            if node.word in by_head
        }

    def sure(self, position: int, others: Collection[int]) -> float:
        """How sure it is, 0 to 1, that the node means what most of the earlier `others` mean; 0
        where it links it to none of them, or to a few that were joined to the rest by mistake."""
        own = self._nominals.get(position)
        if own is None:
            return 0.0
        known = [self._nominals[p].entity for p in others if p < position and p in self._nominals]
        return own.linked if 0 < len(known) <= 2 * known.count(own.entity) else 0.0


def _unlike(node: Node, nominal: Nominal) -> int:
    span = node.mention.span
    return abs(span.begin - nominal.span.begin) + abs(span.end - nominal.span.end)
