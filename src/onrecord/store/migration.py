"""Bringing a database to the shape that this version expects.

The scripts of a database stand in `migrations/NAME`, one migration a file, in the order of their
names; what was applied stands in the table `migration`.
"""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from sqlalchemy import Connection, text

from onrecord.errors import StoreError

__all__ = ["APPLICATION_ID", "migrate", "missing"]

APPLICATION_ID = 0x4F6E5263
"""`OnRc`, in the header of a SQLite file that is a record (PRAGMA application_id)."""


def missing(connection: Connection, address: str) -> tuple[str, ...]:
    """Names of the migrations that the database has not seen, in order.

    Raises `StoreError` for a database that is not a record, or one of a newer version.
    """
    applied = _applied(connection, address)
    names = _scripts().keys()
    unknown = applied - names
    if unknown:
        newest = max(unknown)
        raise StoreError(
            f"{address}: written by a newer version of onrecord ({newest}); update onrecord"
        )
    return tuple(sorted(names - applied))


def migrate(connection: Connection, address: str) -> None:
    """Apply the migrations that are missing, within the connection's transaction."""
    scripts = _scripts()
    for name in missing(connection, address):
        for step in _steps(scripts[name]):
            connection.exec_driver_sql(step)
        connection.execute(text("INSERT INTO migration (name) VALUES (:name)"), {"name": name})


def _scripts() -> dict[str, str]:
    folder = files("onrecord.store") / "migrations" / "sqlite"
    return {
        file.name.removesuffix(".sql"): file.read_text(encoding="utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".sql")
    }


def _applied(connection: Connection, address: str) -> set[str]:
    if connection.scalar(text("PRAGMA application_id")) == APPLICATION_ID:
        return set(connection.scalars(text("SELECT name FROM migration")))
    if connection.scalar(text("SELECT count(*) FROM sqlite_master")):
        raise StoreError(f"{address}: SQLite, but not a record of onrecord; name another file")
    return set()


def _steps(script: str) -> Iterator[str]:
    step = ""
    for line in script.splitlines(keepends=True):
        step += line
        if sqlite3.complete_statement(step):
            yield step
            step = ""
