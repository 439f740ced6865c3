"""The reports with a note that corrects, and what they correct, as linking asks for them."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, insert, select

from onrecord.model import Copy, Document, Retraction
from onrecord.store import found, row, table
from onrecord.store.change import insert_all
from onrecord.store.codec import dumps, loads
from onrecord.store.fetch import among
from onrecord.store.query import in_order

__all__ = ["Notes"]


class Notes:
    """Reports with notes, and corrections."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, documents: Iterable[str]) -> None:
        """Keep which of some reports have a note."""
        rows = [{"document": each} for each in documents]
        if rows:
            self._connection.execute(insert(found.note).prefix_with("OR IGNORE"), rows)

    def reports(self) -> tuple[Document, ...]:
        """The reports that have a note, in the record's order."""
        noted = select(found.note.c.document)
        chosen = select(table.document).where(table.document.c.id.in_(noted))
        rows = self._connection.execute(chosen.order_by(*in_order))
        return tuple(row.document_of(each) for each in rows)

    def documents(self) -> Iterator[Document]:
        """All reports that were linked, in the record's order."""
        chosen = select(table.document).where(
            table.document.c.id.in_(select(table.reading.c.document))
        )
        for each in self._connection.execute(chosen.order_by(*in_order)):
            yield row.document_of(each)

    def copies(self) -> dict[str, Copy]:
        """All copies, by the report that is one."""
        bodies = self._connection.scalars(select(table.copy.c.body))
        return {each.document: each for each in (loads(Copy, body) for body in bodies)}

    def replace(self, documents: Iterable[str], corrections: Iterable[Retraction]) -> None:
        """Keep what some reports correct in place of before."""
        held = found.correction
        self._connection.execute(delete(held).where(held.c.document.in_(among(documents))))
        rows = [{"document": x.document, "of": x.of, "body": dumps(x)} for x in corrections]
        insert_all(self._connection, held, rows)
