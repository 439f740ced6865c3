"""The parts of a person's name: words, what stands beside them, and what may be left out."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.lexicon.names import is_title
from onrecord.lexicon.naming.palladius import in_pinyin
from onrecord.lexicon.naming.script import plain, undoubled
from onrecord.lexicon.naming.spelling import families
from onrecord.lexicon.naming.syllables import is_pinyin
from onrecord.lexicon.tables import rows, words

__all__ = ["Parts", "is_particle", "is_patronymic", "listed", "may_be_title", "parts", "spelled"]

_SERVANT = re.compile(
    r"\bc?abd(?!(?:ou|[aeou])l+(?:a+h?i?|aye|ahi?an)\b)(?:(?:ou|oe|[aeou])"
    r"(?:l|r(?=[r ])|s(?=[sh ])|n(?=[n ])|t(?=[t ])|d(?=[d ])|z(?=[z ])|(?=[rsntdz])))?"
    r"(?: (?:[aeu]l|ar|as|ash|an|ad|at|az)(?= ))? ?(?=[a-z]{3})"
)
_FATHER = re.compile(r"\bab(?:ou|oo|[ui])l? (?:(?:al|el|ar|as|ash|an|ad|at|az) )?(?=[a-zA-Z.]{3})")
_MOTHER = re.compile(r"\b(?:ou|[uo])mm? (?:(?:al|el|ar|as|ash|an|ad|at|az) )?(?=[a-zA-Z.]{3})")
_PATRONYMIC = re.compile(
    r"(?:[oe]vi[ct]?[czs]?h|[oeiy]vna|ich?na|[oey]vyc?h|[oe]wi[ct]sch|jewitsch)$"
)

_RELIGION = re.compile(
    r"(?<=\b[a-z]{3})([a-z]*?) ?"
    r"(?:\b(?:al|el|ad|ed|id|ud|ul|oul|oud) ?|[aeiou]+d|\be|[eu]l|(?<=ur))d(?:ee|i+)ne?\b"
)
"""The religion's, behind a name: "Saadeddine", "Saad al-Din"."""
_BEHIND = re.compile(
    r"(?<=[a-z]{2}) (?=(?:nia|zad[ae]h?|pour|poor|nejad|nezhad|doust|manesh|khah)$)"
)
"""What ends surnames of Persia, though it may be written apart."""
_BEFORE = re.compile(
    r"\b([mM]u?o?[hH]a[m]{1,2}[ae]d)(?=(?!i\b|ia?n|zad|pour|nejad|na\b|u\b|ou\b|y\b)[a-z]{3})"
)
"""The Prophet's name, in one with the next."""
_ABBREVIATED = {"g": "gebre", "w": "wolde", "h": "haile", "t": "tekle", "k": "kidane"}
_SLASHED = re.compile(r"\b([GWHTK])/\s?(?=\w)", re.IGNORECASE)
"""What names of Ethiopia and Eritrea abbreviate before a stroke."""
_POINTED = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z]\.)")
_JOINED_INITIALS = re.compile(r"^(?!MD|DR|ST|AL)[A-Z]{2,3}(?= \w*[a-z])")
_SHORTEST_ALONE = 5
"""Letters of a name that is told from others without a second one."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A person's name without its titles: `words` in order, `generation` ("jr"), and the families
    of spelling that it calls for."""

    words: tuple[str, ...]
    generation: str | None
    families: frozenset[str]
    parted: bool
    """Whether it has a hyphen or an apostrophe, as Wade-Giles writes them and Pinyin does not."""


@cache
def listed(sort: str) -> frozenset[str]:
    """The folded words of a sort of the table name_words."""
    found = (words(each) for kind, each, _ in rows("name_words", 3) if kind == sort)
    return frozenset(word for each in found for word in each)


@cache
def _generations() -> dict[str, str]:
    found = (words(each) for kind, each, _ in rows("name_words", 3) if kind == "generation")
    return {word: each[0] for each in found for word in each}


@lru_cache(1 << 16)
def parts(name: str) -> Parts:
    """The parts of a name in any script."""
    name = _SLASHED.sub(lambda found: _ABBREVIATED[found[1].lower()], name)
    family, comma, given = _POINTED.sub(" ", name).partition(",")
    given = _JOINED_INITIALS.sub(_apart, given)
    family = family if comma else _JOINED_INITIALS.sub(_apart, family)
    flat = in_pinyin(name) or plain(f"{given} {family}" if comma else family)
    flat = _BEHIND.sub("", _BEFORE.sub(r"\1 ", flat.removeprefix("tan sri ")))
    flat = _RELIGION.sub(r"\1edin", flat)
    held = _MOTHER.sub("um", _FATHER.sub("abu", _SERVANT.sub("abd", flat))).split()
    joined = name.casefold().endswith(f"-{held[-1]}") if held else False
    latin = name.rstrip(" .")[-1:].isascii()
    generation = _generations().get(held[-1]) if len(held) > 2 and latin and not joined else None
    if generation:
        held.pop()
    while len(held) > 1 and _is_address(held):
        held.pop(0)
    if len(held) == 2 and held[0] in listed("title of one") and len(held[1]) >= _SHORTEST_ALONE:
        held.pop(0)
    found = tuple(undoubled(word) for word in held)
    if is_pinyin(spelled(tuple(held))) and not is_pinyin(spelled(found)):
        found = tuple(held)
    parted = any(sign in name for sign in "-'’`‘")
    return Parts(found, generation, families(name, spelled(found)), parted)


def _is_address(held: list[str]) -> bool:
    """Whether the first word is a title; some are given as names too, and may be one of two."""
    first = held[0]
    if len(held) > 2 and first in listed("title"):
        return True
    return first.isalpha() and first.islower() and is_title(first)


def _apart(found: re.Match[str]) -> str:
    return " ".join(found[0])


def spelled(held: tuple[str, ...]) -> str:
    """Words in a row between blanks."""
    return f" {' '.join(held)} "


def is_particle(word: str) -> bool:
    """Whether a word joins the others of a name, or is an article."""
    return word in listed("particle")


def may_be_title(word: str) -> bool:
    """Whether a word stands before names as a title, though it is given as a name too."""
    return word in listed("name or title")


def is_patronymic(word: str) -> bool:
    """Whether a word is a Slavic father's name."""
    return bool(_PATRONYMIC.search(word))
