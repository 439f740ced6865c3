"""People named together ("Ana Souza and Bao Linh"), and what means them all: "they", "the two"."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.extract.coreference.node import Article, Node
from onrecord.extract.coreference.salience import Salience
from onrecord.extract.syntax import base
from onrecord.model import EntityType, MentionForm, Nominal

__all__ = ["Together"]

_REACH = 3
_LINKED = 2.0
_COUNTS = {
    2: frozenset("two 2 both couple pair duo twin".split()),
    3: frozenset("three 3 trio triplet".split()),
    4: frozenset("four 4 quartet".split()),
}
_OTHERS = frozenset("other first last next new".split())
_PAIRS = frozenset("couple pair duo trio quartet".split())


class Together:
    """Which mentions mean several people that a report names one by one.

    `members` maps the position of such a mention to those of its members.
    """

    def __init__(
        self, salience: Salience, at_word: Mapping[int, int], nominals: Sequence[Nominal]
    ) -> None:
        """`at_word` maps head words, and those of people's names, to positions."""
        self.members: dict[int, tuple[int, ...]] = {}
        self._tree, self._clusters, self._salience = salience.tree, salience.clusters, salience
        clusters = salience.clusters
        self._at_word = at_word
        self._named = [found for p in range(len(clusters.nodes)) if (found := self._from(p))]
        self._nominals = {(n.head, n.span.end): n for n in nominals}
        for position in range(len(clusters.nodes)):
            self._apposition(position)

    def _node(self, position: int) -> Node:
        return self._clusters.nodes[position]

    def led_by(self, position: int) -> tuple[int, ...]:
        """Those named together of whom the mention at the position is the first, or nobody."""
        return next((each for each in self._named if each[0] == position), ())

    def best(self, position: int) -> tuple[float, tuple[int, ...]] | None:
        """Those named together whom a plural mention most likely means, and how near they are, as
        `Salience.score`; None if it says how many and nobody fits."""
        fitting = [each for each in self._before(position) if self._fits(position, each)]
        scored = [(self._score(position, each), each) for each in fitting]
        return max(scored, default=None)

    def take_up(self, position: int, members: tuple[int, ...]) -> None:
        """Puts on record whom the mention means."""
        self.members[position] = members

    def counts(self, position: int) -> bool:
        """Whether a description says of how many it is: "the couple", "both men", "the two"."""
        node = self._node(position)
        pointing = node.article in (Article.DEFINITE, Article.DEMONSTRATIVE)
        told = {node.noun} | node.modifiers
        counted = any(told & words for words in _COUNTS.values())
        pointing = pointing or "both" in self._words(position)
        return counted and pointing and not node.modifiers & _OTHERS

    def _words(self, position: int) -> set[str]:
        span = self._node(position).mention.span
        return {self._tree.lemma(i) for i in self._tree.words_in(span)}

    def _from(self, position: int) -> tuple[int, ...]:
        """The people coordinated with a first one, singular all of them; () for fewer than two."""
        if not self._is_one_person(position):
            return ()
        node = self._node(position)
        own = [
            i for i in self._tree.words_in(node.mention.span) if self._at_word.get(i) == position
        ]
        fellows = [fellow for index in own for fellow in self._tree.children(index, "conj")]
        found = [position, *(self._at_word.get(index, -1) for index in fellows)]
        joined = any(
            self._tree.lemma(mark) in ("and", "&")
            for index in fellows
            for mark in self._tree.children(index, "cc")
        )
        whole = joined and all(p >= 0 and self._is_one_person(p) for p in found)
        return tuple(found) if whole else ()

    def _is_one_person(self, position: int) -> bool:
        node = self._node(position)
        return node.type is EntityType.PERSON and node.plural is False

    def _apposition(self, position: int) -> None:
        """ "The Okoye brothers, Amara and Chidi", "the brothers Amara and Chidi"."""
        node = self._node(position)
        if not self._is_of_several(node):
            return
        word = self._tree.words[node.word]
        beside = self._tree.children(node.word, "appos", "flat", "nmod:desc")
        if base(word.deprel) == "appos" or word.deprel in ("nmod:desc", "compound"):
            beside = [*beside, word.head]
        for index in beside:
            members = self.led_by(self._at_word.get(index, -1))
            if members and position not in members:
                self.take_up(position, members)

    def _is_of_several(self, node: Node) -> bool:
        tag = self._tree.words[node.word].xpos
        people = node.type in (EntityType.PERSON, EntityType.GROUP)
        return people and (tag in ("NNS", "NNPS") or node.noun in _PAIRS)

    def _before(self, position: int) -> Iterator[tuple[int, ...]]:
        node = self._node(position)
        for each in self._named:
            last = self._node(each[-1])
            if last.mention.span.end <= node.mention.span.begin:
                if node.sentence - last.sentence <= _REACH:
                    yield each

    def _fits(self, position: int, members: tuple[int, ...]) -> bool:
        node = self._node(position)
        if self._clusters.root(position) in map(self._clusters.root, members):
            return False
        if node.form is MentionForm.PRONOUN:
            return True
        words = self._words(position)
        several = [count for count, told in _COUNTS.items() if words & told]
        sexes = {self._node(p).sex for p in members} - {None}
        return several == [len(members)] and (node.sex is None or sexes <= {node.sex})

    def _score(self, position: int, members: tuple[int, ...]) -> float:
        near = max(self._salience.score(position, member) for member in members)
        return near + _LINKED * self._linked(position, members)

    def _linked(self, position: int, members: tuple[int, ...]) -> float:
        """How sure the network is that the mention means the whole coordination."""
        first, last = self._node(members[0]), self._node(members[-1])
        whole = self._nominals.get((first.word, last.mention.span.end))
        node = self._node(position)
        own = self._nominals.get((node.word, node.mention.span.end))
        return own.linked if whole and own and own.entity == whole.entity else 0.0
