"""Names of any script in plain letters, with signs for vowels that the script leaves out."""

import re
from functools import cache, lru_cache

from anyascii import anyascii

from onrecord.lexicon.naming.abugida import eastern, indic, is_eastern
from onrecord.lexicon.naming.transcribed import is_transcribed, transcribed
from onrecord.lexicon.tables import rows, words

__all__ = ["plain", "undoubled"]

_ARABIC = re.compile(r"[؀-ۿݐ-ݿ]")
_GREEK = re.compile(r"[Ͱ-Ͽἀ-῿]")
_HEBREW = re.compile(r"[֐-׿]")
_INDIC = re.compile(r"[ऀ-෿]")
_ETHIOPIC = re.compile(r"[ሀ-፿]")
_SYLLABIC = re.compile(r"[぀-ヿ㐀-鿿가-힣]")
_HAN_NAME = re.compile(r"[㐀-鿿]{2,3}")
_MARKS = re.compile(r"[ً-ٰٟۖ-ۭـ֑-ׇ\u200c\u200f]")
_ARTICLE = re.compile(r"^ال(?=..)")
_COMPOUNDS = (
    (re.compile(r"\bعبد ?الل[هہ]\b"), "abdulah"),
    (re.compile(r"(?<=\w)[ \u200c]?الل[هہ]\b"), "Alah"),
    (re.compile(r"\bآل (?=..)"), ""),
    (re.compile(r"\bعبد ?(?:ال)?(?=..)"), "abd"),
    (re.compile(r"\b[أا]ب[وي] (?=..)"), "abu "),
    (re.compile(r"\bأم (?=..)"), "um "),
    (re.compile(r"\bعمرو\b"), "amr"),
)
_DOUBLED = re.compile(r"([b-df-hj-np-tv-zBCDGQ])\1+")
_REPEATED = re.compile(r"([b-df-hj-np-tv-z])\.\1")
_DOTS = re.compile(r"[·・‧\s]+")
_GAPS = re.compile(r"[-‐‑–—/_,\s\u200c]+")
_SIGNS = re.compile(r"[^a-z0-9 .AWYHBPKSVNDCGQTZ]")
_CONSONANTS = re.compile(r"(?<=[b-df-hj-np-tv-zBPKS])(?=[b-df-hj-np-tv-zBPKS])")
_WRITTEN_AS_ONE = frozenset("kh gh sh ch th dh zh tz ts ph ng ny bh jh".split())


@cache
def _letters(script: str) -> dict[str, str]:
    for name, letters in rows("name_letters", 2):
        if name == script:
            return dict(each.split(" ") for each in words(letters))
    raise KeyError(script)


@lru_cache(1 << 16)
def plain(name: str) -> str:
    """The words of a name in lower-case ASCII between blanks, points and quotes taken out.

    What a script leaves unwritten is told by the signs of the table name_letters.
    """
    if name.isascii():
        return _tidy(name.casefold())
    if is_transcribed(name):
        return " ".join(map(transcribed, _DOTS.split(name.strip())))
    for pattern, letters in _COMPOUNDS if _ARABIC.search(name) else ():
        name = pattern.sub(letters, name)
    return " ".join(map(_spelled_out, _GAPS.split(name.strip())))


def _tidy(word: str) -> str:
    return " ".join(_GAPS.sub(" ", re.sub(r"[^a-z0-9\s/_,-]", "", word)).split())


def _spelled_out(word: str) -> str:
    """The letters of a word of India that is the names of English letters, or the word."""
    bare = word.replace(".", "")
    if _INDIC.search(bare) and re.fullmatch(f"(?:{_initials()}){{1,3}}", bare):
        known = _letters("Initials of India")
        return " ".join(known[each] for each in re.findall(_initials(), bare))
    return _word(word)


@cache
def _initials() -> str:
    """The pattern of the name of a letter, the longest names first."""
    return "|".join(sorted(_letters("Initials of India"), key=len, reverse=True))


def _word(word: str) -> str:
    if _ARABIC.search(word):
        written = _ARTICLE.sub("", _MARKS.sub("", word))
        return _unvowelled([_letters("Arabic").get(sign, anyascii(sign)) for sign in written])
    if _HEBREW.search(word):
        written = _MARKS.sub("", word)
        return _unvowelled([_letters("Hebrew").get(sign, anyascii(sign)) for sign in written])
    if _SYLLABIC.search(word):
        surname = _letters("Surnames of China").get(word[0]) if _HAN_NAME.fullmatch(word) else None
        rest = " ".join(map(anyascii, word[bool(surname) :]))
        return _tidy(f"{surname or ''} {rest}".casefold())
    if _INDIC.search(word):
        return _SIGNS.sub("", indic(word))
    if is_eastern(word):
        return eastern(word)
    if _ETHIOPIC.search(word):
        return _dotted(_SIGNS.sub("", anyascii(word).casefold()))
    if _GREEK.search(word):
        for letters, sound in _letters("Greek").items():
            word = word.replace(letters, sound)
    return _tidy(anyascii(word).casefold())


def _unvowelled(signs: list[str]) -> str:
    """Letters of a script of consonants, with a sign between two of them."""
    found = ""
    for sign in filter(None, signs):
        sign = _SIGNS.sub("", sign)
        if found and found[-1] not in "AWYH." and sign[:1] not in ("A", "W", "Y", "H", "."):
            found += "."
        if sign not in ("Y", "W") or not found.endswith(sign):
            found += sign
    return found


def _dotted(word: str) -> str:
    """A spelling without some vowels, with a sign wherever one may stand."""
    found = ""
    for sign in word:
        both = found[-1:] + sign
        if _CONSONANTS.sub(".", both) != both and both not in _WRITTEN_AS_ONE:
            found += "."
        found += sign
    return _REPEATED.sub(r"\1", f"{found}.")


def undoubled(word: str) -> str:
    """A word with each double consonant written once."""
    return _DOUBLED.sub(r"\1", word)
