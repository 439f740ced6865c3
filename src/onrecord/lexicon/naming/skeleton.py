"""What is left of a spelling under every rule: the sounds of its consonants."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from math import prod

__all__ = ["skeletons", "turned"]

# The sounds that a letter may stand for: S sibilants, K velars, T dentals, B and F labials, and
# "" where it may be silent or a vowel.
Sounds = tuple[str, ...]
_SOUNDS: tuple[tuple[str, Sounds], ...] = (
    ("(?<= a)l(?=[a-z]{4})|(?<=bd)l|(?<= )l(?=a)", ("L", "")),
    ("(?<= a)bd", ("BT", "")),
    ("(?<=u)r(?= r)", ("R", "")),
    ("(?<= )v|(?<=[aeo])v(?=[aei])", ("F", "B")),
    ("n n", ("NN", "N")),
    ("(?<=[aeo])r(?=n)", ("R", "")),
    ("n[td](?= )", ("NT", "N", "T")),
    ("(?<=r)[td](?= )|(?<=au)d(?= )|(?<=o)t(?= )", ("T", "")),
    ("(?<=e)r(?= )", ("R", "")),
    ("(?<=au)lt(?= )", ("LT", "")),
    ("nt[sz]", ("NTS", "TS", "NS", "NT", "N")),
    ("tx", ("S", "TKS")),
    ("stsch|shch", ("S", "SS")),
    ("tsch|tch|tsh|tj", ("S", "K", "")),
    ("dsch|dzh|dj", ("S", "", "T")),
    ("dz|tz|ts|cz", ("S", "", "T", "TS")),
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
    ("D", ("T",)),
    ("Z", ("S", "T", "")),
    ("C", ("S", "K", "T", "")),
    ("N", ("N", "L", "R", "")),
    ("G", ("K", "")),
    ("Q", ("B", "F")),
    ("T", ("T", "K", "B", "")),
)
_LETTERS = re.compile("|".join(f"({pattern})" for pattern, _ in _SOUNDS))


_SIGNS = re.compile("[CDGNQTZ]")
_FEW, _MANY, _MANY_SIGNS = 16, 512, 1 << 16
"""From how many ways to read a spelling on its sounds are sorted too, and from how many only so;
many ways to read signs for several letters come to the same."""


@lru_cache(1 << 16)
def skeletons(spelled: str) -> frozenset[str]:
    """The consonants of folded words in every way that they may be read, in their order.

    Of a spelling that may be read in many ways they are sorted, lest the ways be too many.
    """
    read = [_SOUNDS[(match.lastindex or 0) - 1][1] for match in _LETTERS.finditer(spelled)]
    ways = prod(map(len, read))
    most = _MANY_SIGNS if _SIGNS.search(spelled) else _MANY
    found = _joined(read, str) if ways < most else frozenset()
    return found | _joined(read, sorted) if ways >= _FEW else found


def _joined(read: Iterable[Sounds], arranged: Callable[[str], Iterable[str]]) -> frozenset[str]:
    found = {""}
    for sounds in read:
        found = {"".join(arranged(known + sound)) for known in found for sound in sounds}
    return frozenset(found)


def turned(skeleton: str) -> str:
    """The same for whichever of several words in a row comes first."""
    return min((skeleton[at:] + skeleton[:at] for at in range(len(skeleton))), default="")
