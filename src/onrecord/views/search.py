"""Words found in the reports themselves."""

from dataclasses import dataclass

from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.passage import Passage, passage
from onrecord.views.reference import span_reference

__all__ = ["Found", "search"]


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph in which words were found; they are its marks."""

    reference: str
    passage: Passage


def search(store: Store, words: str, limit: int = 20) -> tuple[Found, ...]:
    """The paragraphs that fit `words` best, best first; words in quotation marks stand together."""
    ledger = Ledger(store)
    return tuple(
        Found(
            span_reference(ledger.short[hit.document], hit.span),
            passage(ledger, ledger.documents[hit.document], hit.span, hit.matches),
        )
        for hit in store.search(words, limit)
    )
