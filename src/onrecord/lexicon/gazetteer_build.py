"""Building the index of places: a SQLite file, written a few places at a time."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import fields
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Any

from onrecord.lexicon.gazetteer_sources import Candidate, NamedPlace, place_of
from onrecord.lexicon.imports import Addition
from onrecord.lexicon.placekey import written_key

__all__ = ["build"]

_BATCH = 1_000
_CACHE_KB = 32_000
_SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT,
    feature TEXT, population INTEGER, geonames_id INTEGER, radius_km REAL,
    picked INTEGER
);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TEMP TABLE found (key TEXT, place INTEGER);
CREATE TEMP TABLE known (geonames_id INTEGER PRIMARY KEY, place INTEGER);
"""
_NAMES = "INSERT INTO name SELECT DISTINCT key, place FROM found ORDER BY key, place"
_KNOWN = """
INSERT OR IGNORE INTO known
SELECT geonames_id, id FROM place WHERE geonames_id IS NOT NULL ORDER BY id
"""
_PLACE = "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_NAME = "INSERT INTO found VALUES (?, ?)"
_CORRECT = """
UPDATE place SET lat = ?, lon = ?, population = coalesce(nullif(?, 0), population),
    radius_km = coalesce(?, radius_km), picked = max(picked, ?)
WHERE id = ?
"""

_CELLS = attrgetter(*(field.name for field in fields(Candidate)))


def build(path: Path, built_in: Iterable[NamedPlace], imported: Iterable[Addition] = ()) -> None:
    """Write the index to `path`, whole or not at all.

    What is imported comes after what is built in, so that it may correct it.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".building")
    os.close(handle)
    try:
        with closing(sqlite3.connect(temporary, isolation_level=None)) as base:
            _prepare(base)
            _add(base, built_in)
            base.execute(_KNOWN)
            for addition in imported:
                _merge(base, addition)
            base.execute(_NAMES)
            base.execute("COMMIT")
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _prepare(base: sqlite3.Connection) -> None:
    for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KB}"):
        base.execute(f"PRAGMA {setting}")
    base.execute("PRAGMA temp_store = FILE")
    base.executescript(_SCHEMA)
    base.execute("BEGIN")


def _add(base: sqlite3.Connection, found: Iterable[NamedPlace]) -> None:
    numbered = enumerate(found)
    while batch := list(islice(numbered, _BATCH)):
        base.executemany(_PLACE, ((number, *_CELLS(place)) for number, (place, _) in batch))
        base.executemany(
            _NAME, (key for number, (_, names) in batch for key in _keys(names, number))
        )


def _merge(base: sqlite3.Connection, addition: Addition) -> None:
    """Add places; one whose GeoNames id is known adds names to that place and corrects it."""
    number: int = base.execute("SELECT coalesce(max(id), -1) FROM place").fetchone()[0]
    for row in addition.rows():
        place, names = place_of(row, addition.picked)
        where: Any = None
        if row.geonames_id is not None:
            asked = "SELECT place FROM known WHERE geonames_id = ?"
            where = base.execute(asked, (row.geonames_id,)).fetchone()
        if where is None:
            number += 1
            where = (number,)
            base.execute(_PLACE, (number, *_CELLS(place)))
            if row.geonames_id is not None:
                base.execute("INSERT INTO known VALUES (?, ?)", (row.geonames_id, number))
        else:
            told = (row.lat, row.lon, row.population, row.radius_km, addition.picked, *where)
            base.execute(_CORRECT, told)
        base.executemany(_NAME, _keys(names, where[0]))


def _keys(names: Iterable[str], place: int) -> Iterator[tuple[str, int]]:
    return ((key, place) for name in names if (key := written_key(name)))
