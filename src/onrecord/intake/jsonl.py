"""JSONL: one report a line, as an object with `text` and, if known, metadata."""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.intake.report import MAX_BYTES, Metadata, Report

__all__ = ["cut_lines", "read_line"]

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_UNIT = re.compile(r"\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|\\u\w{4}|\\.|[^\\]", re.DOTALL)


def cut_lines(stream: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """Each line that is not blank, with its number as locator."""
    number = 0
    while line := stream.readline(MAX_BYTES):
        number += 1
        if len(line) == MAX_BYTES and not line.endswith(b"\n"):
            raise InputError(f"line {number} is longer than {MAX_BYTES // 1024**2} MiB")
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield f":{number}", line.rstrip(b"\r\n")


def read_line(content: bytes) -> Report:
    """The report that a line of JSON holds.

    Raises InputError if the line is no UTF-8 JSON object with words under `text`.
    """
    try:
        source = content.decode("utf-8")
        given = json.loads(source)
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} at character {error.pos}") from error
    except RecursionError as error:
        raise InputError("JSON nested too deep") from error
    if not isinstance(given, dict):
        raise InputError("not a JSON object")
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError('no words under "text"')
    return Report(text, _places(source, text), "utf-8", Metadata.of(given))


def _places(source: str, text: str) -> list[int]:
    """Where each character of `text` stands in the line, escapes and all."""
    for literal in _STRING.finditer(source):
        units = [unit.start() for unit in _UNIT.finditer(source, *literal.span(1))]
        if len(units) == len(text) and json.loads(literal.group()) == text:
            return [*units, literal.end(1)]
    return [0] * (len(text) + 1)
