"""What the names of places in a report stand for: the place, those who act there, or nothing.

Whoever speaks or does something acts ("Kabul rejected the offer"), and so do those with whom or
against whom a state deals, and a country whose forces, firms and officials are spoken of. A name
within the name of something else, other than a building, stands for nothing by itself.
"""

from collections.abc import Iterator
from functools import cached_property

from onrecord.extract.arguments import Arguments, arguments_of
from onrecord.extract.syntax import base, tree_of
from onrecord.lexicon import roles, speech
from onrecord.lexicon.roles import NounKind
from onrecord.lexicon.speech import Giver
from onrecord.model import EntityType, Located, MentionForm, PlaceUse, Precision, Reading, Span

__all__ = ["Uses"]

_CAPITAL = "PPLC"
_DEEDS = frozenset({"OCCURRENCE", "REPORTING", "I_ACTION", "I_STATE", "PERCEPTION"})
"""TimeML's classes of events that somebody brings about."""
_DEALING = frozenset({"with", "against", "between"})
_MEANS = frozenset(
    {NounKind.RANK, NounKind.OFFICE, NounKind.FIGHTER, NounKind.GROUP, NounKind.ORGANISATION}
)
"""What a state acts through."""
_NAMED = frozenset(
    {
        EntityType.ORGANISATION,
        EntityType.GROUP,
        EntityType.DOCUMENT,
        EntityType.EVENT,
        EntityType.VEHICLE,
    }
)
"""What is often called after a place and is none."""
_LABELS = frozenset({"ORG", "MISC", "PER"})


class Uses:
    """Look-ups of one reading for what its names of places stand for."""

    def __init__(self, reading: Reading) -> None:
        self._analysis = reading.analysis
        self._words = reading.analysis.words
        self._tree = tree_of(self._words)
        self._begins = {block.span.begin for block in reading.blocks}
        self._longer = [
            mention.span
            for mention in reading.mentions
            if mention.form is MentionForm.NAME and mention.type in _NAMED
        ]
        names = reading.analysis.layers.get("name", ())
        self._longer += [name.span for name in names if name.label in _LABELS]

    def of(self, located: Located) -> PlaceUse:
        """What the name stands for."""
        if any(
            span.contains(located.span) and self._goes_on(span, located) for span in self._longer
        ):
            return PlaceUse.NAME
        return PlaceUse.ACTOR if self._acts(located) else PlaceUse.PLACE

    def _goes_on(self, span: Span, located: Located) -> bool:
        """Whether a longer name has other words than the place's."""
        return set(self._tree.words_in(span)) > set(self._tree.words_in(located.span))

    def _acts(self, located: Located) -> bool:
        head = self._tree.head_of(located.span)
        if head is None or (located.text.isupper() and located.span.begin in self._begins):
            return False  # a dateline without a dash: "OSLO The envoys met"
        place = located.place
        country = place is not None and place.precision is Precision.COUNTRY
        state = country or (place is not None and place.feature == _CAPITAL)
        return (
            head in self._agents
            or (state and self._is_dealt_with(head))
            or (country and self._has_means(head))
        )

    @cached_property
    def _agents(self) -> frozenset[int]:
        """The words that stand for whoever says or does something, and for whom these include."""
        arguments = arguments_of(self._analysis)
        agents = set(self._all_agents(arguments))
        for index, word in enumerate(self._words):
            if word.upos == "VERB" and word.lemma == "include":
                slots = arguments.of(index)
                if not agents.isdisjoint(slots.get("subject", ())):
                    agents.update(slots.get("object", ()))
        return frozenset(agents)

    def _all_agents(self, arguments: Arguments) -> Iterator[int]:
        done = {arc.predicate for arc in self._analysis.roles if arc.role == "ARG0"}
        for index, word in enumerate(self._words):
            if word.upos == "VERB" and (
                self._says(index) or (index in done and word.event in _DEEDS)
            ):
                yield from arguments.of(index).get("subject", ())

    def _says(self, index: int) -> bool:
        found = speech.match(self._tree.lemmas, index, self._tree.parts)
        return found is not None and found.value.giver is Giver.SUBJECT

    def _is_dealt_with(self, head: int) -> bool:
        """Whether a deed is done with or against it: "a treaty with X", "sanctions against X"."""
        first = self._first(head)
        word = self._words[first]
        return (
            base(word.deprel) in ("obl", "nmod")
            and self._tree.case(first) in _DEALING
            and word.head >= 0
            and self._words[word.head].event is not None
        )

    def _has_means(self, head: int) -> bool:
        """Whether it owns what a state acts through: "X's army", "X troops", "government of X"."""
        word = self._words[head]
        if word.head < 0:
            return False
        owns = word.deprel in ("nmod:poss", "compound", "amod") or (
            base(word.deprel) == "nmod" and self._tree.case(head) == "of"
        )
        noun = roles.noun_class(self._tree.lemma(word.head)) if owns else None
        return noun is not None and noun.kind in _MEANS

    def _first(self, head: int) -> int:
        """The first of those that are coordinated with the word."""
        while base(self._words[head].deprel) == "conj" and self._words[head].head >= 0:
            head = self._words[head].head
        return head
