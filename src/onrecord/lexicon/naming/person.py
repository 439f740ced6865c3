"""Whether two names can be one person's."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.lexicon.naming.cantonese import cantonese, spoken
from onrecord.lexicon.naming.forms import are_two, every_form, form_of, told_forms
from onrecord.lexicon.naming.left_out import kept
from onrecord.lexicon.naming.likeness import Likeness, NameMatch
from onrecord.lexicon.naming.parts import (
    Parts,
    is_particle,
    parts,
    spelled,
)
from onrecord.lexicon.naming.skeleton import skeletons, turned
from onrecord.lexicon.naming.slip import is_slip
from onrecord.lexicon.naming.spelling import PARTICLES, SIGNS, rules_between
from onrecord.lexicon.naming.syllables import is_pinyin, is_syllabic

__all__ = ["match_people", "may_be_spellings", "person_keys"]

_ALIKE = 0.85
_SHORTEST = 5
_MOST_FORMS = 12
_INITIALS = 2
"""Initials at least that stand for given names before a surname."""
_CYRILLIC = "Cyrillic of foreign names"
_OF_SYLLABLES = frozenset({"Chinese", "Korean", _CYRILLIC})
_OF_SIGNS = frozenset(
    {SIGNS, PARTICLES, _CYRILLIC, "Latin", "Arabic", "Persian", "Hebrew", "Indic", "Ethiopic"}
    | {
        "Thai",
        "Khmer",
        "Burmese",
        "Tamil",
        "Somali",
        "Tuareg",
        "Gulf article",
        "Foreign names in Arabic letters",
    }
)
_EASTERN_SCRIPTS = frozenset({"Thai", "Khmer", "Burmese", "Transcribed"})
_KOREAN_LIQUIDS = re.compile("[lrn]")
Words = tuple[str, ...]


@lru_cache(1 << 16)
def person_keys(name: str) -> frozenset[str]:
    """What names of one person share: the consonants of every form that may be left of it."""
    whole = parts(name)
    found: set[str] = set()
    for held, _ in kept(whole):
        for each in {held, tuple(word for word in held if not is_particle(word))}:
            for form in _in_first_forms(each, whole.families):
                found.update(map(turned, skeletons(spelled(form))))
    found |= {f"={''.join(read)}" for read in cantonese(name) | spoken(whole.words)}
    if len(whole.words) > 2 and not is_syllabic(whole.words):
        *given, surname = whole.words
        letters = "".join(word[0] for word in given)
        found |= {f"{letters}.{key}" for key in skeletons(spelled((surname,)))}
    return frozenset(found)


def _in_first_forms(held: Words, active: frozenset[str]) -> Iterator[Words]:
    """The words with those that have forms in several languages in the first of them."""
    several = (sorted(form_of(word, active)) or [word] for word in held)
    for first in islice(product(*several), _MOST_FORMS):
        yield first
        if "Korean" in active:
            yield tuple(_KOREAN_LIQUIDS.sub("", word) for word in first)
    yield held
    if "Chinese" in active:
        yield tuple(word.replace("j", "r") for word in held)


@lru_cache(1 << 16)
def _skeletons(held: Words) -> frozenset[str]:
    """The skeletons of words with and without their particles."""
    return skeletons(spelled(held)) | skeletons(spelled(_bare(held)))


def _bare(held: Words) -> Words:
    """The words without particles."""
    return tuple(word for word in held if not is_particle(word))


def match_people(left: str, right: str) -> NameMatch:
    """How alike two names of people are."""
    one, other = parts(left), parts(right)
    if not one.words or not other.words:
        return NameMatch(Likeness.OTHER, "one has no letters")
    if one.generation and other.generation and one.generation != other.generation:
        return NameMatch(Likeness.OTHER, f"one is {one.generation}, the other {other.generation}")
    found = _full(one, other) if person_keys(left) & person_keys(right) else None
    found = found or _in_cantonese(left, other) or _in_cantonese(right, one)
    if found is None:
        return _partly(one, other)
    if one.generation != other.generation:
        return NameMatch(Likeness.SHORTER, f"only one is {one.generation or other.generation}")
    return found


def _in_cantonese(name: str, other: Parts) -> NameMatch | None:
    """The match of a name in Chinese characters with its Cantonese reading, perhaps behind a given
    name of another language."""
    shared = cantonese(name) & spoken(other.words)
    if not shared:
        return None
    if any(len(read) == len(other.words) for read in shared):
        return NameMatch(Likeness.VARIANT, "the same, read in Cantonese")
    return NameMatch(Likeness.LESS, "the same, read in Cantonese, without the first name")


def _full(one: Parts, other: Parts) -> NameMatch | None:
    """The match of two full names, if they are one."""
    if one.words == other.words:
        return NameMatch(Likeness.IDENTICAL, "the same words")
    if _initials(one) and _initials(other) and _initials(one) != _initials(other):
        return None
    active = _holding(one, other)
    if not (is_syllabic(one.words) or is_syllabic(other.words)):
        left, right = _filled(one.words, other.words), _filled(other.words, one.words)
        found = _spelled_alike(left, right, active, turned=False)
        if found is not None and (left, right) != (one.words, other.words):
            return NameMatch(Likeness.LESS, f"{found}, with a middle name's initial")
    for left, without in kept(one):
        for right, lacking in kept(other):
            if without and lacking:
                continue
            found = _spelled_alike(left, right, active, turned=not (without or lacking))
            if found is not None:
                if without or lacking:
                    return NameMatch(Likeness.LESS, f"{found}, without {without or lacking}")
                return NameMatch(Likeness.VARIANT, found)
    return _slipped(one, other, active) or _initialled(one, other, active)


def _slipped(one: Parts, other: Parts, active: frozenset[str]) -> NameMatch | None:
    if is_syllabic(one.words) or is_syllabic(other.words):
        return None
    for right in _orders(_bare(other.words)):
        told = _with_slips(_bare(one.words), right, active)
        if told is not None:
            return NameMatch(Likeness.VARIANT, told)
    return None


def _initialled(one: Parts, other: Parts, active: frozenset[str]) -> NameMatch | None:
    """The match of a name with a surname and the initials of the given names, two at least."""
    short, long = sorted((one.words, other.words), key=lambda held: sum(map(len, held)))
    count = next((at for at, word in enumerate(short) if len(word) > 1), 0)
    if count < _INITIALS or len(short) != len(long) or max(map(len, long[:count])) == 1:
        return None
    given = all(name.startswith(letter) for letter, name in zip(short, long[:count], strict=False))
    rest = zip(short[count:], long[count:], strict=True)
    if given and all(_same_word(left, right, active) for left, right in rest):
        return NameMatch(Likeness.LESS, "one has the initials of the given names")
    return None


def _with_slips(left: Words, right: Words, active: frozenset[str]) -> str | None:
    """In what two full names differ, if words of them have slips and the others agree."""
    if len(left) != len(right) or len(left) < 2:
        return None
    slips = []
    for one, other in zip(left, right, strict=True):
        if one == other:
            continue
        if 1 in (len(one), len(other)):
            return None
        if _same_word(one, other, active):
            continue
        if are_two(one, other) or not is_slip(one, other):
            return None
        slips.append(f'"{one}" and "{other}"')
    return f"the same but for a slip in {slips[0]}" if slips else None


def _filled(held: Words, other: Words) -> Words:
    """The words with the middle names of `other` for their initials."""
    if len(held) != len(other):
        return held
    middle = zip(held[1:-1], other[1:-1], strict=True)
    return (held[:1] + tuple(b if b.startswith(a) and len(a) == 1 else a for a, b in middle)) + (
        held[-1:] if len(held) > 1 else ()
    )


def may_be_spellings(left: str, right: str) -> bool:
    """Whether two words may be one name, spelled by a rule or with a slip of the pen."""
    found = match_people(left, right).likeness
    same = found in (Likeness.IDENTICAL, Likeness.VARIANT)
    return same or (found is Likeness.ALIKE and left[:1] == right[:1])


def _initials(whole: Parts) -> Words:
    return () if is_syllabic(whole.words) else tuple(w for w in whole.words if len(w) == 1)


def _spelled_alike(
    left: Words, right: Words, active: frozenset[str], *, turned: bool
) -> str | None:
    """In what two full names differ, if they are spellings of one, perhaps `turned` around."""
    if len(left) < 2 or len(right) < 2:
        if left != right and min(len("".join(left)), len("".join(right))) < _SHORTEST:
            return None
    for order in _orders(right) if turned else (right,):
        found = _one_order(left, order, active)
        if found is not None:
            return found + (", surname first" if order != right else "")
    return None


def _orders(held: Words) -> Iterator[Words]:
    yield held
    if len(held) > 1:
        yield (*held[1:], held[0])
    if len(held) > 2:
        yield (held[-1], *held[:-1])


def _one_order(left: Words, right: Words, active: frozenset[str]) -> str | None:
    shared = every_form(left, active) & every_form(right, active)
    first = {w: min(form_of(w, active) & shared, default=w) for w in (*left, *right)}
    told = told_forms(left, right, first)
    left, right = tuple(map(first.__getitem__, left)), tuple(map(first.__getitem__, right))
    one, other = spelled(left), spelled(right)
    if one == other:
        return told or "the same words"
    if not (active & _OF_SYLLABLES or _skeletons(left) & _skeletons(right)):
        return None
    rules = rules_between(one, other, active)
    if rules is None:
        return None
    if not rules:
        return told or "the same but for blanks"
    used = rules[0]
    return f'the same but for "{used.left}" and "{used.right}" ({used.family})'


def _holding(one: Parts, other: Parts) -> frozenset[str]:
    """The families whose rules hold between two names.

    The rules of syllables hold between names of syllables, and then no others do; between two in
    Pinyin none does. What is spelled with signs answers to few.
    """
    active = one.families | other.families
    if active & _EASTERN_SCRIPTS and SIGNS in active:
        return active & _OF_SIGNS
    syllabic = is_syllabic(one.words), is_syllabic(other.words)
    if all(syllabic):
        pinyin = is_pinyin(spelled(one.words)) and is_pinyin(spelled(other.words))
        if pinyin and "Korean" not in active and not (one.parted or other.parted):
            return frozenset()
        return active & _OF_SYLLABLES
    active -= _OF_SYLLABLES - {_CYRILLIC}
    if SIGNS in active:
        return frozenset() if any(syllabic) else active & _OF_SIGNS
    return active


def _partly(one: Parts, other: Parts) -> NameMatch:
    """Two names that are not one full name."""
    short, long = sorted((one, other), key=lambda each: len(each.words))
    if len(short.words) < len(long.words) and _is_part(short, long):
        return NameMatch(Likeness.SHORTER, "one is a part of the other")
    if len(short.words) == len(long.words) > 1 and _abbreviates(short.words, long.words):
        return NameMatch(Likeness.SHORTER, "one has initials of the other")
    left, right = " ".join(one.words), " ".join(other.words)
    if left + "a" == right or right + "a" == left:
        return NameMatch(Likeness.OTHER, "a man's surname and a woman's")
    if DamerauLevenshtein.normalized_similarity(left, right, score_cutoff=_ALIKE):
        return NameMatch(Likeness.ALIKE, "spelled alike, by no rule")
    return NameMatch(Likeness.OTHER, "other names")


def _is_part(short: Parts, long: Parts) -> bool:
    active = short.families | long.families
    rest = iter(long.words)
    return all(any(_same_word(word, other, active) for other in rest) for word in short.words)


def _abbreviates(left: Words, right: Words) -> bool:
    return all(
        a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(left, right, strict=True)
    )


def _same_word(left: str, right: str, active: frozenset[str]) -> bool:
    if left == right or (1 in (len(left), len(right)) and left[0] == right[0]):
        return True
    if not skeletons(left) & skeletons(right):
        return bool(form_of(left, active) & form_of(right, active))
    return rules_between(f" {left} ", f" {right} ", active) is not None
