"""Entities by their names, folded."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import CompoundSelect, Connection, Select, func, intersect, select

from onrecord.model import Entity, EntityType
from onrecord.store import found, table
from onrecord.store.codec import loads

__all__ = ["Named", "Names", "Reads"]

_LAST = "\U0010ffff"
"""After whatever begins in the same way."""


class Reads(Protocol):
    """What gives connections that see one state of the record."""

    def __call__(self) -> AbstractContextManager[Connection]:
        """One of them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of an entity, as it stands and folded, and the name that it goes by.

    `count` is how often the entity is named.
    """

    text: str
    folded: str
    best: str
    entity: str
    type: EntityType
    count: int


class Names:
    """Looks up entities by what somebody types."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads

    def bearing(self, words: Collection[str]) -> tuple[Entity, ...]:
        """The entities that have all of some folded words in their names, by id."""
        held = found.name_word.c
        having = [select(held.entity).where(held.word == word) for word in words]
        chosen = select(table.entity.c.body).where(table.entity.c.id.in_(intersect(*having)))
        rows = self._rows(chosen.order_by(table.entity.c.id))
        return tuple(loads(Entity, each.body) for each in rows)

    def names(self) -> tuple[Named, ...]:
        """All names of entities, in their order; one that several have stands once."""
        held = found.entity_name.c
        every = {x.text: x for x in self._named(_names().order_by(held.text, held.entity))}
        return tuple(every.values())

    def suggested(self, letters: str, most: int) -> tuple[Named, ...]:
        """Names of which a word begins with folded letters, of those named most often first; then
        names that have the letters elsewhere. One name of an entity."""
        held, word = found.entity_name.c, found.name_word.c
        begins = (
            select(word.entity)
            .where(word.word >= letters, word.word < letters + _LAST)
            .group_by(word.entity)
            .order_by(func.max(word.count).desc(), word.entity)
            .limit(most)
        )
        first = [x.entity for x in self._rows(begins)]
        has = select(held.entity).where(func.instr(held.folded, letters) > 0)
        more = has.group_by(held.entity).order_by(func.max(held.count).desc(), held.entity)
        if len(first) < most:
            first += [x.entity for x in self._rows(more.limit(2 * most)) if x.entity not in first]
        fits = _names().where(held.entity.in_(first), func.instr(held.folded, letters) > 0)
        place = {entity: number for number, entity in enumerate(first)}
        rows = sorted(
            self._named(fits),
            key=lambda x: (place[x.entity], x.text != x.best, len(x.text), x.text),
        )
        one = {each.entity: each for each in reversed(rows)}
        return tuple(sorted(one.values(), key=lambda x: place[x.entity])[:most])

    def roll(
        self, words: Sequence[str], kind: EntityType | None, first: int, most: int
    ) -> tuple[str, ...]:
        """The ids of entities with folded words in one name, those named most often first; of one
        type if `kind` is given. `most` of them from number `first` on."""
        held = found.entity_name.c
        chosen = select(held.entity).where(*self._fits(words))
        if kind is not None:
            chosen = chosen.where(held.type == kind.value)
        chosen = chosen.order_by(held.count.desc(), held.folded, held.entity)
        return tuple(x.entity for x in self._rows(chosen.offset(first).limit(most)))

    def types(self, words: Sequence[str]) -> dict[EntityType, int]:
        """How many entities of each type have folded words in one name."""
        held = found.entity_name.c
        chosen = select(held.type, func.count()).where(*self._fits(words)).group_by(held.type)
        return {EntityType(kind): count for kind, count in self._rows(chosen)}

    def publishers(self) -> tuple[str, ...]:
        """Who published reports."""
        held = table.document.c.publisher
        chosen = select(held).where(held.is_not(None)).distinct().order_by(held)
        return tuple(each.publisher for each in self._rows(chosen))

    def _fits(self, words: Sequence[str]) -> list[Any]:
        """What the best names of entities that have some words in one of theirs satisfy."""
        held, any_ = found.entity_name.c, found.entity_name.alias().c
        having = select(any_.entity).where(*(func.instr(any_.folded, x) > 0 for x in words))
        return [held.best == 1, *([held.entity.in_(having)] if words else [])]

    def _named(self, chosen: Select[Any]) -> Iterator[Named]:
        for text, folded, best, entity, kind, count in self._rows(chosen):
            yield Named(text, folded, best, entity, EntityType(kind), count)

    def _rows(self, chosen: Select[Any] | CompoundSelect[Any]) -> Iterator[Any]:
        with self._reads() as connection:
            yield from connection.execute(chosen).all()


def _names() -> Select[Any]:
    held, best = found.entity_name.c, found.entity_name.alias()
    return select(held.text, held.folded, best.c.text, held.entity, held.type, held.count).join(
        best, (best.c.entity == held.entity) & (best.c.best == 1)
    )
