"""Telling the forms of place files apart by their looks, packed as .zip or not."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import IO, TextIO

from onrecord.errors import InputError
from onrecord.lexicon.placefile import geonames, table, wikidata
from onrecord.lexicon.placerow import PlaceRow

__all__ = ["Form", "PlaceFile"]


class Form(StrEnum):
    """The forms of place files."""

    GEONAMES = "GeoNames dump"
    WIKIDATA = "Wikidata export"
    TABLE = "table"


class PlaceFile:
    """A file of places; `form` is known once it was opened with `rows`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.form = Form.TABLE

    def rows(self) -> Iterator[PlaceRow]:
        """Its places, one at a time.

        Raises InputError, with file, line and what to do, for a file that cannot be read, has
        none of the forms or holds no place, and at the first line that is wrong.
        """
        name, count = str(self.path), 0
        try:
            with _bytes(self.path) as held, io.TextIOWrapper(held, "utf-8-sig", newline="") as text:
                for row in self._rows(text, name):
                    count += 1
                    yield row
        except UnicodeDecodeError as error:
            raise InputError(f"{name}: not UTF-8; save it as UTF-8 and try again") from error
        except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise InputError(f"{name} cannot be read: {error}") from error
        if not count:
            raise InputError(f"{name}: holds no place; give a file with at least one")

    def _rows(self, text: TextIO, name: str) -> Iterator[PlaceRow]:
        first = text.readline()
        if not first:
            return iter(())
        if first.lstrip()[:1] in ("{", "["):
            self.form = Form.WIKIDATA
            return wikidata.rows_of_json(first + text.read(), name)
        lines = chain([first], text)
        if geonames.is_line(first):
            self.form = Form.GEONAMES
            return geonames.rows(lines, name)
        head = table.header(first)
        if wikidata.is_header(head):
            self.form = Form.WIKIDATA
            return wikidata.rows_of_table(table.records(lines, name))
        self.form = Form.TABLE
        return table.rows(lines, name)


@contextmanager
def _bytes(path: Path) -> Iterator[IO[bytes]]:
    if not zipfile.is_zipfile(path):
        with path.open("rb") as plain:
            yield plain
        return
    with zipfile.ZipFile(path) as packed:
        names = [
            each.filename
            for each in packed.infolist()
            if not each.is_dir()
            and not Path(each.filename).name.lower().startswith(("readme", "."))
        ]
        if len(names) != 1:
            raise InputError(f"{path}: holds {len(names)} files; unpack it and name one of them")
        with packed.open(names[0]) as held:
            yield held
