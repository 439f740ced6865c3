"""Words for the people of a country, and the country that they name."""

from functools import cache

from onrecord.lexicon.tables import rows, words

__all__ = ["centre", "demonym", "is_faith_word", "is_people_word"]

_LARGER = {"Congolese": "CD", "Dominican": "DO"}


@cache
def _stateless() -> frozenset[str]:
    return frozenset(word for _, named in rows("peoples", 2) for word in words(named))


@cache
def _faiths() -> frozenset[str]:
    return frozenset(
        w for kind, named in rows("peoples", 2) if kind == "faith" for w in words(named)
    )


@cache
def _countries() -> dict[str, str]:
    named: dict[str, str] = {}
    for code, _, _, _, people in rows("countries", 5):
        for word in words(people):
            named[word] = code
    return named | _LARGER


def centre(code: str) -> tuple[float, float]:
    """The centre of a country by its ISO 3166 alpha-2 code, WGS84 degrees (latitude, longitude)."""
    return next((float(lat), float(lon)) for c, lat, lon, _, _ in rows("countries", 5) if c == code)


def demonym(word: str) -> str | None:
    """The country (ISO 3166 alpha-2) whose people or things `word` calls by an adjective or noun.

    Plurals count ("Malians", "Iraqis"); a word in lower case names nobody. Where two countries
    share a word, the more populous is meant. None for peoples without a state of their name.
    """
    name = " ".join(word.replace("’", "'").split()).removesuffix("'s")
    if name.isupper() and len(name) > 3 and "." not in name:
        name = name.title()
    known = _countries()
    return known.get(name) or (known.get(name[:-1]) if name.endswith("s") else None)


def is_faith_word(word: str) -> bool:
    """Whether a word calls a faith or those of it ("Catholic", "Sufis"): no nation."""
    known = _faiths()
    return word in known or word.removesuffix("s") in known


def is_people_word(word: str) -> bool:
    """Whether a word calls a people, those of a faith, a tongue or a faith: "Kurdish", "Sunnis".

    Countries' peoples are among them (`demonym`).
    """
    known = _stateless()
    return demonym(word) is not None or word in known or word.removesuffix("s") in known
