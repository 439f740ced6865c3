"""Which word of a report each time expression hangs on, and by which preposition."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.extract.statements.bearing import Bearing, bearing_of
from onrecord.extract.statements.lasting import counted_back
from onrecord.extract.statements.sharing import INTENDING, is_event_noun
from onrecord.extract.syntax import Tree, base
from onrecord.lexicon import roles
from onrecord.model import MentionForm, Reading, TimeExpression, TimexType

__all__ = ["Hung", "hung"]

_BEFORE_A_NOUN = frozenset({"compound", "amod", "nummod", "nmod:poss", "det"})
_PERIODS = frozenset(
    "beginning start end middle course eve hour half quarter part time early late rest day week "
    "month year period night morning evening afternoon".split()
)
_STATES = frozenset(
    "lead head serve work live rule govern hold control remain stay fight know own occupy run "
    "exist operate belong reside command rank chair keep".split()
)
_RANKS = frozenset({"first", "second", "third", "last", "only", "latest"})
_DATING = (TimexType.DATE, TimexType.TIME, TimexType.DURATION)
_IN_OFFICE = frozenset({"since", "from", "until", "till", "between"})


@dataclass(frozen=True, slots=True)
class Hung:
    """A time on the word that it hangs on.

    `begin` is where its preposition begins, `head` its head word.
    """

    time: TimeExpression
    bearing: Bearing
    preposition: str
    begin: int
    head: int


def hung(tree: Tree, reading: Reading, published: date | None) -> dict[int, list[Hung]]:
    """Predicates, event nouns and offices, each with the times that hang on it, in text order."""
    return _Hanging(tree, reading, published).all()


@dataclass(frozen=True)
class _Hanging:
    tree: Tree
    reading: Reading
    published: date | None

    def all(self) -> dict[int, list[Hung]]:
        timed = {
            word
            for time in self.reading.times
            for word in self.tree.words_in(time.span)
            if time.type in _DATING
        }
        found: dict[int, list[Hung]] = {}
        for time in self.reading.times:
            if time.type in _DATING and not self._is_in_name(time):
                for anchor, each in self._hang(time, timed):
                    found.setdefault(anchor, []).append(each)
        return found

    def _is_in_name(self, time: TimeExpression) -> bool:
        """Whether the time is part of a name: the year of a cup or a resolution dates nothing."""
        return any(
            mention.form is MentionForm.NAME and mention.span.contains(time.span)
            for mention in self.reading.mentions
        )

    def _hang(self, time: TimeExpression, timed: set[int]) -> Iterator[tuple[int, Hung]]:
        tree = self.tree
        head = tree.head_of(time.span)
        if head is None:
            return
        top = self._topmost(head, timed)
        marker = self._preposition(head) or self._preposition(top)
        preposition = "" if marker is None else tree.case(tree.words[marker].head)
        anchor = self._anchor(top, preposition)
        if anchor is None:
            return
        if time.type is TimexType.DURATION and time.interval is None:
            counted = self._counted(time, preposition, anchor)
            if counted is None:
                return
            time, preposition = counted, ""
        if preposition in ("from", "between") and "/" in time.value:
            preposition = ""  # the range is in the expression
        bearing = Bearing.UNTIL if preposition == "to" else bearing_of(preposition)
        if bearing is None or self._is_measure(anchor, time, bearing):
            return
        if bearing is Bearing.SINCE:
            anchor = self._lasting_before(anchor, min(tree.subtree(top)))
        starts = [time.span.begin] + ([tree.words[marker].span.begin] if marker else [])
        yield self._meant(anchor, time), Hung(time, bearing, preposition, min(starts), head)

    def _preposition(self, index: int) -> int | None:
        """The preposition of a nominal; the sign of a possessor is none."""
        marker = self.tree.child(index, "case")
        return None if marker is None or self.tree.words[marker].xpos == "POS" else marker

    def _topmost(self, head: int, timed: set[int]) -> int:
        """The word from which the time hangs on something that is no time: "Sunday night"."""
        for above in self.tree.ancestors(head):
            link = base(self.tree.words[head].deprel)
            period = self.tree.lemma(above) in _PERIODS and link == "nmod"
            if above not in timed and not period:
                break
            head = above
        return head

    def _anchor(self, top: int, preposition: str) -> int | None:
        """The predicate, event or office that a time phrase hangs on, nothing else between."""
        tree = self.tree
        current = top
        for above in tree.ancestors(top):
            deprel = tree.words[current].deprel
            if tree.is_predicate(above) or is_event_noun(tree, above):
                return self._right_before(above, top, above)
            if base(deprel) == "nmod" and current == top and preposition in _IN_OFFICE:
                if roles.noun_class(tree.lemma(above)) is not None:
                    return above
            inner = self._right_before(above, top, None) if current == top else None
            if inner is not None:
                return inner
            if deprel in _BEFORE_A_NOUN or (base(deprel) == "nmod" and preposition == "of"):
                return None
            if tree.words[above].head < 0:
                return above
            current = above
        return None

    def _right_before(self, above: int, top: int, otherwise: int | None) -> int | None:
        """ "Fled after the raid on Friday", "the anniversary of the raid on Friday": the event has
        the time right after it, where what is told lies apart from it."""
        tree = self.tree
        first = min(tree.subtree(top))
        for child in tree.children(above, "obl", "nmod") if tree.words[top].head == above else ():
            told_apart = bearing_of(tree.case(child)) not in (None, Bearing.AT)
            if not is_event_noun(tree, child) or not (told_apart or otherwise is None):
                continue
            if max(tree.subtree(child)) == first - 1:
                return child
        return otherwise

    def _is_measure(self, anchor: int, time: TimeExpression, bearing: Bearing) -> bool:
        """ "The worst raid in ten years", "their first since May": the time says of how many."""
        if time.type is not TimexType.DURATION and bearing is not Bearing.SINCE:
            return False
        tree = self.tree
        return any(
            tree.words[child].xpos == "JJS" or tree.lemma(child) in _RANKS
            for noun in (anchor, *tree.children(anchor, "obj"))
            for child in tree.children(noun, "amod")
        )

    def _lasting_before(self, anchor: int, first: int) -> int:
        """ "The arrest of one who has been at large since May": what lasts has the "since"."""
        inside = first - 1
        while inside >= 0 and inside != anchor:
            if base(self.tree.words[inside].deprel) == "acl" and self._is_perfect(inside):
                return inside
            inside = self.tree.words[inside].head
        return anchor

    def _meant(self, anchor: int, time: TimeExpression) -> int:
        """ "Plans tomorrow to meet": a day that is yet to come dates what is planned."""
        complement = self.tree.child(anchor, "xcomp")
        first = time.interval.earliest if time.interval else None
        ahead = first is not None and self.published is not None and first > self.published
        if ahead and complement is not None and self.tree.lemma(anchor) in INTENDING:
            return complement
        return anchor

    def _counted(
        self, time: TimeExpression, preposition: str, anchor: int
    ) -> TimeExpression | None:
        if self.published is None:
            return None
        still = self._is_perfect(anchor) and self._is_lasting(anchor)
        return counted_back(time, preposition, self.published, still=still)

    def _is_perfect(self, index: int) -> bool:
        return any(
            self.tree.words[aux].xpos in ("VBZ", "VBP") and self.tree.lemma(aux) == "have"
            for aux in self.tree.children(index, "aux")
        )

    def _is_lasting(self, index: int) -> bool:
        """Whether it goes on rather than comes to an end: "has been at sea", "has led"."""
        tree = self.tree
        going_on = tree.words[index].xpos == "VBG" or bool(tree.children(index, "cop"))
        return going_on or tree.lemma(index) in _STATES
