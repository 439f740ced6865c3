"""The words that names of bodies are made of, in any language, and what they mean."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, product

from onrecord.lexicon.demonym import demonym
from onrecord.lexicon.names import is_acronym
from onrecord.lexicon.naming.bodytable import (
    endings,
    is_country_word,
    known,
    phrases,
    senses,
    sort_of,
)
from onrecord.lexicon.naming.country import (
    JOINED,
    NISBA,
    OF_PERSIA,
    countries,
    country_names,
    country_stems,
    nisba,
)
from onrecord.lexicon.naming.gaj import in_gaj
from onrecord.lexicon.naming.script import plain, undoubled

__all__ = [
    "Words",
    "compound_letters",
    "is_country_word",
    "meanings",
    "readings",
    "sort_of",
    "uninflected",
    "written",
]

Words = tuple[str, ...]
_KEPT = 1 << 16
_POSSESSIVE = re.compile(r"(?<=\w)['’`]s\b|(?<=s)['’`](?!\w)")
_ELIDED = re.compile(r"(?<!\w)(?:[dlDL]|[dD]ell|[nN]ell|[aA]ll)['’`](?=\w)")
_ORDINAL = re.compile(r"(?<![\w])(\d+)(?:-?(?:st|nd|rd|th|er|re|e|ème|[oaº]|[а-яіїє]{1,3}))?(?!\w)")
_PARTS = re.compile(r"[-‐‑–—/_,()\[\]\s\u200c]+")
_PREFIXED = re.compile(r"^[הלבוየ](?=..)")
_PREPOSED = re.compile(r"^[لب](?=[؀-ۿ]{3})")
"""A preposition written in one with an Arabic word."""
_SEMITIC = re.compile("[֐-ۿ]")
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힣]{2,}|[ก-๎]{4,}|[ກ-ໝ]{4,}|[က-႟]{4,}|[ក-៓]{4,}")
_CASE = re.compile(
    r"(?<=[а-яіїєґ]{3}[бвгґджзклмнпрстфхцчшщ])"
    r"(?:ами|ого|ому|ов|ів|ом|ой|ам|ах|ем|ей|ых|их|а|у|ы|и|і|я|ю|е)$"
)
"""Endings of cases behind a consonant."""
_ROOT = 3
_NOUN_ENDS = ("", "ة", "ه", "ي", "ی", "ية", "ا")
_SHORTEST = 4
"""Letters left of a word before an ending."""
_PIECE = 5
"""Letters at least of the first word in a compound."""
_LAST_PIECE, _LONG = 3, 12
"""Letters at least of the last one, and from which a word that a table has the beginning of is
rather put together."""
_ENDING = 7
"""Letters at most behind the beginning that a table has of a word."""
_COUNTRY_WORDS = 6
_MOST_READINGS = 24
_NO_CHOICE: Mapping[str, str] = {}
_OF_ACRONYMS = frozenset({"kind", "legal"})
_TENS = range(20, 100, 10)


@lru_cache(_KEPT)
def written(name: str, *, in_phrases: bool = True) -> Words:
    """The words of a name as written, without possessives, numbers in figures; those in a row that
    one stands for as that one, or as they are."""
    name = in_gaj(name.translate(OF_PERSIA))
    for pattern, word in phrases() if in_phrases else ():
        name = pattern.sub(word, name)
    name = _ELIDED.sub("", _POSSESSIVE.sub("s", name))
    for pattern, word in phrases() if in_phrases else ():
        name = pattern.sub(word, name)
    parts = filter(None, _PARTS.split(_ORDINAL.sub(r"\1", name)))
    held = (_capitals(_stripped(part)) for part in parts)
    return tuple(piece for part in held for piece in _pieces(part) if piece)


def _stripped(part: str) -> str:
    """Without the signs about it; an abbreviation that is known with its point keeps it."""
    return part if part.casefold() in known() else part.strip("«»“”\"'!?.;:")


def _capitals(word: str) -> str:
    """An acronym of another script in Latin letters."""
    return plain(word).upper() if len(word) > 1 and word.isupper() and not word.isascii() else word


def _pieces(word: str) -> Iterator[str]:
    """The words of a script that puts no blanks between them, the longest known ones."""
    if not _UNSPACED.fullmatch(word):
        yield word
        return
    begin, unknown = 0, ""
    while begin < len(word):
        end = next((end for end in range(len(word), begin, -1) if _is_piece(word, begin, end)), 0)
        if end:
            yield from filter(None, (unknown, word[begin:end]))
            begin, unknown = end, ""
        else:
            unknown += word[begin]
            begin += 1
    if unknown:
        yield unknown


def _is_piece(word: str, begin: int, end: int) -> bool:
    """A sign of its own is a word only at the end."""
    piece = word[begin:end]
    if end - begin == 1 and end < len(word):
        return False
    return piece in known() or (piece,) in country_names()


@lru_cache(_KEPT)
def uninflected(held: Words) -> Words:
    """Written words, with names in Cyrillic letters without the endings of their cases."""
    return tuple(_CASE.sub("", word) if sort_of(meaning(word)) == "name" else word for word in held)


def readings(held: Words) -> tuple[Words, ...]:
    """The words that count in every sense, some words of other languages having several."""
    several = {word: senses for word in held if len(senses := _told(word)) > 1}
    chosen = islice(product(*several.values()), _MOST_READINGS)
    return tuple(meanings(held, dict(zip(several, each, strict=True))) for each in chosen)


@lru_cache(_KEPT)
def _told(word: str) -> tuple[str, ...]:
    """What a word may mean, its usual sense first."""
    known_senses = senses()
    flat = plain(word)
    if is_acronym(word):
        return ()
    form = next((form for form in _written_forms(word, flat) if form in known_senses), None)
    form = form or _beginning(flat)
    return tuple(_counted(*sense) for sense in known_senses[form]) if form else ()


def meanings(held: Words, chosen: Mapping[str, str] = _NO_CHOICE) -> Words:
    """The words that count, each in the first form of its row, or as `chosen`; all if none does."""
    found: list[str] = []
    while held:
        taken, told = _country(held)
        told = told or chosen.get(held[0]) or meaning(held[0])
        held = held[taken:]
        if told.isdecimal() and found and found[-1].isdecimal() and int(found[-1]) in _TENS:
            told = str(int(found.pop()) + int(told)) if int(told) < _TENS.step else told
        found += told.split()
    return tuple(found)


def _country(held: Words) -> tuple[int, str]:
    """How many words in front name a country, at least one, and its own word if they do."""
    for count in range(min(len(held), _COUNTRY_WORDS), 1, -1):
        code = country_names().get(tuple(map(_bare, held[:count])))
        if code:
            return count, countries()[code]
    return 1, ""


@lru_cache(_KEPT)
def _bare(word: str) -> str:
    folded = plain(word) if word.upper() != word.lower() else JOINED.sub("", word)
    return folded


@lru_cache(_KEPT)
def meaning(word: str) -> str:
    """A word in the first form of its row, or else in plain letters; nothing for a small one."""
    usual = known()
    flat = plain(word)
    if is_acronym(word):
        told = [each for each in senses().get(flat, ()) if each[0] in _OF_ACRONYMS]
        return _counted(*told[0]) if told else flat
    code = _abroad(word) if _SEMITIC.match(word) else None
    for form in () if code else _written_forms(word, flat):
        if form in usual:
            return _counted(*usual[form])
    code = code or demonym(word) or country_names().get((_bare(word),)) or nisba(word)
    if code:
        return _counted(*usual.get(plain(word), usual[countries()[code]]))
    begun = _beginning(flat)
    compound = _compound(flat)
    if begun and not (compound and _LONG < len(flat)):
        return _counted(*usual[begun])
    return compound or _derived(flat)


def _abroad(word: str) -> str | None:
    """The country that an Arabic or Hebrew word names, perhaps behind a preposition."""
    held = (word, _PREFIXED.sub("", word), _PREPOSED.sub("", word))
    return next(filter(None, (country_names().get((_bare(each),)) for each in held)), None)


def _written_forms(word: str, flat: str) -> Iterator[str]:
    """As it is, without an article, in plain letters, and of one thing instead of several."""
    bare = JOINED.sub("", word)
    yield from (word.casefold(), bare, _PREFIXED.sub("", word), _PREPOSED.sub("", bare))
    yield from (flat, flat.removesuffix("s"))
    stem = NISBA.sub("", bare)
    if stem != bare and len(stem) >= _ROOT:
        yield from (stem + ending for ending in _NOUN_ENDS)


def _counted(sort: str, first: str) -> str:
    return "" if sort in ("small", "legal") else first


def _beginning(flat: str) -> str | None:
    """The form of a table that is the beginning of a word, with an ending behind it."""
    begun = (f"{flat[:end]}*" for end in range(len(flat), _least(flat) - 1, -1))
    return next((form for form in begun if form in known()), None)


def _least(flat: str) -> int:
    return max(_SHORTEST, len(flat) - _ENDING)


def compound_letters(word: str) -> str:
    """What each word of a compound begins with, as its acronym has them; of another, its first."""
    flat = plain(word)
    single = " " not in known().get(flat, ("", " "))[1]
    cuts = () if single else range(len(flat) - _LAST_PIECE, _PIECE - 1, -1)
    for cut in cuts:
        rest = flat[cut:]
        if (_exact(flat[:cut]) or _exact(flat[:cut].rstrip("s"))) and (
            _exact(rest) or _begun(rest) or _compound(rest)
        ):
            return flat[:1] + compound_letters(rest)
    return flat[:1]


def _compound(flat: str) -> str:
    """The known words that one is put together of, as in German; nothing for any other."""
    for cut in range(len(flat) - _LAST_PIECE, _PIECE - 1, -1):
        first = _exact(flat[:cut]) or _exact(flat[:cut].removesuffix("s"))
        rest = flat[cut:]
        last = first and (
            _exact(rest)
            or (len(rest) > _LONG and _compound(rest))
            or _begun(rest)
            or _compound(rest)
        )
        if last:
            return f"{first} {last}"
    return ""


def _exact(flat: str) -> str:
    sort, first = known().get(flat) or known().get(f"{flat}*", ("small", ""))
    return _counted(sort, first)


def _begun(flat: str) -> str:
    form = _beginning(flat) if len(flat) >= _SHORTEST else None
    return _exact(form) if form else ""


def _derived(flat: str) -> str:
    """A word of no table: the country that it is derived from, or itself with an ending that many
    languages share in one form."""
    for ending, sort in endings():
        stem = flat.removesuffix(ending)
        if stem != flat and len(stem) >= _SHORTEST:
            code = country_stems().get(undoubled(stem)) if sort == "people" else None
            if code:
                return known()[countries()[code]][1]
            if sort != "people":
                return undoubled(stem + sort)
    return undoubled(flat.replace(" ", ""))
