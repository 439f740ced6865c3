"""Whether two words are one name with a slip of the pen: a vowel more or less, or another one."""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from onrecord.lexicon.naming.skeleton import skeletons

__all__ = ["is_slip"]

_VOWELS = re.compile("[aeiouywWYAH.]|(?<=[cdgkpstz])h")
_OPEN = frozenset("aeiouyAWYH.")
_NEAR = frozenset({"ae", "ei", "iy", "ou", "ao", "uw", "ey"})
"""Vowels that are written for one another; "Bashir" and "Bashar" are two names."""
_FEWEST, _MANY = 3, 5
"""Consonants of a word that may have a slip, and those of one that may have any."""
_LONG = (("ee", "i"), ("oo", "u"), ("ou", "u"), ("aa", "a"), ("uu", "u"), ("ii", "i"))
_MOST = 2
"""Letters in which words of the same consonants differ."""
_SHARE = 0.4
"""Of the letters, those in which words differ whose consonants may be read the same."""


@lru_cache(1 << 16)
def is_slip(left: str, right: str) -> bool:
    """Whether two folded words are of the same consonants, or of consonants read the same, and
    begin and end alike."""
    left, right = _short(left), _short(right)
    if (left[0] in _OPEN) != (right[0] in _OPEN) or (left[-1] in _OPEN) != (right[-1] in _OPEN):
        return False
    one, other = _VOWELS.sub("", left), _VOWELS.sub("", right)
    fewest = min(len(one), len(other))
    if one.replace("h", "") == other.replace("h", "") and fewest >= _FEWEST:
        apart = Levenshtein.distance(left, right)
        near = fewest >= _MANY - (apart < _MOST) or _are_near(left, right) or _are_near(right, left)
        return near and apart <= _MOST
    if fewest <= _FEWEST or not skeletons(f" {left} ") & skeletons(f" {right} "):
        return False
    return Levenshtein.distance(left, right) <= _SHARE * max(len(left), len(right))


def _short(word: str) -> str:
    """A word with its long vowels as short ones."""
    for long, short in _LONG:
        word = word.replace(long, short)
    return word


def _are_near(left: str, right: str) -> bool:
    """Whether each vowel that is another one is near it."""
    steps = [s for s in Levenshtein.editops(left, right) if s.tag == "replace"]
    pairs = {left[s.src_pos] + right[s.dest_pos] for s in steps}
    return all(pair in _NEAR or pair[::-1] in _NEAR for pair in pairs)
