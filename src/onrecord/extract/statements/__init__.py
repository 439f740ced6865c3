"""Statements: what the report says of whom, each with its holders, certainty, time and place."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.stage import Stage
from onrecord.extract.statements.about import linked
from onrecord.extract.statements.carried import Told, carried
from onrecord.extract.statements.context import Context, context
from onrecord.extract.statements.demands import from_demands
from onrecord.extract.statements.doers import from_doers
from onrecord.extract.statements.draft import Draft, finish
from onrecord.extract.statements.kin import from_kin
from onrecord.extract.statements.meant import only_meant
from onrecord.extract.statements.senses import from_lexicon
from onrecord.extract.statements.speech import assertions, from_speech
from onrecord.extract.statements.structure import from_structure
from onrecord.extract.statements.tolls import counted_out, tied
from onrecord.extract.statements.unsaid import left_unsaid
from onrecord.model import Document, NameSort, Predicate, PredicateFamily, Reading, Statement

__all__ = ["STATEMENTS", "statements"]


def statements(document: Document, reading: Reading) -> tuple[Statement, ...]:
    """The statements of a report in text order, each once."""
    here = context(document, reading)
    drafts = [*from_lexicon(here), *from_demands(here), *from_structure(here)]
    drafts += [*from_kin(here), *from_speech(here)]
    behind = [*from_doers(here, drafts)]
    named = {each.word for each in behind}
    drafts = [x for x in drafts if x.word not in named or x.predicate is Predicate.ACCUSE] + behind
    unreal = only_meant(here, drafts)
    drafts = [replace(draft, unreal=draft.word in unreal) for draft in drafts]
    taken = {draft.word for draft in drafts}
    drafts += assertions(here, taken)
    told = list(_finished(here, drafts))
    told += _finished(here, left_unsaid(here, [each.statement for each in told]))
    told += _finished(here, counted_out(here, told))
    told = sorted(linked(here, [*tied(here, told)]), key=lambda each: each.word)
    return tuple(sorted(carried(here, told), key=lambda s: (s.span, s.predicate, s.id)))


def _finished(here: Context, drafts: Iterable[Draft]) -> Iterable[Told]:
    """Each statement once: the first of those that say the same of the same at one place."""
    seen: set[tuple[object, ...]] = set()
    for draft in drafts:
        statement = finish(here, draft)
        if statement is None or _says_nothing(here, statement):
            continue
        key = _content(statement)
        if key not in seen:
            seen.add(key)
            yield Told(draft.word, statement)


def _content(statement: Statement) -> tuple[object, ...]:
    fillers = sorted(
        (role, filler.span.begin) for role, found in statement.roles.items() for filler in found
    )
    return (statement.predicate, *fillers)


def _says_nothing(here: Context, statement: Statement) -> bool:
    """Whether a relation holds of a thing and itself, or gives it the name that it has."""
    if statement.predicate.family is not PredicateFamily.RELATION:
        return False
    subjects, objects = (
        {filler.chain for filler in statement.roles.get(role, ()) if filler.chain}
        for role in ("subject", "object")
    )
    if statement.predicate is not Predicate.ALIAS_OF:
        return not subjects.isdisjoint(objects)
    names = {
        chain.name
        for chain in here.reading.chains
        if chain.id in subjects and all(name.sort is not NameSort.FORMER for name in chain.names)
    }
    return any(filler.text in names for filler in statement.roles.get("object", ()))


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
