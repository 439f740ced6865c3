"""Our own labels, all layers."""

from collections.abc import Sequence

from onrecord.export.schemes import layers, words
from onrecord.export.schemes.layers import pair
from onrecord.model import Document, Filler, Reading, Statement

__all__ = ["everything"]


def everything(document: Document, reading: Reading) -> dict[str, object]:
    """Entities, statements, attributions, time expressions, places, and sentences of words."""
    return {
        "entities": _entities(reading),
        "statements": [_statement(statement) for statement in reading.statements],
        **layers.polnear(document, reading),
        "timexes": [
            {
                "span": pair(time.span),
                "type": time.type.value,
                "value": time.value,
                "mod": time.mod,
                "edtf": time.edtf,
            }
            for time in reading.times
        ],
        **layers.geo(document, reading),
        **words.ud(document, reading),
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
