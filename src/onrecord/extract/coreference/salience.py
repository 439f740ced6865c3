"""How much a mention is in the reader's mind when the next one comes."""

from collections.abc import Sequence

from onrecord.extract.coreference.cluster import Clusters
from onrecord.extract.coreference.node import Node
from onrecord.extract.syntax import Tree, base
from onrecord.model import EntityType, MentionForm

__all__ = ["Salience", "best"]

_SUBJECT, _OBJECT, _NAME, _SAME_SLOT = 1.0, 0.4, 0.3, 0.4
_PER_SENTENCE, _PER_MENTION, _MOST_MENTIONS, _MEMORY = 1.0, 0.12, 8, 10
_NEAR, _FAR = 0.02, 30


class Salience:
    """Scores clusters as antecedents of the mention at a position."""

    def __init__(self, tree: Tree, clusters: Clusters) -> None:
        self.tree = tree
        self.clusters = clusters

    def before(self, position: int, sentences: int) -> list[int]:
        """The last node of each cluster that stands before, at most `sentences` back, the nearest
        first."""
        node = self.clusters.nodes[position]
        found: dict[int, int] = {}
        for earlier in range(position - 1, -1, -1):
            other = self.clusters.nodes[earlier]
            if node.sentence - other.sentence > sentences:
                break
            if other.mention.span.end <= node.mention.span.begin:
                found.setdefault(self.clusters.root(earlier), earlier)
        return list(found.values())

    def score(self, position: int, antecedent: int) -> float:
        """How near at hand the antecedent's cluster is; higher is nearer."""
        node = self.clusters.nodes[position]
        recent = [
            self.clusters.nodes[p]
            for p in self.clusters.members(antecedent)
            if p < position and node.sentence - self.clusters.nodes[p].sentence <= _MEMORY
        ]
        frequent = _PER_MENTION * min(_MOST_MENTIONS, len(recent))
        return frequent + max(self._of_mention(node, other) for other in recent)

    def _of_mention(self, node: Node, other: Node) -> float:
        slot, wanted = self._slot(other), self._slot(node)
        score = -_PER_SENTENCE * (node.sentence - other.sentence)
        score += {"subject": _SUBJECT, "object": _OBJECT}.get(slot, 0.0)
        score += _NAME if other.form is MentionForm.NAME else 0.0
        score += _SAME_SLOT if slot == wanted == "subject" else 0.0
        distance = min(_FAR, node.word - other.word)
        return score - _NEAR * distance

    def _slot(self, node: Node) -> str:
        word = self.tree.words[node.word]
        match base(word.deprel):
            case "nsubj":
                return "subject"
            case "obj" | "iobj":
                return "object"
        if word.deprel == "obl:agent" and node.type is EntityType.PERSON:
            return "object"
        if base(word.deprel) in ("conj", "appos", "flat") and word.head >= 0:
            head = self.tree.words[word.head]
            return "subject" if base(head.deprel) == "nsubj" else "other"
        return "other"


def best(scored: Sequence[tuple[float, int]]) -> int | None:
    """The position with the highest score, the nearest of equals; None of none."""
    return max(scored, key=lambda pair: pair, default=(0.0, None))[1]
