"""What can be asked of statements, as conditions on rows of `statement` and `document`."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.model import Predicate, PredicateFamily, Status, TimeInterval
from onrecord.store.fold import fold

__all__ = ["Condition", "Sieve", "conditions", "listed"]

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
class Condition:
    """SQL that a statement satisfies, and, where an index finds those that do, the rows."""

    fits: str
    rows: str | None = None


_IDS = Condition(
    "statement.id IN (SELECT value FROM json_each(:ids))",
    "SELECT rowid FROM statement WHERE id IN (SELECT value FROM json_each(:ids))",
)
_CHAINS = Condition(
    "statement.id IN (SELECT statement FROM statement_chain WHERE chain IN "
    "(SELECT value FROM json_each(:chains)))",
    "SELECT statement.rowid FROM statement_chain CROSS JOIN statement "
    "ON statement.id = statement_chain.statement WHERE statement_chain.chain IN "
    "(SELECT value FROM json_each(:chains))",
)
_PREDICATES = Condition(
    "statement.predicate IN (SELECT value FROM json_each(:predicates))",
    "SELECT statement.rowid FROM statement INDEXED BY ix_statement_predicate "
    "WHERE statement.predicate IN (SELECT value FROM json_each(:predicates))",
)
_MEETS = """
    (:until IS NULL OR statement.earliest IS NULL OR statement.earliest <= :until)
    AND (:since IS NULL OR {last} >= :since)
"""
_WITHIN = Condition(
    "coalesce(statement.earliest, statement.latest) IS NOT NULL AND "
    + _MEETS.format(last="coalesce(statement.latest, '9999-12-31')"),
    "SELECT statement.rowid FROM statement INDEXED BY ix_statement_when "
    "WHERE statement.first < '~' AND " + _MEETS.format(last="statement.last"),
)
_HELD_BY = "SELECT rowid FROM statement_words WHERE statement_words MATCH :source_match"
_SOURCE = Condition(
    "(document.publisher IN (SELECT value FROM json_each(:publishers)) "
    f"OR {_PLACE} IN ({_HELD_BY}))",
    "SELECT statement.rowid FROM document CROSS JOIN statement "
    "ON statement.document = document.id "
    "WHERE document.publisher IN (SELECT value FROM json_each(:publishers)) UNION ALL "
    f"SELECT statement.rowid FROM statement_words {_AT_PLACE} "
    "WHERE statement_words MATCH :source_match",
)
_SIMPLE = {
    "family": Condition("statement.family = :family"),
    "plain": Condition("statement.plain"),
    "status": Condition("instr(statement.status, :status) > 0"),
    "told": Condition(
        "statement.id IN (SELECT statement FROM event_statement WHERE event IN ("
        "SELECT id FROM event WHERE told >= :told UNION SELECT event FROM statement_about "
        "JOIN event_statement ON event_statement.statement = statement_about.about))"
    ),
}


def conditions(
    sieve: Sieve, publishers: Iterable[str]
) -> tuple[list[Condition], dict[str, object]]:
    """The conditions that a sieve sets, and the values that they name."""
    values: dict[str, object] = {}
    made: list[Condition] = []
    if sieve.ids is not None:
        values["ids"] = listed(sieve.ids)
        made.append(_IDS)
    if sieve.chains is not None:
        values["chains"] = listed(sieve.chains)
        made.append(_CHAINS)
    if sieve.predicates is not None:
        values["predicates"] = listed(each.value for each in sieve.predicates)
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
        values["publishers"] = listed(fit)
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


def _says(name: str) -> Condition:
    """That a phrase stands in what is quoted, or in a name; `name` is that of its values."""
    quoted = f"SELECT rowid FROM statement_words WHERE statement_words MATCH :{name}_match"
    named = _NAMED.format(name)
    return Condition(
        f"({_PLACE} IN ({quoted}) OR statement.id IN ({named}))",
        f"SELECT statement.rowid FROM statement_words {_AT_PLACE} "
        f"WHERE statement_words MATCH :{name}_match UNION ALL "
        f"SELECT rowid FROM statement WHERE id IN ({named})",
    )


def listed(values: Iterable[object]) -> str:
    """Values as `json_each` reads them."""
    return json.dumps([*values])


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
