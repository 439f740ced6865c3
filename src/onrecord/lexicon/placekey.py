"""How place names are compared: letters only, in one spelling of the common prefixes."""

import re

from anyascii import anyascii

__all__ = ["SEARCHED_CAPITALS", "place_keys", "written_key"]

SEARCHED_CAPITALS = 5
"""A name of up to so many capitals may be an abbreviation, and is looked up as one, too."""

_INITIALS = re.compile(r"(?:[A-Z]\.\s?){2,}|[A-Z]{2,3}")
_APOSTROPHES = re.compile(r"['`´‘’ʻʼʿʾ.]")
_BREAKS = re.compile(r"[^a-z0-9]+")
_PREFIXES = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"}


def _plain(name: str) -> str:
    letters = _APOSTROPHES.sub("", name)
    letters = (letters if letters.isascii() else anyascii(letters)).lower()
    parts = [part for part in _BREAKS.split(_APOSTROPHES.sub("", letters)) if part]
    if len(parts) > 1:
        parts[0] = _PREFIXES.get(parts[0], parts[0])
        if parts[0] == "the":
            del parts[0]
    return " ".join(parts)


def written_key(name: str) -> str:
    """The key under which a name is stored.

    Abbreviations ("U.S.", "US") keep their capitals after an "=", so that no small word ("us")
    finds them; all other names fold case, diacritics, hyphens, apostrophes and full stops, and
    "St.", "Mt", "Ft" at the beginning are written out.
    """
    if _INITIALS.fullmatch(name):
        return "=" + re.sub(r"[\s.]", "", name)
    return _plain(name)


def place_keys(name: str) -> tuple[str, ...]:
    """The keys to look a name up by: its own, and for a short name in capitals both readings.

    Dotted initials and two capitals are only ever an abbreviation.
    """
    own = written_key(name)
    keys = [own]
    if name.isalpha() and name.isupper() and 2 < len(name) <= SEARCHED_CAPITALS:
        keys += ["=" + name, _plain(name)]
    return tuple(dict.fromkeys(key for key in keys if key.strip("= ")))
