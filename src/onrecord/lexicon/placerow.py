"""Places of an imported gazetteer as a record keeps them: lines of JSON, packed in parts."""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from hashlib import sha256
from itertools import islice
from operator import attrgetter

__all__ = ["UNSPECIFIED", "PlaceRow", "pack", "tally", "unpack"]

UNSPECIFIED = "LCTY"
"""GeoNames' code for a locality of no particular kind."""

_ROWS = 5_000
"""Places in a part: little in memory, and well packed."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as a file gives it: WGS84 degrees, kilometres; None where the file is silent.

    `country` is ISO 3166 alpha-2, `admin1` and `feature` are GeoNames codes.
    """

    name: str
    lat: float
    lon: float
    aliases: tuple[str, ...] = ()
    country: str | None = None
    admin1: str | None = None
    feature: str = UNSPECIFIED
    population: int = 0
    geonames_id: int | None = None
    radius_km: float | None = None


_CELLS = attrgetter(*(field.name for field in fields(PlaceRow)))


def pack(rows: Iterable[PlaceRow]) -> Iterator[bytes]:
    """The rows as lines, each part of some thousands compressed (zlib)."""
    lines = (_line(row) for row in rows)
    while part := "".join(islice(lines, _ROWS)):
        yield zlib.compress(part.encode(), 9)


def unpack(part: bytes) -> Iterator[PlaceRow]:
    """What `pack` made a part of; raises TypeError or ValueError where it is none."""
    for line in _lines(part).splitlines():
        name, lat, lon, aliases, *rest = json.loads(line)
        yield PlaceRow(name, lat, lon, tuple(aliases), *rest)


def tally(parts: Iterable[bytes]) -> tuple[str, int]:
    """The SHA-256 of all lines, whatever parts they are in, and how many they are."""
    digest, count = sha256(), 0
    for part in parts:
        lines = _lines(part)
        digest.update(lines)
        count += lines.count(b"\n")
    return digest.hexdigest(), count


def _lines(part: bytes) -> bytes:
    try:
        return zlib.decompress(part)
    except zlib.error as error:
        raise ValueError(f"damaged: {error}") from error


def _line(row: PlaceRow) -> str:
    # ASCII, since a name may hold characters at which text is split into lines.
    return json.dumps(_CELLS(row), separators=(",", ":")) + "\n"
