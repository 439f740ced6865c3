"""Domain values in the shapes of the exchange format (docs/design, section 4).

The shapes of the design are kept; where they would lose something that reading back needs, there
is a key more: `chains` of an entity, `type` and `mod` of a time, `name` and `feature` of a place,
all that is known of a statement's place, and of a holder what it speaks as and for, how it knows
and how it told.
The cue of a holder is {text, span}, as hedges are. What sort of decision a `decision` is stands
under `decision`, and what sort of copy a `copy` is under `copy`, since `kind` names the sort of
line.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from onrecord.model import (
    AsRead,
    Basis,
    Certainty,
    Copy,
    Decision,
    Document,
    Entity,
    EntityType,
    Event,
    Filler,
    Holder,
    Judgement,
    Located,
    Magnitude,
    Place,
    PredicateFamily,
    Source,
    Span,
    Statement,
    Telling,
    TimeExpression,
    TimeInterval,
    Weight,
)
from onrecord.store.codec import digest

__all__ = [
    "Joined",
    "Line",
    "as_read_line",
    "copy_line",
    "decision_line",
    "document_line",
    "entity_line",
    "event_line",
    "gazetteer_line",
    "judgement_line",
    "source_line",
    "statement_line",
]

Line: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Joined:
    """Which entity a chain belongs to, and which event a statement tells of."""

    entity_of: Mapping[str, str]
    event_of: Mapping[str, str]

    def entity(self, chain: str | None) -> str | None:
        """The id of a chain's entity, None if it has none."""
        return self.entity_of.get(chain) if chain is not None else None


def source_line(source: Source) -> Line:
    """A line of kind `source`."""
    return {"kind": "source", **asdict(source)}


def document_line(document: Document) -> Line:
    """A line of kind `document`."""
    return {"kind": "document", **asdict(document)}


def copy_line(copy: Copy) -> Line:
    """A line of kind `copy`; what sort of copy it is stands under `copy`."""
    held = asdict(copy)
    held["copy"] = held.pop("kind")
    return {"kind": "copy", "id": copy.document, **held}


def entity_line(entity: Entity) -> Line:
    """A line of kind `entity`."""
    line: Line = {
        "kind": "entity",
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "names": [asdict(name) for name in entity.names],
        "chains": entity.chains,
    }
    if entity.place or entity.type is EntityType.PLACE:
        line["place"] = _place(entity.place)
    return line


def statement_line(statement: Statement, text: str, joined: Joined) -> Line:
    """A line of kind `statement`; `text` is that of its document."""
    event = {
        "event": joined.event_of.get(statement.id),
        "type": statement.predicate,
        "mode": statement.mode,
    }
    return {
        "kind": "statement",
        "id": statement.id,
        "document": statement.document,
        "span": _span(statement.span),
        "quote": statement.quote,
        "summary": statement.summary,
        "predicate": statement.predicate,
        **(event if statement.predicate.family is PredicateFamily.EVENT else {}),
        "roles": _roles(statement.roles, joined),
        "magnitudes": _magnitudes(statement.magnitudes or {}),
        "time": _time(statement.time),
        "place": _located(statement.place, joined),
        "holders": [_holder(holder, text, joined) for holder in statement.holders],
        "certainty": _certainty(statement.certainty),
        "about": list(statement.about),
        "confidence": statement.confidence,
        **({"decided": asdict(statement.decided)} if statement.decided else {}),
    }


def as_read_line(read: AsRead, text: str, joined: Joined) -> Line:
    """A line of kind `as_read`: a statement as the program read it, where people's word stands
    in its place."""
    return {
        "kind": "as_read",
        "id": read.statement.id,
        "place": read.place,
        "decided": asdict(read.decided) if read.decided else None,
        "statement": statement_line(read.statement, text, joined),
    }


def event_line(event: Event, weight: Weight, joined: Joined) -> Line:
    """A line of kind `event`, with how it was weighed."""
    return {
        "kind": "event",
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "roles": _roles(event.roles, joined),
        "magnitudes": _magnitudes(event.magnitudes),
        "time": _interval(event.time) if event.time else None,
        "place": _place(event.place),
        "statements": event.statements,
        "confidence": event.confidence,
        "doubted": event.doubted,
        "independent_sources": len(weight.origins),
        "credibility": weight.credibility,
        "disputed": [each.on for each in weight.disputes],
    }


