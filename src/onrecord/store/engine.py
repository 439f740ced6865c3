"""A SQLite database behind SQLAlchemy: how it is opened, and what its errors mean to a user."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from onrecord.errors import StoreError
from onrecord.store.fold import fold
from onrecord.store.migration import migrate, missing

__all__ = ["WAIT_S", "connect", "reads", "writes"]

WAIT_S = 30
"""How long a write waits for another process to finish its own, in seconds."""

_ADVICE = (
    ("locked", "in use by another process that writes; try again when it has finished"),
    ("readonly", "cannot be written; give yourself the right to write, or name another file"),
    ("not a database", "not a record of onrecord; name another file"),
    ("unable to open", "cannot be opened; check the folder and your rights in it"),
    ("full", "the disk is full; make room and try again"),
    ("malformed", "damaged; restore it from a copy"),
)


def connect(address: str) -> Engine:
    """An engine on the file at `address`, or ":memory:", brought to the newest shape.

    Raises `StoreError` if it cannot be opened or is no record.
    """
    memory = address == ":memory:"
    if not memory and not Path(address).absolute().parent.is_dir():
        raise StoreError(f"{address}: its folder does not exist; make it or name another file")
    engine = create_engine(
        URL.create("sqlite", database=address),
        connect_args={"timeout": WAIT_S, "check_same_thread": False},
        poolclass=StaticPool if memory else None,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with reads(engine) as connection:
            outdated = missing(connection, address)
        if outdated:
            with writes(engine) as connection:
                migrate(connection, address)
    except StoreError:
        engine.dispose()
        raise
    return engine


@contextmanager
def reads(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the record, whatever others write meanwhile."""
    with _plain(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writes(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction: all of it is kept, or nothing."""
    with _plain(engine), engine.connect().execution_options(writes=True) as connection:
        with connection.begin():
            yield connection


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    # The driver would begin transactions late, and deferred: `_begin` does it instead.
    connection.isolation_level = None
    connection.create_function("folded", 1, fold, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    # A transaction that means to write takes the lock at once: one that starts by reading could
    # not wait for it later.
    writing = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def _plain(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        said = re.sub(r"\s+", " ", str(error.orig))
        meant = (advice for word, advice in _ADVICE if word in said)
        raise StoreError(f"{engine.url.database}: {next(meant, said)}") from error
