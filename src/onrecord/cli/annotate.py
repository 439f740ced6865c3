"""The command for researchers: annotations in a corpus's own labels, and no record."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.cli.reading import tools
from onrecord.cli.session import Context, settings
from onrecord.errors import InputError
from onrecord.export import schemes
from onrecord.export.schemes import Line
from onrecord.intake import STDIN
from onrecord.model import Document

__all__ = ["annotate"]

_HEAD = ("title", "publisher", "byline", "published", "url")


def annotate(
    context: Context,
    path: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="Lines of id and text, or -.")],
    scheme: Annotated[
        str | None, typer.Option("--scheme", metavar="NAME", help="Another corpus's labels.")
    ] = None,
    given: Annotated[
        str | None,
        typer.Option(
            "--given", metavar="LAYER", help="Take the lines' own entities, clause, places."
        ),
    ] = None,
) -> None:
    """Annotate lines of text, in our labels or a corpus's."""
    found = schemes.scheme(scheme, given)
    read, facts, places = tools(settings(context, None).cache)

    def annotated(line: Mapping[str, Any]) -> dict[str, object]:
        document = _document(line)
        own = None if given is None else line
        return {"id": document.id, **found(Line(document, read(document), facts, own, places))}

    try:
        with sys.stdin if path == STDIN else path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    with _at(f"{path}, line {number}"):
                        told = annotated(_parsed(line))
                    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


@contextmanager
def _at(place: str) -> Iterator[None]:
    """Says where the line stands that cannot be annotated."""
    try:
        yield
    except InputError as error:
        raise InputError(f"{place}: {error}") from error


def _parsed(line: str) -> dict[str, Any]:
    try:
        parsed = json.loads(line)
    except ValueError as error:
        raise InputError(f"not JSON: {error}") from error
    if not isinstance(parsed, dict) or not isinstance(parsed.get("text"), str):
        raise InputError("no object with a text")
    return parsed


def _document(line: Mapping[str, Any]) -> Document:
    """The text as it stands, since annotations are offsets into it."""
    head = {key: value for key in _HEAD if isinstance(value := line.get(key), str) and value}
    return Document(str(line.get("id", "")), line["text"], **head, language="en")
