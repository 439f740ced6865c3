"""Entities and relations in re3d's labels: the network's layers, and what our statements add."""

from collections.abc import Iterator

from onrecord.export.schemes.layers import pair
from onrecord.model import Document, Predicate, Reading, Related, Span

__all__ = ["re3d"]

_OF_OURS = (
    (Predicate.ASSAULT, "actor", "recipient", "FightingAgainst"),
    (Predicate.CONSULT, "actor", "recipient", "CommWith"),
    (Predicate.MET, "subject", "object", "CommWith"),
)
"""Statements of ours that are relations of re3d's, right in half of its train part or more."""
_UNSURE = {"InChargeOf": 0.4}
"""Types of the network's that are seldom right below a score (re3d dev)."""
_FROM_STATEMENTS = 0.5
_APART = 60
"""Characters between a name and the office that stands beside it."""


def re3d(document: Document, reading: Reading) -> dict[str, object]:
    """Entities by the network's own re3d layer, and relations between them."""
    analysis = reading.analysis
    entities = [
        {"span": pair(found.span), "type": found.label, "confidence": round(found.score, 3)}
        for found in analysis.layers.get("mention", ())
    ]
    known = [r for r in analysis.relations if r.score >= _UNSURE.get(r.label, 0.0)]
    for found in (*_from_statements(reading), *_beside(document, reading)):
        if not any(_same(found, other) for other in known):
            known.append(found)
    relations = [
        {
            "type": found.label,
            "source": pair(found.source),
            "target": pair(found.target),
            "confidence": round(found.score, 3),
        }
        for found in known
    ]
    return {"entities": entities, "relations": relations}


def _from_statements(reading: Reading) -> Iterator[Related]:
    for told in reading.statements:
        for predicate, source, target, label in _OF_OURS:
            if told.predicate is predicate:
                for one in told.roles.get(source, ()):
                    for other in told.roles.get(target, ()):
                        yield Related(one.span, other.span, label, _FROM_STATEMENTS)


def _beside(document: Document, reading: Reading) -> Iterator[Related]:
    """A name and the office set off beside it mean the same, either way round."""
    for told in reading.statements:
        if told.predicate is not Predicate.ROLE:
            continue
        for person in told.roles.get("subject", ()):
            for title in told.roles.get("title", ()):
                if _set_off(document.text, person.span, title.span):
                    yield Related(person.span, title.span, "IsSynonymOf", _FROM_STATEMENTS)
                    yield Related(title.span, person.span, "IsSynonymOf", _FROM_STATEMENTS)


def _set_off(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    between = text[first.end : second.begin]
    return not first.overlaps(second) and "," in between and len(between) <= _APART


def _same(one: Related, other: Related) -> bool:
    ends = one.source.overlaps(other.source) and one.target.overlaps(other.target)
    return ends and one.label == other.label
