"""Anchors of people's decisions: a document, a span and a predicate, as one string."""

from onrecord.model import Span, Statement

__all__ = ["sentence_anchor", "statement_anchor"]


def statement_anchor(statement: Statement) -> str:
    """Where a statement stands and what it states, whatever its id is after another reading."""
    return f"{sentence_anchor(statement.document, statement.span)} {statement.predicate.value}"


def sentence_anchor(document: str, span: Span) -> str:
    """Where a stretch of a document's text stands."""
    return f"{document}:{span.begin}-{span.end}"
