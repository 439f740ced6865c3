"""Short names for what is on record: typeable, and opened again by `show`.

A statement or document goes by the shortest prefix of its id that no other id shares, of at least
six characters; an event's has its kind in front, `event:7f35fa`. An entity or a stretch of text
goes by its document's short name, a colon, and where it stands: `3fa2b1:1203`, `3fa2b1:1203-1260`.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest

from onrecord.model import Span

__all__ = ["SHORTEST", "entity_reference", "shorten", "span_of", "span_reference"]

SHORTEST = 6

_PLACED = re.compile(r"(?P<document>[^:]+):(?P<begin>\d+)(?:-(?P<end>\d+))?")


def shorten(ids: Iterable[str]) -> dict[str, str]:
    """The shortest unique prefix of each id, not under `SHORTEST` characters after its kind.

    An id that is itself the beginning of another stays whole.
    """
    ordered = sorted(set(ids))
    short: dict[str, str] = {}
    before = 0
    for here, after in zip_longest(ordered, ordered[1:], fillvalue=""):
        shared = _shared(here, after)
        least = here.rfind(":") + 1 + SHORTEST
        short[here] = here[: max(least, before + 1, shared + 1)]
        before = shared
    return short


def _shared(left: str, right: str) -> int:
    """How many characters both begin with."""
    for place, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return place
    return min(len(left), len(right))


def span_reference(document: str, span: Span) -> str:
    """The reference of a stretch of text; `document` is the document's short name."""
    return f"{document}:{span.begin}-{span.end}"


def entity_reference(entity: str, documents: Mapping[str, str]) -> str:
    """The reference of an entity or chain: its document's short name and where it begins."""
    document, _, begin = entity.rpartition(":")
    return f"{documents.get(document, document)}:{begin}"


def span_of(reference: str) -> tuple[str, int, int | None] | None:
    """Document prefix, begin and end of a placed reference (an entity's has no end), else None."""
    match = _PLACED.fullmatch(reference)
    if match is None:
        return None
    end = match["end"]
    return match["document"], int(match["begin"]), int(end) if end else None
