"""The statements that a picture is asked for: as many as it can draw, those of the newest reports
first, and none read that is not drawn.

All that can be asked of a statement stands in one index, by its report, so that reports are gone
through from the newest on, only until there are enough. What fits few statements, and has an index
of its own, is looked up there first (`_narrow`).
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sqlalchemy import Connection, text

from onrecord.model import Predicate, PredicateFamily, Status, TimeInterval
from onrecord.store.fold import fold
from onrecord.store.names import Names

__all__ = ["AT_OBJECT", "Room", "Sieve", "Sift", "Sifted", "Split"]

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
_PLACE = "document.seq * 1048576 + statement.seq"
_AT_PLACE = """
    CROSS JOIN document ON document.seq = statement_words.rowid / 1048576
    CROSS JOIN statement ON statement.document = document.id
    AND statement.seq = statement_words.rowid % 1048576
"""
_NAMED = """
    SELECT statement_chain.statement FROM entity_name
    CROSS JOIN entity_chain ON entity_chain.entity = entity_name.entity
    CROSS JOIN statement_chain ON statement_chain.chain = entity_chain.chain
    WHERE entity_name.entity IN (SELECT entity FROM name_word WHERE word = :{0}_first)
    AND entity_name.best AND instr(' ' || entity_name.folded || ' ', :{0}_word) > 0
    AND statement_chain.roles <> 'place'
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
class Sieve:
    """What statements must satisfy, all of it; what is None, False or empty asks for nothing.

    `chains`: one fills a role, is the place or a holder. `within`: their time meets it. `plain`:
    held for certain. `words`: folded, each in the quotation or in a name of who has part. `source`:
    the folded name of a holder or of the publisher. `told`: of an event that so many statements
    tell, or that others speak about. `ids`: one of these.
    """

    ids: Collection[str] | None = None
    chains: Collection[str] | None = None
    predicates: Collection[Predicate] | None = None
    family: PredicateFamily | None = None
    within: TimeInterval | None = None
    plain: bool = False
    status: Status | None = None
    words: Sequence[str] = ()
    source: str | None = None
    told: int = 0


@dataclass(frozen=True, slots=True)
class Sifted:
    """Ids of statements, of the newest reports first, and how many there are, by room; `more` is
    whether there are still more, of earlier reports, that were not counted."""

    drawn: tuple[str, ...]
    tray: tuple[str, ...]
    counts: dict[Room, int]
    more: bool


@dataclass(frozen=True, slots=True)
class _Condition:
    """SQL that a statement satisfies, and, where an index finds those that do, the rows."""

    fits: str
    rows: str | None = None


class Sift(Names):
    """Finds the statements that somebody asks for."""

    def sift(
        self, sieve: Sieve, split: Split, most: int, tray: int = 0, counted: int = _COUNTED
    ) -> Sifted:
        """At most `most` statements to draw, and `tray` to lay beside; where many fit, `counted` of
        them are counted."""
        conditions, values = _conditions(sieve, self.publishers() if sieve.source else ())
        values["at_object"] = _listed(each.value for each in AT_OBJECT)
        with self._reads() as connection:
            few = _narrow(connection, conditions, values)
            kept = [each.fits for each in conditions if few is None or each is not few[0]]
            source = _MET if few is None else _LOOKED_UP
            values["few"] = "[]" if few is None else _listed(few[1])
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


