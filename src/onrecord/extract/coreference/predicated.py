"""What a report says that somebody is: appositions, "X is the mayor", "X became mayor"."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.arguments import Arguments
from onrecord.extract.coreference.cluster import Clusters
from onrecord.extract.coreference.node import Node
from onrecord.extract.syntax import Tree, base
from onrecord.model import EntityType, MentionForm

__all__ = ["Predicates", "is_doubted"]

_DOUBTS = frozenset({"not", "n't", "never", "no", "if"})
_SITES = frozenset({EntityType.PLACE, EntityType.FACILITY})
_BECOMING = frozenset({"become", "remain"})
_MADE = frozenset("make name elect re-elect appoint crown ordain install inaugurate".split())
_AS = frozenset({"serve", "act"})
_ALL = _BECOMING | _MADE | _AS


@dataclass(frozen=True, slots=True)
class Predicates:
    """Joins to whom a report speaks of what it says that they are.

    `at_word` maps a head word to the position of its node.
    """

    tree: Tree
    arguments: Arguments
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
        if is_doubted(tree, index):
            return
        if tree.lemma(subject) == "name":
            owner = tree.child(subject, "nmod:poss")
            if owner in self.at_word and self._node(predicate).key:
                self.clusters.join(self.at_word[owner], predicate)
            return
        if not tree.case(index):
            self._is(subject, index)

    def _becoming(self, index: int) -> None:
        """ "Ana Souza became mayor", "was elected mayor", "served as mayor"; "they elected her
        mayor"."""
        tree, lemma = self.tree, self.tree.lemma(index)
        if tree.words[index].upos != "VERB" or lemma not in _ALL or is_doubted(tree, index):
            return
        slot = "object" if lemma in _MADE else "subject"
        who = next(iter(self.arguments.of(index).get(slot, ())), None)
        if who is None:
            return
        for child in tree.children(index, "xcomp", "obj", "obl"):
            called = tree.case(child) == "as" and lemma not in _BECOMING
            bare = base(tree.words[child].deprel) != "obl" and not tree.case(child)
            if child != who and (called or (bare and lemma not in _AS)):
                self._is(who, child)

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


def is_doubted(tree: Tree, index: int) -> bool:
    """Whether a clause is denied, supposed or asked."""
    return any(
        tree.words[child].xpos == "MD" or tree.lemma(child) in _DOUBTS
        for child in tree.children(index)
    )
