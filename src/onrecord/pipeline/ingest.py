"""One folder onto the record, front to back, wherever there is a process to do it."""

from collections.abc import Sequence
from contextlib import chdir
from functools import partial
from pathlib import Path
from typing import ClassVar

from onrecord import intake
from onrecord.lexicon.imports import Addition
from onrecord.pipeline.gazetteers import additions
from onrecord.pipeline.local import Reader
from onrecord.pipeline.read import Progress, Summary, read
from onrecord.pipeline.reconcile import reconcile
from onrecord.store import open_store

__all__ = ["ingest", "reader"]


def reader(cache: Path, more: Sequence[Addition] = ()) -> Reader:
    """The reader with our network and gazetteer, to which `more` adds imported places.

    The imports are here because loading takes a while.
    """
    from onrecord.extract.reader import reader as through_stages
    from onrecord.lexicon.gazetteer import Gazetteer
    from onrecord.nlp.network import Network

    return through_stages(Network.load(), Gazetteer.open(cache, more))


class _Kept:
    """The reader of this process, for as long as the same places are known."""

    _key: ClassVar[object] = None
    _made: ClassVar[Reader]

    @classmethod
    def reader(cls, cache: Path, more: Sequence[Addition]) -> Reader:
        key = (cache, *(each.digest for each in more))
        if cls._key != key:
            cls._made, cls._key = reader(cache, more), key
        return cls._made


def ingest(record: str, cache: Path, folder: Path, progress: Progress) -> Summary:
    """Read what lies in a folder and reconcile; reports go by their names in it.

    It works in that folder meanwhile, and keeps its reader for the next: it is for a process of its
    own, and its paths are absolute.
    """
    with open_store(record) as store, chdir(folder):
        make = partial(_Kept.reader, cache, additions(store, record))
        summary = read(intake.read([Path()]), store, make, progress=progress)
        reconcile(store)
    return summary
