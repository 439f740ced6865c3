"""The dumps of GeoNames (allCountries.txt or a country's): 19 columns, tabs between, no header."""

from collections.abc import Iterable, Iterator

from onrecord.errors import InputError
from onrecord.lexicon.placefile.cells import row_at
from onrecord.lexicon.placerow import PlaceRow

__all__ = ["is_line", "rows"]

_COLUMNS = (
    "geonames_id",
    "name",
    "ascii",
    "aliases",
    "lat",
    "lon",
    "class",
    "feature",
    "country",
    "other_countries",
    "admin1",
    "admin2",
    "admin3",
    "admin4",
    "population",
    "elevation",
    "terrain",
    "timezone",
    "changed",
)


def is_line(line: str) -> bool:
    """Whether it looks like a line of a dump: a number and a name in many columns."""
    number, _, rest = line.partition("\t")
    return number.isdecimal() and rest.count("\t") > len(_COLUMNS) // 2


def rows(lines: Iterable[str], name: str) -> Iterator[PlaceRow]:
    """The places of a dump's lines; raises InputError at the first that is none."""
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        if cells == [""]:
            continue
        where = f"{name}, line {number}"
        if len(cells) != len(_COLUMNS):
            said = f"{len(cells)} columns, not the {len(_COLUMNS)} of a GeoNames dump"
            raise InputError(f"{where}: {said}; fetch the file again or leave the line out")
        held = dict(zip(_COLUMNS, cells, strict=True))
        held["aliases"] = held["aliases"].replace(",", "|")
        yield row_at(where, held)
