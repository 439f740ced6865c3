"""Lines of the exchange format back to domain values: the way back of `shape`.

Every function raises KeyError, TypeError or ValueError for a line that does not have its shape.
"""

from base64 import b64decode
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from onrecord.export.shape import Line
from onrecord.model import (
    AsRead,
    Basis,
    Certainty,
    Copy,
    CopyKind,
    Decided,
    Decision,
    Document,
    Entity,
    EntityName,
    EntityType,
    Event,
    Evidential,
    Factuality,
    Filler,
    Hedge,
    Holder,
    HolderClass,
    Judgement,
    Located,
    Magnitude,
    NameGloss,
    NameSort,
    Opinion,
    Place,
    Precision,
    Predicate,
    Ruling,
    Siting,
    SitingSort,
    Span,
    Speaker,
    Statement,
    Status,
    Telling,
    TimeExpression,
    TimeInterval,
    TimexType,
)

__all__ = [
    "ChainOf",
    "as_read_of",
    "copy_of",
    "decision_of",
    "document_of",
    "entity_of",
    "event_of",
    "gazetteer_part_of",
    "judgement_of",
    "statement_of",
]

ChainOf: TypeAlias = Callable[[str | None], str | None]
"""From the id of an entity to that of one of its chains."""


def document_of(line: Line) -> Document:
    """What `document_line` wrote."""
    return Document(**{key: value for key, value in line.items() if key != "kind"})


def copy_of(line: Line) -> Copy:
    """What `copy_line` wrote."""
    return Copy(line["document"], line["of"], line["share"], CopyKind(line["copy"]))


def entity_of(line: Line) -> Entity:
    """What `entity_line` wrote."""
    return Entity(
        id=line["id"],
        type=EntityType(line["type"]),
        name=line["name"],
        names=tuple(_name(each) for each in line["names"]),
        chains=tuple(line["chains"]),
        place=_place(line.get("place")),
    )


def statement_of(line: Line, chain_of: ChainOf) -> Statement:
    """What `statement_line` wrote."""
    where = line["place"]
    return Statement(
        id=line["id"],
        document=line["document"],
        span=_span(line["span"]),
        quote=line["quote"],
        predicate=Predicate(line["predicate"]),
        roles=_roles(line["roles"], chain_of),
        holders=tuple(_holder(each, chain_of) for each in line["holders"]),
        certainty=_certainty(line["certainty"]),
        time=_time(line["time"]),
        place=_located(where, chain_of) if where else None,
        mode=line.get("mode"),
        magnitudes=_magnitudes(line["magnitudes"]) or None,
        summary=line["summary"],
        about=tuple(line.get("about", ())),
        confidence=line["confidence"],
        decided=_decided(line.get("decided")),
    )


def as_read_of(line: Line, chain_of: ChainOf) -> AsRead:
    """What `as_read_line` wrote."""
    return AsRead(
        place=line["place"],
        statement=statement_of(line["statement"], chain_of),
        decided=_decided(line["decided"]),
    )


def event_of(line: Line, chain_of: ChainOf) -> Event:
    """What `event_line` wrote, without how it was weighed."""
    return Event(
        id=line["id"],
        type=Predicate(line["type"]),
        mode=line["mode"],
        roles=_roles(line["roles"], chain_of),
        magnitudes=_magnitudes(line["magnitudes"]),
        time=_interval(line["time"]) if line["time"] else None,
        place=_place(line["place"]),
        statements=tuple(line["statements"]),
        confidence=line.get("confidence", 1.0),
        doubted=tuple(line["doubted"]) if line.get("doubted") else None,
    )


def judgement_of(line: Line) -> Judgement:
    """What `judgement_line` wrote."""
    return Judgement(
        left=line["left"],
        right=line["right"],
        opinion=Opinion(line["decision"]),
        by=line["by"],
        score=line["score"],
        reasons=tuple(line["reasons"]),
        at=line.get("at"),
    )


def decision_of(line: Line) -> Decision:
    """What `decision_line` wrote."""
    return Decision(line["decision"], line["anchor"], line["value"], line["by"], line["at"])


