"""The tables of words that names of bodies are made of."""

import re
from functools import cache

from onrecord.lexicon.naming.country import OF_PERSIA, countries
from onrecord.lexicon.tables import rows, words

__all__ = ["endings", "is_country_word", "known", "phrases", "senses", "sort_of"]


@cache
def senses() -> dict[str, tuple[tuple[str, str], ...]]:
    """Of every form, the sort and the first form of each of its rows; a country has its English
    name."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for sort, forms in rows("body_words", 2):
        each = () if sort == "phrase" else words(forms.translate(OF_PERSIA))
        for form in each:
            found.setdefault(form, {})[sort, each[0]] = None
    for country in countries().values():
        found.setdefault(country, {("word", country): None})
    return {form: tuple(senses) for form, senses in found.items()}


@cache
def known() -> dict[str, tuple[str, str]]:
    """Of every form, its usual sense."""
    return {form: told[0] for form, told in senses().items()}


@cache
def phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is written for words in a row, with the words that it is put as."""
    found = (
        words(forms.translate(OF_PERSIA))
        for sort, forms in rows("body_words", 2)
        if sort == "phrase"
    )
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(forms).replace(' ', '[ -]')})(?!\w)", re.IGNORECASE), first)
        for first, *forms in found
    )


@cache
def endings() -> tuple[tuple[str, str], ...]:
    """Every ending with what stands for it, the longest first; "people" for a country's."""
    found = [(end, sort) for sort, ends in rows("body_endings", 2) for end in words(ends)]
    return tuple(sorted(found, key=lambda each: -len(each[0])))


def is_country_word(word: str) -> bool:
    """Whether a meaning is a country's."""
    return word in _country_words()


@cache
def _country_words() -> frozenset[str]:
    return frozenset(known()[word][1] for word in countries().values())


def sort_of(word: str) -> str:
    """What sort of word it is: kind, unit, small, legal, word, or "name" if the table has none."""
    return known().get(word, ("name", word))[0]
