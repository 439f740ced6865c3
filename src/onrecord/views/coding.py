"""Statements by the types of a codebook of one's own."""

from onrecord.lexicon.codebook import codes
from onrecord.lexicon.scheme import in_force
from onrecord.model import EntityType, Filler, Statement
from onrecord.store.base import Store

__all__ = ["Coding"]


class Coding:
    """Gives statements their types by the codebook in force; none where there is none."""

    def __init__(self, store: Store) -> None:
        self.codebook = in_force(store.decisions())
        self._store = store
        self._document = ""
        self._kinds: dict[str, EntityType] = {}

    def types(self, statement: Statement) -> tuple[str, ...]:
        """The names of a statement's types."""
        return codes(self.codebook, statement, self._kind) if self.codebook else ()

    def _kind(self, filler: Filler) -> EntityType | None:
        """The type of a chain; only rules on roles ask for it, and report by report."""
        if filler.chain is None:
            return None
        document = filler.chain.rpartition(":")[0]
        if document != self._document:
            self._document = document
            self._kinds = {chain.id: chain.type for chain in self._store.chains(document)}
        return self._kinds.get(filler.chain)
