"""Events in other schemes: MUC-4 templates, PLOVER records, police actions by sentence."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onrecord.export.schemes.layers import pair
from onrecord.model import (
    Document,
    EntityType,
    Factuality,
    Filler,
    Predicate,
    PredicateFamily,
    Reading,
    Statement,
)

__all__ = ["muc4", "plover", "police"]

_MUC_BY_MODE = {"explosives": "bombing", "abduct": "kidnapping", "suicide-attack": "bombing"}
_MUC_ROLES = ("perp_individual", "perp_organisation", "target", "victim", "weapon")
_POLICE_BY_MODE = {"arrest": "ARREST"}
_OURS_ALONE = frozenset({Predicate.ACCIDENT, Predicate.DISASTER, Predicate.ELECTION})
_BODIES = frozenset({EntityType.GROUP, EntityType.ORGANISATION})


def _happened(reading: Reading) -> Iterable[Statement]:
    """Event statements, those denied, planned or merely possible left out."""
    for statement in reading.statements:
        if statement.predicate.family is not PredicateFamily.EVENT:
            continue
        if statement.certainty.factuality in (Factuality.CERTAIN, Factuality.PROBABLE):
            yield statement


def muc4(document: Document, reading: Reading) -> dict[str, object]:
    """One template an incident type, its fillers pooled over the report."""
    chains = {chain.id: chain for chain in reading.chains}
    pooled: dict[str, dict[str, dict[str, list[str]]]] = {}
    for statement in _happened(reading):
        if statement.predicate is not Predicate.ASSAULT:
            continue
        kind = _MUC_BY_MODE.get(statement.mode or "", "attack")
        template = pooled.setdefault(kind, {role: {} for role in _MUC_ROLES})
        for role, filler in _muc_fillers(
            statement, chains_type={c.id: c.type for c in reading.chains}
        ):
            chain = chains.get(filler.chain or "")
            key = filler.chain or filler.text.lower()
            strings = template[role].setdefault(key, [])
            text = (chain.name if chain is not None and chain.named else filler.text).lower()
            if text not in strings:
                strings.append(text)
    return {
        "templates": [
            {"incident_type": kind, **{r: list(found.values()) for r, found in roles.items()}}
            for kind, roles in sorted(pooled.items())
        ]
    }


def _muc_fillers(
    statement: Statement, chains_type: Mapping[str, EntityType]
) -> Iterable[tuple[str, Filler]]:
    for filler in statement.roles.get("actor", ()):
        body = chains_type.get(filler.chain or "") in _BODIES
        yield ("perp_organisation" if body else "perp_individual"), filler
    for filler in statement.roles.get("recipient", ()):
        if chains_type.get(filler.chain or "") is EntityType.PERSON:
            yield "victim", filler
    for filler in statement.roles.get("target", ()):
        yield "target", filler
    for filler in statement.roles.get("instrument", ()):
        yield "weapon", filler


def plover(document: Document, reading: Reading) -> dict[str, object]:
    """Every event record; and the report's most frequent type and mode as its label."""
    statements = [
        s
        for s in reading.statements
        if s.predicate.family is PredicateFamily.EVENT and s.predicate not in _OURS_ALONE
    ]
    events = [
        {
            "type": s.predicate.value,
            "mode": s.mode,
            "actor": _parties(s.roles.get("actor", ())),
            "recipient": _parties(s.roles.get("recipient", ()) + s.roles.get("target", ())),
        }
        for s in statements
    ]
    counts = Counter((s.predicate.value, s.mode) for s in statements)
    kind, mode = counts.most_common(1)[0][0] if counts else ("", None)
    return {"events": events, "event_type": kind, "mode": mode}


def _parties(fillers: Sequence[Filler]) -> list[dict[str, object]]:
    return [{"text": filler.text, "span": pair(filler.span)} for filler in fillers]


def police(document: Document, reading: Reading) -> dict[str, object]:
    """The police's actions: KILL, ARREST, FORCE, ANY_ACTION, for the report and by sentence."""
    found: dict[int, set[str]] = {}
    for statement in _happened(reading):
        actors = " ".join(f.text.lower() for f in statement.roles.get("actor", ()))
        if "police" not in actors and "cops" not in actors:
            continue
        label = _police_label(statement)
        at = next(n for n, s in enumerate(reading.sentences) if s.span.overlaps(statement.span))
        found.setdefault(at, set()).update({"ANY_ACTION"} | ({label} if label else set()))
    sentences = [
        {"span": pair(s.span), "labels": sorted(found.get(n, ()))}
        for n, s in enumerate(reading.sentences)
    ]
    return {"labels": sorted(set().union(*found.values())), "sentences": sentences}


def _police_label(statement: Statement) -> str | None:
    if statement.magnitudes and "killed" in statement.magnitudes:
        return "KILL"
    if statement.predicate is Predicate.ASSAULT:
        return "FORCE"
    return _POLICE_BY_MODE.get(statement.mode or "")
