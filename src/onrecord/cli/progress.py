"""What a long run says on standard error: a bar after two seconds, and a line for each mishap."""

import sys
import time
from collections.abc import Iterable
from types import TracebackType

from rich.console import RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from onrecord.cli.layout import console, flat
from onrecord.pipeline import Outcome, Step

__all__ = ["Bar"]

_PATIENCE = 2.0
"""Seconds before a bar is shown."""


class _LateProgress(Progress):
    """A bar that is not there for what is quickly done."""

    def __init__(self, verb: str) -> None:
        self._shown_at = time.monotonic() + _PATIENCE
        super().__init__(
            TextColumn(verb),
            BarColumn(bar_width=None, style="dim", complete_style="cyan", finished_style="cyan"),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console(sys.stderr),
            transient=True,
        )

    def get_renderables(self) -> Iterable[RenderableType]:
        return super().get_renderables() if time.monotonic() > self._shown_at else ()


class Bar:
    """Takes the steps of a run; use it in a `with` block."""

    def __init__(self, verb: str) -> None:
        self._progress = _LateProgress(verb)
        self._task = self._progress.add_task(verb, total=None)

    def __enter__(self) -> "Bar":
        if self._progress.console.is_terminal:
            self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._progress.console.is_terminal:
            self._progress.stop()

    def __call__(self, step: Step) -> None:
        """Count a step; say why where a report was skipped or failed."""
        if step.reason:
            words = flat(f"{step.outcome.value}: {step.name}: {step.reason}")
            style = "error" if step.outcome is Outcome.FAILED else "unsure"
            self._progress.console.print(words, style=style, soft_wrap=True)
        if step.total is not None:
            self._progress.update(self._task, total=step.total, advance=1)
