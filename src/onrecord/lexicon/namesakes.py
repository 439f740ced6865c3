"""Bodies with namesakes: what every country, or every town, may give the same name."""

import re
from enum import StrEnum
from functools import cache

from onrecord.lexicon.names import fold
from onrecord.lexicon.tables import rows, words

__all__ = ["Scope", "namesakes"]

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("of the for and on to in s".split())


class Scope(StrEnum):
    """Of what a body is the only one of its name."""

    COUNTRY = "country"
    LOCAL = "local"


def namesakes(name: str) -> Scope | None:
    """Of what the bearer is the only one of its name, None if of the world.

    A country has one "Ministry of Defence" and one "Parliament"; of a "City Council" or a mere
    "Council" it has many. A name with any other word is its bearer's own.
    """
    parts = [word for word in _WORD.findall(fold(name)) if word not in _SMALL]
    known = _words()
    if not parts or " ".join(parts) in known["one"]:
        return None
    if not all(any(word in known[sort] for sort in ("alone", "kind", "local")) for word in parts):
        return None
    if any(word in known["local"] for word in parts):
        return Scope.LOCAL
    if len(parts) == 1 and parts[0] not in known["alone"]:
        return Scope.LOCAL
    return Scope.COUNTRY


@cache
def _words() -> dict[str, frozenset[str]]:
    return {sort: frozenset(words(told)) for sort, told in rows("namesakes", 2)}
