"""A statement with a person's changes: words of the report become fillers, holders and places."""

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.extract.holders import CLASS_OF_TYPE
from onrecord.lexicon.edtf import interval_of
from onrecord.lexicon.outlets import is_outlet
from onrecord.lexicon.predicates import ROLES
from onrecord.model import (
    Certainty,
    Chain,
    Changes,
    Document,
    Filler,
    Holder,
    HolderClass,
    Located,
    Magnitude,
    Predicate,
    Reading,
    Span,
    Statement,
    TimeExpression,
    TimexType,
)

__all__ = ["filled"]

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_NONE = Magnitude(None, None, None)
_BY_A_PERSON = "a person's word"


def filled(
    document: Document, reading: Reading, statement: Statement, changes: Changes
) -> Statement:
    """A statement as the stages gave it, with what a person put in its place."""
    words = _Words(document, reading)
    predicate = changes.predicate or statement.predicate
    return replace(
        statement,
        predicate=predicate,
        mode=statement.mode if changes.predicate is None else changes.mode or None,
        roles=_roles(words, predicate, statement, changes.roles),
        holders=_holders(words, statement, changes.holders),
        time=_time(document, statement, changes),
        place=_place(words, statement, changes),
        certainty=_certainty(statement.certainty, changes),
        magnitudes=_magnitudes(statement.magnitudes, changes.magnitudes),
    )


class _Words:
    """What words of a report stand for by its reading."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.text = document.text
        self.reading = reading

    def chain(self, span: Span) -> Chain | None:
        """The chain of which a mention stands exactly there, an article apart."""
        wanted = self._bare(span)
        for number, mention in enumerate(self.reading.mentions):
            if self._bare(mention.span) == wanted:
                chains = (each for each in self.reading.chains if number in each.mentions)
                return next(chains, None)
        return None

    def filler(self, span: Span) -> Filler:
        """The words as a filler."""
        chain = self.chain(span)
        return Filler(span.of(self.text), span, chain.id if chain else None)

    def holder(self, span: Span) -> Holder:
        """The words as a holder: as somewhere else in the report, else by what they stand for."""
        told = (each.holder for each in self.reading.attributions)
        held = (holder for each in self.reading.statements for holder in each.holders)
        for known in (*told, *held):
            if known.span == span and known.cue != span:
                return known
        chain = self.chain(span)
        if chain is None or not chain.named:
            key = chain.id if chain else None
            return Holder(span.of(self.text), HolderClass.UNNAMED, key, span)
        cls = CLASS_OF_TYPE.get(chain.type, HolderClass.UNNAMED)
        cls = HolderClass.OUTLET if is_outlet(chain.name) else cls
        return Holder(chain.name, cls, chain.id, span)

    def located(self, span: Span) -> Located:
        """The words as a place: the one that they, or others for the same, were found to mean."""
        chain = self.chain(span)
        key = chain.id if chain else None
        here = (each for each in self.reading.places if self._bare(each.span) == self._bare(span))
        alike = (each for each in self.reading.places if key is not None and each.chain == key)
        known = next(here, None) or next(alike, None)
        place = known.place if known else None
        return Located(span.of(self.text), span, key, place, reason=_BY_A_PERSON)

    def _bare(self, span: Span) -> Span:
        article = _ARTICLE.match(self.text, span.begin, span.end)
        begin = article.end() if article else span.begin
        return Span(begin, span.end) if begin < span.end else span


def _roles(
    words: _Words,
    predicate: Predicate,
    statement: Statement,
    changes: Mapping[str, tuple[Span, ...]],
) -> dict[str, tuple[Filler, ...]]:
    """The roles that fit; words that filled one before mean what they meant there."""
    known = {each.span: each for found in statement.roles.values() for each in found}
    given = {
        role: tuple(known.get(span) or words.filler(span) for span in spans)
        for role, spans in changes.items()
    }
    kept = statement.roles
    if predicate is not statement.predicate:
        had = ROLES[predicate.family]
        kept = {role: found for role, found in kept.items() if role in had}
    merged = {**kept, **given}
    return {role: found for role, found in merged.items() if found or role not in given}


def _holders(
    words: _Words, statement: Statement, changes: tuple[Span, ...] | None
) -> tuple[Holder, ...]:
    if changes is None:
        return statement.holders
    return (*map(words.holder, changes), *statement.holders[-1:])


def _time(document: Document, statement: Statement, changes: Changes) -> TimeExpression | None:
    if changes.date is None:
        return statement.time
    if not changes.date:
        return None
    known = statement.time.span if statement.time else statement.span
    span = changes.dated or known
    if statement.time and (changes.date, span) == (statement.time.edtf, statement.time.span):
        return statement.time
    return TimeExpression(
        span,
        span.of(document.text),
        TimexType.DATE,
        changes.date,
        edtf=changes.date,
        interval=interval_of(changes.date),
    )


def _place(words: _Words, statement: Statement, changes: Changes) -> Located | None:
    found = statement.place
    if changes.place is not None:
        found = words.located(changes.place[0]) if changes.place else None
    if found is None or changes.sited is None:
        return found
    there = next(iter(changes.sited), None)
    given = replace(found, place=there, around=None, confidence=1.0)
    return replace(given, reason=_BY_A_PERSON, sitings=())


def _certainty(certainty: Certainty, changes: Changes) -> Certainty:
    return replace(
        certainty,
        factuality=changes.factuality or certainty.factuality,
        status=changes.status or certainty.status,
    )


def _magnitudes(
    known: dict[str, Magnitude] | None, changes: Mapping[str, Magnitude]
) -> dict[str, Magnitude] | None:
    if not changes:
        return known
    merged = {**(known or {}), **changes}
    return {name: given for name, given in merged.items() if given != _NONE} or None
