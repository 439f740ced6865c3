"""The process that reads beside the server."""

import signal
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeAlias

from onrecord.errors import OnRecordError
from onrecord.pipeline import Progress, Step, Summary

__all__ = ["Told", "Work", "Worker"]

Work: TypeAlias = Callable[[Path, Progress], Summary]
"""What reads a folder; it goes to another process, so that it must be picklable."""
Told: TypeAlias = Step | Summary | str
"""What is told of a folder: its steps, and at last what came of it, or why it failed."""


class Worker:
    """A process that reads one folder after another, and what it has loaded stays loaded."""

    def __init__(self, work: Work) -> None:
        context = get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(work, there), daemon=True)
        self._process.start()
        there.close()

    def read(self, folder: Path) -> Iterator[Told]:
        """What is told of a folder while it is read. Without a last word, the process ended."""
        try:
            self._here.send(folder)
            told: Told | None = None
            while told is None or isinstance(told, Step):
                told = self._here.recv()
                yield told
        except (EOFError, OSError):
            self._process.join()

    @property
    def ended(self) -> int | None:
        """The exit code of the process, None while it lives."""
        return self._process.exitcode

    def stop(self) -> None:
        """End the process, whatever it is at: what it writes is written whole, or not at all."""
        self._process.terminate()
        self._process.join()


def _serve(work: Work, there: Connection) -> None:
    """What runs in the process until the server is gone. Ctrl-C is the server's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            folder = there.recv()
        except EOFError:
            return
        try:
            there.send(work(folder, there.send))
        except OnRecordError as error:
            there.send(str(error))
