"""Whether two names can be one body's: a group's, an organisation's, a unit's."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.lexicon.names import is_acronym
from onrecord.lexicon.naming.acronym import LETTERS, abbreviated, initials
from onrecord.lexicon.naming.bodyword import (
    Words,
    is_country_word,
    readings,
    sort_of,
    uninflected,
    written,
)
from onrecord.lexicon.naming.country import country_names
from onrecord.lexicon.naming.likeness import Likeness, NameMatch
from onrecord.lexicon.naming.script import plain, undoubled
from onrecord.lexicon.naming.skeleton import skeletons, turned
from onrecord.lexicon.naming.spelling import families, rules_between

__all__ = ["body_keys", "match_bodies"]

_KEPT = 1 << 16
_ALIKE = 0.85
_SHORTEST = 3
_SYLLABIC = ((re.compile("[가-힣]"), "Korean"), (re.compile("[㐀-鿿]"), "Chinese"))
_HOMES = tuple(
    (re.compile(letters), country)
    for letters, country in (
        ("[ก-๎]", "thailand"),
        ("[ກ-ໝ]", "laos"),
        ("[ក-៓]", "cambodia"),
        ("[က-႟]", "myanmar"),
        ("[Ⴀ-ჿ]", "georgia"),
        ("[԰-֏]", "armenia"),
        ("[ሀ-፿]", "ethiopia"),
        ("[א-ת]", "israel"),
        ("[ぁ-ヿ]", "japan"),
        ("[가-힣]", "korea"),
        ("[঄-৿]", "bangladesh"),
        ("[ං-෿]", "srilanka"),
        ("[Ͱ-Ͽ]", "greece"),
    )
)
"""Scripts of one country, whose bodies need not say which."""
_ADJECTIVE = re.compile("(?:n?i|a?wi|a?n|[ai]?an|ian|ese|er|isch|isk)$")
"""What makes an adjective of a place's name."""
_OWN = re.compile(r"^((?:[\w.-]+ ){0,3}[\w.-]+)['’]s? (?=\w)")
"""A country that a body is said to be of, before its name."""
_UNITED = frozenset("congress league union front alliance coalition rally bloc movement".split())
"""Words beside which it need not be said that a body is a party."""
_HONOUR, _RED_BANNER = "the honour", frozenset({"red", "banner"})
_NUMBERED = frozenset({"brigade", "division", "regiment", "battalion"})


def _is_name(word: str) -> bool:
    return sort_of(word) == "name" and not word.isdecimal()


@lru_cache(_KEPT)
def words_of(held: Words) -> tuple[Words, ...]:
    """The words that count, in every sense."""
    return tuple(_coarse(found or held) for found in readings(held))


def _coarse(found: Words) -> Words:
    if any(map(str.isdecimal, found)):
        return found
    # A katiba is put in English as either; where units are numbered, the one is part of the other.
    return tuple("brigade" if word == "battalion" else word for word in found)


def _proper(held: Words) -> Words:
    """The words without those that say what the body is, if a name is left."""
    rest = tuple(word for word in held if sort_of(word) != "kind")
    return rest if any(map(_is_name, rest)) else held


@lru_cache(_KEPT)
def _kept(held: Words) -> tuple[tuple[Words, str], ...]:
    """What may stay of the words, with what is left out."""
    whole = _proper(held)
    found = {whole: ""}
    if any(map(_is_name, whole)):
        found.setdefault(_without(whole, is_country_word), "the country")
    if any(map(is_country_word, whole)):
        found.setdefault(_without(whole, "republic".__eq__), "the republic")
    if any(map(str.isdecimal, whole)):
        found.setdefault(_without(whole, "combined".__eq__), "the arms")
        if "army" not in whole:
            found.setdefault(_without(whole, "guard".__eq__), _HONOUR)
        if _NUMBERED & {*whole}:
            found.setdefault(_without(whole, _is_honour), _HONOUR)
        found.setdefault(_without(whole, _RED_BANNER.__contains__), _HONOUR)
    if "group" in whole and len(whole) > _SHORTEST - 1:
        found.setdefault(_without(whole, "group".__eq__), "the group")
    if "party" in whole and _UNITED & {*whole}:
        found.setdefault(_without(whole, "party".__eq__), "the party")
    if "police" in whole:
        found.setdefault(_without(whole, "forces".__eq__), "the force")
    return tuple(found.items())


def _is_honour(word: str) -> bool:
    return word == "guard" or word in _RED_BANNER or _is_name(word)


def _without(held: Words, left_out: Callable[[str], bool]) -> Words:
    return tuple(word for word in held if not left_out(word))


@lru_cache(_KEPT)
def _forms(name: str) -> tuple[Words, ...]:
    """The words of a name in every sense, with and without the endings of their cases, those in a
    row that one stands for as that one and as they are."""
    both = (written(name), written(name, in_phrases=False))
    found = [form for own in both for form in (*words_of(own), *words_of(uninflected(own)))]
    home = next((word for sign, word in _HOMES if sign.search(name)), "")
    if home and not any(map(is_country_word, found[0])):
        found += [(*form, home) for form in found if len(form) > 1]
    return tuple(dict.fromkeys(found))


@lru_cache(_KEPT)
def body_keys(name: str) -> frozenset[str]:
    """What names of one body share: its letters, its words but for general ones, in every form that
    may be left of it, and its acronym at home."""
    found = {_letters(name), _letters(plain(name).removeprefix("the "))}
    for kept in {kept for held in _forms(name) for kept, _ in _kept(held)}:
        names = "".join(word for word in kept if _is_name(word))
        rest = "+".join(sorted(word for word in kept if not _is_name(word)))
        found.add("+".join(sorted(kept)))
        found |= {f"{turned(key)}+{rest}" for key in skeletons(names) if names}
    sound = _sound(name).replace(" ", "")
    found |= {f"~{turned(key)}" for key in skeletons(sound) if sound}
    short = initials(written(name))
    found |= body_keys(_own(name)) if _own(name) else set()
    return frozenset(found | {f"={letters}" for letters in short if len(letters) >= LETTERS})


