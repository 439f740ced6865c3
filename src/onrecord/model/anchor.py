"""Anchors of people's decisions: a document, a span and a predicate, as one string."""

from collections.abc import Collection, Iterable

from onrecord.model.span import Span
from onrecord.model.statement import Statement

__all__ = [
    "account_anchor",
    "account_at",
    "at_anchor",
    "document_of",
    "event_id",
    "is_account",
    "span_anchor",
    "statement_anchor",
    "statement_of",
]

_EVENT = "event:"


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


def account_anchor(statement: Statement) -> str:
    """A statement, as the program read it, as a side of people's judgements on events."""
    return f"{statement_anchor(statement)} {statement.id}"


def is_account(side: str) -> bool:
    """Whether the side of a judgement is a statement, not a chain."""
    return " " in side


def account_at(statements: Collection[Statement], side: str) -> Statement | None:
    """The statement that is meant by a side of a judgement, else the one that now stands there;
    `statements` as the program read them."""
    anchor, _, key = side.rpartition(" ")
    itself = next((each for each in statements if each.id == key), None)
    return itself or at_anchor(statements, anchor)


def event_id(statement: str) -> str:
    """The id of the event whose first statement has this id."""
    return f"{_EVENT}{statement}"


def statement_of(event: str) -> str | None:
    """The id of the statement that gives an event its id; None where it is no event's."""
    return event.removeprefix(_EVENT) if event.startswith(_EVENT) else None
