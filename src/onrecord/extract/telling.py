"""How a speaker told it: when, where, on which occasion, to whom, and on which terms.

These are circumstances of the verb of speaking; what is said has a time and place of its own.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from onrecord.extract.cues import TOLD
from onrecord.extract.referents import Referents
from onrecord.extract.syntax import Tree
from onrecord.lexicon import outlets, speech
from onrecord.model import Chain, EntityType, Filler, Reading, Span, Telling, TimeExpression

__all__ = ["Tellings"]

_VENUES = frozenset({"at", "in", "on", "during", "to", "from", "outside", "via", "through"})


class Tellings:
    """Looks up the circumstances of the verbs of speaking of one report."""

    def __init__(self, tree: Tree, referents: Referents, reading: Reading, text: str) -> None:
        self._tree = tree
        self._referents = referents
        self._reading = reading
        self._text = text

    def of(self, cue: Span | None, chain: Chain | None) -> Telling | None:
        """The circumstances of the saying at `cue` by the speaker of `chain`; None if untold."""
        verb = None if cue is None else self._tree.head_of(cue)
        if verb is None:
            return None
        around = list(self._around(verb))
        occasion = next((i for i in around if self._is_occasion(i)), None)
        place = next((i for i in around if i != occasion and self._is_place(i)), None)
        told = Telling(
            next((time for i in around if (time := self._time_at(i))), None),
            self._filler(place),
            self._filler(occasion),
            tuple(filter(None, map(self._filler, self._audience(verb)))),
            self._terms(verb, chain),
        )
        return None if told == Telling() else told

    def _around(self, verb: int) -> Iterator[int]:
        """The circumstances of a verb of speaking, and those that hang on them."""
        if self._tree.words[verb].upos != "VERB":
            return
        for child in self._tree.children(verb, "obl", "advmod"):
            yield child
            yield from self._tree.children(child, "nmod")

    def _is_occasion(self, index: int) -> bool:
        tree = self._tree
        return tree.case(index) in _VENUES and outlets.is_occasion(tree.lemma(index))

    def _is_place(self, index: int) -> bool:
        placed = self._referents.type_at(index) in (EntityType.PLACE, EntityType.FACILITY)
        return placed and self._tree.case(index) in _VENUES

    def _time_at(self, index: int) -> TimeExpression | None:
        span = self._tree.words[index].span
        return next((t for t in self._reading.times if t.span.contains(span)), None)

    def _filler(self, index: int | None) -> Filler | None:
        if index is None:
            return None
        span, chain = self._tree.phrase(index), self._referents.chain_at(index)
        return Filler(span.of(self._text), span, None if chain is None else chain.id)

    def _audience(self, verb: int) -> Iterable[int]:
        """ "Told reporters", "said to the court", "told Radio X"."""
        tree = self._tree
        found = [*tree.children(verb, "iobj")]
        if tree.lemma(verb) in TOLD:
            found += tree.children(verb, "obj")
        found += [c for c in tree.children(verb, "obl") if tree.case(c) == "to"]
        return [
            i
            for i in found
            if tree.words[i].entity in ("person", "organization")
            or outlets.is_hearer(tree.lemma(i))
            or outlets.is_medium(tree.lemma(i))
        ]

    def _terms(self, verb: int, chain: Chain | None) -> Filler | None:
        """The terms told of in the sentence of the cue, or in one that this speaker opens."""
        tree = self._tree
        for index, length in self._all_terms:
            sentence = tree.words[index].sentence
            ours = sentence == tree.words[verb].sentence
            if not ours and chain is not None:
                subject = tree.child(tree.clause(index), "nsubj")
                told = None if subject is None else self._referents.chain_at(subject)
                ours = told is not None and told.id == chain.id
            if ours:
                span = tree.words[index].span.cover(tree.words[index + length - 1].span)
                return Filler(span.of(self._text), span)
        return None

    @cached_property
    def _all_terms(self) -> list[tuple[int, int]]:
        """First word and number of words of all that tells terms."""
        tree = self._tree
        found = ((i, speech.terms(tree.lemmas, i, tree.parts)) for i in range(len(tree.words)))
        return [(index, length) for index, length in found if length]
