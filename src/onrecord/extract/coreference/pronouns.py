"""Whom "he", "it" and "they" mean, and who says "I" and "we"."""

from collections.abc import Sequence

from onrecord.extract.arguments import Arguments
from onrecord.extract.coreference.links import Links
from onrecord.extract.coreference.node import Article, Node
from onrecord.extract.coreference.salience import Salience, best
from onrecord.extract.coreference.together import Together
from onrecord.extract.syntax import Tree, base
from onrecord.model import EntityType, MentionForm, SpokenSpans

__all__ = ["Pronouns", "held_apart"]

_FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
_REFLEXIVE = frozenset("himself herself itself themselves".split())
_THEY = frozenset("they them their theirs themselves".split())
_IT = frozenset("it its itself".split())
_REACH = 3
_LEAST = -2.0
_LINKED = 2.0
_BODIES = frozenset({EntityType.GROUP, EntityType.ORGANISATION})
_QUOTES = '"“‘«'


class Pronouns:
    """Finds the antecedent of one pronoun at a time."""

    def __init__(
        self,
        salience: Salience,
        links: Links,
        together: Together,
        spoken: Sequence[SpokenSpans],
        text: str,
    ) -> None:
        self._tree = tree = salience.tree
        self._clusters = clusters = salience.clusters
        self._salience = salience
        self._links = links
        self._together = together
        self._text = text
        self._resolved: set[int] = set()
        at_word = {node.word: p for p, node in enumerate(clusters.nodes)}
        self._speeches = [
            (content, at_word[head])
            for attribution in spoken
            for source in attribution.source[:1]
            if (head := tree.head_of(source)) in at_word and head is not None
            for content in attribution.content
        ]

    def resolve(self, position: int) -> None:
        """Joins the pronoun to its antecedent, if one is near enough; first the pronoun that speaks
        the words in which it stands ("..., he said"), since the two are not the same."""
        if position in self._resolved:
            return
        self._resolved.add(position)
        node = self._clusters.nodes[position]
        speaker = self._speaker(node) if self._is_quoted(node) else None
        if speaker is not None and self._clusters.nodes[speaker].pronoun not in ("", *_FIRST):
            self.resolve(speaker)
        if node.pronoun in _FIRST:
            self._first_person(position)
            return
        antecedent = self._of_reflexive(position) if node.pronoun in _REFLEXIVE else None
        if antecedent is not None:
            self._clusters.join(antecedent, position)
            return
        found = self._third_person(position)
        several = self._together.best(position) if node.pronoun in _THEY else None
        if several is not None and several[0] > max((score for score, _ in found), default=_LEAST):
            self._together.take_up(position, several[1])
        elif (antecedent := best(found)) is not None:
            self._clusters.join(antecedent, position)

    def _speaker(self, node: Node) -> int | None:
        """The speaker of the shortest speech that holds the mention."""
        holding = [
            (len(content), speaker)
            for content, speaker in self._speeches
            if content.contains(node.mention.span)
        ]
        return min(holding)[1] if holding else None

    def _says_it(self, node: Node) -> int | None:
        """Who says "I" or "we": the speaker of the words, but of no reported speech, where it means
        somebody else ("They said we lost")."""
        speaker = self._speaker(node)
        if speaker is None or self._clusters.nodes[speaker].sentence != node.sentence:
            return speaker
        words = self._tree.words
        first = next(i for i, word in enumerate(words) if word.sentence == node.sentence)
        before = self._text[max(0, words[first].span.begin - 1) : node.mention.span.begin]
        return speaker if any(mark in _QUOTES for mark in before) else None

    def _first_person(self, position: int) -> None:
        speaker = self._says_it(self._clusters.nodes[position])
        node = self._clusters.nodes[position]
        if speaker is not None and speaker != position:
            several = self._together.led_by(speaker) if node.plural else ()
            if several:
                self._together.take_up(position, several)
            else:
                self._clusters.join(speaker, position)
            return
        for earlier in range(position - 1, -1, -1):
            other = self._clusters.nodes[earlier]
            if node.sentence - other.sentence > _REACH:
                return
            if other.pronoun in _FIRST and self._says_it(other) is None:
                if other.plural == node.plural:
                    self._clusters.join(earlier, position)
                    return

    def _of_reflexive(self, position: int) -> int | None:
        verb = self._tree.words[self._clusters.nodes[position].word].head
        subjects = self._tree.children(verb, "nsubj") if verb >= 0 else []
        for earlier in range(position - 1, -1, -1):
            if self._clusters.nodes[earlier].word in subjects:
                return earlier
        return None

    def _third_person(self, position: int) -> list[tuple[float, int]]:
        """The antecedents that may be meant, each with its score."""
        node = self._clusters.nodes[position]
        speaker = self._speaker(node) if self._is_quoted(node) else None
        spoken_of = self._spoken_of(position)
        found = []
        for antecedent in self._salience.before(position, _REACH):
            if speaker is not None and self._clusters.root(antecedent) == self._clusters.root(
                speaker
            ):
                continue
            if self._clusters.root(antecedent) in (self._clusters.root(position), *spoken_of):
                continue
            if not self._may_mean(node, antecedent) or not self._clusters.agree(
                antecedent, position
            ):
                continue
            linked = self._links.sure(position, self._clusters.members(antecedent))
            score = self._salience.score(position, antecedent) + _LINKED * linked
            if score > _LEAST:
                found.append((score, antecedent))
        return found

    def _spoken_of(self, position: int) -> set[int]:
        """Whom the mention's own words name or describe, or in a quotation call "he": nobody speaks
        so of himself; a body may ("The ministry will pay, it said")."""
        said = [content for content, speaker in self._speeches if speaker == position]
        return {
            self._clusters.root(other)
            for other, node in enumerate(self._clusters.nodes)
            if any(content.contains(node.mention.span) for content in said)
            and _tells_of_another(node, quoted=self._is_quoted(node))
        }

    def _is_quoted(self, node: Node) -> bool:
        """Whether the mention stands between quotation marks."""
        for content, _ in self._speeches:
            if content.contains(node.mention.span):
                start = self._text[max(0, content.begin - 1) : content.begin + 1]
                if any(mark in _QUOTES for mark in start):
                    return True
        return False

    def _may_mean(self, node: Node, antecedent: int) -> bool:
        others = [self._clusters.nodes[p] for p in self._clusters.members(antecedent)]
        if all(other.pronoun in _FIRST for other in others):
            return False
        kinds = {other.type for other in others if not other.pronoun} or {others[0].type}
        if EntityType.NATIONALITY in kinds:
            return node.pronoun in _THEY and any(other.plural for other in others)
        if node.pronoun in _THEY:
            return any(other.plural for other in others) or bool(kinds & _BODIES)
        if node.pronoun in _IT:
            return EntityType.PERSON not in kinds and not any(other.plural for other in others)
        return EntityType.PERSON in kinds and not any(
            other.article is Article.NONE and other.form is MentionForm.DESCRIPTION and other.plural
            for other in others
        )


