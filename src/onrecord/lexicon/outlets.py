"""Outlets and media: who passes words on rather than speaking them, and where they are at home."""

import re
from functools import cache

from onrecord.lexicon.names import fold
from onrecord.lexicon.tables import rows, words

__all__ = ["agency", "home_country", "is_medium", "is_outlet", "outlet_name"]

_NO_COUNTRY = frozenset("ai cc co fm io me tv ws".split())
"""Endings of countries that anybody takes."""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        word for row, listed in rows("outlets", 2) if row == kind for word in words(listed)
    )


def is_medium(lemma: str) -> bool:
    """Whether a noun, a lemma in lower case, stands for a medium or who works for one."""
    return lemma in _words("noun")


def is_outlet(name: str) -> bool:
    """Whether a name is that of a newspaper, agency, broadcaster or the like."""
    written = name.casefold().strip()
    plain = written.removeprefix("the ").strip()
    parts = plain.split()
    if {written, plain} & _words("name"):
        return True
    return len(parts) > 1 and not _words("part").isdisjoint((parts[0], parts[-1]))


def agency(name: str) -> str | None:
    """The usual name of a news agency by any of its names; capitals tell "AP" from a word."""
    known = _agencies().get(_plain(name))
    return None if known is None or (len(name) < 5 and known.isupper() > name.isupper()) else known


def outlet_name(name: str) -> str:
    """An outlet's name without "the"; of an agency with several, the usual one."""
    return agency(name) or re.sub("^[Tt]he ", "", name.strip())


@cache
def _agencies() -> dict[str, str]:
    listed = (words(names) for kind, names in rows("outlets", 2) if kind == "agency")
    return {_plain(name): names[0] for names in listed for name in names}


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")


@cache
def _homes() -> dict[str, str]:
    return {name: code for code, named in rows("outlet_countries", 2) for name in words(named)}


def home_country(publisher: str | None, url: str | None) -> str | None:
    """The country (ISO 3166 alpha-2) of a publisher, by its name or the ending of its address.

    None where neither tells.
    """
    name = (publisher or "").casefold().removeprefix("the ").strip()
    host = re.sub(r"^[a-z]+://", "", (url or "").lower()).partition("/")[0].partition(":")[0]
    for known in (name, host.removeprefix("www.")):
        while known:
            if known in _homes():
                return _homes()[known]
            ending = known.rpartition(".")[2] if "." in known and " " not in known else ""
            if len(ending) == 2 and ending.isalpha() and ending not in _NO_COUNTRY:
                return "GB" if ending == "uk" else ending.upper()
            known = known.partition(".")[2] if " " not in known else ""
    return None
