"""Whom "the group", "the mayor" and "the source" mean."""

from collections.abc import Collection, Mapping

from onrecord.extract.coreference.cluster import Clusters
from onrecord.extract.coreference.node import Article, Node
from onrecord.extract.coreference.salience import Salience
from onrecord.extract.mentions.nouns import noun_type
from onrecord.extract.syntax import Tree
from onrecord.lexicon import names
from onrecord.lexicon.outlets import is_outlet
from onrecord.model import EntityType, MentionForm

__all__ = ["Descriptions"]

_BODIES = frozenset({EntityType.GROUP, EntityType.ORGANISATION})
_POINTING = frozenset({Article.DEFINITE, Article.DEMONSTRATIVE})
_FORMER = frozenset({"other", "another", "second", "third", "new", "former", "rival", "next"})
_REACH_SAME_NOUN, _REACH_NAME, _REACH_GENERAL = 15, 40, 2
_REPEATED = 1.5
_OF_THE_STATE = frozenset("army police military government state navy parliament court".split())
_GENERAL = {
    EntityType.PERSON: frozenset("man woman boy girl".split()),
    EntityType.GROUP: frozenset("group organisation organization movement militia gang".split()),
    EntityType.ORGANISATION: frozenset(
        "group organisation organization company firm agency party newspaper network".split()
    ),
    EntityType.PLACE: frozenset("city town village".split()),
}
_COLOURLESS = frozenset(
    "militant terrorist armed islamist rebel extremist radical guerrilla guerilla political same "
    "old young 's".split()
)


class Descriptions:
    """Finds the antecedent of one description at a time."""

    def __init__(
        self,
        tree: Tree,
        clusters: Clusters,
        salience: Salience,
        titles: Mapping[int, Mapping[str, frozenset[str]]],
        stated: Collection[int],
    ) -> None:
        """`titles` are the offices named before a name, with the words that say which; `stated` the
        positions that are given a name."""
        self._tree = tree
        self._clusters = clusters
        self._salience = salience
        self._titles = titles
        self._stated = stated

    def resolve(self, position: int) -> None:
        """Joins the description to what it takes up, if it takes up anything."""
        node = self._clusters.nodes[position]
        if node.article is Article.INDEFINITE or node.modifiers & _FORMER:
            return
        if any(other.key for other in self._nodes(position)):
            return
        for antecedents in (
            self._just_before(position),
            self._same_noun(position),
            self._by_name(position),
            self._by_title(position),
        ):
            if any(self._clusters.join(antecedent, position) for antecedent in antecedents):
                return

    def _nodes(self, antecedent: int) -> list[Node]:
        return [self._clusters.nodes[p] for p in self._clusters.members(antecedent)]

    def _same_noun(self, position: int) -> list[int]:
        node = self._clusters.nodes[position]
        return [
            antecedent
            for antecedent in self._salience.before(position, _REACH_SAME_NOUN)
            if self._is_repeated(node, antecedent)
        ]

    def _takes_up(self, node: Node, other: Node) -> bool:
        if other.form is not MentionForm.DESCRIPTION:
            return False
        if other.plural != node.plural or self._is_one(node) != self._is_one(other):
            return False
        if node.article is Article.OWNED:
            return other.article is Article.OWNED and self._same_owner(node, other)
        if node.article is Article.NONE:
            bodily = node.type in _BODIES and not node.plural
            return bodily and other.modifiers == node.modifiers
        return _telling(node) <= other.modifiers

    def _is_one(self, node: Node) -> bool:
        return self._tree.words[node.word].xpos not in ("NNS", "NNPS")

    def _same_owner(self, node: Node, other: Node) -> bool:
        owners = [self._tree.child(n.word, "nmod:poss") for n in (node, other)]
        positions = [self._position_of(owner) for owner in owners]
        if None in positions:
            return False
        left, right = (self._clusters.root(p) for p in positions if p is not None)
        return left == right and _telling(node) <= other.modifiers

    def _position_of(self, word: int | None) -> int | None:
        return next((p for p, n in enumerate(self._clusters.nodes) if n.word == word), None)

    def _by_name(self, position: int) -> list[int]:
        """ "The brigade" after "Oriel Brigade"."""
        node = self._clusters.nodes[position]
        if node.article not in _POINTING or node.plural or node.noun in _OF_THE_STATE:
            return []
        return [
            antecedent
            for antecedent in self._salience.before(position, _REACH_NAME)
            if any(
                node.noun in other.key.split() and node.modifiers <= set(other.key.split())
                for other in self._nodes(antecedent)
                if other.key and other.type is not EntityType.PERSON
            )
        ][:1]

    def _by_title(self, position: int) -> list[int]:
        """ "The mayor" after "Mayor Ana Souza", "the mayor of Velm" after "Velm Mayor Ana Souza",
        if there is one such only."""
        node = self._clusters.nodes[position]
        if node.type is not EntityType.PERSON or node.plural or node.article not in _POINTING:
            return []
        found = [
            antecedent
            for antecedent in self._salience.before(position, _REACH_NAME)
            if self._offices(antecedent, node.noun)
        ]
        if which := node.modifiers - _COLOURLESS:
            found = [
                antecedent
                for antecedent in found
                if any(which <= told for told in self._offices(antecedent, node.noun))
            ]
        return found if len(found) == 1 else []

    def _offices(self, antecedent: int, noun: str) -> list[frozenset[str]]:
        """The titles of somebody with that noun, each as the words that say which it is."""
        members = self._clusters.members(antecedent)
        return [self._titles[p][noun] for p in members if noun in self._titles.get(p, ())]

    def _just_before(self, position: int) -> list[int]:
        """ "The group" for the body spoken of just before, by name or by the same noun."""
        node = self._clusters.nodes[position]
        if node.article not in _POINTING or node.plural or node.modifiers - _COLOURLESS:
            return []
        if not any(node.noun in nouns for nouns in _GENERAL.values()):
            return []
        found = []
        for antecedent in self._salience.before(position, _REACH_GENERAL):
            if self._clusters.agree(antecedent, position):
                repeated = self._is_repeated(node, antecedent)
                if repeated or self._is_named_kind(node, antecedent):
                    score = self._salience.score(position, antecedent) + _REPEATED * repeated
                    found.append((score, antecedent))
        return [antecedent for _, antecedent in sorted(found, reverse=True)][:1]

    def _is_repeated(self, node: Node, antecedent: int) -> bool:
        nodes, noun = self._clusters.nodes, node.noun
        return any(
            nodes[p].noun == noun and nodes[p].index < node.index and self._takes_up(node, nodes[p])
            for p in self._clusters.members(antecedent)
        )

    def _is_named_kind(self, node: Node, antecedent: int) -> bool:
        members = self._clusters.members(antecedent)
        if any(p in self._stated for p in members):
            return any(node.noun in _GENERAL.get(self._clusters.nodes[p].type, ()) for p in members)
        return any(
            node.noun in _GENERAL.get(other.type, ()) and not _says_otherwise(other.key, node.noun)
            for other in self._nodes(antecedent)
            if other.key and not is_outlet(other.key) and not names.is_country(other.key)
        )


def _telling(node: Node) -> frozenset[str]:
    """The modifiers that tell one from another; "armed" forces are not "guerrilla" forces."""
    return node.modifiers if node.noun == "force" else node.modifiers - _COLOURLESS


def _says_otherwise(key: str, noun: str) -> bool:
    """Whether a body's name tells what it is ("University of Oriel"), and it is not `noun`."""
    kinds = {word for word in key.split() if noun_type(word) in _BODIES}
    return bool(kinds) and noun not in (*kinds, "group", "organisation", "organization")