def _tells_of_another(node: Node, *, quoted: bool) -> bool:
    """Whether a speaker who has the mention in his words does not mean himself."""
    if node.pronoun:
        return quoted and node.pronoun not in _FIRST
    return bool(node.key) or node.type is EntityType.PERSON


def held_apart(tree: Tree, nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Pairs of positions that grammar keeps apart: subject and object of one verb, fellows of one
    coordination, and a mention inside another."""
    by_word: dict[int, list[int]] = {}
    for position, node in enumerate(nodes):
        by_word.setdefault(node.word, []).append(position)
    pairs: list[tuple[int, int]] = []
    arguments = Arguments(tree)
    for position, node in enumerate(nodes):
        for word in _apart_words(tree, arguments, node):
            pairs.extend((position, other) for other in by_word.get(word, ()))
        for later in range(position + 1, len(nodes)):
            if nodes[later].mention.span.begin >= node.mention.span.end:
                break
            if nodes[later].word != node.word:
                pairs.append((position, later))
    return pairs


def _apart_words(tree: Tree, arguments: Arguments, node: Node) -> Sequence[int]:
    word = tree.words[node.word]
    relation = base(word.deprel)
    if node.pronoun in _REFLEXIVE or word.head < 0:
        return []
    if relation == "conj":
        return [] if _says_what_one_is(tree, node) else [word.head]
    if word.deprel == "nmod:poss":
        return [word.head]
    if relation in ("obj", "iobj", "obl"):
        return [*tree.children(word.head, "nsubj"), *arguments.of(word.head).get("subject", ())]
    return []


def _says_what_one_is(tree: Tree, node: Node) -> bool:
    """Whether a description goes on with what is said of one: "is a lawyer and a poet"."""
    head = tree.words[node.word].head
    said = base(tree.words[head].deprel) in ("appos", "xcomp") or bool(tree.children(head, "cop"))
    return said and node.form is MentionForm.DESCRIPTION and node.plural is False
