"""Whether names of people, and of bodies, can belong to one bearer."""

from onrecord.extract.mentions.nouns import noun_type
from onrecord.lexicon.names import PersonName, acronym_fits
from onrecord.lexicon.naming import Likeness, match, may_be_spellings
from onrecord.model import EntityType

__all__ = [
    "is_part_of_body",
    "is_part_of_person",
    "may_be_same_body",
    "may_be_same_person",
]

_ALIKE = frozenset({Likeness.IDENTICAL, Likeness.VARIANT, Likeness.ALIKE})
_COMPANY_FORMS = frozenset("inc ltd llc plc co corp corporation company group ag gmbh sa".split())


def _same_word(left: str, right: str) -> bool:
    """Whether two words of a name agree, one perhaps an initial or a variant."""
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return may_be_spellings(left, right)


def may_be_same_person(left: PersonName, right: PersonName) -> bool:
    """Whether two names can be one person's.

    The words of the shorter must all be found in the longer, in order; the first given names or
    the surnames must be the same.
    """
    short, long = sorted((left.words, right.words), key=len)
    position = 0
    for word in short:
        while position < len(long) and not _same_word(word, long[position]):
            position += 1
        if position == len(long):
            return False
        position += 1
    return len(short) < 2 or _same_word(short[0], long[0]) or short[-1] == long[-1]


def may_be_same_body(left: str, right: str) -> bool:
    """Whether two folded names can be one body's or place's: part, acronym or variant."""
    return (
        is_part_of_body(left, right)
        or is_part_of_body(right, left)
        or acronym_fits(left, right)
        or acronym_fits(right, left)
        or (left[:1] == right[:1] and match(left, right, EntityType.GROUP).likeness in _ALIKE)
    )


def is_part_of_person(short: str, long: str) -> bool:
    """Whether a folded short name is a surname, or another part, of a folded full name."""
    parts, whole = short.split(), long.split()
    span = len(parts)
    return span < len(whole) and any(
        whole[i : i + span] == parts for i in range(len(whole) - span + 1)
    )


def is_part_of_body(short: str, long: str) -> bool:
    """Whether a body's folded name is another's without its general word ("Oriel" of "Oriel
    Brigade"), its complement ("Church" of "Church of Oriel") or its country."""
    parts, whole = short.split(), long.split()
    if not parts or len(parts) >= len(whole):
        return False
    if whole[: len(parts)] == parts:
        rest = whole[len(parts) :]
        return rest[0] in ("of", "for", "on") or all(map(_is_general, rest))
    if whole[-len(parts) :] != parts:
        return False
    rest = [word for word in whole[: -len(parts)] if word not in ("of", "the")]
    return len(parts) > 1 or all(map(_is_general, rest))


def _is_general(word: str) -> bool:
    return word in _COMPANY_FORMS or noun_type(word) is EntityType.GROUP
