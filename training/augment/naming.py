"""Names from everywhere in the place of those that a document has."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.lexicon.names import sex
from training.augment.find import is_form_of_address, nameable, people, places
from training.text import Text

__all__ = ["other_people", "other_places"]

_TABLES = Path(__file__).parent.parent / "names"
_FAMILY_FIRST = frozenset({"chinese", "korean", "vietnamese"})
_AT_HOME = 0.6
"""Share of the people of a document whose names come from one region."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A word of a name, and the region that it comes from."""

    word: str
    region: str


@cache
def _rows(table: str) -> list[list[str]]:
    lines = (_TABLES / table).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@cache
def _people() -> dict[str, dict[str, list[str]]]:
    """Region to kind of name to names."""
    found: dict[str, dict[str, list[str]]] = {}
    for region, kind, names in _rows("names.tsv"):
        found.setdefault(region, {})[kind] = names.split(", ")
    return found


@cache
def _towns() -> dict[int, list[str]]:
    """Number of words to names of towns."""
    found: dict[int, list[str]] = {}
    for _, names in _rows("places.tsv"):
        for name in names.split(", "):
            found.setdefault(len(name.split()), []).append(name)
    return found


def other_people(forms: Sequence[str], text: Text, rng: random.Random) -> list[str]:
    """Every person by another name, the same wherever a word of it stands in the document.

    Given names stay those of a man or a woman where that is known. Chinese, Korean and Vietnamese
    names of two words put the family first.
    """
    mentions = people(forms, text)
    known = _renamed(forms, mentions, rng)
    found = _spread(forms, text, known, {word for mention in mentions for word in mention})
    for mention in mentions:
        first, last = mention[0], mention[-1]
        if last == first + 1 and known[_key(forms[last])].region in _FAMILY_FIRST:
            found[first], found[last] = found[last], found[first]
    return found


def other_places(forms: Sequence[str], text: Text, rng: random.Random) -> list[str]:
    """Every labelled place that is no country by the name of a town of as many words."""
    found = list(forms)
    known: dict[tuple[str, ...], list[str]] = {}
    for mention in places(forms, text):
        key = tuple(_key(forms[word]) for word in mention)
        name = known.setdefault(key, rng.choice(_towns()[len(mention)]).split())
        for word, part in zip(mention, name, strict=True):
            found[word] = _like(part, forms[word])
    return found


def _key(form: str) -> str:
    return form.casefold()


def _like(name: str, form: str) -> str:
    """The name in capitals if the word it replaces is."""
    return name.upper() if form.isupper() else name


def _renamed(
    forms: Sequence[str], mentions: Iterable[tuple[int, ...]], rng: random.Random
) -> dict[str, _Name]:
    """A name for each word of the mentions; the words of one person come from one region.

    Longer mentions are the first, since they tell given names from those of families.
    """
    regions = _people()
    home = rng.choice(list(regions))
    used = {_key(form) for form in forms}
    known: dict[str, _Name] = {}
    for mention in sorted(mentions, key=len, reverse=True):
        keys = [_key(forms[word]) for word in mention]
        fresh = home if rng.random() < _AT_HOME else rng.choice(list(regions))
        region = next((known[key].region for key in keys if key in known), fresh)
        given, family = _kinds(forms, mention, rng)
        for place, key in enumerate(keys):
            last = place == len(keys) - 1
            if key not in known:
                names = regions[region][family if last else given]
                word = rng.choice([name for name in names if _key(name) not in used] or names)
                used.add(_key(word))
                known[key] = _Name(word, region)
    return known


def _kinds(forms: Sequence[str], mention: Sequence[int], rng: random.Random) -> tuple[str, str]:
    """The kind of a mention's names before the last, and of the last."""
    first = mention[0]
    title = forms[first - 1] if first and is_form_of_address(forms[first - 1]) else ""
    side: str | None = sex(" ".join((title, *(forms[word] for word in mention), "X")))
    given = side or rng.choice("mf")
    alone = len(mention) == 1 and not title and side is not None
    return given, given if alone else "family"


def _spread(forms: Sequence[str], text: Text, known: dict[str, _Name], sure: set[int]) -> list[str]:
    """The words with the known names, also where a name stands in that of something else.

    A word that the document has in lower case is replaced only where it is `sure` to be a name.
    """
    small = {form for form in forms if form.islower()}
    settled = {word for mention in places(forms, text) for word in mention}
    found = list(forms)
    for word, form in enumerate(forms):
        name = known.get(_key(form))
        free = nameable(form) and word not in settled and form.lower() not in small
        if name and (word in sure or free):
            found[word] = _like(name.word, form)
    return found
