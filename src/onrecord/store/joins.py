"""Judgements that stand, and the entities that they make, as linking asks for them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    func,
    insert,
    select,
    union_all,
    update,
)

from onrecord.model import Entity, Judgement, Opinion
from onrecord.store import row, table
from onrecord.store.change import insert_all
from onrecord.store.codec import dumps, loads
from onrecord.store.fetch import among

__all__ = ["Cluster", "Joins"]


@dataclass(frozen=True, slots=True)
class Cluster:
    """An entity with what it was counted from: `votes` in whatever form they are kept.

    `places` are those of its chains in the order of chains. `contested` is whether a judgement
    speaks against it.
    """

    entity: Entity
    votes: str
    places: Sequence[str]
    contested: bool


class Joins:
    """The program's judgements, people's that stand, and entities."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def judgements(self, chains: Iterable[str]) -> tuple[Judgement, ...]:
        """The program's judgements about any of `chains`."""
        held = table.judgement
        chosen = select(held.c.body).where(held.c.at.is_(None), _about(held, chains))
        return tuple(loads(Judgement, each) for each in self._connection.scalars(chosen))

    def scored(self, least: float, below: float) -> tuple[Judgement, ...]:
        """The program's judgements with a score from `least` to `below`, which is left out."""
        held = table.judgement.c
        score = func.json_extract(held.body, "$.score")
        chosen = select(held.body).where(held.at.is_(None), score >= least, score < below)
        return tuple(loads(Judgement, each) for each in self._connection.scalars(chosen))

    def put(self, judgements: Iterable[Judgement]) -> None:
        """Add judgements of the program."""
        insert_all(self._connection, table.judgement, [*map(row.judgement_row, judgements)])

    def drop(self, judgements: Iterable[Judgement]) -> None:
        """Drop judgements of the program."""
        held = table.judgement.c.id
        ids = [row.judgement_row(each)["id"] for each in judgements]
        self._connection.execute(delete(table.judgement).where(held.in_(among(ids))))

    def answers(self, chains: Iterable[str] | None = None) -> tuple[Judgement, ...]:
        """People's judgements that were last found to stand, all or those about any of `chains`."""
        held = table.answer
        chosen = select(held.c.body).order_by(held.c.seq)
        if chains is not None:
            chosen = chosen.where(_about(held, chains))
        return tuple(loads(Judgement, each) for each in self._connection.scalars(chosen))

    def set_answers(self, judgements: Iterable[Judgement]) -> None:
        """Say which of people's judgements stand now."""
        rows = [{"left": x.left, "right": x.right, "body": dumps(x)} for x in judgements]
        self._connection.execute(delete(table.answer))
        insert_all(self._connection, table.answer, rows)

    def component(self, chains: Iterable[str]) -> frozenset[str]:
        """`chains` and all that judgements of anybody join to them, one after the other."""
        reached = among(chains).cte("reached", recursive=True)
        steps = [
            select(other).where(this == reached.c.value, _joins(held))
            for held in (table.judgement, table.answer)
            for this, other in ((held.c.left, held.c.right), (held.c.right, held.c.left))
        ]
        every = reached.union(*steps)
        return frozenset(self._connection.scalars(select(every.c.value)))

    def entity_of(self, chains: Iterable[str]) -> dict[str, str]:
        """The entities of those of `chains` that belong to one."""
        held = table.entity_chain.c
        chosen = select(held.chain, held.entity).where(held.chain.in_(among(chains)))
        return {each.chain: each.entity for each in self._connection.execute(chosen)}

    def chains(self, entities: Iterable[str]) -> dict[str, str]:
        """The chains of entities, each with its entity."""
        held = table.entity_chain.c
        chosen = select(held.chain, held.entity).where(held.entity.in_(among(entities)))
        return {each.chain: each.entity for each in self._connection.execute(chosen)}

    def sizes(self, entities: Iterable[str]) -> dict[str, int]:
        """How many chains each of some entities has."""
        held = table.entity_chain.c
        chosen = (
            select(held.entity, func.count().label("size"))
            .where(held.entity.in_(among(entities)))
            .group_by(held.entity)
        )
        return {each.entity: each.size for each in self._connection.execute(chosen)}

    def contested(self, entities: Iterable[str]) -> frozenset[str]:
        """Those of `entities` that a judgement speaks against."""
        held = table.entity.c
        chosen = select(held.id).where(held.id.in_(among(entities)), held.contested == 1)
        return frozenset(self._connection.scalars(chosen))

    def cluster(self, entity: str) -> Cluster:
        """One entity with what it was counted from."""
        held, link = table.entity.c, table.entity_chain.c
        found = self._connection.execute(select(table.entity).where(held.id == entity)).one()
        places = select(link.place).where(link.entity == entity).order_by(link.place)
        ordered = tuple(self._connection.scalars(places))
        return Cluster(loads(Entity, found.body), found.votes, ordered, bool(found.contested))

    def put_clusters(self, clusters: Collection[Cluster]) -> None:
        """Add entities."""
        insert_all(self._connection, table.entity, [*map(_entity_row, clusters)])
        links = [_link(each, place) for each in clusters for place in each.places]
        insert_all(self._connection, table.entity_chain, links)

    def grow(self, entity: str, cluster: Cluster, places: Iterable[str]) -> None:
        """Put `cluster` in place of an entity that has all its chains but those at `places`."""
        held, link = table.entity, table.entity_chain
        now = cluster.entity.id
        if now == entity:
            changed = update(held).where(held.c.id == entity)
            self._connection.execute(changed.values(_entity_row(cluster)))
        else:
            self._connection.execute(insert(held), _entity_row(cluster))
            moved = update(link).where(link.c.entity == entity).values(entity=now)
            self._connection.execute(moved)
            self._connection.execute(delete(held).where(held.c.id == entity))
        insert_all(self._connection, link, [_link(cluster, place) for place in places])

    def drop_clusters(self, entities: Collection[str]) -> None:
        """Drop entities."""
        link, held = table.entity_chain, table.entity
        self._connection.execute(delete(link).where(link.c.entity.in_(among(entities))))
        self._connection.execute(delete(held).where(held.c.id.in_(among(entities))))


def _about(held: Table, chains: Iterable[str]) -> ColumnElement[bool]:
    """The rows of which either side is among `chains`; each side has an index of its own."""
    wanted = [*chains]
    sides = (
        select(held.c.seq).where(side.in_(among(wanted))) for side in (held.c.left, held.c.right)
    )
    return held.c.seq.in_(union_all(*sides))


def _joins(held: Table) -> ColumnElement[bool]:
    same = func.json_extract(held.c.body, "$.opinion") == Opinion.SAME.value
    return and_(same, held.c.at.is_(None)) if "at" in held.c else same


def _entity_row(cluster: Cluster) -> dict[str, object]:
    return {
        "id": cluster.entity.id,
        "body": dumps(cluster.entity),
        "votes": cluster.votes,
        "contested": int(cluster.contested),
    }


def _link(cluster: Cluster, place: str) -> dict[str, object]:
    return {"chain": place.partition("\t")[2], "entity": cluster.entity.id, "place": place}
