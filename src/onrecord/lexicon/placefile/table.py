"""Tables with a header: somebody's own places, commas, semicolons or tabs between the columns."""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from onrecord.errors import InputError
from onrecord.lexicon.placefile.cells import row_at
from onrecord.lexicon.placerow import PlaceRow

__all__ = ["Record", "header", "records", "rows"]

Record: TypeAlias = tuple[str, dict[str, str]]
"""Where a line stands, as an error names it, and its cells by column."""

_NEEDED = ("name", "lat", "lon")


class _Plain(csv.excel):
    quoting = csv.QUOTE_NONE


def header(line: str) -> tuple[str, ...]:
    """The columns that a first line names, in small letters."""
    cells = next(csv.reader([line.rstrip("\r\n")], delimiter=_delimiter(line)), [])
    return tuple(cell.strip().lstrip("?").lower() for cell in cells)


def records(lines: Iterable[str], name: str) -> Iterator[Record]:
    """The lines below the header; raises InputError at one with too few or too many cells."""
    source = iter(lines)
    first = next(source, "")
    columns = header(first)
    # Where Wikidata names its columns ?item, quotes are a part of the cell ("Oriel"@en).
    dialect = _Plain if first.startswith("?") else csv.excel
    reader = csv.reader(source, dialect, delimiter=_delimiter(first), strict=True)
    try:
        for cells in reader:
            if not any(map(str.strip, cells)):
                continue
            where = f"{name}, line {reader.line_num + 1}"
            if len(cells) != len(columns):
                said = f"{len(cells)} cells under {len(columns)} columns"
                raise InputError(f"{where}: {said}; put quotes around a cell that holds a comma")
            yield where, dict(zip(columns, cells, strict=True))
    except csv.Error as error:
        where = f"{name}, line {reader.line_num + 1}"
        raise InputError(f"{where}: {error}; mend the quotes of this line") from error


def rows(lines: Iterable[str], name: str) -> Iterator[PlaceRow]:
    """The places of a table with the columns name, lat and lon, and any other of PlaceRow."""
    source = iter(lines)
    first = next(source, "")
    missing = [column for column in _NEEDED if column not in header(first)]
    if missing:
        raise InputError(
            f"{name}, line 1: no column {missing[0]!r}; give a GeoNames dump, a Wikidata export"
            " with item, itemLabel and coord, or a table whose first line names name, lat and lon"
        )
    for where, cells in records(chain([first], source), name):
        yield row_at(where, cells)


def _delimiter(line: str) -> str:
    """What stands most often between the columns of a header."""
    return max("\t;,", key=line.count)