def judgement_line(judgement: Judgement) -> Line:
    """A line of kind `judgement`; `at` stands on a person's only."""
    line = {"kind": "judgement", "id": digest(judgement), **asdict(judgement)}
    line["decision"] = line.pop("opinion")
    if judgement.at is None:
        del line["at"]
    return line


def decision_line(decision: Decision) -> Line:
    """A line of kind `decision`."""
    held = asdict(decision)
    held["decision"] = held.pop("kind")
    return {"kind": "decision", "id": digest(decision), **held}


def gazetteer_line(digest: str, number: int, part: bytes) -> Line:
    """A line of kind `gazetteer`: some of the places of the one that `digest` names, packed."""
    packed = b64encode(part).decode()
    return {"kind": "gazetteer", "id": f"{digest}:{number}", "packed": packed}


def _span(span: Span | None) -> list[int] | None:
    return [span.begin, span.end] if span else None


def _roles(roles: Mapping[str, tuple[Filler, ...]], joined: Joined) -> Line:
    return {role: [_filler(each, joined) for each in fillers] for role, fillers in roles.items()}


def _filler(filler: Filler, joined: Joined) -> Line:
    measure = {"value": filler.value, "unit": filler.unit}
    return {
        "entity": joined.entity(filler.chain),
        "text": filler.text,
        "span": _span(filler.span),
        **{key: given for key, given in measure.items() if given is not None},
    }


def _magnitudes(magnitudes: Mapping[str, Magnitude]) -> Line:
    return {name: asdict(magnitude) for name, magnitude in magnitudes.items()}


def _time(time: TimeExpression | None) -> Line | None:
    if time is None:
        return None
    return {
        "text": time.text,
        "span": _span(time.span),
        "type": time.type,
        "timex": time.value,
        "mod": time.mod,
        "edtf": time.edtf,
        **_interval(time.interval or TimeInterval(None, None)),
    }


def _interval(interval: TimeInterval) -> Line:
    return {
        "earliest": interval.earliest.isoformat() if interval.earliest else None,
        "latest": interval.latest.isoformat() if interval.latest else None,
    }


def _located(located: Located | None, joined: Joined) -> Line | None:
    if located is None:
        return None
    return {
        "entity": joined.entity(located.chain),
        "text": located.text,
        "span": _span(located.span),
        "place": _place(located.place),
        "around": _place(located.around),
        "confidence": located.confidence,
        "reason": located.reason,
        "sitings": [asdict(each) | {"span": _span(each.span)} for each in located.sitings],
    }


def _place(place: Place | None) -> Line | None:
    return asdict(place) if place else None


def _holder(holder: Holder, text: str, joined: Joined) -> Line:
    cue = {"text": holder.cue.of(text), "span": _span(holder.cue)} if holder.cue else None
    return {
        "name": holder.name,
        "entity": joined.entity(holder.chain),
        "class": holder.cls,
        "cue": cue,
        "span": _span(holder.span),
        "speaker": holder.speaker,
        "affiliation": _filled(holder.affiliation, joined),
        "basis": _basis(holder.basis),
        "telling": _telling(holder.telling, joined),
    }


def _basis(basis: Basis | None) -> Line | None:
    return asdict(basis) | {"span": _span(basis.span)} if basis else None


def _telling(telling: Telling | None, joined: Joined) -> Line | None:
    if telling is None:
        return None
    return {
        "time": _time(telling.time),
        "place": _filled(telling.place, joined),
        "occasion": _filled(telling.occasion, joined),
        "audience": [_filler(each, joined) for each in telling.audience],
        "terms": _filled(telling.terms, joined),
    }


def _filled(filler: Filler | None, joined: Joined) -> Line | None:
    return _filler(filler, joined) if filler else None


def _certainty(certainty: Certainty) -> Line:
    return {
        "factuality": certainty.factuality,
        "status": certainty.status,
        "hedges": [{"text": each.text, "span": _span(each.span)} for each in certainty.hedges],
    }
