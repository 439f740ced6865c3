"""Words found in the reports themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.store.base import Hit, Store
from onrecord.views.ledger import Ledger
from onrecord.views.passage import Passage, passage
from onrecord.views.reference import span_reference

__all__ = ["Found", "found", "search"]


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph in which words were found; they are its marks."""

    reference: str
    passage: Passage


def search(store: Store, words: str, limit: int = 20) -> tuple[Found, ...]:
    """The paragraphs that fit `words` best, best first; words in quotation marks stand together."""
    return found(Ledger(store), store.search(words, limit))


def found(ledger: Ledger, hits: Iterable[Hit]) -> tuple[Found, ...]:
    """The paragraphs of some hits, in their order."""
    return tuple(
        Found(
            span_reference(ledger.short[hit.document], hit.span),
            passage(ledger, ledger.documents[hit.document], hit.span, hit.matches),
        )
        for hit in hits
    )
