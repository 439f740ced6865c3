"""What the words for an actor tell: its sector, its country, the kind of international body.

Codes are those of the PLOVER manual (2.0), countries ISO 3166 alpha-3.
"""

import re
from collections.abc import Sequence
from functools import cache

from onrecord.lexicon.demonym import demonym
from onrecord.lexicon.names import fold
from onrecord.lexicon.phrases import Phrases
from onrecord.lexicon.tables import rows, words

__all__ = ["alpha3", "country", "international", "sector"]

_OVER = frozenset({"former", "ex", "retired", "ousted", "deposed", "late", "ex-"})
_OF_STATE = frozenset({"GOV", "LEG", "MIL", "JUD"})
_LONGEST = 6
_POSSESSIVE = re.compile(r"['’]s?$")


@cache
def _sectors() -> Phrases[int]:
    return Phrases(
        (word, None, place)
        for place, (_, listed) in enumerate(rows("sectors", 2))
        for word in words(listed)
    )


def sector(lemmas: Sequence[str]) -> str | None:
    """The sector that an actor's words tell, lemmas in lower case; None if they tell none.

    Of several sectors the one that the table asks first; who held office once is ELI.
    """
    found = [_sectors().longest(lemmas, at) for at in range(len(lemmas))]
    places = [each.value for each in found if each is not None]
    if not places:
        return None
    code = rows("sectors", 2)[min(places)][0]
    return "ELI" if code in _OF_STATE and not _OVER.isdisjoint(lemmas) else code


@cache
def _bodies() -> dict[str, str]:
    return {name: code for code, listed in rows("international", 2) for name in words(listed)}


def international(name: str) -> str | None:
    """The kind of international body that stands in the name: UNO, EUR, IGO, NGO, IMG."""
    written = name.removeprefix("the ").removeprefix("The ").split()
    for length in range(min(_LONGEST, len(written)), 0, -1):
        for begin in range(len(written) - length + 1):
            part = _POSSESSIVE.sub("", " ".join(written[begin : begin + length])).strip("(),")
            if part[:1].isupper() and part.casefold() in _bodies():
                return _bodies()[part.casefold()]
    return None


@cache
def _codes() -> dict[str, str]:
    return {short: long for short, long in rows("country_codes", 2)}


@cache
def _names() -> dict[str, str]:
    own = {
        name: code for code, listed in rows("country_names", 2) for name in words(listed) if listed
    }
    further = {
        fold(name): code for code, _, _, more, _ in rows("countries", 5) for name in words(more)
    }
    return own | further


def alpha3(code: str) -> str | None:
    """The alpha-3 code of a country's alpha-2 code."""
    return _codes().get(code)


def country(text: str) -> str | None:
    """The country (ISO 3166 alpha-3) that stands in the words by its name or its adjective.

    The first of them: "Israeli troops in Lebanon" are Israel's.
    """
    written = re.findall(r"[^\W\d_][\w.'’-]*", text)
    for begin in range(len(written)):
        for end in range(min(len(written), begin + 4), begin, -1):
            part = " ".join(written[begin:end])
            if not part[0].isupper():
                continue
            bare = _POSSESSIVE.sub("", part)
            code = _names().get(fold(bare)) or demonym(bare)
            if code:
                return alpha3(code)
    return None
