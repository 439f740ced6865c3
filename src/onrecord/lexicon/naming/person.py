"""Whether two names can be one person's."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.lexicon.naming.likeness import Likeness, NameMatch
from onrecord.lexicon.naming.parts import (
    Parts,
    is_particle,
    is_patronymic,
    may_be_title,
    parts,
    spelled,
)
from onrecord.lexicon.naming.script import undoubled
from onrecord.lexicon.naming.skeleton import skeletons, turned
from onrecord.lexicon.naming.spelling import PARTICLES, SIGNS, rules_between
from onrecord.lexicon.naming.syllables import is_pinyin, is_syllabic
from onrecord.lexicon.tables import rows, words

__all__ = ["match_people", "may_be_spellings", "person_keys"]

_ALIKE = 0.85
_SHORTEST = 5
_CYRILLIC = "Cyrillic of foreign names"
_OF_SYLLABLES = frozenset({"Chinese", "Korean", _CYRILLIC})
_OF_SIGNS = frozenset(
    {SIGNS, PARTICLES, _CYRILLIC, "Latin", "Arabic", "Persian", "Hebrew", "Indic", "Ethiopic"}
    | {"Thai", "Somali", "Tuareg"}
)
_KOREAN_LIQUIDS = re.compile("[lrn]")
Words = tuple[str, ...]


@cache
def _forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """The (family, first form) of the rows that a word stands in."""
    held: dict[str, list[tuple[str, str]]] = {}
    for family, forms, _ in rows("name_forms", 3):
        each = [undoubled(form) for form in words(forms)]
        for word in dict.fromkeys(each):
            held.setdefault(word, []).append((family, each[0]))
    return {word: tuple(found) for word, found in held.items()}


def _form_of(word: str, active: frozenset[str]) -> frozenset[str]:
    return frozenset(
        first for family, first in _forms().get(word, ()) if family == "-" or family in active
    )


@lru_cache(1 << 16)
def person_keys(name: str) -> frozenset[str]:
    """What names of one person share: the consonants of every form that may be left of it."""
    whole = parts(name)
    found: set[str] = set()
    for held, _ in _kept(whole):
        for each in {held, tuple(word for word in held if not is_particle(word))}:
            for form in _in_first_forms(each, whole.families):
                found.update(map(turned, skeletons(spelled(form))))
    return frozenset(found)


def _in_first_forms(held: Words, active: frozenset[str]) -> Iterator[Words]:
    """The words with those that have forms in several languages in the first of them."""
    first = tuple(min(_form_of(word, active), default=word) for word in held)
    yield first
    if "Chinese" in active:
        yield tuple(word.replace("j", "r") for word in held)
    if "Korean" in active:
        yield tuple(_KOREAN_LIQUIDS.sub("", word) for word in first)


@lru_cache(1 << 16)
def _kept(whole: Parts) -> tuple[tuple[Words, str], ...]:
    """What may stay of a name that is still full, with what is left out."""
    found = {whole.words: ""}
    content = tuple(word for word in whole.words if not is_particle(word))
    if len(content) == 2:
        found.update(_nominative(content))
    if len(content) > 2 and may_be_title(content[0]):
        found.setdefault(content[1:], "what may be a title")
    if len(content) > 2 and not is_syllabic(whole.words):
        rest = (content[0], *(w for w in content[1:-1] if not is_patronymic(w)), content[-1])
        found.setdefault(rest, "the father's name")
        found.setdefault((content[0], content[-1]), "what stands in the middle")
        found.setdefault(content[:-1], "the last name")
        found.setdefault(content[:2], "the last names")
        if "muhamad" in _form_of(content[0], frozenset()):
            found.setdefault(content[1:], "the Prophet's name")
        found.setdefault((content[0], content[-2]), "all but one given name and one surname")
    if len(content) > 3 and not is_syllabic(whole.words):
        found.setdefault((content[1], content[2]), "the outer names")
        for count in range(1, min(len(content) - 3, 2) + 1):
            for rest in combinations(content, len(content) - count):
                found.setdefault(rest, "some names")
    return tuple(found.items())


def _nominative(held: Words) -> Iterator[tuple[Words, str]]:
    """A Mongolian name without the ending of the father's, which stands before one's own."""
    father, own = held
    for ending in ("giin", "giyn", "iin", "iyn", "yn"):
        if father.endswith(ending) and len(father) - len(ending) > 3:
            bare = father.removesuffix(ending)
            yield (bare, own), "the genitive"
            yield (own, bare), "the genitive"


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
    if found is None:
        return _partly(one, other)
    if one.generation != other.generation:
        return NameMatch(Likeness.SHORTER, f"only one is {one.generation or other.generation}")
    return found


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
    for left, without in _kept(one):
        for right, lacking in _kept(other):
            if without and lacking:
                continue
            found = _spelled_alike(left, right, active, turned=not (without or lacking))
            if found is not None:
                if without or lacking:
                    return NameMatch(Likeness.LESS, f"{found}, without {without or lacking}")
                return NameMatch(Likeness.VARIANT, found)
    return None


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
        if left != right and min(len(left[0]), len(right[0])) < _SHORTEST:
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


def _every_form(held: Words, active: frozenset[str]) -> frozenset[str]:
    return frozenset(form for word in held for form in _form_of(word, active))


def _told_forms(left: Words, right: Words, first: dict[str, str]) -> str:
    for one in left:
        for other in right:
            if one != other and first[one] == first[other]:
                return f'"{one}" and "{other}" are forms of one name'
    return ""


def _one_order(left: Words, right: Words, active: frozenset[str]) -> str | None:
    shared = _every_form(left, active) & _every_form(right, active)
    first = {w: min(_form_of(w, active) & shared, default=w) for w in (*left, *right)}
    told = _told_forms(left, right, first)
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
        return bool(_form_of(left, active) & _form_of(right, active))
    return rules_between(f" {left} ", f" {right} ", active) is not None
