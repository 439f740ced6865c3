"""The command for researchers: annotations in a corpus's own labels, and no record."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
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
            "--given",
            metavar="LAYER",
            help="Take the lines' own entities, mentions, places.",
        ),
    ] = None,
) -> None:
    """Annotate lines of text, in our labels or a corpus's."""
    annotated = schemes.annotator(scheme, given)
    number = 0

    def read_lines(lines: Iterable[str]) -> Iterator[Line]:
        nonlocal number
        for line in lines:
            number += 1
            if line.strip():
                told = _parsed(line)
                document = _document(told)
                ids.append(document.id)
                own = None if given is None else told
                yield Line(document, through(document), facts, own, places)

    ids: list[str] = []
    through, facts, places, together = tools(settings(context, None).cache)
    try:
        with sys.stdin if path == STDIN else path.open(encoding="utf-8") as lines:
            for count, told in enumerate(annotated(read_lines(lines), together)):
                row = {"id": ids[count], **told}
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    except InputError as error:
        raise InputError(f"{path}, line {number}: {error}" if number else str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}") from error


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
