"""Foreign names in Chinese characters or Katakana, as signs for what they may stand for."""

import re

from anyascii import anyascii

__all__ = ["is_transcribed", "transcribed"]

_DOTTED = re.compile(r"[㐀-鿿゠-ヿ][·・‧][㐀-鿿゠-ヿ]")
_SYLLABLE = re.compile(r"(zh|ch|sh|ts|[bpmfdtnlgkhjqxrzcsyw]?)([aeiou]*)(ng|n|r)?")
_SIGNS = {
    **dict.fromkeys(("b", "p"), "Q"),
    **dict.fromkeys(("d", "t"), "D"),
    **dict.fromkeys(("g", "k", "h"), "G"),
    **dict.fromkeys(("j", "zh", "z", "q", "ch", "c", "x", "sh", "s", "ts"), "C"),
    **dict.fromkeys(("l", "r", "ng", "n"), "N"),
    "y": "Y",
    "w": "W",
}


def is_transcribed(name: str) -> bool:
    """Whether a name in these scripts is parted by a dot, as only foreign ones are."""
    return bool(_DOTTED.search(name))


def transcribed(word: str) -> str:
    """The signs of a word: of each syllable its consonant, any vowel, and what ends it."""
    found = ""
    for syllable in map(str.casefold, map(anyascii, word)):
        match = _SYLLABLE.match(syllable)
        initial, _, final = match.groups("") if match else ("", "", "")
        initial = initial if initial in ("n", "m", "f") else _SIGNS.get(initial, "")
        found += f"{initial}V{_SIGNS[final] if final in _SIGNS else ''}"
    return re.sub("V+", "V", found)
