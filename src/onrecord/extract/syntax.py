"""Dependency trees of a report (Universal Dependencies v2), with the look-ups that stages need."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property, wraps
from typing import ParamSpec, TypeVar

from onrecord.model import Span, Word

__all__ = ["Tree", "base", "is_infinitive", "remembered", "tree_of"]

P = ParamSpec("P")
T = TypeVar("T")

_OUTSIDE_A_PHRASE = frozenset(
    {"acl:relcl", "appos", "parataxis", "conj", "cc", "punct", "dep", "list", "discourse"}
)
_DEFINITE = frozenset("the this that these those".split())
_HEADLESS = {"DET": 1, "PUNCT": 2}
"""Words that head others only where the tree is wrong, the last resort last."""
_CLAUSES = frozenset({"acl", "advcl", "acl:relcl", "advcl:relcl"})


@cache
def base(deprel: str) -> str:
    """A relation without its subtype: "nsubj:pass" is "nsubj"."""
    return deprel.partition(":")[0]


def remembered(make: Callable[P, T]) -> Callable[P, T]:
    """The same function, which keeps what it made last for the very same arguments: the stages of a
    reading ask for the same one after the other."""
    last: list[tuple[tuple[object, ...], T]] = []

    @wraps(make)
    def kept(*args: P.args, **kwargs: P.kwargs) -> T:
        known = last[0] if last and not kwargs else None
        if known and len(known[0]) == len(args):
            if all(one is other for one, other in zip(known[0], args, strict=True)):
                return known[1]
        made = make(*args, **kwargs)
        last[:] = [(args, made)]
        return made

    return kept


class Tree:
    """All trees of one report; every index is one into the words given."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words

    @cached_property
    def _children(self) -> list[list[int]]:
        children: list[list[int]] = [[] for _ in self.words]
        for index, word in enumerate(self.words):
            if word.head >= 0:
                children[word.head].append(index)
        return children

    @cached_property
    def _related(self) -> list[dict[str, list[int]]]:
        """The children by their relation, with and without its subtype."""
        related: list[dict[str, list[int]]] = [{} for _ in self.words]
        for child, word in enumerate(self.words):
            if word.head >= 0:
                for relation in {word.deprel, base(word.deprel)}:
                    related[word.head].setdefault(relation, []).append(child)
        return related

    @cached_property
    def _begins(self) -> list[int]:
        return [word.span.begin for word in self.words]

    @cached_property
    def _ends(self) -> list[int]:
        return [word.span.end for word in self.words]

    def children(self, index: int, *relations: str) -> list[int]:
        """Dependents in text order, all or those of `relations` (subtypes included)."""
        if not relations:
            return self._children[index]
        related = self._related[index]
        if not related:
            return []
        if len(relations) == 1:
            return list(related.get(relations[0], ()))
        found = [related[relation] for relation in relations if relation in related]
        if len(found) < 2:
            return list(found[0]) if found else []
        return sorted({child for each in found for child in each})

    def child(self, index: int, *relations: str) -> int | None:
        """The first dependent of one of `relations`."""
        related = self._related[index]
        found = [related[relation][0] for relation in relations if relation in related]
        return min(found) if found else None

    def subtree(self, index: int) -> Iterator[int]:
        """The word and all that depends on it, in no given order."""
        waiting = [index]
        while waiting:
            current = waiting.pop()
            yield current
            waiting.extend(self._children[current])

    def ancestors(self, index: int) -> Iterator[int]:
        """The words above, from the nearest to the root."""
        seen = {index}
        while (index := self.words[index].head) >= 0 and index not in seen:
            seen.add(index)
            yield index

    def case(self, index: int) -> str:
        """The preposition of a nominal as lemmas joined by blanks ("because of"), or ""."""
        related = self._related[index]
        if "case" not in related:
            return ""
        marker = related["case"][0]
        parts = [marker, *self.children(marker, "fixed")]
        return " ".join(self.words[part].lemma.lower() for part in parts)

    def preposition(self, index: int) -> str:
        """The preposition of a nominal, even where the tree hangs it on the noun before."""
        head = self.words[index].head
        strays = [] if head < 0 else [c for c in self.children(head, "case") if head < c < index]
        return self.case(index) or (self.lemma(strays[-1]) if strays else "")

    def phrase(self, index: int) -> Span:
        """The span of a nominal: determiner and modifiers, without its preposition, relative
        clauses, appositions and coordinated fellows."""
        inside = [index]
        for child in self._children[index]:
            deprel = self.words[child].deprel
            if deprel in _OUTSIDE_A_PHRASE or deprel in _CLAUSES or base(deprel) in ("case", "cop"):
                continue
            if base(deprel) in ("nsubj", "advcl", "aux", "mark", "csubj", "advmod", "expl"):
                if not (base(deprel) == "advmod" and child < index):
                    continue
            inside.extend(self._within(child))
        return Span(
            min(self.words[i].span.begin for i in inside),
            max(self.words[i].span.end for i in inside),
        )

    def _within(self, index: int) -> Iterator[int]:
        waiting = [index]
        while waiting:
            current = waiting.pop()
            yield current
            waiting.extend(
                child
                for child in self._children[current]
                if self.words[child].deprel not in ("acl:relcl", "parataxis", "appos")
            )

    def is_indefinite(self, index: int) -> bool:
        """Whether a nominal tells of somebody new: "a", "three", a bare plural, no "the"."""
        if self.children(index, "nmod:poss"):
            return False
        articles = {self.lemma(d) for d in self.children(index, "det")}
        counted = self.words[index].xpos == "NNS" or self.children(index, "nummod")
        return articles.isdisjoint(_DEFINITE) and bool(articles or counted)

    def fellows(self, index: int) -> list[int]:
        """A word and those coordinated with it."""
        return [index, *self.children(index, "conj")]

    def clause(self, index: int) -> int:
        """The predicate of the nearest clause that the word stands in (itself if it is one)."""
        for current in (index, *self.ancestors(index)):
            deprel = base(self.words[current].deprel)
            if deprel in ("root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"):
                return current
            if deprel == "conj" and self.is_predicate(current):
                return current
        return index

    def is_predicate(self, index: int) -> bool:
        """Whether the word heads a clause: a verb, or a nominal or adjective with a copula."""
        return self.words[index].upos == "VERB" or bool(self.children(index, "cop"))

    def words_in(self, span: Span) -> list[int]:
        """Indices of the words that lie inside the span."""
        first = bisect_left(self._begins, span.begin)
        return list(range(first, bisect_right(self._ends, span.end, first)))

    def head_of(self, span: Span) -> int | None:
        """The word of the span whose own head lies outside it, a mark or an article only if no
        other word is one; None if the span holds no word."""
        inside = self.words_in(span)
        members = set(inside)
        found = [i for i in inside if self.words[i].head not in members]
        return min(found, key=lambda i: _HEADLESS.get(self.words[i].upos, 0), default=None)

    def completed(self, span: Span) -> Span:
        """The span with the noun to which the article or preposition at its end belongs."""
        last = next(reversed(self.words_in(span)), None)
        if last is None or self.words[last].upos not in ("DET", "ADP"):
            return span
        noun = self.words[last].head
        after = noun > last and self.words[noun].sentence == self.words[last].sentence
        return span.cover(self.phrase(noun)) if after and self._is_nominal(noun) else span

    def _is_nominal(self, index: int) -> bool:
        return self.words[index].upos in ("NOUN", "PROPN", "PRON", "NUM")

    @cached_property
    def lemmas(self) -> list[str]:
        """All lemmas in lower case, for the lexicon's patterns."""
        return [word.lemma.lower() for word in self.words]

    @cached_property
    def parts(self) -> list[str]:
        """All universal parts of speech."""
        return [word.upos for word in self.words]

    def lemma(self, index: int) -> str:
        """The lemma in lower case."""
        return self.lemmas[index]


def is_infinitive(tree: Tree, index: int) -> bool:
    """Whether a "to" marks the clause: what is meant to happen, not what did."""
    return any(tree.words[mark].xpos == "TO" for mark in tree.children(index, "mark"))


@remembered
def tree_of(words: tuple[Word, ...]) -> Tree:
    """The trees of a report's words."""
    return Tree(words)
