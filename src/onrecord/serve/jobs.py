"""Reports that are handed in while the workbench serves: read one job after another, elsewhere.

A process of its own reads, so that pages never wait for it. What it tells is kept here for whoever
asks; what is not read when the server stops waits in the spool, and the next server reads it.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Condition, Thread
from types import TracebackType
from typing import BinaryIO, TypeAlias

from onrecord.errors import NotFound, OnRecordError
from onrecord.pipeline import Progress, Spool, Step, Summary

__all__ = ["Job", "JobState", "Jobs", "Work"]

Work: TypeAlias = Callable[[Path, Progress], Summary]
"""What reads a folder; it goes to another process, so that it must be picklable."""

_REMEMBERED = 50
"""How many jobs are told of, the last ones."""


class JobState(StrEnum):
    """How far a job is; one that failed is tried again when the server starts next."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """Files that were handed in together.

    Of `total` reports to read, None while that is not known, `done` are; after the last one they
    are put side by side. `trouble` has a line for each that was skipped or failed, `summary` is
    there when all is done, and `error` tells why nothing could be read.
    """

    id: str
    files: tuple[str, ...]
    state: JobState = JobState.WAITING
    done: int = 0
    total: int | None = None
    trouble: tuple[str, ...] = ()
    summary: Summary | None = None
    error: str = ""


class Jobs(AbstractContextManager["Jobs"]):
    """The jobs of a server; within a `with` block they are read."""

    def __init__(self, spool: Spool, work: Work) -> None:
        self._spool, self._work = spool, work
        self._jobs: dict[str, Job] = {}
        self._queue: deque[Path] = deque()
        self._changed = Condition()
        self._stopping = False
        self._process: BaseProcess | None = None
        self._thread = Thread(target=self._run, name="jobs", daemon=True)
        for folder in spool.waiting():
            self._admit(folder)

    def __enter__(self) -> "Jobs":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop; what is half read is read again next time, which changes nothing twice."""
        with self._changed:
            self._stopping = True
            if self._process is not None:
                self._process.terminate()
            self._changed.notify_all()
        self._thread.join()

    def add(self, files: Iterable[tuple[str, BinaryIO]]) -> Job:
        """Have files read, by their names. Raises InputError for what the spool does not take."""
        return self._admit(self._spool.put(files))

    def all(self) -> tuple[Job, ...]:
        """The last jobs, the newest first."""
        with self._changed:
            return tuple(reversed(self._jobs.values()))

    def job(self, job_id: str) -> Job:
        """One job. Raises NotFound if there is none of that id."""
        with self._changed:
            if job_id not in self._jobs:
                raise NotFound(f"no job {job_id!r}: it is done, or was never handed in")
            return self._jobs[job_id]

    def _admit(self, folder: Path) -> Job:
        made = Job(folder.name, tuple(sorted(each.name for each in folder.iterdir())))
        with self._changed:
            self._jobs[made.id] = made
            for old in list(self._jobs)[:-_REMEMBERED]:
                if self._jobs[old].state in (JobState.DONE, JobState.FAILED):
                    del self._jobs[old]
            self._queue.append(folder)
            self._changed.notify_all()
        return made

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._queue or self._stopping)
                if self._stopping:
                    return
                folder = self._queue.popleft()
            self._read(folder)

    def _read(self, folder: Path) -> None:
        """Have a process read a folder, and note what it tells until it ends."""
        context = get_context("spawn")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(self._work, folder, there), daemon=True)
        with self._changed:
            if self._stopping:
                return
            process.start()
            self._process = process
            self._jobs[folder.name] = replace(self._jobs[folder.name], state=JobState.READING)
        there.close()
        try:
            while True:
                self._note(folder, here.recv())
        except EOFError:
            process.join()
        self._end(folder, process.exitcode)

    def _note(self, folder: Path, told: Step | Summary | str) -> None:
        with self._changed:
            job = self._jobs[folder.name]
            self._jobs[job.id] = _after(job, told)

    def _end(self, folder: Path, code: int | None) -> None:
        with self._changed:
            self._process = None
            job = self._jobs[folder.name]
            if job.state is JobState.READING:
                self._jobs[job.id] = self._cut_off(job, code)
        if job.state is JobState.DONE:
            self._spool.drop(folder)

    def _cut_off(self, job: Job, code: int | None) -> Job:
        if self._stopping:
            return replace(job, state=JobState.WAITING)
        error = f"the process that read it ended early (exit code {code})"
        return replace(job, state=JobState.FAILED, error=error)


def _after(job: Job, told: Step | Summary | str) -> Job:
    """A job after what its process told: a step, that all is done, or why it failed."""
    if isinstance(told, Summary):
        return replace(job, state=JobState.DONE, summary=told)
    if isinstance(told, str):
        return replace(job, state=JobState.FAILED, error=told)
    line = f"{told.outcome.value}: {told.name}: {told.reason}"
    trouble = (*job.trouble, line) if told.reason else job.trouble
    if told.total is None:
        return replace(job, trouble=trouble)
    return replace(job, trouble=trouble, done=job.done + 1, total=told.total)


def _work(work: Work, folder: Path, tell: Connection) -> None:
    """What runs in the process. Ctrl-C is the server's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with tell:
        try:
            tell.send(work(folder, tell.send))
        except OnRecordError as error:
            tell.send(str(error))
