"""Whether the words of a body's name begin with the letters of an acronym."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from onrecord.lexicon.names import is_acronym
from onrecord.lexicon.naming.bodyword import (
    Words,
    compound_letters,
    is_country_word,
    meanings,
    readings,
    sort_of,
)
from onrecord.lexicon.naming.script import plain
from onrecord.lexicon.tables import rows

__all__ = ["LETTERS", "abbreviated", "initials"]

LETTERS = 3
"""An acronym of fewer letters stands for too many names."""
_FEWEST = 2
"""Letters of an acronym that a name may have of which nothing else is known."""
_DIGRAPHS = ("ch", "cs", "dh", "dz", "gh", "gj", "kh", "ll", "lj", "nj", "sh", "sz", "th", "zh")
_WITH_SMALL = re.compile(r"[A-Z][a-z]{0,2}(?:[A-Z][a-z]{0,2})*[A-Z][a-z]?")
"""An acronym with the letters of small words, or the second ones of others."""
_MOST_SYLLABLES, _SHORTEST_SYLLABIC = 4, 4
_MOST_OF_ONE, _MOST_EXTRA = 3, 2
"""Letters of one word in an acronym, and letters that it may have more than words."""
_SMALL = {"of": "dv", "for": "pvf", "and": "eyiu", "the": "l"}
"""What small English words begin with in other languages."""
_LANGUAGES, _ENGLISH = 16, (16, 17)
_ROMANCE = 4
"""The languages of the table body_letters; English, in two words, comes behind them and Romance
languages first."""
_HEAD_LAST, _HEAD_ANYWHERE = frozenset({7, *_ENGLISH}), frozenset({4, 5, 12, 13, 14, 15})
"""The languages that put what a body is behind what tells it apart, or there or in front."""
_JOINED_TO = {"democratic": "social", "party": "people", "corruption": "anti"}
_OF_ENGLISH, _OF_ROMANCE = frozenset("of"), frozenset("d")
"""What small words begin with that a name in another language does not have."""
_HEADS = frozenset({"kind", "unit"})
_NO_HEADS = frozenset("central new north south east west youth women students transitional".split())


@cache
def _letters() -> dict[str, str]:
    return {word: letters for word, letters in rows("body_letters", 2)}


@lru_cache(1 << 16)
def initials(held: Words) -> frozenset[str]:
    """The letters that words begin with, and those of acronyms among them: small words give
    theirs or none, and two letters that are written for one sound may stand for it."""
    found: dict[str, None] = {}
    for words_ in (held, tuple(word for word in held if meanings((word,)))):
        for digraphs in (False, True)[: 1 + (len(words_) >= LETTERS)]:
            found["".join(_initial(word, digraphs=digraphs) for word in words_)] = None
        found[
            "".join("e" if word == "i" else _initial(word, digraphs=False) for word in words_)
        ] = None
        found["".join(map(_compounded, words_))] = None
    return frozenset(found)


def _compounded(word: str) -> str:
    """The letters of a word, those of each piece of a compound."""
    return _initial(word, digraphs=False) if _is_short(word) else compound_letters(word)


def _initial(word: str, *, digraphs: bool) -> str:
    flat = plain(word).replace(" ", "")
    if _is_short(word):
        return flat
    return flat[:2] if digraphs and flat.startswith(_DIGRAPHS) else flat[:1]


def abbreviated(short: Words, long: Words) -> str | None:
    """How `short` abbreviates `long`: the whole, or words in a row if the others are the same."""
    if len(short) > len(long) or not any(_is_short(word) for word in short):
        return _syllabic(short, long)
    letters = "".join(plain(word) for word in short).replace(" ", "")
    if all(map(_is_short, short)) and len(long) > 1 and len(letters) >= _FEWEST:
        found = initials(long) | initials(_abroad(long))
        own = {each for each in initials(short) if len(each) >= LETTERS} | {letters}
        if own & found:
            return f'the first letters make "{"-".join(short)}"'
        if len(letters) >= LETTERS and _translates(letters, long):
            return f'the first letters, in another language, make "{"-".join(short)}"'
        if len(letters) > LETTERS and _stretched(letters, long):
            return f'the beginnings make "{"-".join(short)}"'
    if len(short) > 1 and _expands(short, long):
        return f'the first letters make "{next(filter(_is_short, short))}"'
    return _syllabic(short, long)


def _expands(short: Words, long: Words) -> bool:
    """Whether acronyms in a name stand for words in a row, the other words being the same."""
    for i, word in enumerate(short):
        rest = short[:i] + short[i + 1 :]
        if rest and _is_short(word):
            for left in _without(word, long):
                if left and sorted(meanings(rest)) == sorted(meanings(left)):
                    return True
                if left and len(rest) == 1 == len(rest[0]) and left == long[-len(left) :]:
                    return plain(left[0])[:1] == plain(rest[0])
                if _is_short(rest[0]) and len(rest) > 1 and _expands(rest, left):
                    return True
    return False


def _stretched(letters: str, long: Words) -> bool:
    """Whether letters are those that three words or more begin with in order, several of some."""
    counted = tuple(plain(word) for word in long if meanings((word,)))
    longest = len(counted) + _MOST_EXTRA
    return LETTERS <= len(counted) and len(letters) <= longest and _begin(letters, counted)


def _begin(letters: str, held: tuple[str, ...]) -> bool:
    if not held:
        return not letters
    first, rest = held[0], held[1:]
    counts = range(1, min(_MOST_OF_ONE, len(letters)) + 1)
    return any(
        first.startswith(letters[:count]) and _begin(letters[count:], rest) for count in counts
    )


def _syllabic(short: Words, long: Words) -> str | None:
    """How one word is put together of what the words of a name begin with, two letters at least
    and four of one; what the body is may be left out in front."""
    counted = tuple(word for word in long if meanings((word,)))
    if len(short) != 1 or not 1 < len(counted) <= _MOST_SYLLABLES:
        return None
    whole = plain(short[0])
    starts = [tuple(map(plain, counted))]
    if sort_of(meanings(counted[:1])[0]) == "kind" and len(counted) > LETTERS - 1:
        starts.append(starts[0][1:])
    if len(whole) >= _SHORTEST_SYLLABIC and any(_syllables(whole, each) for each in starts):
        return f'"{short[0]}" is put together of what the words begin with'
    return None


def _syllables(whole: str, held: tuple[str, ...]) -> bool:
    if not held:
        return not whole
    first, rest = held[0], held[1:]
    if not rest and len(whole) == 1:
        return first.startswith(whole)
    return any(
        _syllables(whole[count:], rest)
        for count in range(2, len(whole) + 1)
        if first.startswith(whole[:count]) or (count > 2 and whole[:count] in first)
    )


def _is_short(word: str) -> bool:
    single = len(word) == 1 and word.isupper()
    return single or is_acronym(word) or bool(_WITH_SMALL.fullmatch(word))


def _abroad(held: Words) -> Words:
    """A name without its country, as it is called at home."""
    return tuple(word for word in held if not any(map(is_country_word, meanings((word,)))))


def _without(acronym: str, long: Words) -> Iterator[Words]:
    """What is left of a name without words in a row whose first letters make an acronym."""
    letters = plain(acronym).replace(" ", "")
    for begin in range(len(long)):
        for end in range(begin + 1, len(long) + 1):
            part = long[begin:end]
            if len(part) < len(long) and part != (acronym,) and _makes(letters, part):
                yield long[:begin] + long[end:]


def _makes(letters: str, part: Words) -> bool:
    return letters in initials(part) or (len(letters) >= LETTERS and _translates(letters, part))


def _translates(letters: str, long: Words) -> bool:
    """Whether the letters begin the words of a name in one other language, in some order."""
    small = {sign for word in long if not meanings((word,)) for sign in _small(word.casefold())}
    return any(_in_letters(letters, counted, small) for counted in readings(long))


def _in_letters(letters: str, counted: Words, small: set[str]) -> bool:
    every = (counted, _in_one(counted))
    if any(_fits(letters, each, small, _LANGUAGES + len(_ENGLISH)) for each in every):
        return True
    abroad = tuple(word for word in counted if not is_country_word(word))
    return len(abroad) >= LETTERS and _fits(letters, abroad, small, _ROMANCE)


def _in_one(held: Words) -> Words:
    """The words with "social democratic" and "people's party" as one each, as Germanic languages
    write them."""
    return tuple(word for word in held if _JOINED_TO.get(word) not in held)


def _small(word: str) -> str:
    return _SMALL.get(word, plain(word)[:1])


def _is_head(word: str) -> bool:
    return sort_of(word) in _HEADS and word not in _NO_HEADS


def _letters_of(word: str) -> str:
    """What a word begins with in each language, then in English, and there by its other word."""
    letters = _letters().get(word, word[:1] * _LANGUAGES)
    other = letters[_LANGUAGES:] or word[:1]
    return letters[:_LANGUAGES] + word[:1] + other


def _fits(letters: str, held: Words, small: set[str], languages: int) -> bool:
    """Whether the letters are those of the words in one of the first languages, and of one small
    word at most; what the body is stands first, or else behind."""
    if not 1 < len(held) <= len(letters) <= len(held) + 1:
        return False
    known = [_letters_of(word) for word in held]
    for language in range(languages):
        own = [each[language] for each in known]
        small = small | (_OF_ENGLISH if language in _ENGLISH else _OF_ROMANCE)
        rest = Counter(letters)
        rest.subtract(own)
        heads = {each for each, word in zip(own, held, strict=True) if _is_head(word)}
        first = letters[1:] if language in _HEAD_LAST else letters[0]
        first = letters if language in _HEAD_ANYWHERE else first
        if min(rest.values()) >= 0 and {*+rest} <= small and (not heads or heads & {*first}):
            return True
    return False
