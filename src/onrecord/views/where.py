"""Places in words, with how exact they are."""

from dataclasses import dataclass

from onrecord.model import Located, Place, Precision

__all__ = ["Where", "place_words", "where", "where_place"]


@dataclass(frozen=True, slots=True)
class Where:
    """Where something was: `words` to read, `text` as it stands in the report.

    `place` is None where the words were not found on the map.
    """

    words: str
    text: str
    place: Place | None = None


def where(located: Located | None) -> Where | None:
    """The place of a statement in words; None where the report gives none."""
    if located is None:
        return None
    text = " ".join(located.text.split())
    words = place_words(located.there, text)
    if any(siting.agrees is False for siting in located.sitings):
        words += ", though the text has it elsewhere"
    return Where(words, text, located.there)


def where_place(place: Place | None) -> Where | None:
    """The place of an event or entity, which has no words of its own."""
    return None if place is None else Where(place_words(place, place.name), place.name, place)


def place_words(place: Place | None, text: str) -> str:
    """A place's name and precision; `text` stands in for a place that is not on the map."""
    if place is None:
        return f"{text} (not on the map)"
    if place.lat is None or place.precision is Precision.EXACT:
        return place.name
    if place.precision is Precision.NEAR:
        return f"near {place.name}"
    return f"{place.name} ({place.precision.value})"
