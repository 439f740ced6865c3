"""Where reports that somebody hands in wait until they are read: a folder each time."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from unicodedata import normalize

from onrecord.errors import InputError
from onrecord.intake.format import FORMATS, by_suffix
from onrecord.intake.report import Metadata

__all__ = ["MOST_BYTES", "Spool", "clean_name", "pasted"]

MOST_BYTES = 256 * 1024 * 1024
"""How much can be handed in at once."""
_CHUNK = 1024 * 1024
_LONGEST_NAME = 200
"""In bytes; file systems take 255."""
_SIDECAR = ".json"
_READ = ", ".join(suffix for row in FORMATS if row.read for suffix in row.suffixes)


def clean_name(name: str) -> str:
    """What a file may be called here: its last part, nothing that hides it or steers a terminal,
    and not too long; its suffix stays."""
    last = re.split(r"[/\\]", normalize("NFC", name))[-1]
    plain = "".join(each if each.isprintable() and each not in '<>:"|?*' else "_" for each in last)
    path = Path(plain.strip(" .") or "report")
    suffix = _cut("".join(path.suffixes[-2:]), _LONGEST_NAME // 2)
    return _cut(path.name.removesuffix(suffix), _LONGEST_NAME - len(suffix.encode())) + suffix


def _cut(words: str, most: int) -> str:
    """As much of some words as so many bytes of UTF-8 hold."""
    return words.encode(errors="replace")[:most].decode(errors="ignore")


class Spool:
    """A folder of folders, the first in first; what was put is there whole, or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, files: Iterable[tuple[str, BinaryIO]]) -> Path:
        """Keep files with their names, cleaned; the folder in which they wait.

        A `.json` file may describe the report of the same name beside it. Raises InputError for a
        file in no format that is read, for too much at once, and for nothing.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        incoming = Path(tempfile.mkdtemp(prefix=".", dir=self._folder))
        try:
            room = MOST_BYTES
            for name, stream in files:
                room -= _copy(stream, _free(incoming / clean_name(name)), room)
            _check(incoming)
            return self._admitted(incoming)
        except BaseException:
            shutil.rmtree(incoming)
            raise

    def waiting(self) -> tuple[Path, ...]:
        """The folders that are not read yet, the first to come first."""
        if not self._folder.is_dir():
            return ()
        return tuple(sorted(each for each in self._folder.iterdir() if each.name.isdecimal()))

    def drop(self, folder: Path) -> None:
        """Forget what was read."""
        shutil.rmtree(folder)

    def _admitted(self, incoming: Path) -> Path:
        number = max((int(each.name) for each in self.waiting()), default=0)
        while True:
            number += 1
            try:
                return incoming.rename(self._folder / f"{number:06}")
            except OSError:  # somebody else took the number
                if not (self._folder / f"{number:06}").exists():
                    raise


def pasted(text: str, given: Mapping[str, object]) -> tuple[tuple[str, BinaryIO], ...]:
    """Text that somebody pasted as files to be put, with what is `given` of it as a sidecar has it.

    Raises InputError where there is none, or a day of publication that is no day.
    """
    if not text.strip():
        raise InputError("nothing was pasted")
    metadata, day = Metadata.of(given), given.get("published")
    if day and not metadata.published:
        raise InputError(f"{day!r} is no day; give it as 2024-05-31")
    known = {key: value for key, value in asdict(metadata).items() if value}
    name = clean_name(f"{metadata.title or 'pasted'}").replace(".", "_")
    told = json.dumps(known, ensure_ascii=False).encode()
    return ((f"{name}.txt", BytesIO(text.encode())), (f"{name}{_SIDECAR}", BytesIO(told)))


def _copy(stream: BinaryIO, path: Path, room: int) -> int:
    """Write a file; how large it is. Raises InputError for one that is larger than `room`."""
    size = 0
    with path.open("wb") as out:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > room:
                most = MOST_BYTES // 1024**2
                raise InputError(f"more than {most} MiB at once; read it by `onrecord read`")
            out.write(chunk)
    return size


def _free(path: Path) -> Path:
    """A name that nothing has yet."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem} {number}")
    return free


def _check(folder: Path) -> None:
    """Raise InputError for what nothing here can read."""
    files = sorted(folder.iterdir())
    if not files:
        raise InputError("nothing was handed in")
    described = {
        x.with_suffix(_SIDECAR) for x in files if (row := by_suffix(x.name)) and row.sidecar
    }
    for each in files:
        row = by_suffix(each.name)
        if each in described:
            continue
        if row is None or row.read is None:
            raise InputError(f"{each.name}: not a format that is read; give {_READ}")
