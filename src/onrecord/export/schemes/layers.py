"""Layers of spans: re3d, GUM, PolNeAR, TimeML, and toponyms with coordinates."""

from collections.abc import Iterable, Mapping

from onrecord.lexicon.demonym import centre, demonym
from onrecord.model import Document, EntityType, MentionForm, Predicate, Reading, Span

__all__ = ["geo", "gum", "pair", "polnear", "re3d", "timeml"]

_RE3D_RELATIONS: Mapping[Predicate, str] = {
    Predicate.ALIAS_OF: "IsSynonymOf",
    Predicate.ALLIED_WITH: "AlliesOf",
    Predicate.BASED_IN: "CoLocated",
    Predicate.COMMUNICATED_WITH: "CommWith",
    Predicate.FIGHTS: "FightingAgainst",
    Predicate.LEADER_OF: "InChargeOf",
    Predicate.LOCATED_IN: "CoLocated",
    Predicate.MEMBER_OF: "BelongsTo",
    Predicate.MET: "CommWith",
    Predicate.NATIONALITY: "HasAttrOf",
    Predicate.PART_OF: "BelongsTo",
    Predicate.PRESENT_AT: "CoLocated",
    Predicate.ROLE: "BelongsTo",
}
_GUM_TYPES: Mapping[EntityType, str] = {
    EntityType.PERSON: "person",
    EntityType.GROUP: "organization",
    EntityType.ORGANISATION: "organization",
    EntityType.PLACE: "place",
    EntityType.FACILITY: "place",
    EntityType.VEHICLE: "object",
    EntityType.NATIONALITY: "person",
    EntityType.WEAPON: "object",
    EntityType.ROLE: "abstract",
    EntityType.QUANTITY: "abstract",
    EntityType.MONEY: "object",
    EntityType.DOCUMENT: "object",
    EntityType.EVENT: "event",
    EntityType.TIME: "time",
}


def pair(span: Span) -> list[int]:
    """A span as the corpora write it."""
    return [span.begin, span.end]


def re3d(document: Document, reading: Reading) -> dict[str, object]:
    """Entities by the network's own re3d layer; relations by table from ours."""
    entities = [
        {"span": pair(found.span), "type": found.label, "confidence": round(found.score, 3)}
        for found in reading.analysis.layers.get("mention", ())
    ]
    return {"entities": entities, "relations": list(_re3d_relations(reading))}


def _re3d_relations(reading: Reading) -> Iterable[dict[str, object]]:
    for statement in reading.statements:
        label = _RE3D_RELATIONS.get(statement.predicate)
        if label is None:
            continue
        for subject in statement.roles.get("subject", ()):
            for target in statement.roles.get("object", ()):
                yield {
                    "type": label,
                    "source": pair(subject.span),
                    "target": pair(target.span),
                    "confidence": statement.confidence,
                }


def gum(document: Document, reading: Reading) -> dict[str, object]:
    """All mentions with GUM's types and the number of their chain."""
    cluster = {m: number for number, chain in enumerate(reading.chains) for m in chain.mentions}
    entities: dict[Span, dict[str, object]] = {}
    for index, mention in enumerate(reading.mentions):
        entities.setdefault(
            mention.span,
            {
                "span": pair(mention.span),
                "type": _GUM_TYPES[mention.type],
                "cluster": str(cluster.get(index, f"s{index}")),
                "head": pair(mention.head),
                "named": mention.form is MentionForm.NAME,
                "pronoun": mention.form is MentionForm.PRONOUN,
            },
        )
    return {"entities": [entities[span] for span in sorted(entities)]}


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
        if mention.type is EntityType.NATIONALITY and mention.form is MentionForm.NAME
    }
    places |= {
        located.span: {
            "span": pair(located.span),
            "name": located.text,
            "lat": located.place.lat if located.place else None,
            "lon": located.place.lon if located.place else None,
            "geonames_id": located.place.geonames_id if located.place else None,
            "kind": located.place.feature if located.place else None,
        }
        for located in reading.places
    }
    return {"places": [places[span] for span in sorted(places)]}
