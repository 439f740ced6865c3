"""The words of a statement that tell what was done, apart from who, when and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lexicon.events import senses
from onrecord.lexicon.frames import Sense
from onrecord.model import Predicate, Span, Statement
from onrecord.nlp.baseform import base_form

__all__ = ["Deed", "deed", "lemma", "stem"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDINGS = (
    "ization isation ation ition ment ance ence ness sion tion ion ing ings ery ity ive ist ism "
    "ant ent er or al ed es s e y"
).split()
_SHORTEST_STEM = 3
_DEFINITE = frozenset({"the", "this", "that"})
_MASS = frozenset(
    "bloodshed carnage crime fighting hostilities insurgency rioting terrorism turmoil unrest "
    "violence warfare".split()
)
"""Nouns that mean many deeds at once."""
_PLURAL = frozenset({Predicate.CONSULT, Predicate.ELECTION})
"""What a plural tells of as one: talks, elections."""


@dataclass(frozen=True, slots=True)
class Deed:
    """The words of a deed: where they stand, their stems, and whether they mean many deeds.

    `sorts` tell it in whatever words: what the lexicon counts by it ("killed"), else the stems.
    `definite` is true of a noun with "the" or "this".
    """

    spans: tuple[Span, ...]
    stems: frozenset[str]
    sorts: frozenset[str]
    many: bool
    definite: bool


def deed(statement: Statement) -> Deed:
    """The words that the lexicon knows to tell of such an event, else all that fill no role."""
    every = [*_left(statement)]
    told = [each for each in every if _senses(statement, each[1])]
    chosen = told or every
    stems = frozenset(stem(word) for _, word in chosen)
    counted = (each.magnitude for _, word in told for each in _senses(statement, word))
    return Deed(
        tuple(span for span, _ in chosen),
        stems,
        frozenset(filter(None, counted)) or stems,
        any(_is_many(statement, span, word) for span, word in chosen[:1]),
        any(_is_definite(statement, span) for span, _ in told[-1:]),
    )


def lemma(word: str) -> str:
    """A noun's base form, in lower case."""
    return base_form(word.lower(), "NOUN")


def stem(word: str) -> str:
    """What forms of a word have in common, whatever part of speech they are."""
    low = base_form(word.lower(), "VERB")
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_STEM:
            return low.removesuffix(ending)
    return low


def _left(statement: Statement) -> Iterator[tuple[Span, str]]:
    """The words of the quotation that stand in no filler, time or place."""
    used = [filler.span for fillers in statement.roles.values() for filler in fillers]
    used += [each.span for each in (statement.time, statement.place) if each is not None]
    for found in _WORD.finditer(statement.quote):
        begin = statement.span.begin + found.start()
        span = Span(begin, begin + len(found[0]))
        if not any(map(span.overlaps, used)):
            yield span, found[0]


def _senses(statement: Statement, word: str) -> list[Sense]:
    return [
        sense
        for upos in ("VERB", "NOUN")
        for sense in senses(base_form(word.lower(), upos), upos)
        if sense.predicate is statement.predicate
    ]


def _is_definite(statement: Statement, span: Span) -> bool:
    before = statement.quote[: span.begin - statement.span.begin].split()
    return bool(before) and before[-1].lower() in _DEFINITE


def _is_many(statement: Statement, span: Span, word: str) -> bool:
    """A mass noun; or a plural that is not the verb between two fillers, nor has one undergoer
    for each of its deeds."""
    low = word.lower()
    if low in _MASS:
        return True
    if statement.predicate in _PLURAL or not low.endswith("s") or base_form(low, "NOUN") == low:
        return False
    fillers = [each for given in statement.roles.values() for each in given]
    beside = (
        0 <= each.span.begin - span.end <= 1 or 0 <= span.begin - each.span.end <= 1
        for each in fillers
    )
    undergoers = [*statement.roles.get("recipient", ()), *statement.roles.get("target", ())]
    return not any(beside) and len(undergoers) < 2
