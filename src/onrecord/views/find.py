"""Entities by what somebody types: a name, a part of one, or a reference."""

import re
from dataclasses import dataclass
from unicodedata import combining, normalize

from rapidfuzz import fuzz, process

from onrecord.model import Entity
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

    Case, diacritics and punctuation do not count.
    """
    entities = store.entities()
    wanted = fold(name)
    names = {entity.id: [fold(text) for text in _all_names(entity)] for entity in entities}
    fitting = [entity for entity in entities if wanted in names[entity.id]]
    if not fitting and wanted:
        words = set(wanted.split())
        fitting = [
            entity
            for entity in entities
            if any(words <= set(text.split()) for text in names[entity.id])
        ]
    if len(fitting) == 1:
        return Fit(fitting[0])
    if fitting:
        return Several(tuple(sorted(fitting, key=lambda entity: (-_count(entity), entity.id))))
    return Nearest(_nearest(wanted, entities))


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
