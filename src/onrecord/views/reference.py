"""Short names for what is on record: typeable, and opened again by `show`.

A statement or document goes by the shortest prefix of its id that no other id shares, of at least
six characters; an event's has its kind in front, `event:7f35fa`. An entity or a stretch of text
goes by its document's short name, a colon, and where it stands: `3fa2b1:1203`, `3fa2b1:1203-1260`.
"""

import re
from collections.abc import Mapping

from onrecord.model import Span

__all__ = ["SHORTEST", "entity_reference", "shortened", "span_of", "span_reference"]

SHORTEST = 6

_PLACED = re.compile(r"(?P<document>[^:]+):(?P<begin>\d+)(?:-(?P<end>\d+))?")


def shortened(whole: str, before: str, after: str) -> str:
    """The shortest prefix of an id that neither its neighbours in order share, not under `SHORTEST`
    characters after its kind.

    An id that is itself the beginning of another stays whole.
    """
    least = whole.rfind(":") + 1 + SHORTEST
    return whole[: max(least, _shared(before, whole) + 1, _shared(whole, after) + 1)]


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
