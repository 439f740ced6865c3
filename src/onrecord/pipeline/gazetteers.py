"""Gazetteers that people import: from a file on record, from the record into the index."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.lexicon.imports import Addition, Import, in_force
from onrecord.lexicon.placefile import Form, PlaceFile
from onrecord.lexicon.placerow import PlaceRow, pack, tally, unpack
from onrecord.pipeline.correct import Atlas
from onrecord.store import Store, open_store

if TYPE_CHECKING:
    from onrecord.lexicon.gazetteer import Gazetteer

__all__ = ["additions", "atlas", "carried", "import_gazetteer"]


def import_gazetteer(store: Store, path: Path, name: str, by: str, at: str) -> tuple[Import, bool]:
    """Put the places of a file on record under a name, by somebody at a time (ISO 8601).

    False if they stand on record under that name already; other places of that name stand no
    longer. Raises InputError at the first line that is wrong, and then keeps nothing.
    """
    source = PlaceFile(path)
    with tempfile.TemporaryDirectory() as folder:
        # A file may be larger than memory, and is put on record only when all of it was read.
        parts = [Path(folder, str(number)) for number in _spool(source, Path(folder))]
        digest, count = tally(map(Path.read_bytes, parts))
        made = Import(name, digest, count, source.form)
        if made in in_force(store.decisions()):
            return made, False
        store.add_gazetteer(made.decision(by, at), digest, map(Path.read_bytes, parts))
    return made, True


def additions(store: Store, address: str) -> tuple[Addition, ...]:
    """What the gazetteers on record add to the index of places.

    Their rows are read, if they are needed, from the record at `address`, where `store` is kept:
    an addition can be handed to another process.
    """
    standing = in_force(store.decisions())
    return tuple(
        Addition(each.digest, partial(_rows, address, each.digest), each.form != Form.GEONAMES)
        for each in standing
    )


def atlas(store: Store, address: str, cache: Path) -> Atlas:
    """What opens the index of the places that are known, those of gazetteers on record too."""
    return partial(_opened, cache, additions(store, address))


def carried(more: Iterable[Addition]) -> tuple[Addition, ...]:
    """The same additions with their rows in them, for where the record cannot be opened."""
    return tuple(replace(each, rows=partial(_unpacked, tuple(pack(each.rows())))) for each in more)


def _opened(cache: Path, more: Sequence[Addition]) -> "Gazetteer":
    from onrecord.lexicon.gazetteer import Gazetteer  # its tables take a while to load

    return Gazetteer.open(cache, more)


def _spool(source: PlaceFile, folder: Path) -> Iterator[int]:
    for number, part in enumerate(pack(source.rows())):
        (folder / str(number)).write_bytes(part)
        yield number


def _rows(address: str, digest: str) -> Iterator[PlaceRow]:
    with open_store(address, must_exist=True) as store:
        for part in store.gazetteer(digest):
            yield from unpack(part)


def _unpacked(parts: Iterable[bytes]) -> Iterator[PlaceRow]:
    for part in parts:
        yield from unpack(part)
