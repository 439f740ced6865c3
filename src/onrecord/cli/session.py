"""What every command does at the edge: settings, the record, printing."""

import getpass
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType

from onrecord.cli.layout import console
from onrecord.pipeline import act_now
from onrecord.resolve import Act
from onrecord.settings import Settings, load
from onrecord.store import Store, open_store
from onrecord.views import plain

__all__ = [
    "AsJson",
    "By",
    "Context",
    "OnSpark",
    "Record",
    "acting",
    "note",
    "opened",
    "print_json",
    "print_page",
    "settings",
    "user",
]

Context = typer.Context
Record = Annotated[
    str | None,
    typer.Option("--record", metavar="PATH", help="The record; else ONRECORD_RECORD, onrecord.db."),
]
OnSpark = Annotated[
    str | None,
    typer.Option(
        "--spark", metavar="MASTER", help="Work on this Spark cluster; else ONRECORD_SPARK."
    ),
]
By = Annotated[str | None, typer.Option("--by", help="Who decides; you by default.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the same values as JSON.")]


def settings(
    context: Context,
    record: str | None,
    *,
    otherwise: str | None = None,
    spark: str | None = None,
) -> Settings:
    """The settings of this run; a `--record` after the command wins over one before it.

    `otherwise` is the record of a command that by itself leaves the user's alone.
    """
    chosen = record or context.find_root().params.get("record") or otherwise
    return load({"record": chosen, "spark": spark}, os.environ, Path.cwd())


def opened(context: Context, record: str | None) -> Store:
    """The record to look at, which must be there."""
    return open_store(settings(context, record).record, must_exist=True)


def print_page(page: Iterable[RenderableType]) -> None:
    """A page on standard output."""
    out = console(sys.stdout)
    for part in page:
        out.print(part)


def print_json(value: object) -> None:
    """A view on standard output as JSON, one object a line."""
    for item in value if isinstance(value, tuple) else (value,):
        typer.echo(json.dumps(plain(item), ensure_ascii=False))


def note(words: str, style: str = "") -> None:
    """One line on standard error, however long."""
    console(sys.stderr).print(words, style=style or None, soft_wrap=True)


def user() -> str:
    """The name of whoever runs the program; "unknown" where the system does not tell."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "unknown"


def acting(by: str | None, why: str | None) -> Act:
    """What somebody decides now: whoever runs the program if `by` does not say."""
    return act_now(by or user(), why or "")
