"""The command that reads what arrives in a folder: watch."""

from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from onrecord import intake, pipeline
from onrecord.cli.progress import Bar
from onrecord.cli.reading import maker, told
from onrecord.cli.session import Context, Record, note, settings
from onrecord.store import open_store

__all__ = ["watch"]


def watch(
    context: Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where reports arrive.")],
    every: Annotated[
        float, typer.Option("--every", min=0.1, help="How many seconds between two looks.")
    ] = 2.0,
    record: Record = None,
) -> None:
    """Read what arrives in a folder, until Ctrl-C."""
    chosen = settings(context, record)
    with open_store(chosen.record) as store:
        make = cache(maker(store, chosen))  # the network is loaded once
        try:
            note(f"Watching {folder} for {chosen.record}; Ctrl-C stops.")
            for files in pipeline.follow(folder, every):
                with Bar("Reading") as bar:
                    inputs = intake.read(files, named=False)
                    summary = pipeline.read(inputs, store, make, progress=bar)
                    pipeline.reconcile(store)
                typer.echo(told(summary))
        except KeyboardInterrupt:
            note("Stopped watching; what was read is kept.")
