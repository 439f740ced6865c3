"""The formats that are read, and those that have a door but no reader yet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.intake.html import read_html
from onrecord.intake.jsonl import cut_lines, read_line
from onrecord.intake.plain import read_plain
from onrecord.intake.report import MAX_BYTES, Report

__all__ = ["FORMATS", "Format", "by_suffix", "sniff"]


def _whole(stream: BinaryIO) -> Iterator[tuple[str, bytes]]:
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise InputError(f"larger than {MAX_BYTES // 1024**2} MiB: not a single report")
    yield "", content


@dataclass(frozen=True, slots=True)
class Format:
    """How a kind of file is cut into reports and how one of them is read.

    `cut` gives pairs of locator (appended to the file's name, empty for a file that is one report)
    and bytes. `read` raises InputError for bytes that cannot be read; it is None while a format
    has no reader. `sidecar` says whether a `.json` of the same stem may describe the report.
    `magic` is what such a file begins with, for input without a suffix.
    """

    media_type: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes], Report] | None = None
    cut: Callable[[BinaryIO], Iterator[tuple[str, bytes]]] = _whole
    sidecar: bool = False
    magic: tuple[bytes, ...] = ()


_PLAIN = Format("text/plain", (".txt", ".text"), read_plain, sidecar=True)
_HTML = Format("text/html", (".html", ".htm", ".xhtml"), read_html, sidecar=True)
_JSONL = Format("application/jsonl", (".jsonl", ".ndjson"), read_line, cut_lines)

FORMATS = (
    _PLAIN,
    _HTML,
    _JSONL,
    Format("application/pdf", (".pdf",), magic=(b"%PDF-",)),
    Format("message/rfc822", (".eml", ".mbox")),
    Format("multipart/related", (".mhtml", ".mht")),
    Format("application/rss+xml", (".rss", ".atom", ".xml")),
    Format("application/warc", (".warc", ".warc.gz"), magic=(b"WARC/",)),
    Format("application/zip", (".zip", ".docx", ".odt", ".epub"), magic=(b"PK\x03\x04",)),
)
"""One row a format; press-database exports will have theirs here too."""


def by_suffix(name: str) -> Format | None:
    """The format of a file of this name, None if no row has its suffix."""
    lower = name.lower()
    return next((row for row in FORMATS if lower.endswith(row.suffixes)), None)


def sniff(head: bytes) -> Format:
    """The format of what begins with `head`; plain text where nothing speaks for another."""
    for row in FORMATS:
        if row.magic and head.startswith(row.magic):
            return row
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:2048].lower()
    if start.startswith(b"{"):
        return _JSONL
    if start.startswith(b"<") and any(mark in start for mark in (b"<html", b"<!doctype", b"<head")):
        return _HTML
    return _PLAIN