def gazetteer_part_of(line: Line) -> tuple[str, int, bytes]:
    """What `gazetteer_line` was given: a digest, a number and a part."""
    digest, number = line["id"].split(":")
    return digest, int(number), b64decode(line["packed"], validate=True)


def _span(pair: list[int]) -> Span:
    begin, end = pair
    return Span(begin, end)


def _name(line: Line) -> EntityName:
    glosses = tuple(NameGloss(**told) for told in line.get("glosses", ()))
    return EntityName(
        line["text"], NameSort(line["sort"]), line["count"], tuple(line["mentions"]), glosses
    )


def _place(line: Line | None) -> Place | None:
    if line is None:
        return None
    return Place(**(line | {"precision": Precision(line["precision"])}))


def _roles(line: Line, chain_of: ChainOf) -> dict[str, tuple[Filler, ...]]:
    return {role: tuple(_filler(each, chain_of) for each in held) for role, held in line.items()}


def _filler(line: Line, chain_of: ChainOf) -> Filler:
    return Filler(
        text=line["text"],
        span=_span(line["span"]),
        chain=chain_of(line["entity"]),
        value=line.get("value"),
        unit=line.get("unit"),
    )


def _magnitudes(line: Line) -> dict[str, Magnitude]:
    return {name: Magnitude(**bounds) for name, bounds in line.items()}


def _time(line: Line | None) -> TimeExpression | None:
    if line is None:
        return None
    interval = _interval(line)
    return TimeExpression(
        span=_span(line["span"]),
        text=line["text"],
        type=TimexType(line["type"]),
        value=line["timex"],
        mod=line["mod"],
        edtf=line["edtf"],
        interval=interval if interval.earliest or interval.latest else None,
    )


def _decided(line: Line | None) -> Decided | None:
    return Decided(**line | {"ruling": Ruling(line["ruling"])}) if line else None


def _interval(line: Line) -> TimeInterval:
    earliest, latest = (
        date.fromisoformat(line[end]) if line[end] else None for end in ("earliest", "latest")
    )
    return TimeInterval(earliest, latest)


def _located(line: Line, chain_of: ChainOf) -> Located:
    return Located(
        text=line["text"],
        span=_span(line["span"]),
        chain=chain_of(line["entity"]),
        place=_place(line["place"]),
        around=_place(line["around"]),
        confidence=line["confidence"],
        reason=line["reason"],
        sitings=tuple(_siting(each) for each in line["sitings"]),
    )


def _siting(line: Line) -> Siting:
    told = line | {"sort": SitingSort(line["sort"]), "span": _span(line["span"])}
    return Siting(**told | {"references": tuple(line["references"])})


def _holder(line: Line, chain_of: ChainOf) -> Holder:
    return Holder(
        name=line["name"],
        cls=HolderClass(line["class"]),
        chain=chain_of(line["entity"]),
        span=_span(line["span"]) if line["span"] else None,
        cue=_span(line["cue"]["span"]) if line["cue"] else None,
        speaker=Speaker(line["speaker"]) if line.get("speaker") else None,
        affiliation=_filled(line.get("affiliation"), chain_of),
        basis=_basis(line.get("basis")),
        telling=_telling(line.get("telling"), chain_of),
    )


def _basis(line: Line | None) -> Basis | None:
    return Basis(Evidential(line["evidence"]), line["text"], _span(line["span"])) if line else None


def _telling(line: Line | None, chain_of: ChainOf) -> Telling | None:
    if line is None:
        return None
    return Telling(
        time=_time(line["time"]),
        place=_filled(line["place"], chain_of),
        occasion=_filled(line["occasion"], chain_of),
        audience=tuple(_filler(each, chain_of) for each in line["audience"]),
        terms=_filled(line["terms"], chain_of),
    )


def _filled(line: Line | None, chain_of: ChainOf) -> Filler | None:
    return _filler(line, chain_of) if line else None


def _certainty(line: Line) -> Certainty:
    return Certainty(
        factuality=Factuality(line["factuality"]),
        status=tuple(Status(each) for each in line["status"]),
        hedges=tuple(Hedge(each["text"], _span(each["span"])) for each in line["hedges"]),
    )
