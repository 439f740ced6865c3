"""A statement as a person would type it: the fields of the form by which it is corrected."""

from collections import Counter
from collections.abc import Iterable, Mapping

from onrecord.lexicon.predicates import COUNTS, ROLES
from onrecord.model import Magnitude, Place, PredicateFamily, Span, Statement

__all__ = ["mapped", "typed"]

_BETWEEN = "; "


def typed(statement: Statement) -> Mapping[str, str]:
    """What stands in each field; given back unchanged, it changes nothing.

    All that a statement of its type can have is there: words of the report as they stand in it,
    or by their offsets where they would not be told apart.
    """
    time, place, certainty = statement.time, statement.place, statement.certainty
    roles = dict.fromkeys((*ROLES[statement.predicate.family], *statement.roles))
    held = (each for each in statement.holders[:-1] if each.span is not None)
    fields = {
        "type": " ".join(filter(None, (statement.predicate.value, statement.mode))),
        "speaker": _words((each.name, each.span) for each in held),
    }
    for role in roles:
        found = statement.roles.get(role, ())
        fields[f"role.{role}"] = _words((each.text, each.span) for each in found)
    fields["date"] = f"{time.edtf} {_flat(time.text)}" if time and time.edtf else ""
    fields["place"] = _flat(place.text) if place else ""
    fields["map"] = mapped(place.place) if place and place.place else ""
    fields["certainty"] = " ".join((certainty.factuality, *certainty.status))
    if statement.predicate.family is PredicateFamily.EVENT or statement.magnitudes:
        counted = statement.magnitudes or {}
        fields |= {f"count.{name}": _count(counted.get(name)) for name in COUNTS}
    return fields


def mapped(place: Place) -> str:
    """A place as it is typed: its name, and its GeoNames number, else its coordinates."""
    name = ", ".join(filter(None, (place.name, place.country)))
    if place.geonames_id is not None:
        return f"{name} #{place.geonames_id}"
    return name if place.lat is None else f"{name} {place.lat:.4f}, {place.lon:.4f}"


def _words(found: Iterable[tuple[str, Span | None]]) -> str:
    pieces = [(_flat(text), span) for text, span in found if span is not None]
    many = Counter(text.casefold() for text, _ in pieces)
    return _BETWEEN.join(
        f"{span.begin}-{span.end}" if ";" in text or many[text.casefold()] > 1 else text
        for text, span in pieces
    )


def _count(count: Magnitude | None) -> str:
    """A count as it is typed: by its bounds."""
    if count is None:
        return ""
    low, high = count.low, count.high
    if low is None and high is None:
        return "" if count.best is None else f"~{count.best}"
    if low is None or high is None:
        return f"-{high}" if low is None else f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def _flat(text: str) -> str:
    return " ".join(text.split())
