"""What may be left out of a person's name that is still full."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from onrecord.lexicon.naming.forms import form_of
from onrecord.lexicon.naming.parts import Parts, is_particle, is_patronymic, listed, may_be_title
from onrecord.lexicon.naming.syllables import is_syllabic

__all__ = ["kept"]

Words = tuple[str, ...]
_KUNYA = ("abu", "um")
_OF_RELIGION, _RELIGIOUS = "edin", 6
"""The ending of "Nasiruddin", and letters that are more than it and a name."""
_SHARED, _THREE = frozenset({"muhamad", "ahmad"}), 3


@lru_cache(1 << 16)
def kept(whole: Parts) -> tuple[tuple[Words, str], ...]:
    """What may stay of a name that is still full, with what is left out."""
    found = {whole.words: ""}
    content = tuple(word for word in whole.words if not is_particle(word))
    if len(content) > 1:
        found.setdefault(content, "")
    if len(content) == 2:
        found.update(_nominative(content))
    first = _of_the_first(content) if len(content) > 2 else ""
    if first:
        found.setdefault(content[1:], first)
    found.update(_shortened(whole.words))
    found.update(_worldly(content))
    if len(content) > 2 and not is_syllabic(whole.words):
        rest = (content[0], *(w for w in content[1:-1] if not is_patronymic(w)), content[-1])
        found.setdefault(rest, "the father's name")
        if not _is_of_two(content):
            found.setdefault((content[0], content[-1]), "what stands in the middle")
        found.setdefault(content[:-1], "the last name")
        found.setdefault(content[:2], "the last names")
        if "muhamad" in form_of(content[0], frozenset()):
            found.setdefault(content[1:], "the Prophet's name")
        found.setdefault((content[0], content[-2]), "all but one given name and one surname")
    if len(content) > 3 and not is_syllabic(whole.words):
        found.setdefault((content[1], content[2]), "the outer names")
        found.setdefault((content[-3], content[-2]), "the outer names")
        for count in range(1, min(len(content) - 3, 2) + 1):
            for rest in combinations(content, len(content) - count):
                found.setdefault(rest, "some names")
    return tuple(found.items())


def _is_of_two(content: Words) -> bool:
    """Whether the first name of three is one that brothers share, who are told apart by the next:
    "Mohammad Javad", "Ahmad Zia"."""
    if len(content) > _THREE or content[1] not in listed("second of two"):
        return False
    return bool(form_of(content[0], frozenset()) & _SHARED)


def _of_the_first(content: Words) -> str:
    """What the first word of a name is, if the name may do without it."""
    if may_be_title(content[0]):
        return "what may be a title"
    if content[0] in listed("first of two"):
        return "the first of two given names"
    if content[1].startswith(_KUNYA):
        return "what stands before the kunya"
    foreign = is_syllabic(content[1:]) and not is_syllabic(content)
    return "a given name of another language" if foreign else ""


def _shortened(held: Words) -> Iterator[tuple[Words, str]]:
    """A name without its forefathers, each behind a word for a son, or a Vietnamese one without
    what tells women's and men's."""
    sons = [at for at, word in enumerate(held) if word in listed("son") and at]
    if sons and len(held) - sons[-1] > 2:
        rest = tuple(w for at, w in enumerate(held) if not {at, at - 1} & {*sons})
        yield rest, "the forefathers"
        if len(rest) > 2 and rest[0] in listed("first of two"):
            yield rest[1:], "the forefathers and the first given name"
    if len(held) > 3 and held[1] in listed("middle") and is_syllabic(held):
        yield (held[0], *held[2:]), "the middle name"


def _worldly(held: Words) -> Iterator[tuple[Words, str]]:
    """A name of which the first word says that it is the religion's, without that."""
    if len(held) > 1 and len(held[0]) > _RELIGIOUS and held[0].endswith(_OF_RELIGION):
        yield (held[0].removesuffix(_OF_RELIGION), *held[1:]), "the religion"


def _nominative(held: Words) -> Iterator[tuple[Words, str]]:
    """A Mongolian name without the ending of the father's, which stands before one's own."""
    father, own = held
    for ending in ("giin", "giyn", "iin", "iyn", "yn"):
        if father.endswith(ending) and len(father) - len(ending) > 3:
            bare = father.removesuffix(ending)
            yield (bare, own), "the genitive"
            yield (own, bare), "the genitive"
