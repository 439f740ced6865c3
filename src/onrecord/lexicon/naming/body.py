"""Whether two names can be one body's: a group's, an organisation's, a unit's."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.lexicon.names import acronym_fits, is_acronym
from onrecord.lexicon.naming.likeness import Likeness, NameMatch
from onrecord.lexicon.naming.script import plain
from onrecord.lexicon.naming.skeleton import skeletons
from onrecord.lexicon.naming.spelling import families, rules_between
from onrecord.lexicon.tables import rows, words

__all__ = ["body_keys", "match_bodies"]

_ALIKE = 0.85
_SHORTEST = 4
_LETTERS = 3
"""An acronym of fewer letters stands for too many names."""
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|ya|y|a|e|er|eme|ta|ga|oy|go)?")
_INNER = re.compile(r"\s*\(([^()]*)\)\s*$")
Words = tuple[str, ...]


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Of every form, the sort and the first form of its row."""
    found: dict[str, tuple[str, str]] = {}
    for sort, forms in rows("body_words", 2):
        each = words(forms)
        for form in each:
            found.setdefault(form, (sort, each[0]))
    return found


def _sort(word: str) -> str:
    return _known().get(word, ("name", word))[0]


@lru_cache(1 << 16)
def _words(name: str) -> Words:
    """The words that count, each in the first form of its row, numbers in figures."""
    held = []
    for word in plain(re.sub(r"['’`]s\b", "s", name)).split():
        number = _ORDINAL.fullmatch(word)
        told = number[1].lstrip("0") if number else None
        sort, first = _known().get(word, ("name", _DOUBLED.sub(r"\1", word)))
        if sort != "small" or told:
            held.append(told or first)
    return tuple(held) or tuple(plain(name).split())


def _proper(held: Words) -> Words:
    """The words without those that say what the body is, if a name is left."""
    rest = tuple(word for word in held if _sort(word) != "kind")
    return rest if any(_sort(word) == "name" for word in rest) else held


@lru_cache(1 << 16)
def body_keys(name: str) -> frozenset[str]:
    """What names of one body share: its consonants without general words, and its acronyms."""
    held = _proper(_words(name))
    found = {f"={key}" for key in skeletons(" ".join(held))}
    return frozenset(found | set(_acronyms(name)))


def _acronyms(name: str) -> Iterator[str]:
    """The acronym that a name is, or those that its words' first letters make."""
    if is_acronym(name):
        yield "".join(plain(name).split())
        return
    held = plain(name).split()
    if len(held) > 1:
        yield "".join(word[0] for word in held)
        yield "".join(word[0] for word in held if _sort(word) != "small")


@lru_cache(1 << 16)
def match_bodies(left: str, right: str) -> NameMatch:
    """How alike two names of bodies are."""
    one, other = _words(left), _words(right)
    if plain(left).removeprefix("the ") == plain(right).removeprefix("the "):
        return NameMatch(Likeness.IDENTICAL, "the same words")
    acronym = _acronym(left, right) or _acronym(right, left)
    if acronym:
        return NameMatch(Likeness.VARIANT, acronym)
    active = families(left, f" {plain(left)} ") | families(right, f" {plain(right)} ")
    told = _same_words(_proper(one), _proper(other), active)
    if told is not None:
        return NameMatch(Likeness.VARIANT, told)
    return _partly(one, other)


def _acronym(short: str, long: str) -> str | None:
    if not is_acronym(short) or " " not in long or len(plain(short)) < _LETTERS:
        return None
    letters = "".join(plain(short).split())
    if letters in set(_acronyms(long)) or acronym_fits(short, long):
        return f'"{short}" is made of the first letters'
    return None


def _same_words(one: Words, other: Words, active: frozenset[str]) -> str | None:
    """In what two names of as many words differ, if each word of one is a word of the other."""
    if len(one) != len(other):
        joined, whole = f" {' '.join(one)} ", f" {' '.join(other)} "
        return _respelled(joined, whole, active)
    rest, told = list(other), ""
    for word in one:
        if word in rest:
            rest.remove(word)
            continue
        found = next((each for each in rest if _is_respelled(word, each, active)), None)
        if found is None:
            return None
        rest.remove(found)
        told = told or f'"{word}" and "{found}" are spellings of one name'
    return told or "the same words, in other forms or another order"


def _is_respelled(word: str, other: str, active: frozenset[str]) -> bool:
    return _sort(word) == _sort(other) == "name" and (
        _respelled(f" {word} ", f" {other} ", active) is not None
    )


def _respelled(one: str, other: str, active: frozenset[str]) -> str | None:
    if min(len(one), len(other)) - 2 < _SHORTEST or not skeletons(one) & skeletons(other):
        return None
    rules = rules_between(one, other, active)
    if rules is None:
        return None
    if not rules:
        return "the same but for blanks"
    return f'the same but for "{rules[0].left}" and "{rules[0].right}" ({rules[0].family})'


def _partly(one: Words, other: Words) -> NameMatch:
    less, more = {*one} - {*other}, {*other} - {*one}
    if not less or not more:
        extra = sorted(less | more)
        units = [word for word in extra if _sort(word) == "unit" or word.isdecimal()]
        if units:
            return NameMatch(Likeness.OTHER, f'only one has "{units[0]}"')
        return NameMatch(Likeness.SHORTER, "one is a part of the other")
    if DamerauLevenshtein.normalized_similarity(" ".join(one), " ".join(other)) > _ALIKE:
        return NameMatch(Likeness.ALIKE, "spelled alike, by no rule")
    return NameMatch(Likeness.OTHER, "other names")
