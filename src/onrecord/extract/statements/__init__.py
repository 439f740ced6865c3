"""Statements: what the report says of whom, each with its holders, certainty, time and place."""

from collections.abc import Iterable

from onrecord.extract.stage import Stage
from onrecord.extract.statements.context import Context, context
from onrecord.extract.statements.draft import Draft, finish
from onrecord.extract.statements.senses import from_lexicon
from onrecord.extract.statements.speech import assertions, from_speech
from onrecord.extract.statements.structure import from_structure
from onrecord.model import Document, Reading, Statement

__all__ = ["STATEMENTS", "statements"]


def statements(document: Document, reading: Reading) -> tuple[Statement, ...]:
    """The statements of a report in text order, each once."""
    here = context(document, reading)
    drafts = [*from_lexicon(here), *from_structure(here), *from_speech(here)]
    taken = {draft.word for draft in drafts}
    drafts += assertions(here, taken)
    return tuple(sorted(_finished(here, drafts), key=lambda s: (s.span, s.predicate, s.id)))


def _finished(here: Context, drafts: Iterable[Draft]) -> Iterable[Statement]:
    seen: set[str] = set()
    for draft in drafts:
        statement = finish(here, draft)
        if statement is not None and statement.id not in seen:
            seen.add(statement.id)
            yield statement


STATEMENTS = Stage(
    "statements",
    (
        "blocks",
        "sentences",
        "analysis",
        "mentions",
        "chains",
        "times",
        "places",
        "attributions",
        "certainty",
    ),
    statements,
)
