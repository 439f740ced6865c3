"""Files, folders and standard input to documents, a bad one never in the way of the next."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.intake.format import Format, by_suffix, sniff
from onrecord.intake.language import identify
from onrecord.intake.normalise import normalise, pairs
from onrecord.intake.report import Metadata
from onrecord.model import Document, Failure, Original

__all__ = ["STDIN", "find", "read"]

STDIN = Path("-")
_SNIFFED = 2048


def find(paths: Sequence[Path]) -> list[Path]:
    """The files that `read` opens for `paths`, in its order: folders are searched and sorted.

    Left out in folders: sidecars of reports, hidden files, and the folder that a browser saves
    beside a page ("NAME_files").
    """
    found: list[Path] = []
    for path in paths:
        found += _in_folder(path) if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def read(
    paths: Sequence[Path], stdin: BinaryIO | None = None, *, named: bool = True
) -> Iterator[tuple[Document, Original] | Failure]:
    """Every report in files, folders and standard input (`STDIN`), or why it cannot be read.

    A document's id is a digest of its address, publisher, date, title and text: the same report
    read twice is the same document. `version_of` is None, since only the store knows what was
    read before under the same address; `retrieved` is what a sidecar says, else None. A file whose
    suffix tells nothing is looked into if somebody `named` it, and fails if it was only found.
    """
    for path in find(paths):
        if path == STDIN:
            content = (stdin or sys.stdin.buffer).read()
            yield from _read_stream(BytesIO(content), path, sniff(content[:_SNIFFED]))
            continue
        try:
            row = by_suffix(path.name) or (None if named and path in paths else _unknown(path))
            with path.open("rb") as stream:
                yield from _read_stream(stream, path, row or sniff(stream.peek(_SNIFFED)))
        except InputError as error:
            yield Failure(str(path), str(error))
        except OSError as error:
            yield Failure(str(path), f"cannot be opened: {error.strerror}")


def _in_folder(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        yield folder  # opening it says why
        return
    described = {e.with_suffix(".json") for e in entries if _takes_sidecar(by_suffix(e.name))}
    pages = {f"{entry.stem}_files" for entry in entries if entry.is_file()}
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink() and entry.name not in pages:
            yield from _in_folder(entry)
        elif entry.is_file() and entry not in described:
            yield entry


def _takes_sidecar(row: Format | None) -> bool:
    return row is not None and row.sidecar


def _unknown(path: Path) -> Format:
    if path.suffix == ".json":
        raise InputError("a sidecar without a report of the same name beside it")
    raise InputError(f"no known format has the suffix {path.suffix or '(none)'!r}")


def _read_stream(
    stream: BinaryIO, path: Path, row: Format
) -> Iterator[tuple[Document, Original] | Failure]:
    try:
        sidecar = _sidecar(path) if row.sidecar and path != STDIN else Metadata()
        for locator, content in row.cut(stream):
            yield _read_one(f"{path}{locator}", content, row, sidecar)
    except InputError as error:
        yield Failure(str(path), str(error))


def _read_one(
    name: str, content: bytes, row: Format, sidecar: Metadata
) -> tuple[Document, Original] | Failure:
    digest = sha256(content).hexdigest()
    try:
        if row.read is None:
            raise InputError(f"{row.media_type} is not read yet")
        report = row.read(content)
    except InputError as error:
        return Failure(name, str(error), digest)
    text, at = normalise(report.text, report.at)
    document = _document(text, report.metadata.under(sidecar), digest)
    return document, Original(digest, name, row.media_type, report.encoding, content, pairs(at))


def _document(text: str, metadata: Metadata, digest: str) -> Document:
    # Titles and names in metadata are normalised as the text is, so that the two can be compared.
    given = {
        key: normalise(value, range(len(value) + 1))[0] if value else None
        for key, value in asdict(metadata).items()
    }
    known = [given["url"], given["publisher"], given["published"], given["title"], text]
    canonical = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return Document(
        id=sha256(canonical.encode()).hexdigest()[:16],
        text=text,
        language=identify(text),
        sha256=digest,
        **given,
    )


def _sidecar(path: Path) -> Metadata:
    beside = path.with_suffix(".json")
    if not beside.is_file():
        return Metadata()
    try:
        given = json.loads(beside.read_text("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"its sidecar {beside.name} is not JSON: {error}") from error
    if not isinstance(given, dict):
        raise InputError(f"its sidecar {beside.name} is not a JSON object")
    return Metadata.of(given)
