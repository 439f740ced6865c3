"""The command line: one command a function, one file a family, errors in one place."""

from importlib.metadata import version as installed
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onrecord.cli import (
    annotate,
    audit,
    comparing,
    correct,
    demo,
    exchange,
    folder,
    hypotheses,
    judge,
    look,
    places,
    reading,
    scheme,
    serving,
    source,
    watching,
)
from onrecord.cli.session import Record, note
from onrecord.errors import EXIT_AND_STATUS, OnRecordError

__all__ = ["app", "main"]

_INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 and the signal's number, as shells have it."""


class _Quiet(TyperGroup):
    """Turns our errors into one line and an exit code, and leaves without a word on Ctrl-C."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except OnRecordError as error:
            note(f"onrecord: {error}", "error")
            raise typer.Exit(EXIT_AND_STATUS[type(error)][0]) from None
        except KeyboardInterrupt:
            raise typer.Exit(_INTERRUPTED) from None


app = typer.Typer(
    cls=_Quiet,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {installed('onrecord')}")
        raise typer.Exit


@app.callback()
def onrecord(
    record: Record = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, metavar="", help="Print the version."
        ),
    ] = False,
) -> None:
    """Who said what, how sure, about whom, when and where: news reports put on record."""


for _name, _command in (
    ("read", reading.read),
    ("watch", folder.watch),
    ("highlights", look.highlights),
    ("dossier", look.dossier),
    ("lineage", look.lineage),
    ("timeline", look.timeline),
    ("events", comparing.events),
    ("compare", comparing.compare),
    ("claims", comparing.claims),
    ("hypotheses", hypotheses.hypotheses),
    ("news", watching.news),
    ("search", look.search),
    ("show", look.show),
    ("why", look.why),
    ("sources", source.sources),
    ("grade", source.grade),
    ("judge", judge.judge),
    ("merge", judge.merge),
    ("split", judge.split),
    ("undo", judge.undo),
    ("correct", correct.correct),
    ("accept", correct.accept),
    ("reject", correct.reject),
    ("audit", audit.audit),
    ("annotate", annotate.annotate),
    ("export", exchange.export),
    ("import", exchange.take_in),
    ("rebuild", reading.rebuild),
    ("serve", serving.serve),
    ("demo", demo.demo),
):
    app.command(_name)(_command)
app.add_typer(places.app, name="places")
app.add_typer(scheme.app, name="scheme")
app.add_typer(watching.app, name="watches")


def main() -> None:
    """Run the command line; the entry point of `onrecord`."""
    app(prog_name="onrecord")
