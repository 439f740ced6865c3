"""Names in scripts whose consonants carry a vowel, in plain letters and signs.

The scripts of India write most vowels; those of Burma, Thailand and Cambodia are spelled in Latin
letters in so many ways that each of their letters is put as a sign for all of them.
"""

import re
import unicodedata
from functools import cache

from anyascii import anyascii

from onrecord.lexicon.tables import rows, words

__all__ = ["eastern", "indic", "is_eastern"]

_EASTERN = re.compile("[ก-๎က-ႏក-៓]")
_PREFIXED = re.compile("([เแโใไ])([ก-ฮ])")
_SILENT = re.compile("ทร์|[ก-ฮ][ิุ]?์")
_TONES = re.compile("[့း]")
_DOUBLED = re.compile(r"(.)[္្]\1|([กจชดตทปพ])\2")
_ADDRESS = re.compile("^(?:ဦး|ဒေါ်)(?=..)")
_SH = re.compile("LETTER (?:SHA|SSA)$")
_LABIALS = frozenset("pbm")
_OF_TAMIL = {"p": "Q", "t": "D", "k": "G", "c": "C"}
"""Signs of letters that stand for voiced and unvoiced sounds."""
_OF_INDIA = {"b": "B", "v": "B", "c": "ch"}
"""What is read as b in the east is v in the west."""
_NEVER = "V"
"""The sign of any vowel."""


def is_eastern(word: str) -> bool:
    """Whether a word is of the scripts of Burma, Thailand or Cambodia."""
    return bool(_EASTERN.search(word))


@cache
def _letters() -> tuple[tuple[str, str], ...]:
    """The letters, those of several signs first, and their signs; "0" is none."""
    told = next(letters for script, letters in rows("name_letters", 2) if script == "Eastern")
    found = [each.split(" ") for each in words(told)]
    pairs = [(sign, letter) for sign, *letters in found for letter in letters]
    known = [(letter, "" if sign == "0" else sign) for sign, letter in pairs]
    return tuple(sorted(known, key=lambda each: -len(each[0])))


def eastern(word: str) -> str:
    """The signs of a word's letters, with "." where a vowel may be unwritten."""
    word = _DOUBLED.sub(r"\1\2", _TONES.sub("", _ADDRESS.sub("", word)))
    word = _SILENT.sub("", _PREFIXED.sub(r"\2\1", word))
    found, at = "", 0
    while at < len(word):
        known = next((each for each in _letters() if word.startswith(each[0], at)), None)
        letter, sign = known or (word[at], "")
        if sign not in ("", _NEVER) and found and found[-1] not in (_NEVER, "."):
            found += "."
        if sign != _NEVER or not found.endswith(_NEVER):
            found += sign
        at += len(letter)
    return f"{found}."


def indic(word: str) -> str:
    """The letters of a word, with "." for the vowel that a consonant carries, where none is written
    with it."""
    found = ""
    for at, letter in enumerate(word):
        after = word[at + 1 : at + 2]
        spelled = _latin(letter, word[at + 1 :])
        found += spelled
        consonant = unicodedata.category(letter) == "Lo" and spelled[-1:] not in tuple("aeiou")
        if consonant and not _is_vowel(after) and not _is_doubled(letter, word[at + 1 :]):
            found += "."
    return found


def _is_vowel(sign: str) -> bool:
    written = unicodedata.category(sign)[0] == "M" if sign else False
    return written and anyascii(sign)[:1] in tuple("aeiou")


def _is_doubled(letter: str, rest: str) -> bool:
    """Whether a sign without a vowel joins a consonant to itself."""
    return len(rest) > 1 and not anyascii(rest[0]) and rest[1] == letter


def _latin(letter: str, rest: str) -> str:
    spelled = anyascii(letter).casefold().replace("'", "")
    if unicodedata.category(letter)[0] == "M" and spelled == "m":
        after = anyascii(rest[:1])[:1]
        return "m" if after in _LABIALS else "ng" if after == "h" else "n"
    script = unicodedata.name(letter, "").partition(" ")[0]
    if script == "TAMIL" and spelled in _OF_TAMIL:
        return _OF_TAMIL[spelled]
    if spelled in _OF_INDIA:
        return _OF_INDIA[spelled]
    return "sh" if spelled == "s" and _SH.search(unicodedata.name(letter, "")) else spelled
