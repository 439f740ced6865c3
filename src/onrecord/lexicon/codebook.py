"""Event types of one's own: their words and rules, and which statements they take.

The file that gives them is described in docs/reference/codebooks.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from lemminflect import getAllInflections, getAllInflectionsOOV

from onrecord.lexicon.names import fold
from onrecord.model import (
    EntityType,
    Factuality,
    Filler,
    PredicateFamily,
    Statement,
    Status,
)

__all__ = ["CodeType", "Codebook", "KindOf", "Rule", "Word", "codes"]

KindOf = Callable[[Filler], EntityType | None]
"""The type of what fills a role, None where it is not known."""

_UNLESS_TOLD = frozenset({PredicateFamily.EVENT, PredicateFamily.SAYS})
"""What can be an event where a type's rules name no predicate."""
_INFLECTED = ("VERB", "NOUN")


@dataclass(frozen=True, slots=True)
class Rule:
    """What must all hold of a statement; what is empty asks for nothing.

    `predicates` holds names of predicates and of their families. `roles` must be filled, by one of
    the types given if any are; `counts` must reach a number. `places` are countries (ISO 3166
    alpha-2) or folded names.
    """

    predicates: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    factuality: frozenset[Factuality] = frozenset()
    roles: Mapping[str, frozenset[EntityType]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    places: frozenset[str] = frozenset()

    def holds(self, statement: Statement, kind_of: KindOf) -> bool:
        """Whether a statement satisfies all of it."""
        certainty = statement.certainty
        wanted = (
            (self.predicates, {statement.predicate.value, statement.predicate.family.value}),
            (self.modes, {statement.mode}),
            (self.statuses, set(certainty.status)),
            (self.factuality, {certainty.factuality}),
            (self.places, _places(statement)),
        )
        return (
            all(not asked or not asked.isdisjoint(given) for asked, given in wanted)
            and _filled(statement, self.roles, kind_of)
            and all(_count(statement, name) >= least for name, least in self.counts.items())
        )


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase in any inflection; it counts only where its `roles` are filled so."""

    text: str
    roles: Mapping[str, frozenset[EntityType]] = field(default_factory=dict)

    def found(self, text: str) -> list[tuple[int, int]]:
        """Where it stands in a text: begins and ends.

        A word given in lower case is no name: "march" is found in "March" only where a sentence
        begins.
        """
        spans = (found.span() for found in _pattern(self.text).finditer(text))
        return [span for span in spans if self.text[0].isupper() or not _is_name(text, *span)]


@dataclass(frozen=True, slots=True)
class CodeType:
    """One type: a statement is of it that has one of its words, if it has any, satisfies one of
    the rules of `include`, if there are any, and none of `exclude`."""

    name: str
    description: str
    words: tuple[Word, ...]
    include: tuple[Rule, ...]
    exclude: tuple[Rule, ...]

    def takes(self, statement: Statement, kind_of: KindOf) -> bool:
        """Whether a statement is of this type."""
        asks = any(rule.predicates for rule in self.include)
        if not asks and statement.predicate.family not in _UNLESS_TOLD:
            return False
        if self.include and not any(rule.holds(statement, kind_of) for rule in self.include):
            return False
        if any(rule.holds(statement, kind_of) for rule in self.exclude):
            return False
        return not self.words or any(
            _filled(statement, word.roles, kind_of) and word.found(statement.quote)
            for word in self.words
        )


@dataclass(frozen=True, slots=True)
class Codebook:
    """Types under a name."""

    name: str
    description: str
    types: tuple[CodeType, ...]


def codes(codebook: Codebook, statement: Statement, kind_of: KindOf) -> tuple[str, ...]:
    """The names of a statement's types, in the order of the codebook."""
    return tuple(each.name for each in codebook.types if each.takes(statement, kind_of))


def _filled(
    statement: Statement, roles: Mapping[str, frozenset[EntityType]], kind_of: KindOf
) -> bool:
    return all(
        any(not kinds or kind_of(filler) in kinds for filler in statement.roles.get(role, ()))
        for role, kinds in roles.items()
    )


def _count(statement: Statement, name: str) -> int:
    """The least that a statement counts, or 0; its best figure where it gives no lower bound."""
    count = (statement.magnitudes or {}).get(name)
    bounds = (count.low, count.best) if count else ()
    return next((bound for bound in bounds if bound is not None), 0)


def _places(statement: Statement) -> set[str]:
    located = statement.place
    if located is None:
        return set()
    place = located.there
    told = {fold(located.text)}
    return told | {fold(place.name), place.country or ""} if place else told


def _is_name(text: str, begin: int, end: int) -> bool:
    """Whether words have a capital for another reason than that a sentence begins, or shouts."""
    if not text[begin].isupper() or text[begin:end].isupper():
        return False
    line = text[text.rfind("\n", 0, begin) + 1 : begin].rstrip(" \"'“”‘’«([")
    return bool(line) and line[-1] not in ".!?:"


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase with each of its words in any form, apart by any blanks."""
    words = ("|".join(map(re.escape, _forms(word))) for word in phrase.split())
    joined = r")[\s-]+(?:".join(words)
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


def _forms(word: str) -> list[str]:
    """All inflections of a word as verb and noun, the longest first."""
    found = {word}
    known = getAllInflections(word)
    tables = [known] if known else [getAllInflectionsOOV(word, each) for each in _INFLECTED]
    for table in tables:
        for forms in table.values():
            found.update(forms)
    return sorted(found, key=lambda form: (-len(form), form))
