"""Whether the words of a body's name begin with the letters of an acronym."""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.lexicon.names import is_acronym
from onrecord.lexicon.naming.bodyword import Words, is_country_word, meanings, sort_of
from onrecord.lexicon.naming.script import plain
from onrecord.lexicon.tables import rows

__all__ = ["LETTERS", "abbreviated", "initials"]

LETTERS = 3
"""An acronym of fewer letters stands for too many names."""
_SMALL = {"of": "d", "for": "p", "and": "ey", "the": "l"}
"""What small English words begin with in Romance languages; one of those has its own letter."""
_LANGUAGES = 12
_ROMANCE = 4
"""The languages of the table body_letters, and those of them that come first."""
_HEAD_LAST = frozenset({4, 5, 7, _LANGUAGES})
"""The languages that put what a body is behind what tells it apart; English is behind the table."""
_HEADS = frozenset({"kind", "unit"})


@cache
def _letters() -> dict[str, str]:
    return {word: letters for word, letters in rows("body_letters", 2)}


@lru_cache(1 << 16)
def initials(held: Words) -> frozenset[str]:
    """The letters that words begin with, and those of acronyms among them: small words give
    theirs or none."""
    letters = [
        (plain(word).replace(" ", "") if is_acronym(word) else plain(word)[:1]) for word in held
    ]
    long = [own for own, word in zip(letters, held, strict=True) if meanings((word,))]
    return frozenset({"".join(letters), "".join(long)})


def abbreviated(short: Words, long: Words) -> str | None:
    """How `short` abbreviates `long`: the whole, or words in a row if the others are the same."""
    if len(short) > len(long) or not any(_is_short(word) for word in short):
        return None
    letters = "".join(plain(word) for word in short).replace(" ", "")
    if all(map(_is_short, short)) and len(long) > 1 and len(letters) >= LETTERS:
        found = initials(long) | initials(_abroad(long))
        if letters in found or {each for each in initials(short) if len(each) >= LETTERS} & found:
            return f'the first letters make "{"-".join(short)}"'
        if _translates(letters, long):
            return f'the first letters, in another language, make "{"-".join(short)}"'
    for i, word in enumerate(short if len(short) > 1 else ()):
        rest = sorted(meanings(short[:i] + short[i + 1 :]))
        if rest and _is_short(word) and rest in _without(word, long):
            return f'the first letters make "{word}"'
    return None


def _is_short(word: str) -> bool:
    return is_acronym(word) or (len(word) == 1 and word.isalpha())


def _abroad(held: Words) -> Words:
    """A name without its country, as it is called at home."""
    return tuple(word for word in held if not any(map(is_country_word, meanings((word,)))))


def _without(acronym: str, long: Words) -> Iterator[list[str]]:
    """What is left of a name without words in a row whose first letters make an acronym."""
    letters = plain(acronym).replace(" ", "")
    for begin in range(len(long)):
        for end in range(begin + 1, len(long) + 1):
            if end - begin < len(long) and letters in initials(long[begin:end]):
                if long[begin:end] != (acronym,):
                    yield sorted(meanings(long[:begin] + long[end:]))


def _translates(letters: str, long: Words) -> bool:
    """Whether the letters begin the words of a name in one other language, in some order."""
    counted = meanings(long)
    small = {sign for word in long if not meanings((word,)) for sign in _small(word.casefold())}
    abroad = tuple(word for word in counted if not is_country_word(word))
    return _fits(letters, counted, small, _LANGUAGES + 1) or (
        len(abroad) >= LETTERS and _fits(letters, abroad, small, _ROMANCE)
    )


def _small(word: str) -> str:
    return _SMALL.get(word, plain(word)[:1])


def _fits(letters: str, held: Words, small: set[str], languages: int) -> bool:
    """Whether the letters are those of the words in one of the first languages, and of one small
    word at most; what the body is stands first, or else behind."""
    if not 1 < len(held) <= len(letters) <= len(held) + 1:
        return False
    known = [_letters().get(word, word[:1] * _LANGUAGES) + word[:1] for word in held]
    for language in range(languages):
        own = [each[language] for each in known]
        rest = Counter(letters)
        rest.subtract(own)
        heads = {each for each, word in zip(own, held, strict=True) if sort_of(word) in _HEADS}
        first = letters[1:] if language in _HEAD_LAST else letters[0]
        if min(rest.values()) >= 0 and {*+rest} <= small and (not heads or heads & {*first}):
            return True
    return False
