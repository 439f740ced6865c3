"""What is left of a spelling under every rule: the sounds of its consonants, in no order."""

import re
from collections import Counter
from functools import lru_cache

__all__ = ["skeletons"]

# The sounds that a letter may stand for: S sibilants, K velars, T dentals, B and F labials, and
# "" where it may be silent or a vowel.
_SOUNDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("n[td](?= )", ("NT", "N", "T")),
    ("(?<=r)[td](?= )|(?<=au)d(?= )|(?<=o)t(?= )", ("T", "")),
    ("(?<=e)r(?= )", ("R", "")),
    ("(?<=au)lt(?= )", ("LT", "")),
    ("stsch|shch", ("S", "SS")),
    ("tsch|tch|tsh|tj", ("S", "K", "")),
    ("dsch|dzh|dj", ("S", "", "T")),
    ("dz|tz|ts|cz", ("S", "", "T")),
    ("sch|sh|sz|cs|hs", ("S",)),
    ("ch", ("S", "K", "")),
    ("zh", ("S", "")),
    ("kh|gh", ("K", "")),
    ("ks|x", ("KS", "K", "S", "")),
    ("th|dh", ("T", "S")),
    ("ph", ("F", "B")),
    ("mp", ("NB", "B")),
    ("nt", ("NT", "T")),
    ("gk", ("K", "NK")),
    ("[ae]u|ou(?=sk)", ("", "F")),
    ("ck", ("K",)),
    ("[sz]", ("S",)),
    ("[kq]", ("K",)),
    ("c", ("K", "S", "")),
    ("g", ("K", "S", "")),
    ("j", ("S", "")),
    ("[td]", ("T",)),
    ("b", ("B",)),
    ("p", ("B",)),
    ("[fv]", ("F",)),
    ("w", ("F", "")),
    ("[mn]", ("N",)),
    ("l", ("L",)),
    ("r", ("R",)),
    ("W", ("F", "")),
    ("B", ("B", "F")),
    ("P", ("B", "F")),
    ("K", ("K", "S", "")),
    ("S", ("S",)),
)
_LETTERS = re.compile("|".join(f"({pattern})" for pattern, _ in _SOUNDS))


@lru_cache(1 << 16)
def skeletons(spelled: str) -> frozenset[str]:
    """The sorted consonants of folded words in every way that they may be read."""
    found: set[str] = {""}
    read = Counter(match.lastindex or 0 for match in _LETTERS.finditer(spelled))
    for group, count in read.items():
        sounds = _SOUNDS[group - 1][1]
        for _ in range(count):
            found = {"".join(sorted(known + sound)) for known in found for sound in sounds}
    return frozenset(found)
