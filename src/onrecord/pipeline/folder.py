"""What arrives in a folder, each file when it is whole."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from onrecord import intake
from onrecord.errors import InputError

__all__ = ["Inbox", "follow"]

_UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", "~")
"""How the names of files end that some program still writes."""

_State: TypeAlias = tuple[tuple[int, int], ...]
"""Size and time of change of a file, and of its sidecar if it has one."""


class Inbox:
    """A folder with all that is in it. A file is whole when it is as it was a look before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, _State] = {}
        self._given: dict[Path, _State] = {}

    def look(self) -> tuple[Path, ...]:
        """The files that are whole, and new or changed since they were given."""
        found = intake.find([self._folder]) if self._folder.is_dir() else ()
        now = {path: _state(path) for path in found if not path.name.endswith(_UNFINISHED)}
        whole = {path: state for path, state in now.items() if state == self._seen.get(path)}
        new = {path: x for path, x in whole.items() if x and x != self._given.get(path)}
        self._seen = now
        self._given |= new
        return tuple(new)


def follow(
    folder: Path, every: float, wait: Callable[[float], None] = time.sleep
) -> Iterator[tuple[Path, ...]]:
    """The files of a folder as they arrive, those that are there first, and so on for ever.

    It looks every so many seconds. Raises InputError if there is no such folder.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: not a folder")
    inbox = Inbox(folder)
    while True:
        files = inbox.look()
        if files:
            yield files
        wait(every)


def _state(path: Path) -> _State:
    """Empty for a file that is gone, or in which nothing stands yet."""
    try:
        told = [each.stat() for each in (path, path.with_suffix(".json")) if each.is_file()]
    except OSError:
        return ()
    state = tuple((each.st_size, each.st_mtime_ns) for each in told)
    return state if state and state[0][0] else ()
