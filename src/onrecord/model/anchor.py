"""Anchors of people's decisions: a document, a span and a predicate, as one string."""

from collections.abc import Iterable

from onrecord.model.span import Span
from onrecord.model.statement import Statement

__all__ = ["at_anchor", "document_of", "span_anchor", "statement_anchor"]


def statement_anchor(statement: Statement) -> str:
    """Where a statement stands and what it states, whatever its id is after another reading."""
    return f"{span_anchor(statement.document, statement.span)} {statement.predicate.value}"


def span_anchor(document: str, span: Span) -> str:
    """Where a stretch of a document's text stands."""
    return f"{document}:{span.begin}-{span.end}"


def document_of(anchor: str) -> str:
    """The document that an anchor stands in."""
    return anchor.rpartition(":")[0]


def at_anchor(statements: Iterable[Statement], anchor: str) -> Statement | None:
    """The statement that stands where `anchor` says and states the same; after another reading,
    the one of the same predicate that shares most of its words."""
    place, _, predicate = anchor.partition(" ")
    document, _, ends = place.rpartition(":")
    begin, end = map(int, ends.split("-"))

    def shared(statement: Statement) -> int:
        return min(statement.span.end, end) - max(statement.span.begin, begin)

    fits = [
        each
        for each in statements
        if each.document == document and each.predicate.value == predicate and shared(each) > 0
    ]
    return max(fits, key=lambda each: (shared(each), -len(each.span)), default=None)
