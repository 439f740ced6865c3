"""Names that somebody may mean who has typed a few letters."""

from dataclasses import dataclass

from onrecord.model import EntityType
from onrecord.store import Store, fold
from onrecord.views.ledger import Ledger

__all__ = ["Suggestion", "suggestions"]

_MOST = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name on record, and the entity that goes by it: its best name, type and reference."""

    text: str
    name: str
    type: EntityType
    reference: str


def suggestions(store: Store, letters: str) -> tuple[Suggestion, ...]:
    """Names of which a word begins with the letters, or which have them, the most frequent first.

    Nobody for less than two letters.
    """
    folded, ledger = fold(letters), Ledger(store)
    if len(folded) < 2:
        return ()
    found = store.look.suggested(folded, _MOST)
    ledger.by_chain.have(each.entity for each in found)
    return tuple(
        Suggestion(
            text=each.text,
            name=each.best,
            type=ledger.by_chain[each.entity].type,
            reference=ledger.entity_reference(each.entity),
        )
        for each in found
    )
