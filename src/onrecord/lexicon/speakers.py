"""What the words for an unnamed speaker tell of who it is."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.demonym import is_people_word
from onrecord.lexicon.names import fold, is_country
from onrecord.lexicon.tables import rows, words

__all__ = ["Described", "described"]

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BODY, _OFFICIAL, _VAGUE = "body", "official", "vague"


@dataclass(frozen=True, slots=True)
class Described:
    """What a description tells: the kind of speaker, the names in it ("Kenyan", a ministry's), and
    the other words that place them ("hospital", "security"), each possibly none."""

    kind: str | None
    names: frozenset[str]
    places: frozenset[str]

    def differs(self, other: "Described") -> bool:
        """Whether the two cannot be one: both tell the same thing, and tell it differently."""
        kinds = {self.kind, other.kind} - {None}
        facets = ((self.names, other.names), (self.places, other.places))
        return len(kinds) > 1 or any(
            one and another and one.isdisjoint(another) for one, another in facets
        )

    @property
    def told(self) -> int:
        """How much it tells."""
        return (self.kind is not None) + len(self.names) + len(self.places)


@cache
def _kinds() -> dict[str, str]:
    return {fold(word): kind for kind, listed in rows("speakers", 2) for word in words(listed)}


@cache
def described(text: str) -> Described:
    """What a description of a speaker tells, such as "two Kenyan security officials"."""
    kinds: list[str] = []
    names: set[str] = set()
    places: set[str] = set()
    for number, word in enumerate(_WORD.findall(text)):
        plain = fold(word)
        kind = _kinds().get(plain)
        if kind in (None, _BODY):
            # The first word may have its capital from the sentence only.
            named = word[0].isupper() and (number > 0 or is_people_word(word) or is_country(word))
            (names if named and kind is None else places).add(plain)
        if kind not in (None, _VAGUE):
            kinds.append(_OFFICIAL if kind == _BODY else kind)
    return Described(kinds[-1] if kinds else None, frozenset(names), frozenset(places))
