"""A store as the views look at it: what belongs together, looked up once."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache, cached_property

from onrecord.errors import NotFound
from onrecord.model import Entity, PredicateFamily, Reading, Statement
from onrecord.store.base import Store
from onrecord.views.coding import Coding
from onrecord.views.line import Line, Voice
from onrecord.views.lookup import Lookup
from onrecord.views.mentioned import Mentioned
from onrecord.views.reference import entity_reference, shortened, span_of
from onrecord.views.repeats import grouped

__all__ = ["Ledger"]


_SPEECH = PredicateFamily.SPEECH


class Ledger:
    """One look at a store: what is asked for is looked up, and only once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        look = store.look
        self.documents = Lookup(look.documents, look.document_ids)
        self.statements = Lookup(look.statements)
        self.events = Lookup(look.events)
        self.by_chain = Lookup(look.entities)
        self._about = Lookup(look.about)
        self.short = Lookup(self._shorten)
        self.chains = Lookup(look.chains)
        self.pronouns = Lookup(look.pronouns)
        self.reading = cache(self._reading)
        self.voice = cache(self._make_voice)
        self.told_of = cache(self._told_of)

    def _shorten(self, ids: Collection[str]) -> dict[str, str]:
        beside = self.store.look.beside(ids)
        return {each: shortened(each, *others) for each, others in beside.items()}

    def _reading(self, document: str) -> Reading:
        return self.store.reading(document) or Reading(document)

    def _told_of(self, chains: tuple[str, ...]) -> tuple[Statement, ...]:
        """The statements that speak of any of some chains, ready to be put into words."""
        found = tuple(self.store.statements(chains=frozenset(chains)))
        self.prepare(found)
        return found

    def _make_voice(self, document: str) -> Voice:
        pronouns = self.pronouns.get(document, frozenset())
        return Voice(self.documents[document], self.chains, pronouns, self.short)

    @cached_property
    def coding(self) -> Coding:
        """What gives statements the types of one's own codebook."""
        return Coding(self.store)

    def chains_of(self, entity: str) -> tuple[str, ...]:
        """The chains of an entity on record, by its id."""
        return self.by_chain[entity].chains

    def speech_about(self, statements: Collection[str]) -> dict[str, list[Statement]]:
        """The statements of speech that are about some, by these, in the order of their ids."""
        self._about.have(statements)
        found = {each: self._about.get(each, ()) for each in statements}
        self.statements.have(x for said in found.values() for x in said)
        spoken = {
            each: [y for x in sorted(said) if (y := self.statements[x]).predicate.family is _SPEECH]
            for each, said in found.items()
        }
        return {each: said for each, said in spoken.items() if said}

    def entity_of(self, chain: str | None) -> Entity | None:
        """The entity that a chain belongs to, None if it is no entity of the record."""
        return self.by_chain.get(chain or "")

    def entity_at(self, reference: str) -> Entity | None:
        """The entity that goes by a reference, None if none does."""
        document, begin, end = span_of(reference) or ("", 0, 0)
        fits = self.store.look.beginning(document, ["document"]) if end is None else ()
        entity = self.entity_of(f"{fits[0][1]}:{begin}") if fits else None
        return entity if entity and self.entity_reference(entity.id) == reference else None

    def entity_reference(self, entity: str) -> str:
        """The reference that opens an entity."""
        return entity_reference(entity, self.short)

    def known(self, chains: Iterable[str | None]) -> tuple[Mentioned, ...]:
        """The entities that some chains belong to, by their names on record."""
        found = {each.id: each for chain in chains if (each := self.entity_of(chain))}
        self.short.have(each.rpartition(":")[0] for each in found)
        return tuple(Mentioned(x.name, self.entity_reference(x.id)) for x in found.values())

    def placed(self, mention: str) -> str:
        """The reference of a mention, "document:begin-end", by its document's short name."""
        return entity_reference(mention, self.short)

    def lines(self, statements: Iterable[Statement]) -> tuple[Line, ...]:
        """Statements as lines, repeats joined; by date, the undated last, then as in the record."""
        by_document: dict[str, list[Statement]] = {}
        for statement in statements:
            by_document.setdefault(statement.document, []).append(statement)
        self.prepare([each for found in by_document.values() for each in found])
        lines = [
            (self._order(document, line), line)
            for document, found in by_document.items()
            for line in (self.voice(document).line(group) for group in grouped(found))
        ]
        return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))

    def prepare(self, statements: Sequence[Statement]) -> None:
        """Fetch at once what the lines of statements are made of."""
        documents = {each.document for each in statements}
        fillers = (x.chain for each in statements for given in each.roles.values() for x in given)
        holders = (x.chain for each in statements for x in each.holders)
        named = {each for each in (*fillers, *holders) if each}
        self.documents.have(documents)
        self.pronouns.have(documents)
        self.chains.have(named)
        self.by_chain.have(named)
        self.short.have((*documents, *(each.id for each in statements)))

    def prepare_reports(self, documents: Collection[str]) -> None:
        """Fetch at once some reports and their references."""
        self.documents.have(documents)
        self.short.have(documents)

    def prepare_chains(self, chains: Collection[str]) -> None:
        """Fetch at once some chains and the reports that they stand in."""
        documents = {each.rpartition(":")[0] for each in chains}
        self.chains.have(chains)
        self.prepare_reports(documents)

    def place_of(self, document: str) -> tuple[bool, str, str]:
        """Where a report stands in the record's order: by its date, the undated last."""
        published = self.documents[document].published
        return published is None, published or "", document

    def _order(self, document: str, line: Line) -> tuple[object, ...]:
        return (line.time.order, self.place_of(document), line.span, line.reference)

    def full_id(self, prefix: str, *kinds: str) -> str:
        """The one id that begins so, of all documents, statements and events, or of some `kinds`
        of them.

        Raises NotFound if there is none, or more than one.
        """
        fits = [item for _, item in self.store.look.beginning(prefix, kinds)] if prefix else []
        if prefix in fits:
            return prefix
        if len(fits) > 1:
            raise NotFound(f"reference {prefix!r} fits several things; type more of it")
        if not fits:
            raise NotFound(f"reference {prefix!r} is not on record")
        return fits[0]
