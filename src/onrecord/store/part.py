"""The first of what is long, in an order of which an index knows the beginning."""

import json
from collections.abc import Collection, Iterable

from sqlalchemy import select, text

from onrecord.model import Judgement, Predicate
from onrecord.store import table
from onrecord.store.codec import loads
from onrecord.store.fetch import among
from onrecord.store.sift import Sift

__all__ = ["Parts"]

_UNSURE = text("""
    SELECT judgement.seq, coalesce(one.entity, judgement."left") AS one,
        coalesce(other.entity, judgement."right") AS other
    FROM judgement INDEXED BY ix_judgement_opinion
    LEFT JOIN entity_chain AS one ON one.chain = judgement."left"
    LEFT JOIN entity_chain AS other ON other.chain = judgement."right"
    WHERE judgement.opinion = 'unsure' AND judgement.at IS NULL
    ORDER BY judgement.score DESC, judgement."left", judgement."right"
""")
# In the order of the index, so that only as many events are looked at as are asked for.
_DEBATED = text("""
    SELECT id FROM event INDEXED BY ix_event_told
    WHERE told > 1 OR EXISTS (
        SELECT 1 FROM event_statement JOIN statement USING (document)
        WHERE event_statement.event = event.id
        AND statement.predicate IN (SELECT value FROM json_each(:speech))
    )
    ORDER BY told DESC, id LIMIT :most OFFSET :first
""")
_HELD = text("""
    SELECT DISTINCT document.id FROM statement_chain
    CROSS JOIN statement ON statement.id = statement_chain.statement
    CROSS JOIN document ON document.id = statement.document
    WHERE statement_chain.chain IN (SELECT value FROM json_each(:chains))
    AND instr(' ' || statement_chain.roles || ' ', ' holder ') > 0
    AND (
        statement.id IN (SELECT statement FROM event_statement)
        OR statement.id IN (SELECT statement FROM statement_about)
    )
    ORDER BY document.day DESC, document.id DESC LIMIT :most
""")


class Parts(Sift):
    """Lists of which only a part is read."""

    def debated(
        self, speech: Collection[Predicate], first: int, most: int | None
    ) -> tuple[str, ...]:
        """The events that several statements tell, or in whose reports some kind of speech stands,
        those that most tell first, then by id: `most` from number `first` on."""
        values = {
            "speech": json.dumps([each.value for each in speech]),
            "first": first,
            "most": -1 if most is None else most,
        }
        with self._reads() as connection:
            return tuple(connection.scalars(_DEBATED, values))

    def unsure(self) -> tuple[tuple[int, str, str], ...]:
        """Where the program is unsure whether two entities are one: a judgement's number, and both
        entities, a chain for itself where it is none; the likeliest of each two, these first."""
        with self._reads() as connection:
            found = connection.execute(_UNSURE).all()
        first: dict[frozenset[str], tuple[int, str, str]] = {}
        for number, left, right in found:
            first.setdefault(frozenset((left, right)), (number, left, right))
        return tuple(each for pair, each in first.items() if len(pair) > 1)

    def numbered(self, numbers: Iterable[int]) -> dict[int, Judgement]:
        """Judgements by their numbers."""
        held = table.judgement.c
        chosen = select(held.seq, held.body).where(held.seq.in_(among(numbers)))
        return {each.seq: loads(Judgement, each.body) for each in self._rows(chosen)}

    def published(self, publishers: Collection[str], most: int) -> tuple[str, ...]:
        """The newest reports of some publishers."""
        held = table.document.c
        chosen = select(held.id).where(held.publisher.in_(among(publishers)))
        chosen = chosen.order_by(held.day.desc(), held.id.desc()).limit(most)
        return tuple(each.id for each in self._rows(chosen))

    def held_by(self, chains: Collection[str], most: int) -> tuple[str, ...]:
        """The newest reports with statements on events that some chains hold."""
        values = {"chains": json.dumps([*chains]), "most": most}
        with self._reads() as connection:
            return tuple(connection.scalars(_HELD, values))

    def events_in(self, documents: Collection[str]) -> tuple[str, ...]:
        """The events of which some documents tell, by id."""
        held = table.event_statement.c
        chosen = select(held.event).where(held.document.in_(among(documents))).distinct()
        return tuple(each.event for each in self._rows(chosen.order_by(held.event)))
