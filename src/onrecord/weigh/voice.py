"""Whom a statement goes back to."""

from dataclasses import dataclass

from onrecord.lexicon.names import fold
from onrecord.lexicon.outlets import agency, is_outlet, outlet_name
from onrecord.lexicon.speakers import Described, described
from onrecord.model import (
    Entity,
    EntityType,
    Filler,
    Holder,
    HolderClass,
    Predicate,
    Statement,
)
from onrecord.weigh.evidence import Evidence

__all__ = ["Voice", "voice"]

_ACTS = frozenset({Predicate.DENIES, Predicate.CLAIMS_RESPONSIBILITY})
"""What the subject does by saying it, whoever reports that it did."""

_CLASSES = {EntityType.PERSON: HolderClass.PERSON, EntityType.GROUP: HolderClass.GROUP}


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever a statement goes back to, by what can be known of them.

    `key` is the same wherever they speak, None for who is not named; what is `told` of those is in
    the words for them. `outlet` is the key of who printed it first; an outlet that speaks for
    itself has it for its own key.
    """

    name: str
    cls: HolderClass
    outlet: str
    key: str | None = None
    entity: str | None = None
    told: Described | None = None


def voice(statement: Statement, evidence: Evidence) -> Voice:
    """Who first said it, by the innermost holder; of a denial or claim, who denies or claims."""
    document = evidence.source(statement)
    outlet = evidence.outlet(document.id)
    printed = _outlet_key(outlet) if outlet else f"report:{document.id}"
    subject = next(iter(statement.roles.get("subject", ())), None)
    if statement.predicate in _ACTS and subject is not None:
        return _acting(subject, printed, evidence)
    if len(statement.holders) < 2 or statement.holders[0].cls is HolderClass.AUTHOR:
        if outlet:
            return Voice(outlet, HolderClass.OUTLET, printed, printed)
        if document.byline:
            return Voice(document.byline, HolderClass.AUTHOR, printed, _name_key(document.byline))
        title = document.title or "a report without a name"
        return Voice(title, HolderClass.DOCUMENT, printed, printed)
    return _holding(statement.holders[0], printed, evidence)


def _holding(holder: Holder, printed: str, evidence: Evidence) -> Voice:
    entity = evidence.entities.get(holder.chain or "")
    name = entity.name if entity else holder.name
    told = described(name)
    if entity is None and told.told == 0 and not agency(name):
        return Voice(name, HolderClass.UNNAMED, printed, told=told)
    if holder.cls is HolderClass.OUTLET or _is_outlet(name, evidence):
        return _outlet(name, printed, entity)
    if entity is not None:
        return Voice(name, holder.cls, printed, entity.id, entity.id)
    if holder.cls in (HolderClass.UNNAMED, HolderClass.DOCUMENT):
        return Voice(name, holder.cls, printed, told=told)
    return Voice(name, holder.cls, printed, _name_key(name))


def _acting(subject: Filler, printed: str, evidence: Evidence) -> Voice:
    entity: Entity | None = evidence.entities.get(subject.chain or "")
    if entity is None:
        return Voice(subject.text, HolderClass.UNNAMED, printed, told=described(subject.text))
    if _is_outlet(entity.name, evidence):
        return _outlet(entity.name, printed, entity)
    cls = _CLASSES.get(entity.type, HolderClass.ORGANISATION)
    return Voice(entity.name, cls, printed, entity.id, entity.id)


def _is_outlet(name: str, evidence: Evidence) -> bool:
    """Whether a body is known for one, or has reports on record."""
    return is_outlet(name) or bool(agency(name)) or evidence.publishes(name)


def _outlet(name: str, printed: str, entity: Entity | None) -> Voice:
    usual = outlet_name(name)
    known = entity.id if entity else None
    return Voice(usual, HolderClass.OUTLET, printed, _outlet_key(usual), known)


def _outlet_key(name: str) -> str:
    return f"outlet:{fold(name)}"


def _name_key(name: str) -> str:
    return f"name:{fold(name).removeprefix('the ')}"
