"""What a report says outright of names: acronyms in brackets, nicknames, aliases, appositions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.coreference.bracket import bare, may_abbreviate
from onrecord.extract.coreference.cluster import Clusters
from onrecord.extract.coreference.cue import CUES, RENAMED
from onrecord.extract.coreference.gloss import APPOSED, gloss_after, sort_told
from onrecord.extract.coreference.node import Node
from onrecord.extract.coreference.predicated import is_doubted
from onrecord.extract.syntax import Tree, base
from onrecord.lexicon import names
from onrecord.model import EntityType, MentionForm, Name, NameSort, Span

__all__ = ["Statements"]

_BRACKET = re.compile(r"['’\"”]?\s*[(\[]([^()\[\]\n]{2,90})[)\]]")
_TRANSLATION = re.compile(r"[\"“‘']|(?:the|meaning|or|literally|translated|that is|i\.e\.)\b", re.I)
_IN_LANGUAGE = re.compile(r"([^\W\d_a-z][^;,()]{1,58}?)\s+in\s+[A-Z][a-z]+\b(?!\s+[A-Z])")
"""A name and the language that it is in: "Nehir Partisi in Turkish"."""
_CALLED = re.compile(r"(?:called|named|entitled)\b", re.IGNORECASE)
_QUOTED = re.compile(r"(?:the\s+)?[\"“‘«]\s*([^\"”’»\n]{2,60}?)[,.]?\s*[\"”’»]", re.IGNORECASE)
_SECOND = re.compile(
    r"[,.]?\s*(?:--|[–—(,])\s*(?:or|meaning|that is)?\s*(?:the\s+)?"
    r"[\"“‘«]([^\"”’»\n]{2,60})[\"”’»]",
    re.IGNORECASE,
)
_BODIES = frozenset({EntityType.GROUP, EntityType.ORGANISATION})


@dataclass(slots=True)
class Statements:
    """Joins clusters that a report says are one, and keeps the names that it states.

    `stated` maps a node's position to names given for it.
    """

    text: str
    tree: Tree
    clusters: Clusters
    stated: dict[int, list[Name]]
    at_word: dict[int, int]
    at_begin: dict[int, int]

    @classmethod
    def of(cls, text: str, tree: Tree, clusters: Clusters) -> "Statements":
        """Statements not yet read, over the nodes of `clusters`."""
        widest = sorted(
            range(len(clusters.nodes)), key=lambda p: len(clusters.nodes[p].mention.span)
        )
        at_word = _within_names(tree, clusters, widest)
        at_word |= {clusters.nodes[p].word: p for p in widest}
        at_begin = {clusters.nodes[p].core.begin: p for p in widest if clusters.nodes[p].key}
        return cls(text, tree, clusters, {}, at_word, at_begin)

    def read(self) -> None:
        """Reads all that is stated and joins accordingly."""
        for position in range(len(self.clusters.nodes)):
            self._bracket(position)
        for pattern, sort, main in CUES:
            for match in pattern.finditer(self.text):
                self._alias(match, sort, main)
        for match in APPOSED.finditer(self.text):
            self._apposed(match)
        for match in RENAMED.finditer(self.text):
            self._renaming(Span(*match.span()))
        self._join_stated_names()

    def _node(self, position: int) -> Node:
        return self.clusters.nodes[position]

    def _give(self, position: int, span: Span, sort: NameSort) -> None:
        if sort is NameSort.TRANSLATION and self._node(position).type is EntityType.PERSON:
            return  # What a person's name means is its gloss, not another name.
        name = Name(span.of(self.text), sort, span, gloss_after(self.text, span))
        if name.text not in (known.text for known in self.stated.setdefault(position, [])):
            self.stated[position].append(name)

    def _bracket(self, position: int) -> None:
        """ "Free Harbour Front (FHF)", "FHF [Free Harbour Front]", "Al-X (The Y)"."""
        node = self._node(position)
        match = _BRACKET.match(self.text, node.mention.span.end)
        if match is None or node.form is not MentionForm.NAME:
            return
        inner = bare(self.text, match.start(1), match.end(1))
        if inner is None:
            return
        outer_text, inner_text = node.core.of(self.text), inner.of(self.text)
        if names.is_acronym(inner_text) and names.acronym_may_fit(inner_text, outer_text):
            self._same(position, inner, NameSort.ACRONYM)
        elif may_abbreviate(outer_text) and names.acronym_may_fit(outer_text, inner_text):
            self._same(position, inner, NameSort.NAME)
            self._give(position, node.core, NameSort.ACRONYM)
        elif node.type in _BODIES and _TRANSLATION.match(match[1]) and inner_text[0].isupper():
            self._same(position, inner, NameSort.TRANSLATION)
        elif (told := _IN_LANGUAGE.match(inner_text)) is not None:
            span = Span(inner.begin, inner.begin + len(told[1]))
            self._same(position, span, NameSort.TRANSLATION)

    def _same(self, position: int, span: Span, sort: NameSort) -> None:
        """Notes another name, and joins its mention if it is one."""
        self._give(position, span, sort)
        other = self.at_begin.get(span.begin)
        if other is not None and self._node(other).core.end <= span.end:
            self.clusters.join_as_stated(position, other)

    def _alias(self, match: re.Match[str], sort: NameSort, main: str) -> None:
        cue = Span(match.start(), match.end())
        target = self._target(match.end())
        owner = self._owner(cue, main)
        if target is None or owner is None:
            return
        if self._node(owner).mention.span.overlaps(target):
            return
        if sort is NameSort.ALIAS and names.is_acronym(target.of(self.text)):
            sort = NameSort.ACRONYM
        if sort is NameSort.ALIAS and self._node(owner).key:
            owner = self._bearer(owner, match)
            if owner is None:
                return
        if sort is NameSort.ALIAS and not any(
            self._node(p).key for p in self.clusters.members(owner)
        ):
            sort = NameSort.NAME
        self._same(owner, target, sort_told(match[0]) or sort)
        second = _SECOND.match(self.text, self._after_quote(target.end))
        if second is not None:
            self._give(owner, Span(*second.span(1)), NameSort.TRANSLATION)

    def _apposed(self, cue: re.Match[str]) -> None:
        """ "He fought as Simba, a nom de guerre": the last name before is the subject's."""
        position = self._standing_before(cue.start() + len(cue[0]) - len(cue[0].lstrip('"”’»')))
        sort = sort_told(cue[0])
        if position is None or sort is None or not self._node(position).key:
            return
        owner = self._subject_before(self._node(position).word)
        if owner is not None and self._node(owner).type is EntityType.PERSON:
            self._same(owner, self._node(position).core, sort)

    def _renaming(self, cue: Span) -> None:
        """ "Was renamed X in 2005": X from then on; what it was called before is a former name."""
        verb = next((i for i in self.tree.words_in(cue) if self.tree.words[i].upos == "VERB"), None)
        target = self._target(cue.end)
        if verb is None or target is None or is_doubted(self.tree, verb):
            return
        bearers = [*self._bearers(verb), *self.tree.children(verb, "nsubj")]
        owner = next((self.at_word[i] for i in bearers if i in self.at_word), None)
        if owner is None or self._node(owner).type is EntityType.EVENT:
            return
        for position in self.clusters.members(owner):
            if self._node(position).key and self._node(position).core.end <= cue.begin:
                self._give(position, self._node(position).core, NameSort.FORMER)
        self._same(owner, target, NameSort.NAME)

    def _bearer(self, position: int, cue: re.Match[str]) -> int | None:
        """Who is called so after a name: "a group within X called Y" names the group, "X, also
        known as Y" names X."""
        if self.text[: cue.start()].rstrip().endswith((",", "(", "–", "—", "-")):
            return position
        word = self.tree.words[self._node(position).word]
        above = self.at_word.get(word.head) if base(word.deprel) == "nmod" else None
        if above is not None and not self._node(above).key:
            return above
        return None if _CALLED.match(cue[0]) else position

    def _after_quote(self, end: int) -> int:
        while end < len(self.text) and self.text[end] in '"”’»,.':
            end += 1
        return end

    def _target(self, begin: int) -> Span | None:
        """The name that follows a cue: quoted words, or a name as it stands."""
        quoted = _QUOTED.match(self.text, begin)
        if quoted is not None and (quoted[1][0].isupper() or "-" in quoted[1]):
            return Span(*quoted.span(1))
        article = begin + 4 if self.text[begin : begin + 4].lower() == "the " else begin
        position = self.at_begin.get(article)
        return None if position is None else self._node(position).core

    def _owner(self, cue: Span, main: str) -> int | None:
        """Who bears the name: what the cue's verb or noun says it of."""
        inside = self.tree.words_in(cue)
        words = [i for i in inside if not main or self.tree.words[i].text.lower() == main]
        anchor = next((i for i in words if self.tree.words[i].upos in ("VERB", "NOUN")), None)
        before = self._standing_before(cue.begin)
        bracketed = before is not None and self.text[: cue.begin].rstrip().endswith("(")
        if anchor is None or bracketed:
            return before
        if self.tree.words[anchor].upos == "NOUN":
            return self._owner_of_noun(anchor)
        bearers = list(self._bearers(anchor))
        if not bearers:
            return before
        return next((self.at_word[index] for index in bearers if index in self.at_word), before)

    def _bearers(self, verb: int) -> Iterator[int]:
        tree = self.tree
        if base(tree.words[verb].deprel) == "acl":
            yield tree.words[verb].head
        reflexive = any(
            tree.lemma(c).endswith(("self", "selves")) for c in tree.children(verb, "obj")
        )
        yield from tree.children(verb, "nsubj:pass")
        yield from tree.children(verb, "nsubj") if reflexive else tree.children(verb, "obj")
        if base(tree.words[verb].deprel) in ("advcl", "conj", "xcomp"):
            yield from tree.children(tree.words[verb].head, "nsubj")

    def _owner_of_noun(self, noun: int) -> int | None:
        """Whose nickname: the possessor, else the subject of the clause, if it stands before."""
        for index in (noun, *self.tree.ancestors(noun)):
            candidates = self.tree.children(index, "nmod:poss") + self.tree.children(index, "nsubj")
            for child in candidates:
                position = self.at_word.get(child)
                if (
                    child < noun
                    and position is not None
                    and self._node(position).type is not EntityType.EVENT
                ):
                    return position
            above = self.at_word.get(self.tree.words[index].head)
            if base(self.tree.words[index].deprel) == "acl" and above is not None:
                return above
        return self._subject_before(noun)

    def _subject_before(self, word: int) -> int | None:
        """The nearest subject before in the same sentence, where the tree leads to nobody."""
        sentence = self.tree.words[word].sentence
        for index in range(word - 1, -1, -1):
            if self.tree.words[index].sentence != sentence:
                return None
            if base(self.tree.words[index].deprel) == "nsubj" and index in self.at_word:
                return self.at_word[index]
        return None

    def _standing_before(self, begin: int) -> int | None:
        """The mention that ends just before, past a comma, bracket or "was"."""
        lead = self.text[max(0, begin - 4) : begin]
        end = begin - (len(lead) - len(lead.rstrip(" ,(-–—")))
        found = [p for p, n in enumerate(self.clusters.nodes) if n.mention.span.end == end]
        return max(found, key=lambda p: len(self._node(p).mention.span), default=None)

    def _join_stated_names(self) -> None:
        """A stated name that is used elsewhere stands for its bearer there."""
        by_key: dict[str, list[int]] = {}
        for position, node in enumerate(self.clusters.nodes):
            if node.key:
                by_key.setdefault(node.key, []).append(position)
        for owner, given in list(self.stated.items()):
            for name in given:
                for position in by_key.get(names.fold(names.without_title(name.text)), ()):
                    self.clusters.join_as_stated(owner, position)


def _within_names(tree: Tree, clusters: Clusters, positions: Sequence[int]) -> dict[int, int]:
    """The words of people's names and of the titles before them, by the name that they stand in."""
    return {
        index: position
        for position in reversed(positions)
        if (node := clusters.nodes[position]).key and node.type is EntityType.PERSON
        for index in tree.words_in(node.mention.span)
    }
