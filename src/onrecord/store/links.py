"""What linking keeps of every report, so that a new one need not be held against all.

All of it is derived. What a body says is the matter of who links; here it is only kept under what
it is asked for by. Everything happens within one transaction.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Select, delete, func, insert, select, union_all

from onrecord.model import Decision, Document, Judgement, Reading
from onrecord.store import table
from onrecord.store.change import drop_links, drop_resolution, insert_all
from onrecord.store.codec import loads
from onrecord.store.copies import Copies
from onrecord.store.fetch import among, readings_in
from onrecord.store.happenings import Happenings
from onrecord.store.joins import Joins
from onrecord.store.notes import Notes
from onrecord.store.query import in_order

__all__ = ["Links", "Spot"]

_PAGE = 200
"""How many readings are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A chain, its place in the order of chains, and how it is spelled, if it can be compared."""

    chain: str
    document: str
    place: str
    spelling: int | None
    body: str


class Links:
    """The chains that are linked, with their spellings; `joins`, `happenings`, `copies` and `notes`
    hold the rest."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.joins = Joins(connection)
        self.happenings = Happenings(connection)
        self.copies = Copies(connection)
        self.notes = Notes(connection)

    def state(self) -> tuple[str, float] | None:
        """By what version and from what probability all was linked; None if nothing was."""
        found = self._connection.execute(select(table.linking)).one_or_none()
        return None if found is None else (found.version, found.threshold)

    def set_state(self, version: str, threshold: float) -> None:
        """Say by what version and from what probability all is linked now."""
        self._connection.execute(delete(table.linking))
        state = {"version": version, "threshold": threshold}
        self._connection.execute(insert(table.linking), state)

    def reset(self) -> None:
        """Drop all that is linked, so that every reading is to be linked again."""
        drop_resolution(self._connection)
        drop_links(self._connection)
        read = select(table.reading.c.document)
        self._connection.execute(insert(table.unlinked).from_select(["document"], read))

    def empty(self) -> bool:
        """Whether no chain is linked."""
        return self._connection.execute(select(table.candidate).limit(1)).first() is None

    def unlinked(self, limit: int | None) -> tuple[str, ...]:
        """The documents, in the record's order, whose readings are to be linked; the first only
        if there is a limit."""
        # As a subquery: joined, SQLite would look through all documents.
        new = select(table.unlinked.c.document)
        chosen = select(table.document.c.id).where(table.document.c.id.in_(new))
        return tuple(self._connection.scalars(chosen.order_by(*in_order).limit(limit)))

    def set_linked(self, documents: Iterable[str]) -> None:
        """Take documents off those that are to be linked."""
        held = table.unlinked.c.document
        self._connection.execute(delete(table.unlinked).where(held.in_(among(documents))))

    def readings(self, documents: Sequence[str]) -> Iterator[tuple[Document, Reading]]:
        """Documents with their readings, a few in memory at a time."""
        for begin in range(0, len(documents), _PAGE):
            yield from readings_in(self._connection, documents[begin : begin + _PAGE])

    def people(self) -> tuple[Judgement, ...]:
        """People's judgements by their time, then as they came."""
        held = table.judgement.c
        chosen = select(held.body).where(held.at >= "").order_by(held.at, held.seq)
        return tuple(loads(Judgement, each) for each in self._connection.scalars(chosen))

    def decisions(self, kind: str) -> tuple[Decision, ...]:
        """People's decisions of one kind."""
        bodies = self._connection.scalars(select(table.decision.c.body))
        every = (loads(Decision, each) for each in bodies)
        return tuple(each for each in every if each.kind == kind)

    # Chains.

    def spots(self, documents: Iterable[str]) -> dict[str, Spot]:
        """The chains linked of some documents, by their ids."""
        held = table.candidate
        chosen = select(held).where(held.c.document.in_(among(documents)))
        return {each.chain: Spot(**each._mapping) for each in self._connection.execute(chosen)}

    def bodies(self, chains: Iterable[str]) -> dict[str, tuple[str, str]]:
        """The bodies of chains, and of the company that their reports keep, by the chains' ids."""
        held, company = table.candidate.c, table.company.c
        chosen = (
            select(held.chain, held.body, company.body.label("company"))
            .join(table.company, company.document == held.document)
            .where(held.chain.in_(among(chains)))
        )
        found = self._connection.execute(chosen)
        return {each.chain: (each.body, each.company) for each in found}

    def known(self, chains: Iterable[str]) -> frozenset[str]:
        """Those of `chains` that are linked."""
        held = table.candidate.c.chain
        return frozenset(self._connection.scalars(select(held).where(held.in_(among(chains)))))

    def put(self, spots: Iterable[Spot]) -> None:
        """Add chains."""
        insert_all(self._connection, table.candidate, [asdict(each) for each in spots])

    def drop(self, chains: Iterable[str]) -> None:
        """Drop chains."""
        held = table.candidate
        self._connection.execute(delete(held).where(held.c.chain.in_(among(chains))))

    def put_company(self, companies: Mapping[str, str]) -> None:
        """Keep what the reports of some documents say of all their chains, in place of before."""
        held = table.company
        self._connection.execute(delete(held).where(held.c.document.in_(among(companies))))
        rows = [{"document": each, "body": body} for each, body in companies.items()]
        insert_all(self._connection, held, rows)

    def companies(self, documents: Iterable[str]) -> dict[str, str]:
        """What is kept of what the reports of some documents say of all their chains."""
        held = table.company.c
        chosen = select(held.document, held.body).where(held.document.in_(among(documents)))
        return {each.document: each.body for each in self._connection.execute(chosen)}

    # Spellings.

    def spellings(self, bodies: Iterable[str]) -> dict[str, int]:
        """Those spellings that are known, by their bodies."""
        held = table.spelling.c
        chosen = select(held.body, held.id).where(held.body.in_(among(bodies)))
        return {each.body: each.id for each in self._connection.execute(chosen)}

    def spelling_bodies(self, numbers: Iterable[int]) -> dict[int, str]:
        """The bodies of spellings by their numbers."""
        held = table.spelling.c
        chosen = select(held.id, held.body).where(held.id.in_(among(numbers)))
        return {each.id: each.body for each in self._connection.execute(chosen)}

    def having(self, keys: Iterable[str]) -> dict[str, list[int]]:
        """The spellings that have each of some keys."""
        held = table.spelling_key
        found: defaultdict[str, list[int]] = defaultdict(list)
        for each in self._connection.execute(select(held).where(held.c.key.in_(among(keys)))):
            found[each.key].append(each.spelling)
        return dict(found)

    def add_spellings(self, keys: Mapping[str, Iterable[str]]) -> dict[str, int]:
        """Keep new spellings, by their bodies, under their keys; the numbers that they get."""
        last = self._connection.scalar(select(func.max(table.spelling.c.id))) or 0
        numbers = {body: number for number, body in enumerate(keys, last + 1)}
        rows = [{"id": number, "body": body} for body, number in numbers.items()]
        insert_all(self._connection, table.spelling, rows)
        under = [{"key": key, "spelling": numbers[body]} for body in keys for key in keys[body]]
        insert_all(self._connection, table.spelling_key, under)
        return numbers

    def agree(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Keep which spellings agree, each pair both ways."""
        rows = [{"spelling": one, "other": other} for one, other in sorted(pairs)]
        insert_all(self._connection, table.agreement, rows)

    def agreeing(self, spellings: Iterable[int]) -> dict[int, list[int]]:
        """The spellings with which each of some agrees."""
        held = table.agreement
        chosen = select(held).where(held.c.spelling.in_(among(spellings)))
        found: defaultdict[int, list[int]] = defaultdict(list)
        for each in self._connection.execute(chosen):
            found[each.spelling].append(each.other)
        return dict(found)

    def stretch(self, spelling: int, begin: str, end: str, reach: int) -> list[tuple[str, str]]:
        """The places and documents of a spelling's chains from `begin` to `end`, in order, and of
        as many as `reach` before and after."""
        held = table.candidate.c
        chosen = select(held.place, held.document).where(held.spelling == spelling)
        parts: tuple[Select[tuple[str, str]], ...] = (
            chosen.where(held.place < begin).order_by(held.place.desc()).limit(reach),
            chosen.where(held.place.between(begin, end)),
            chosen.where(held.place > end).order_by(held.place).limit(reach),
        )
        every = union_all(*(select(part.subquery()) for part in parts))
        return sorted((each.place, each.document) for each in self._connection.execute(every))
