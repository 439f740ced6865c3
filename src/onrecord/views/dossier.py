"""The file card of one person, group, organisation, place, facility or vehicle."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import (
    Entity,
    EntityType,
    NameSort,
    Place,
    Predicate,
    PredicateFamily,
    Statement,
)
from onrecord.store.base import Store
from onrecord.views.bond import OFFICES, Bond, bonds
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line, sureness

__all__ = ["Dossier", "KnownAs", "NamedBy", "Section", "dossier"]

_LIFE = "Identity and life"
_ROLES = "Roles and memberships"
_LEADERSHIP = "Leadership"
_RELATIONS = "Relations"
_ACTIVITIES = "Activities and means"
_PLACES = "Movements and places"
_ACTOR = "Events, as actor"
_RECIPIENT = "Events, as recipient or target"
_THERE = "At this place"
_SAID = "What they said"
_SAID_OF = "What others say of them"
_APART = "Not taken as certain"

_TITLES = (
    _LIFE,
    _ROLES,
    _LEADERSHIP,
    _RELATIONS,
    _ACTIVITIES,
    _PLACES,
    _ACTOR,
    _RECIPIENT,
    _THERE,
    _SAID,
    _SAID_OF,
    _APART,
)

_RELATION_TITLES: Mapping[Predicate, str] = {
    Predicate.NATIONALITY: _LIFE,
    Predicate.BORN: _LIFE,
    Predicate.DIED: _LIFE,
    Predicate.INJURED: _LIFE,
    Predicate.FAMILY_OF: _LIFE,
    Predicate.EDUCATED_OR_TRAINED: _LIFE,
    Predicate.ALIAS_OF: _LIFE,
    Predicate.ROLE: _ROLES,
    Predicate.MEMBER_OF: _ROLES,
    Predicate.LEFT: _ROLES,
    Predicate.APPOINTED: _ROLES,
    Predicate.DISMISSED: _ROLES,
    Predicate.LEADER_OF: _LEADERSHIP,
    Predicate.FOUNDER_OF: _LEADERSHIP,
    Predicate.POSSESSES: _ACTIVITIES,
    Predicate.ENGAGED_IN: _ACTIVITIES,
    Predicate.FUNDS: _ACTIVITIES,
    Predicate.SUPPLIES: _ACTIVITIES,
    Predicate.BASED_IN: _PLACES,
    Predicate.LOCATED_IN: _PLACES,
    Predicate.PRESENT_AT: _PLACES,
    Predicate.TRAVELLED_TO: _PLACES,
}
"""Where each relation stands on the card; those not named here stand under relations."""

_HELD = (_ROLES, _LEADERSHIP)
_ROOMS = frozenset({EntityType.PLACE, EntityType.FACILITY})


@dataclass(frozen=True, slots=True)
class NamedBy:
    """A name with how often it stands on record, references to where it does, and what it is said
    to mean."""

    text: str
    count: int
    references: tuple[str, ...]
    glosses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownAs:
    """The names of one sort, the most frequent first."""

    sort: NameSort
    names: tuple[NamedBy, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Posts, with when they were held, and other lines under one heading."""

    title: str
    posts: tuple[Bond, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is on record of one entity; sections without lines are left out.

    `statements` counts statements, repeats included; `publishers` are those of the reports that
    make them.
    """

    reference: str
    name: str
    type: EntityType
    place: Place | None
    names: tuple[KnownAs, ...]
    statements: int
    documents: int
    publishers: tuple[str, ...]
    sections: tuple[Section, ...]


def dossier(store: Store, entity: Entity, ledger: Ledger | None = None) -> Dossier:
    """The card of `entity`; a statement stands under one heading only."""
    ledger = ledger or Ledger(store)
    chains = frozenset(entity.chains)
    statements = ledger.told_of(entity.chains)
    found: dict[str, list[Statement]] = {title: [] for title in _TITLES}
    for statement in statements:
        found[_title(statement, chains, entity.type in _ROOMS)].append(statement)
    documents = {statement.document for statement in statements}
    publishers = {ledger.documents[document].publisher for document in documents}
    return Dossier(
        reference=ledger.entity_reference(entity.id),
        name=entity.name,
        type=entity.type,
        place=entity.place,
        names=_names(entity, ledger),
        statements=len(statements),
        documents=len(documents),
        publishers=tuple(sorted(publisher for publisher in publishers if publisher)),
        sections=tuple(_sections(ledger, found)),
    )


def _sections(ledger: Ledger, found: Mapping[str, Sequence[Statement]]) -> Iterator[Section]:
    """The sections that hold something; what tells of a leader stands under leadership."""
    told = (each for title in _HELD for each in found[title] if each.predicate in OFFICES)
    posts: dict[str, list[Bond]] = {title: [] for title in _TITLES}
    for post in bonds(ledger, told):
        posts[_LEADERSHIP if Predicate.LEADER_OF in post.predicates else _ROLES].append(post)
    for title in _TITLES:
        rest = [s for s in found[title] if title not in _HELD or s.predicate not in OFFICES]
        if posts[title] or rest:
            yield Section(title, tuple(posts[title]), ledger.lines(rest))


def _names(entity: Entity, ledger: Ledger) -> tuple[KnownAs, ...]:
    groups = []
    ledger.short.have({each.rpartition(":")[0] for name in entity.names for each in name.mentions})
    for sort in NameSort:
        names = sorted(
            (name for name in entity.names if name.sort is sort),
            key=lambda name: (-name.count, name.text),
        )
        if names:
            known = (
                NamedBy(
                    name.text,
                    name.count,
                    tuple(map(ledger.placed, name.mentions)),
                    tuple(dict.fromkeys(gloss.text for gloss in name.glosses)),
                )
                for name in names
            )
            groups.append(KnownAs(sort, tuple(known)))
    return tuple(groups)


def _title(statement: Statement, chains: Collection[str], room: bool) -> str:
    """The heading under which a statement stands on the card of the entity of `chains`.

    `room` is whether the entity is a place, in which others are born, die, live and meet.
    """
    roles = {
        role
        for role, fillers in statement.roles.items()
        if any(filler.chain in chains for filler in fillers)
    }
    holds = any(holder.chain in chains for holder in statement.holders)
    if roles and not sureness(statement.certainty).plain:
        return _APART
    if roles == {"agent"}:
        return _ACTOR
    if roles and statement.predicate.family is PredicateFamily.RELATION:
        title = _RELATION_TITLES.get(statement.predicate, _RELATIONS)
        return _THERE if room and "subject" not in roles and title in (_LIFE, _PLACES) else title
    if roles and statement.predicate.family is PredicateFamily.EVENT:
        return _ACTOR if "actor" in roles else _RECIPIENT
    if holds or (statement.predicate.family is PredicateFamily.SPEECH and "subject" in roles):
        return _SAID
    return _SAID_OF if roles else _THERE
