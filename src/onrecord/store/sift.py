"""The statements that a picture is asked for: as many as it can draw, those of the newest reports
first, and none read that is not drawn.

All that can be asked of a statement stands in one index, by its report, so that reports are gone
through from the newest on, only until there are enough. What fits few statements, and has an index
of its own, is looked up there first (`_narrow`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from sqlalchemy import Connection, text

from onrecord.model import Predicate
from onrecord.store.names import Names
from onrecord.store.sieve import Condition, Sieve, conditions, listed

__all__ = ["AT_OBJECT", "Room", "Sift", "Sifted", "Split"]

AT_OBJECT = frozenset(
    {
        Predicate.BORN,
        Predicate.BASED_IN,
        Predicate.LOCATED_IN,
        Predicate.PRESENT_AT,
        Predicate.TRAVELLED_TO,
    }
)
"""Relations to a place: where a statement's words give none else, it is their object."""

_FEW = 10_000
"""As many statements as are rather looked up one by one than met on the way."""
_COUNTED = 3_000
"""As many statements as are counted of those met on the way."""

_MET = """
    FROM document INDEXED BY ix_document_day
    CROSS JOIN statement INDEXED BY ix_statement_document ON statement.document = document.id
"""
_LOOKED_UP = """
    FROM json_each(:few) AS few
    CROSS JOIN statement ON statement.rowid = few.value
    CROSS JOIN document ON document.id = statement.document
"""
_NEWEST_FIRST = """
    ORDER BY document.day DESC, document.id DESC, statement."begin" DESC, statement.seq DESC
"""
_LOCATED = """
    EXISTS (
        SELECT 1 FROM statement_chain JOIN entity_chain USING (chain)
        WHERE statement_chain.statement = statement.id
        AND instr(' ' || statement_chain.roles || ' ', ' object ') > 0
        AND entity_chain.entity IN (SELECT id FROM entity WHERE lat IS NOT NULL)
    )
"""


class Room(Enum):
    """Where a picture has room for a statement: in it, in the tray beside it, or nowhere."""

    DRAWN = 0
    TRAY = 1
    NONE = 2


class Split(Enum):
    """By what statements are drawn: by when they were, by where, by two of whom they tell, or all
    of them."""

    WHEN = "CASE WHEN coalesce(statement.earliest, statement.latest) IS NULL THEN 1 ELSE 0 END"
    WHERE = f"""
        CASE WHEN statement.sited THEN 2 - statement.sited
        WHEN statement.predicate IN (SELECT value FROM json_each(:at_object)) AND {_LOCATED} THEN 0
        ELSE 2 END
    """
    WHO = """
        CASE WHEN (
            SELECT count(*) FROM statement_chain JOIN entity_chain USING (chain)
            WHERE statement_chain.statement = statement.id
            AND statement_chain.roles NOT IN ('holder', 'place', 'holder place')
        ) > 1 THEN 0 ELSE 2 END
    """
    ALL = "0"


@dataclass(frozen=True, slots=True)
class Sifted:
    """Ids of statements, of the newest reports first, and how many there are, by room; `more` is
    whether there are still more, of earlier reports, that were not counted."""

    drawn: tuple[str, ...]
    tray: tuple[str, ...]
    counts: dict[Room, int]
    more: bool


class Sift(Names):
    """Finds the statements that somebody asks for."""

    def sift(
        self, sieve: Sieve, split: Split, most: int, tray: int = 0, counted: int = _COUNTED
    ) -> Sifted:
        """At most `most` statements to draw, and `tray` to lay beside; where many fit, `counted` of
        them are counted."""
        asked, values = conditions(sieve, self.publishers() if sieve.source else ())
        values["at_object"] = listed(each.value for each in AT_OBJECT)
        with self._reads() as connection:
            few = _narrow(connection, asked, values)
            kept = [each.fits for each in asked if few is None or each is not few[0]]
            source = _MET if few is None else _LOOKED_UP
            values["few"] = "[]" if few is None else listed(few[1])
            limit = counted if few is None else _FEW + 1
            every = _rows(connection, source, kept, split, values, limit)
            more = len(every) == limit
            drawn = [id_ for id_, room in every if room == Room.DRAWN.value]
            if more and len(drawn) < most:
                kept.append(f"{split.value} = {Room.DRAWN.value}")
                drawn = [id_ for id_, _ in _rows(connection, source, kept, split, values, most)]
        beside = [id_ for id_, room in every if room == Room.TRAY.value]
        counts = {
            Room.DRAWN: len(drawn),
            Room.TRAY: len(beside),
            Room.NONE: sum(room == Room.NONE.value for _, room in every),
        }
        return Sifted(tuple(drawn[:most]), tuple(beside[:tray]), counts, more)


def _narrow(
    connection: Connection, asked: Sequence[Condition], values: dict[str, object]
) -> tuple[Condition, set[int]] | None:
    """The condition that the fewest statements satisfy, with their rows; None if none has few."""
    best: tuple[Condition, set[int]] | None = None
    for each in asked:
        if each.rows is None:
            continue
        chosen = text(f"SELECT * FROM ({each.rows}) LIMIT {_FEW + 1}")
        rows = set(connection.scalars(chosen, values))
        if len(rows) <= _FEW and (best is None or len(rows) < len(best[1])):
            best = each, rows
    return best


def _rows(
    connection: Connection,
    source: str,
    fits: Sequence[str],
    split: Split,
    values: dict[str, object],
    most: int,
) -> list[tuple[str, int]]:
    """Ids with the number of their room."""
    where = f"WHERE {' AND '.join(fits)}" if fits else ""
    chosen = f"SELECT statement.id, {split.value} {source} {where} {_NEWEST_FIRST} LIMIT {most}"
    return [(id_, room) for id_, room in connection.execute(text(chosen), values).all()]
