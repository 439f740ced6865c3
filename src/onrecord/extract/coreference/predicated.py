"""What a report says that somebody is: appositions, "X is the mayor", "X became mayor"."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.coreference.cluster import Clusters
from onrecord.extract.coreference.node import Node
from onrecord.extract.syntax import Tree, base
from onrecord.model import EntityType, MentionForm

__all__ = ["Predicates"]

_SITES = frozenset({EntityType.PLACE, EntityType.FACILITY})
_BECOMING = frozenset({"become", "remain", "make", "name", "elect", "appoint", "crown", "ordain"})
_AS = frozenset(
    {"serve", "act", "name", "elect", "appoint", "ordain", "know", "install", "inaugurate"}
)


@dataclass(frozen=True, slots=True)
class Predicates:
    """Joins to whom a report speaks of what it says that they are.

    `at_word` maps a head word to the position of its node.
    """

    tree: Tree
    clusters: Clusters
    at_word: dict[int, int]

    def join(self) -> None:
        """Joins all that are said to be one, unless type, number, sex or names speak against it."""
        for index in range(len(self.tree.words)):
            self._apposition(index)
            self._copula(index)
            self._becoming(index)

    def _node(self, position: int) -> Node:
        return self.clusters.nodes[position]

    def _apposition(self, index: int) -> None:
        """ "The mayor, Ana Souza" and "Ana Souza, a scholar"; but no "Oriel, Amber Province"."""
        word = self.tree.words[index]
        if base(word.deprel) != "appos" or self.tree.children(index, "cc"):
            return
        left, right = self.at_word.get(self._top(word.head)), self.at_word.get(index)
        if left is None or right is None or self._are_two_places(left, right):
            return
        forms = {self._node(left).form, self._node(right).form}
        if MentionForm.DESCRIPTION in forms and self._node(left).type is not EntityType.EVENT:
            self.clusters.join(left, right)
            self._join_fellows(left, index)

    def _are_two_places(self, left: int, right: int) -> bool:
        """Whether a description with a name of its own stands beside another place's name."""
        both = (self._node(left), self._node(right))
        return all(node.type in _SITES for node in both) and all(
            node.key
            or any(
                self.tree.words[i].upos == "PROPN" for i in self.tree.words_in(node.mention.span)
            )
            for node in both
        )

    def _top(self, index: int) -> int:
        while base(self.tree.words[index].deprel) == "flat" and self.tree.words[index].head >= 0:
            index = self.tree.words[index].head
        return index

    def _copula(self, index: int) -> None:
        """ "Ana Souza is the mayor", "his name is Bao Linh"."""
        tree = self.tree
        subject, predicate = tree.child(index, "nsubj"), self.at_word.get(index)
        if tree.child(index, "cop") is None or subject is None or predicate is None:
            return
        if self._is_doubted(index):
            return
        if tree.lemma(subject) == "name":
            owner = tree.child(subject, "nmod:poss")
            if owner in self.at_word and self._node(predicate).key:
                self.clusters.join(self.at_word[owner], predicate)
            return
        if not tree.case(index):
            self._is(subject, index)

    def _becoming(self, index: int) -> None:
        """ "Ana Souza became mayor", "was elected mayor", "served as mayor"."""
        tree, lemma = self.tree, self.tree.lemma(index)
        if tree.words[index].upos != "VERB" or lemma not in _BECOMING | _AS:
            return
        subject = tree.child(index, "nsubj")
        if subject is None or self._is_doubted(index):
            return
        passive = tree.words[subject].deprel == "nsubj:pass"
        for child in tree.children(index, "xcomp", "obj", "obl"):
            word = tree.words[child]
            called = tree.case(child) == "as" and lemma in _AS
            bare = not tree.case(child) and lemma in _BECOMING and base(word.deprel) != "obl"
            if called or (bare and (passive or lemma in ("become", "remain"))):
                self._is(subject, child)

    def _is(self, subject: int, index: int) -> None:
        """Joins a subject with the nominal that is said of it, unless both are names."""
        position, predicate = self.at_word.get(subject), self.at_word.get(index)
        if position is None or predicate is None:
            return
        forms = {self._node(position).form, self._node(predicate).form}
        if self._node(position).type is not EntityType.EVENT and forms != {MentionForm.NAME}:
            self.clusters.join(position, predicate)
            self._join_fellows(position, index)

    def _join_fellows(self, position: int, predicate: int) -> None:
        """ "A lawyer and mayor of Oriel" is said of one."""
        if self.at_word.get(predicate) not in self.clusters.members(position):
            return
        for fellow in self._fellows(predicate):
            self.clusters.join(position, fellow)

    def _fellows(self, predicate: int) -> Iterator[int]:
        for index in self.tree.children(predicate, "conj"):
            position = self.at_word.get(index)
            if position is not None and self._node(position).form is MentionForm.DESCRIPTION:
                yield position

    def _is_doubted(self, index: int) -> bool:
        """Whether a clause is denied, supposed or asked."""
        for child in self.tree.children(index):
            word = self.tree.words[child]
            if word.xpos == "MD" or self.tree.lemma(child) in ("not", "n't", "never", "no", "if"):
                return True
        return False