@lru_cache(_KEPT)
def _sound(name: str) -> str:
    """The words of a name in plain letters between blanks, small ones left out; nothing if none of
    them is known, so that they count as names."""
    held = tuple(map(plain, written(name)))
    if all(map(_is_name, _forms(name)[0])):
        return ""
    return undoubled(f" {' '.join(word for word in held if sort_of(word) != 'small')} ")


def _letters(name: str) -> str:
    return f"_{plain(name).replace(' ', '')}"


def match_bodies(left: str, right: str) -> NameMatch:
    """How alike two names of bodies are."""
    one, other = written(left), written(right)
    if not one or not other:
        return NameMatch(Likeness.OTHER, "one has no letters")
    if plain(left).removeprefix("the ") == plain(right).removeprefix("the "):
        return NameMatch(Likeness.IDENTICAL, "the same words")
    if plain(left).replace(" ", "") == plain(right).replace(" ", ""):
        return NameMatch(Likeness.VARIANT, "the same but for blanks")
    long, other_long = written(left, in_phrases=False), written(right, in_phrases=False)
    told = (
        abbreviated(one, other)
        or abbreviated(other, one)
        or abbreviated(one, other_long)
        or abbreviated(other, long)
    )
    if told is not None:
        return NameMatch(Likeness.INITIALS, told)
    active = families(left, f" {plain(left)} ") | families(right, f" {plain(right)} ")
    if any(is_acronym(word) and sort_of(plain(word)) != "legal" for word in (*one, *other)):
        active = frozenset()
    active |= {family for sign, family in _SYLLABIC if sign.search(f"{left} {right}")}
    found = _full(left, right, active) if body_keys(left) & body_keys(right) else None
    found = found or _of_a_country(left, right, active)
    return found or _partly(_forms(left)[0], _forms(right)[0])


def _own(name: str) -> str:
    """The name without a country that it is said to be of: "Peru's Oriel Party"."""
    said = _OWN.match(name)
    known = said and tuple(plain(said[1]).split()) in country_names()
    return name[said.end() :] if said and known else ""


def _of_a_country(left: str, right: str, active: frozenset[str]) -> NameMatch | None:
    """The match of two names of which one is said to be of a country and the other has none."""
    for name, other in ((left, right), (right, left)):
        rest = _own(name)
        if rest and not any(map(is_country_word, _forms(other)[0])):
            found = _full(rest, other, active) if len(_forms(rest)[0]) > 1 else None
            if found is not None:
                return NameMatch(Likeness.LESS, f"{found.reason}, without the country")
    return None


def _full(left: str, right: str, active: frozenset[str]) -> NameMatch | None:
    """The match of two full names, if they are one; nothing less if they are the same in full."""
    less = None
    for one, other in product(_forms(left), _forms(right)):
        for (held, without), (others, lacking) in product(_kept(one), _kept(other)):
            honours = without == lacking == _HONOUR and not _are_named(one, other)
            both = without and lacking and not honours
            told = None if both else _same_words(held, others, active)
            if told is not None and not (without or lacking):
                return NameMatch(Likeness.VARIANT, told)
            if told is not None:
                less = less or NameMatch(Likeness.LESS, f"{told}, without {without or lacking}")
    told = _respelled(_sound(left), _sound(right), active)
    return NameMatch(Likeness.VARIANT, told) if told else less


def _are_named(one: Words, other: Words) -> bool:
    return any(map(_is_name, one)) and any(map(_is_name, other))


def _same_words(one: Words, other: Words, active: frozenset[str]) -> str | None:
    """In what two names differ, if each word of one is a word of the other."""
    common = [word for word in one if word in other]
    left, right = [w for w in one if w not in common], [w for w in other if w not in common]
    if not left and not right:
        return "the same words, in other forms or another order" if len(one) == len(other) else None
    if not left or not right or not all(map(_is_name, (*left, *right))):
        return None
    if len(left) == len(right) == 1 and (_derives(*left, *right) or _derives(*right, *left)):
        return f'"{left[0]}" and "{right[0]}", one derived from the other'
    found = _respelled(f" {' '.join(left)} ", f" {' '.join(right)} ", active)
    return found or _respelled(f" {' '.join(left)} ", f" {' '.join(right[::-1])} ", active)


def _derives(place: str, adjective: str) -> bool:
    """Whether a name is the adjective of another, as of a place."""
    stem = _ADJECTIVE.sub("", adjective)
    return stem != adjective and len(stem) > _SHORTEST and place in (stem, stem + "a", stem + "ia")


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
    numbers = [sorted(filter(str.isdecimal, held)) for held in (less, more)]
    if all(numbers):
        return NameMatch(Likeness.OTHER, f"one is {numbers[0][0]}, the other {numbers[1][0]}")
    if not less or not more:
        units = [w for w in sorted(less | more) if sort_of(w) == "unit" or w.isdecimal()]
        if units:
            return NameMatch(Likeness.OTHER, f'only one has "{units[0]}"')
        return NameMatch(Likeness.SHORTER, "one is a part of the other")
    if DamerauLevenshtein.normalized_similarity(
        " ".join(one), " ".join(other), score_cutoff=_ALIKE
    ):
        return NameMatch(Likeness.ALIKE, "spelled alike, by no rule")
    return NameMatch(Likeness.OTHER, "other names")
