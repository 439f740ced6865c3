"""Entities by what somebody types: a name, a part of one, or a reference."""

import re
from dataclasses import dataclass
from unicodedata import combining, normalize

from rapidfuzz import fuzz, process

from onrecord.model import Entity, EntityType
from onrecord.store.base import Store

__all__ = ["Fit", "Nearest", "Several", "find_entity", "fold"]

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
    entities = store.entities()
    words = fold(name).split()
    names = {item.id: [fold(text).split() for text in _all_names(item)] for item in entities}
    exact = [item for item in entities if words in names[item.id]]
    part = [item for item in entities if any(set(words) <= set(text) for text in names[item.id])]
    fitting = (exact or part) if words else []
    if len(words) == 1 and any(item.type is EntityType.PERSON for item in exact):
        fitting += [item for item in part if item.type is EntityType.PERSON and item not in exact]
    if len(fitting) == 1:
        return Fit(fitting[0])
    if fitting:
        return Several(tuple(sorted(fitting, key=lambda item: (-_count(item), item.id))))
    return Nearest(_nearest(" ".join(words), entities))


def fold(text: str) -> str:
    """Text without case, diacritics and punctuation, words one blank apart."""
    bare = "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))
    return " ".join(re.findall(r"\w+", bare))


def _nearest(wanted: str, entities: tuple[Entity, ...]) -> tuple[str, ...]:
    best_names = {text: entity.name for entity in entities for text in _all_names(entity)}
    ranked = process.extract(
        wanted,
        sorted(best_names),
        scorer=fuzz.WRatio,
        processor=fold,
        score_cutoff=_NEAR_ENOUGH,
        limit=_NEAREST * 3,
    )
    return tuple(dict.fromkeys(best_names[text] for text, _, _ in ranked))[:_NEAREST]


def _all_names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *(name.text for name in entity.names))


def _count(entity: Entity) -> int:
    return sum(name.count for name in entity.names)
