"""Chinese names as they are read in Cantonese and spelled in Hong Kong."""

import re
from functools import cache, lru_cache
from itertools import islice, product

from onrecord.lexicon.tables import rows

__all__ = ["cantonese", "folded", "spoken"]

_HAN = re.compile(r"[㐀-鿿]{2,4}")
_LONGEST, _SYLLABLES = 6, range(2, 5)
"""Letters of a syllable, and syllables of a name."""
_MOST = 12
"""Ways to read a name that are told."""
_SPELLINGS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^(?:gw|kw|qu)", "kw"),
        ("^g", "k"),
        ("^(?:j|ts|tz|dz|z|c(?!h))", "ch"),
        ("^d", "t"),
        ("^b", "p"),
        ("^hs", "s"),
        ("(?:oh|or|aw)$", "o"),
        ("(?:ar|ah)$", "a"),
        ("(?:ee|ei|ie|ey)$", "i"),
        ("um$", "am"),
        ("(?:oo|ue|eu|oe)", "u"),
        ("au$", "ow"),
        ("ou$", "o"),
        ("^y(?=[iu])", ""),
        ("^ng(?=.)", ""),
    )
)


@lru_cache(1 << 16)
def folded(syllable: str) -> str:
    """A syllable in one of the spellings that it has in Hong Kong."""
    for pattern, sound in _SPELLINGS:
        syllable = pattern.sub(sound, syllable)
    return syllable


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for reading, characters in rows("cantonese", 2):
        for character in characters:
            found.setdefault(character, {})[reading] = None
    return {character: tuple(each) for character, each in found.items()}


@lru_cache(1 << 16)
def cantonese(name: str) -> frozenset[tuple[str, ...]]:
    """The folded syllables of a name in Chinese characters, in the ways that they may be read."""
    if not _HAN.fullmatch(name) or not all(character in _readings() for character in name):
        return frozenset()
    return frozenset(islice(product(*map(_readings().__getitem__, name)), _MOST))


@lru_cache(1 << 16)
def spoken(held: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The folded syllables that the words of a name are, with and without the first, which may be a
    given name of another language; nothing if they are none."""
    every = (tuple(map(folded, each)) for each in (held, held[1:]))
    return frozenset(
        each
        for each in every
        if len(each) in _SYLLABLES and max(map(len, each)) <= _LONGEST and "".join(each).isascii()
    )
