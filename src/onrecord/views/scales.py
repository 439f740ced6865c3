"""The events of a record, weighed."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from onrecord.model import Event, Statement, Weight
from onrecord.views.evidence import evidence
from onrecord.views.ledger import Ledger
from onrecord.weigh import Evidence, weigh

__all__ = ["Scales"]

_PAGE = 500
"""How many events are looked up at once."""


class Scales:
    """Weighs the events of a ledger; what is about them is looked up once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @cached_property
    def evidence(self) -> Evidence:
        """The reports of the record, who copied whom, and who is who."""
        return evidence(self._ledger)

    def statements(self, event: Event) -> tuple[Statement, ...]:
        """An event's statements and those about them, in the record's order."""
        held = self._ledger.statements
        held.have(event.statements)
        every = {each: held[each] for each in event.statements}
        for spoken in self._ledger.speech_about(event.statements).values():
            every |= {each.id: each for each in spoken}
        return tuple(sorted(every.values(), key=self._order))

    def weight(self, event: Event) -> Weight:
        """How far an event is corroborated and disputed."""
        return weigh(event, self.statements(event), self.evidence)

    def weights(
        self, events: Iterable[Event]
    ) -> Iterator[tuple[Event, tuple[Statement, ...], Weight]]:
        """Many events with what they were weighed by, looked up many at a time."""
        left = iter(events)
        while page := tuple(islice(left, _PAGE)):
            self._prepare(page)
            for event in page:
                statements = self.statements(event)
                yield event, statements, weigh(event, statements, self.evidence)

    def _prepare(self, events: Iterable[Event]) -> None:
        ledger = self._ledger
        own = [each for event in events for each in event.statements]
        ledger.speech_about(own)
        ledger.statements.have(own)
        told = [ledger.statements[each] for each in own]
        holders = (x.chain for each in told for x in each.holders)
        fillers = (x.chain for each in told for given in each.roles.values() for x in given)
        ledger.by_chain.have(each for each in (*holders, *fillers) if each)
        documents = {each.document for each in told}
        ledger.documents.have(documents)
        self.evidence.have(documents)

    def _order(self, statement: Statement) -> tuple[tuple[bool, str, str], int, str]:
        place = self._ledger.place_of(statement.document)
        return place, statement.span.begin, statement.id
