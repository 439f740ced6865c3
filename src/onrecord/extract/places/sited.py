"""What a text says of where its places lie, held against the map."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.places.agreement import AGREES, agreement
from onrecord.extract.places.around import around
from onrecord.extract.places.globe import apart_km
from onrecord.extract.places.siting import Told
from onrecord.lexicon.gazetteer import Candidate
from onrecord.model import Located, Place, Precision, Siting, SitingSort

__all__ = ["sited"]

_DOUBTED = 0.5
"""What is left of the confidence in a place that does not lie where the text says."""
_DETOUR = 1.5
_BESIDE_KM = 40.0


def sited(
    text: str,
    located: Sequence[Located],
    chosen: Sequence[Candidate | None],
    told: Sequence[Told],
) -> tuple[Located, ...]:
    """The places with what the text says of where they lie, and with the circles that are meant.

    `chosen` are their entries in the gazetteer. What that lacks is put where the text says, if it
    gives a distance or a place near by. A place that the map has elsewhere keeps half of its
    confidence, and the reason says so.
    """
    found = list(located)
    for each in told:
        words = " ".join(each.span.of(text).split())
        references = [located[index] for index in each.references]
        names = tuple(reference.text for reference in references)
        siting = Siting(each.sort, each.span, names, each.km, each.azimuth)
        known = [reference.place for reference in references if reference.place]
        circle = around(each, known, words) if len(known) == len(references) else None
        if each.subject is None:
            for index in each.references:
                sitings = (*found[index].sitings, siting)
                found[index] = replace(found[index], around=circle, sitings=sitings)
        if each.subject is None or circle is None:
            continue
        subject = found[each.subject]
        if subject.place is None:
            sure = min(reference.confidence for reference in references)
            found[each.subject] = _put(subject, siting, circle, sure)
        else:
            siting = _measured(siting, each, [chosen[i] for i in (each.subject, *each.references)])
            found[each.subject] = _checked(subject, siting, words)
    return tuple(found)


def _put(subject: Located, siting: Siting, circle: Place, sure: float) -> Located:
    """A place that the gazetteer lacks, where the text puts it."""
    subject = replace(subject, sitings=(*subject.sitings, siting))
    if siting.sort is not SitingSort.NEAR and siting.km is None:
        return subject
    place = replace(circle, name=subject.text, precision=Precision.NEAR)
    reason = "not in the gazetteer: it is put where the text says"
    return replace(subject, place=place, confidence=sure, reason=reason)


def _measured(siting: Siting, told: Told, chosen: Sequence[Candidate | None]) -> Siting:
    """The siting with the distance on the map, and whether that fits."""
    places = [place for place in chosen if place is not None]
    if len(places) < len(chosen):
        return siting
    (lat, lon), *others = [(place.lat, place.lon) for place in places]
    away = [apart_km((lat, lon), other) for other in others]
    agrees: bool | None
    if told.sort is SitingSort.PART and any(place.country is None for place in places):
        agrees = None
    elif told.sort is SitingSort.BETWEEN:
        agrees = sum(away) <= _DETOUR * apart_km(*others) + _BESIDE_KM
    else:
        agrees = bool(agreement(told, places[:1], places[1:]).max() >= AGREES)
    return replace(siting, measured_km=round(min(away), 1), agrees=agrees)


def _checked(subject: Located, siting: Siting, words: str) -> Located:
    subject = replace(subject, sitings=(*subject.sitings, siting))
    if siting.agrees is not False:
        return subject
    reason = f"{subject.reason}; but the text says {words!r}, and the map {siting.measured_km} km"
    return replace(subject, confidence=subject.confidence * _DOUBTED, reason=reason)
