"""Layers of spans: GUM, PolNeAR, TimeML, and toponyms with coordinates."""

from onrecord.lexicon.demonym import centre, demonym
from onrecord.model import Document, EntityType, Located, MentionForm, Reading, Span

__all__ = ["geo", "gum", "pair", "polnear", "timeml"]


def pair(span: Span) -> list[int]:
    """A span as the corpora write it."""
    return [span.begin, span.end]


def gum(document: Document, reading: Reading) -> dict[str, object]:
    """All mentions, nested ones too, with GUM's types and the number of their entity."""
    words = reading.analysis.words
    return {
        "entities": [
            {
                "span": pair(found.span),
                "type": found.label,
                "cluster": str(found.entity),
                "head": pair(words[found.head].span),
                "named": words[found.head].upos == "PROPN",
                "pronoun": words[found.head].upos == "PRON",
            }
            for found in reading.analysis.nominals
        ]
    }


def polnear(document: Document, reading: Reading) -> dict[str, object]:
    """Attributions as the network linked them."""
    return {
        "attributions": [
            {
                "source": [pair(span) for span in spoken.source],
                "cue": [pair(span) for span in spoken.cue],
                "content": [pair(span) for span in spoken.content],
            }
            for spoken in reading.analysis.spoken
        ]
    }


def _country(text: str, span: Span) -> dict[str, object]:
    code = demonym(span.of(text))
    lat, lon = (None, None) if code is None else centre(code)
    return {
        "span": pair(span),
        "name": span.of(text),
        "lat": lat,
        "lon": lon,
        "geonames_id": None,
        "kind": None if code is None else "PCLI",
    }


def _toponym(text: str, located: Located) -> dict[str, object]:
    place = located.place
    if place is None:
        return _country(text, located.span)
    return {
        "span": pair(located.span),
        "name": located.text,
        "lat": place.lat,
        "lon": place.lon,
        "geonames_id": place.geonames_id,
        "kind": place.feature,
    }


def timeml(document: Document, reading: Reading) -> dict[str, object]:
    """TIMEX3 expressions, and words that are TimeML events with their class."""
    timexes = [
        {"span": pair(time.span), "type": time.type.value, "value": time.value}
        for time in reading.times
    ]
    events = [
        {"span": pair(word.span), "class": word.event}
        for word in reading.analysis.words
        if word.event
    ]
    return {"timexes": timexes, "events": events}


def geo(document: Document, reading: Reading) -> dict[str, object]:
    """Toponyms with WGS84 degrees and GeoNames number, null where unresolved.

    As in LGL and TR-News, a people's name stands for its country.
    """
    places = {
        mention.span: _country(document.text, mention.span)
        for mention in reading.mentions
        if mention.type is EntityType.NATIONALITY
        and mention.form is MentionForm.NAME
        and demonym(mention.span.of(document.text)) is not None
    }
    places |= {located.span: _toponym(document.text, located) for located in reading.places}
    return {"places": [places[span] for span in sorted(places)]}
