"""The record: a protocol (`base`), and SQLite behind it through SQLAlchemy Core."""

from pathlib import Path

from onrecord.errors import StoreError
from onrecord.store.asked import AskedEvents
from onrecord.store.base import Counts, Hit, Store
from onrecord.store.engine import connect
from onrecord.store.fold import fold
from onrecord.store.happenings import Happenings, Place, Sharer
from onrecord.store.joins import Cluster, Joins
from onrecord.store.links import Links, Spot
from onrecord.store.look import Look
from onrecord.store.names import Named
from onrecord.store.sieve import Sieve
from onrecord.store.sift import AT_OBJECT, Room, Sifted, Split
from onrecord.store.sql import SqlStore

__all__ = [
    "AT_OBJECT",
    "AskedEvents",
    "Cluster",
    "Counts",
    "Happenings",
    "Hit",
    "Joins",
    "Links",
    "Look",
    "Named",
    "Place",
    "Room",
    "Sharer",
    "Sieve",
    "Sifted",
    "Split",
    "Spot",
    "Store",
    "fold",
    "open_store",
]


def open_store(address: str | Path, *, must_exist: bool = False) -> Store:
    """The record at a path, made if there is none yet; ":memory:" for one that is not kept.

    Raises `StoreError` if it cannot be opened, is no record, was written by a newer version, or
    is missing where it `must_exist`.
    """
    place = str(address)
    if "://" in place:
        raise StoreError(f"{place}: only files can hold a record so far; name a path")
    if must_exist and place != ":memory:" and not Path(place).exists():
        raise StoreError(f"{place}: no record is there yet; make one with `onrecord read`")
    return SqlStore(connect(place))
