"""The events of a record, weighed."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from onrecord.model import Event, PredicateFamily, Statement, Weight
from onrecord.views.ledger import Ledger
from onrecord.weigh import Evidence, weigh

__all__ = ["Scales"]


class Scales:
    """Weighs the events of a ledger; what is about them is looked up once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._order = {document: place for place, document in enumerate(ledger.documents)}

    @cached_property
    def evidence(self) -> Evidence:
        """The reports of the record, who copied whom, and who is who."""
        ledger = self._ledger
        return Evidence(ledger.documents, ledger.by_chain, ledger.store.copies())

    def statements(self, event: Event) -> tuple[Statement, ...]:
        """An event's statements and those about them, in the record's order."""
        return self._with_about(event, self._ledger.store.statement)

    def weight(self, event: Event) -> Weight:
        """How far an event is corroborated and disputed."""
        return weigh(event, self.statements(event), self.evidence)

    def weights(
        self, events: Iterable[Event]
    ) -> Iterator[tuple[Event, tuple[Statement, ...], Weight]]:
        """Many events with what they were weighed by: all statements are read at once."""
        told = self._ledger.store.statements(family=PredicateFamily.EVENT)
        said = {each.id: each for each in told}
        for event in events:
            statements = self._with_about(event, said.__getitem__)
            yield event, statements, weigh(event, statements, self.evidence)

    def _with_about(
        self, event: Event, statement: Callable[[str], Statement]
    ) -> tuple[Statement, ...]:
        every = {each: statement(each) for each in event.statements}
        for said in event.statements:
            every |= {each.id: each for each in self._about.get(said, ())}
        return tuple(
            sorted(every.values(), key=lambda x: (self._order[x.document], x.span.begin, x.id))
        )

    @cached_property
    def _about(self) -> dict[str, list[Statement]]:
        """The statements of speech by each statement that they are about."""
        found: dict[str, list[Statement]] = {}
        for each in self._ledger.store.statements(family=PredicateFamily.SPEECH):
            for said in each.about:
                found.setdefault(said, []).append(each)
        return found
