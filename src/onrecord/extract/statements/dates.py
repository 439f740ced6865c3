"""When: which of a report's time expressions dates a predicate."""

from collections.abc import Sequence
from functools import cached_property

from onrecord.extract.statements.bearing import Bearing, bounded, composed, joined
from onrecord.extract.statements.hanging import Hung, hung
from onrecord.extract.statements.sharing import Lender, lenders
from onrecord.extract.syntax import Tree, base
from onrecord.extract.times.anchor import anchor
from onrecord.model import Document, Reading, Span, TimeExpression

__all__ = ["Dates"]

_RANGE_ENDS = ("to", "until", "till", "through")


class Dates:
    """The times of one report by the words that they date.

    A report's date is never taken for a missing one.
    """

    def __init__(self, document: Document, reading: Reading, tree: Tree) -> None:
        self._text = document.text
        self._reading = reading
        self._tree = tree
        self.published = anchor(document, reading)

    @cached_property
    def _hung(self) -> dict[int, list[Hung]]:
        return hung(self._tree, self._reading, self.published)

    def of(self, predicate: int, *, own: bool = False) -> TimeExpression | None:
        """The time of the predicate: that of its own clause or phrase, else of one that shares its
        time; only what hangs on the word itself if `own`."""
        for lender in lenders(self._tree, predicate):
            shared = [
                each
                for each in self._hung.get(lender.word, ())
                if lender.front is None or each.time.span.begin < lender.front
            ]
            if shared:
                time = self._chosen(predicate, lender, shared)
                return None if time is None or self._is_odd(predicate, time) else time
            if own:
                return None
        return None

    def _chosen(
        self, predicate: int, lender: Lender, shared: Sequence[Hung]
    ) -> TimeExpression | None:
        """The time that is nearest to the predicate, its fellows joined, at its bearing."""
        anchor = self._tree.words[predicate].span.begin
        best = min(shared, key=lambda h: (h.time.interval is None, abs(h.time.span.begin - anchor)))
        best = self._together(best, shared) or best
        bearing = composed(lender.bearing, best.bearing)
        if bearing is Bearing.UNTIL and self._is_negated(predicate):
            bearing = Bearing.AT
        if bearing is None or best.preposition == "to":
            return None
        begin = best.begin
        if lender.link >= 0:
            begin = min(begin, self._tree.words[lender.link].span.begin)
        span = Span(min(begin, best.time.span.begin), best.time.span.end)
        loose = lender.bearing is not Bearing.AT
        return bounded(best.time, bearing, span, self._text, loose=loose)

    def _together(self, best: Hung, shared: Sequence[Hung]) -> Hung | None:
        """ "From May to June", "between May and June", "in 1997 and 1998" as one."""
        begins = next((h for h in shared if h.preposition in ("from", "between")), None)
        ends = next((h for h in shared if h.preposition in _RANGE_ENDS), None)
        if begins and ends and best in (begins, ends) and begins.begin < ends.begin:
            return self._one((begins, ends), between=True)
        words = self._tree.words
        listed = [h for h in shared if self._first_of_list(h) == self._first_of_list(best)]
        if not any(base(words[h.head].deprel) == "conj" for h in listed):
            return None
        listed.sort(key=lambda h: h.time.span)
        return self._one(listed, between=listed[0].preposition == "between")

    def _first_of_list(self, each: Hung) -> int:
        """The head of the first of the times that are coordinated with this one."""
        word = self._tree.words[each.head]
        return word.head if base(word.deprel) == "conj" else each.head

    def _one(self, together: Sequence[Hung], *, between: bool) -> Hung | None:
        time = joined([each.time for each in together], self._text, between=between)
        first = together[0]
        return None if time is None else Hung(time, Bearing.AT, "", first.begin, first.head)

    def _is_negated(self, predicate: int) -> bool:
        """ "Not until May": in May."""
        return any(
            self._tree.lemma(child) in ("not", "n't", "never")
            for child in self._tree.children(predicate, "advmod")
        )

    def _is_odd(self, predicate: int, time: TimeExpression) -> bool:
        """Whether what is told as past would lie after the report: the time was read wrong."""
        tree = self._tree
        finite = [predicate, *tree.children(predicate, "aux", "cop")]
        is_past = any(tree.words[word].xpos == "VBD" for word in finite)
        first = time.interval.earliest if time.interval else None
        return bool(is_past and first and self.published and first > self.published)
