"""Our own labels, all layers."""

from collections.abc import Sequence

from onrecord.export.schemes import layers, words
from onrecord.export.schemes.layers import pair
from onrecord.model import (
    Document,
    Filler,
    Located,
    Place,
    Reading,
    Statement,
    TimeExpression,
    TimeInterval,
)

__all__ = ["everything"]

_WHERE = ("lat", "lon", "country", "precision", "radius_km", "geonames_id")


def everything(document: Document, reading: Reading) -> dict[str, object]:
    """Entities, statements, attributions, time expressions, places, and sentences of words."""
    return {
        "entities": _entities(reading),
        "statements": [_statement(statement) for statement in reading.statements],
        **layers.polnear(document, reading),
        "timexes": [_time(time) for time in reading.times],
        "places": [_located(located) for located in reading.places],
        **words.ud(document, reading),
    }


def _time(time: TimeExpression) -> dict[str, object]:
    interval = time.interval or TimeInterval(None, None)
    return {
        "span": pair(time.span),
        "type": time.type.value,
        "value": time.value,
        "mod": time.mod,
        "edtf": time.edtf,
        "earliest": interval.earliest.isoformat() if interval.earliest else None,
        "latest": interval.latest.isoformat() if interval.latest else None,
    }


def _located(located: Located) -> dict[str, object]:
    return {
        "span": pair(located.span),
        "name": located.text,
        "use": located.use.value,
        **_place(located.place),
        "around": _place(located.around) if located.around else None,
    }


def _place(place: Place | None) -> dict[str, object]:
    return {
        **{key: getattr(place, key, None) for key in _WHERE},
        "kind": place.feature if place else None,
    }


def _entities(reading: Reading) -> list[dict[str, object]]:
    cluster = {m: chain.id for chain in reading.chains for m in chain.mentions}
    return [
        {
            "span": pair(mention.span),
            "type": mention.type.value,
            "form": mention.form.value,
            "head": pair(mention.head),
            "cluster": cluster.get(index),
            "confidence": round(mention.confidence, 3),
        }
        for index, mention in enumerate(reading.mentions)
    ]


def _statement(statement: Statement) -> dict[str, object]:
    return {
        "id": statement.id,
        "span": pair(statement.span),
        "predicate": statement.predicate.value,
        "mode": statement.mode,
        "roles": {role: _fillers(found) for role, found in sorted(statement.roles.items())},
        "time": statement.time.edtf if statement.time else None,
        "place": statement.place.text if statement.place else None,
        "holders": [holder.name for holder in statement.holders],
        "factuality": statement.certainty.factuality.value,
        "status": [status.value for status in statement.certainty.status],
        "confidence": statement.confidence,
    }


def _fillers(found: Sequence[Filler]) -> list[dict[str, object]]:
    return [{"cluster": f.chain, "text": f.text, "span": pair(f.span)} for f in found]