_IDS = _Condition(
    "statement.id IN (SELECT value FROM json_each(:ids))",
    "SELECT rowid FROM statement WHERE id IN (SELECT value FROM json_each(:ids))",
)
_CHAINS = _Condition(
    "statement.id IN (SELECT statement FROM statement_chain WHERE chain IN "
    "(SELECT value FROM json_each(:chains)))",
    "SELECT statement.rowid FROM statement_chain CROSS JOIN statement "
    "ON statement.id = statement_chain.statement WHERE statement_chain.chain IN "
    "(SELECT value FROM json_each(:chains))",
)
_PREDICATES = _Condition(
    "statement.predicate IN (SELECT value FROM json_each(:predicates))",
    "SELECT statement.rowid FROM statement INDEXED BY ix_statement_predicate "
    "WHERE statement.predicate IN (SELECT value FROM json_each(:predicates))",
)
_MEETS = """
    (:until IS NULL OR statement.earliest IS NULL OR statement.earliest <= :until)
    AND (:since IS NULL OR {last} >= :since)
"""
_WITHIN = _Condition(
    "coalesce(statement.earliest, statement.latest) IS NOT NULL AND "
    + _MEETS.format(last="coalesce(statement.latest, '9999-12-31')"),
    "SELECT statement.rowid FROM statement INDEXED BY ix_statement_when "
    "WHERE statement.first < '~' AND " + _MEETS.format(last="statement.last"),
)
_HELD_BY = "SELECT rowid FROM statement_words WHERE statement_words MATCH :source_match"
_SOURCE = _Condition(
    "(document.publisher IN (SELECT value FROM json_each(:publishers)) "
    f"OR {_PLACE} IN ({_HELD_BY}))",
    "SELECT statement.rowid FROM document CROSS JOIN statement "
    "ON statement.document = document.id "
    "WHERE document.publisher IN (SELECT value FROM json_each(:publishers)) UNION ALL "
    f"SELECT statement.rowid FROM statement_words {_AT_PLACE} "
    "WHERE statement_words MATCH :source_match",
)
_SIMPLE = {
    "family": _Condition("statement.family = :family"),
    "plain": _Condition("statement.plain"),
    "status": _Condition("instr(statement.status, :status) > 0"),
    "told": _Condition(
        "statement.id IN (SELECT statement FROM event_statement WHERE event IN ("
        "SELECT id FROM event WHERE told >= :told UNION SELECT event FROM statement_about "
        "JOIN event_statement ON event_statement.statement = statement_about.about))"
    ),
}


def _conditions(
    sieve: Sieve, publishers: Iterable[str]
) -> tuple[list[_Condition], dict[str, object]]:
    values: dict[str, object] = {}
    made: list[_Condition] = []
    if sieve.ids is not None:
        values["ids"] = _listed(sieve.ids)
        made.append(_IDS)
    if sieve.chains is not None:
        values["chains"] = _listed(sieve.chains)
        made.append(_CHAINS)
    if sieve.predicates is not None:
        values["predicates"] = _listed(each.value for each in sieve.predicates)
        made.append(_PREDICATES)
    if sieve.within is not None:
        values |= {"since": _day(sieve.within.earliest), "until": _day(sieve.within.latest)}
        made.append(_WITHIN)
    for number, word in enumerate(sieve.words):
        name = f"w{number}"
        values[f"{name}_match"] = f'words : "{word}"'
        values[f"{name}_first"], values[f"{name}_word"] = word.split()[0], f" {word} "
        made.append(_says(name))
    if sieve.source is not None:
        fit = (each for each in publishers if fold(each) == sieve.source)
        values["publishers"] = _listed(fit)
        values["source_match"] = f'sources : "{sieve.source.replace(" ", "_")}"'
        made.append(_SOURCE)
    for name, given in (
        ("family", sieve.family and sieve.family.value),
        ("plain", sieve.plain),
        ("status", sieve.status and f'"{sieve.status.value}"'),
        ("told", sieve.told),
    ):
        if given:
            values[name] = given
            made.append(_SIMPLE[name])
    return made, values


def _says(name: str) -> _Condition:
    """That a phrase stands in what is quoted, or in a name; `name` is that of its values."""
    quoted = f"SELECT rowid FROM statement_words WHERE statement_words MATCH :{name}_match"
    named = _NAMED.format(name)
    return _Condition(
        f"({_PLACE} IN ({quoted}) OR statement.id IN ({named}))",
        f"SELECT statement.rowid FROM statement_words {_AT_PLACE} "
        f"WHERE statement_words MATCH :{name}_match UNION ALL "
        f"SELECT rowid FROM statement WHERE id IN ({named})",
    )


def _narrow(
    connection: Connection, conditions: Sequence[_Condition], values: dict[str, object]
) -> tuple[_Condition, set[int]] | None:
    """The condition that the fewest statements satisfy, with their rows; None if none has few."""
    best: tuple[_Condition, set[int]] | None = None
    for each in conditions:
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
    conditions: Sequence[str],
    split: Split,
    values: dict[str, object],
    most: int,
) -> list[tuple[str, int]]:
    """Ids with the number of their room."""
    fits = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    chosen = f"SELECT statement.id, {split.value} {source} {fits} {_NEWEST_FIRST} LIMIT {most}"
    return [(id_, room) for id_, room in connection.execute(text(chosen), values).all()]


def _listed(values: Iterable[object]) -> str:
    return json.dumps([*values])


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
