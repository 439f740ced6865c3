"""A store as the views look at it: what belongs together, looked up once."""

from collections.abc import Iterable
from functools import cache, cached_property

from onrecord.errors import NotFound
from onrecord.model import Document, Entity, Reading, Statement
from onrecord.store.base import Store
from onrecord.views.coding import Coding
from onrecord.views.line import Line, Voice
from onrecord.views.reference import entity_reference, shorten
from onrecord.views.repeats import grouped

__all__ = ["Ledger"]


class Ledger:
    """One look at a store; it does not see what is written while it lives."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.documents: dict[str, Document] = {item.id: item for item in store.documents()}
        self.statement_ids = frozenset(statement.id for statement in store.statements())
        self.event_ids = frozenset(event.id for event in store.events())
        self.short = shorten([*self.documents, *self.statement_ids]) | shorten(self.event_ids)
        self.entities: tuple[Entity, ...] = store.entities()
        self.by_chain = {chain: item for item in self.entities for chain in item.chains}
        self.reading = cache(self._reading)
        self._voice = cache(self._make_voice)

    def _reading(self, document: str) -> Reading:
        return self.store.reading(document) or Reading(document)

    def _make_voice(self, document: str) -> Voice:
        return Voice(self.documents[document], self.reading(document), self.short)

    @cached_property
    def coding(self) -> Coding:
        """What gives statements the types of one's own codebook."""
        return Coding(self.store)

    def entity_of(self, chain: str | None) -> Entity | None:
        """The entity that a chain belongs to, None if it is no entity of the record."""
        return self.by_chain.get(chain or "")

    def entity_reference(self, entity: str) -> str:
        """The reference that opens an entity."""
        return entity_reference(entity, self.short)

    def placed(self, mention: str) -> str:
        """The reference of a mention, "document:begin-end", by its document's short name."""
        return entity_reference(mention, self.short)

    def lines(self, statements: Iterable[Statement]) -> tuple[Line, ...]:
        """Statements as lines, repeats joined; by date, the undated last, then as in the record."""
        by_document: dict[str, list[Statement]] = {}
        for statement in statements:
            by_document.setdefault(statement.document, []).append(statement)
        lines = [
            (self._order(document, line), line)
            for document, found in by_document.items()
            for line in (self._voice(document).line(group) for group in grouped(found))
        ]
        return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))

    def _order(self, document: str, line: Line) -> tuple[object, ...]:
        published = self.documents[document].published
        return (
            line.time.order,
            published is None,
            published or "",
            document,
            line.span,
            line.reference,
        )

    def full_id(self, prefix: str, among: Iterable[str] | None = None) -> str:
        """The one id that begins so, of `among`, or of all documents, statements and events.

        Raises NotFound if there is none, or more than one.
        """
        fits = [item for item in among or self.short if item.startswith(prefix)]
        if prefix in fits:
            return prefix
        if len(fits) > 1:
            raise NotFound(f"reference {prefix!r} fits {len(fits)} things; type more of it")
        if not fits or not prefix:
            raise NotFound(f"reference {prefix!r} is not on record")
        return fits[0]
