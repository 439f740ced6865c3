"""Entities by what somebody types: a name, a part of one, or a reference."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from onrecord.model import Entity, EntityType
from onrecord.store import Named, fold
from onrecord.store.base import Store

__all__ = ["Fit", "Nearest", "Several", "find_entity"]

_NEAREST = 5
_NEAR_ENOUGH = 60.0


@dataclass(frozen=True, slots=True)
class Fit:
    """The one entity that goes by the name."""

    entity: Entity


@dataclass(frozen=True, slots=True)
class Several:
    """Entities that all go by the name, the one named most often first."""

    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """Nobody goes by the name; the names on record most like it, the nearest first."""

    names: tuple[str, ...]


def find_entity(store: Store, name: str) -> Fit | Several | Nearest:
    """Who goes by `name`: those with just this name, else those with these words in a name.

    Case, diacritics and punctuation do not count. One word that names a person may be a family
    name, and then fits all persons who have it in a name.
    """
    words = fold(name).split()
    entities = tuple(store.look.bearing(words)) if words else ()
    names = {item.id: [fold(text).split() for text in _all_names(item)] for item in entities}
    exact = [item for item in entities if words in names[item.id]]
    part = [item for item in entities if any(set(words) <= set(text) for text in names[item.id])]
    fitting = exact or part
    if len(words) == 1 and any(item.type is EntityType.PERSON for item in exact):
        fitting += [item for item in part if item.type is EntityType.PERSON and item not in exact]
    if len(fitting) == 1:
        return Fit(fitting[0])
    if fitting:
        return Several(tuple(sorted(fitting, key=lambda item: (-_count(item), item.id))))
    return Nearest(_nearest(" ".join(words), store.look.names()))


def _nearest(wanted: str, names: Sequence[Named]) -> tuple[str, ...]:
    ranked = process.extract(
        wanted,
        [each.folded for each in names],
        scorer=fuzz.WRatio,
        score_cutoff=_NEAR_ENOUGH,
        limit=_NEAREST * 3,
    )
    return tuple(dict.fromkeys(names[place].best for _, _, place in ranked))[:_NEAREST]


def _all_names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *(name.text for name in entity.names))


def _count(entity: Entity) -> int:
    return sum(name.count for name in entity.names)
