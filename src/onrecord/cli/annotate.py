"""The command for researchers: annotations in a corpus's own labels, and no record."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.reading import reader
from onrecord.cli.session import Context, settings
from onrecord.errors import InputError
from onrecord.export.schemes import annotations
from onrecord.intake import STDIN
from onrecord.model import Document, Reading

__all__ = ["annotate"]

_HEAD = ("title", "publisher", "byline", "published", "url")


def annotate(
    context: Context,
    path: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="Lines of id and text, or -.")],
    scheme: Annotated[
        str | None, typer.Option("--scheme", metavar="NAME", help="Another corpus's labels.")
    ] = None,
) -> None:
    """Annotate lines of text, in our labels or a corpus's."""
    read = reader(settings(context, None).cache)
    try:
        with sys.stdin if path == STDIN else path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    found = _annotated(line, f"{path}, line {number}", scheme, read)
                    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _annotated(
    line: str, where: str, scheme: str | None, read: Callable[[Document], Reading]
) -> dict[str, object]:
    """The annotations of one line, under its id."""
    try:
        given = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where} is not JSON: {error}") from error
    document = _document(given, where)
    return {"id": document.id, **annotations(document, read(document), scheme)}


def _document(given: object, where: str) -> Document:
    """The text as it stands, since annotations are offsets into it."""
    if not isinstance(given, Mapping) or not isinstance(given.get("text"), str):
        raise InputError(f"{where} is no object with a text")
    head = {key: value for key in _HEAD if isinstance(value := given.get(key), str) and value}
    return Document(str(given.get("id", "")), given["text"], **head, language="en")
