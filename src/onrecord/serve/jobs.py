"""Reports that are handed in while the workbench serves: read one job after another, elsewhere.

A process of its own reads, so that pages never wait for it. What it tells is kept here for whoever
asks; what is not read when the server stops waits in the spool, and the next server reads it.
"""

from collections import deque
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from threading import Condition, Thread
from types import TracebackType
from typing import BinaryIO

from onrecord.errors import NotFound
from onrecord.pipeline import Spool, Summary
from onrecord.serve.worker import Told, Work, Worker

__all__ = ["Job", "JobState", "Jobs"]

_REMEMBERED = 50
"""How many jobs are told of, the last ones."""
_IDLE_S = 600.0
"""How long the process waits for another job before it gives its memory back, in seconds."""


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
        self._worker: Worker | None = None
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
            self._dismiss()
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
        while (folder := self._next()) is not None:
            with self._changed:
                if self._stopping:
                    return
                worker = self._worker = self._worker or Worker(self._work)
                job = self._jobs[folder.name]
                self._jobs[job.id] = replace(job, state=JobState.READING)
            for told in worker.read(folder):
                with self._changed:
                    self._jobs[job.id] = _after(self._jobs[job.id], told)
            self._end(worker, folder)

    def _next(self) -> Path | None:
        """The next folder to read, once there is one; None when the server stops."""
        with self._changed:
            if not self._changed.wait_for(self._called, _IDLE_S):
                self._dismiss()
                self._changed.wait_for(self._called)
            return None if self._stopping else self._queue.popleft()

    def _called(self) -> bool:
        return self._stopping or bool(self._queue)

    def _end(self, worker: Worker, folder: Path) -> None:
        with self._changed:
            job = self._jobs[folder.name]
            if job.state is JobState.READING:  # without a last word
                self._worker = None
                state = JobState.WAITING if self._stopping else JobState.FAILED
                error = f"the process that read it ended early (exit code {worker.ended})"
                job = replace(job, state=state, error="" if self._stopping else error)
                self._jobs[job.id] = job
        if job.state is JobState.DONE:
            self._spool.drop(folder)

    def _dismiss(self) -> None:
        if self._worker is not None:
            self._worker.stop()
            self._worker = None


def _after(job: Job, told: Told) -> Job:
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
