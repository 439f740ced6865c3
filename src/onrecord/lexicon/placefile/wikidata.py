"""What Wikidata's query service gives: JSON, or a table, of item, itemLabel and coord (WKT Point).

Understood as well, where the query asks for them: itemAltLabel, countryCode, population, feature,
radius_km, admin1 and geonames_id (or geonames). An item in several results is one place with all
its names; one without a label, or on another globe than the Earth, is passed over.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from onrecord.errors import InputError
from onrecord.lexicon.placefile.cells import row_at
from onrecord.lexicon.placefile.table import Record
from onrecord.lexicon.placerow import PlaceRow

__all__ = ["is_header", "rows_of_json", "rows_of_table"]

_FIELDS = {
    "itemlabel": "name",
    "countrycode": "country",
    "admin1": "admin1",
    "feature": "feature",
    "population": "population",
    "geonames": "geonames_id",
    "geonames_id": "geonames_id",
    "radius_km": "radius_km",
}
_ITEM = re.compile(r"<?(?:https?://www\.wikidata\.org/entity/)?(Q\d+)>?")
_LITERAL = re.compile(r'"(.*)"(?:@[\w-]+|\^\^<[^>]*>)?', re.DOTALL)
_POINT = re.compile(r"(<[^>]*>\s*)?Point\s*\(\s*(\S+)\s+(\S+)\s*\)", re.IGNORECASE)
_EARTH = "Q2>"


def is_header(columns: Sequence[str]) -> bool:
    """Whether a first line with these columns (in small letters) is that of an export."""
    return {"item", "itemlabel"} <= set(columns)


def rows_of_table(records: Iterable[Record]) -> Iterator[PlaceRow]:
    """The places of an export's lines; raises InputError at the first that is none."""
    return _merged(records)


def rows_of_json(text: str, name: str) -> Iterator[PlaceRow]:
    """The places of an export in JSON, as the service or its page writes it."""
    try:
        held = json.loads(text)
        found = held["results"]["bindings"] if isinstance(held, dict) else held
        results = [{key.lower(): _value(cell) for key, cell in each.items()} for each in found]
    except json.JSONDecodeError as error:
        where = f"{name}, line {error.lineno}"
        raise InputError(f"{where}: not JSON: {error.msg}; download the file again") from error
    except (AttributeError, KeyError, TypeError) as error:
        said = "JSON, but no list of results with item, itemLabel and coord"
        raise InputError(f"{name}: {said}; export the query's result again") from error
    return _merged((f"{name}, result {number}", each) for number, each in enumerate(results, 1))


def _value(cell: Any) -> str:
    return str(cell["value"] if isinstance(cell, dict) else cell)


def _merged(records: Iterable[Record]) -> Iterator[PlaceRow]:
    places: dict[str, PlaceRow] = {}
    for where, cells in records:
        item = _ITEM.fullmatch(cells.get("item", "").strip())
        if item is None:
            raise InputError(f"{where}: no item such as Q42; ask for ?item and export again")
        row = _row(where, {key: _plain(text) for key, text in cells.items()}, item[1])
        if row is not None:
            known = places.get(item[1], row)
            names = (*known.aliases, row.name, *row.aliases)
            others = dict.fromkeys(each for each in names if each != known.name)
            places[item[1]] = replace(known, aliases=tuple(others))
    yield from places.values()


def _plain(text: str) -> str:
    """A cell without the quotes and the type that tab-separated exports write."""
    literal = _LITERAL.fullmatch(text.strip())
    return literal[1] if literal else text.strip()


def _row(where: str, cells: Mapping[str, str], item: str) -> PlaceRow | None:
    label = cells.get("itemlabel", "")
    if label in ("", item):
        return None
    point = _POINT.fullmatch(cells.get("coord", ""))
    if point is None:
        said = f"coord {cells.get('coord', '')!r} is no point"
        raise InputError(f"{where}: {said}; ask for ?item wdt:P625 ?coord and export again")
    if point[1] and not point[1].strip().endswith(_EARTH):
        return None
    given = {field: cells[key] for key, field in _FIELDS.items() if key in cells}
    given |= {"lon": point[2], "lat": point[3]}
    given["aliases"] = cells.get("itemaltlabel", "").replace(", ", "|")
    return row_at(where, given)
