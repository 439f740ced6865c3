"""Reports that are read by a process beside the server."""

import os
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from tests.samples import FERRY, HARBOUR, read_simply

from onrecord import intake, pipeline
from onrecord.errors import InputError, NotFound, StoreError
from onrecord.pipeline import Progress, Reader, Spool, Summary
from onrecord.serve.jobs import Job, Jobs, JobState
from onrecord.store import open_store

FILES = [(f"{name}.txt", x[0].text) for name, x in {"ferry": FERRY, "harbour": HARBOUR}.items()]


def _simple() -> Reader:
    return read_simply


def work(record: Path, folder: Path, progress: Progress) -> Summary:
    """What `pipeline.ingest` does, with the simple reader."""
    with open_store(record) as store:
        return pipeline.read(intake.read([folder]), store, _simple, progress=progress)


def slowly(folder: Path, progress: Progress) -> Summary:
    time.sleep(60)
    return Summary(0, 0, 0, 0)


def breaking(folder: Path, progress: Progress) -> Summary:
    os._exit(7)


def failing(folder: Path, progress: Progress) -> Summary:
    raise StoreError("a.db: in use")


def _put(jobs: Jobs, *files: tuple[str, str]) -> Job:
    return jobs.add([(name, BytesIO(text.encode())) for name, text in files])


def _until(what: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def _ended(jobs: Jobs, job: Job) -> Job:
    _until(lambda: jobs.job(job.id).state in (JobState.DONE, JobState.FAILED))
    return jobs.job(job.id)


def test_jobs_are_read_one_after_another(tmp_path: Path) -> None:
    spool, record = Spool(tmp_path / "spool"), tmp_path / "a.db"
    with Jobs(spool, partial(work, record)) as jobs:
        first = _put(jobs, *FILES)
        second = _put(jobs, FILES[0], ("empty.html", "<p></p>"))
        assert (first.state, first.files) == (JobState.WAITING, ("ferry.txt", "harbour.txt"))
        done = _ended(jobs, first)
        assert (done.done, done.total, done.summary) == (2, 2, Summary(2, 0, 0, 0))
        again = _ended(jobs, second)
        assert again.summary == Summary(0, 1, 0, 1)
        (line,) = again.trouble
        assert line.startswith("failed: ") and "empty.html" in line
        assert [each.id for each in jobs.all()] == [second.id, first.id]
        _until(lambda: spool.waiting() == ())
        with pytest.raises(InputError):
            _put(jobs, ("a.jpg", "x"))
        with pytest.raises(NotFound, match="no job"):
            jobs.job("9")
    with open_store(record) as store:
        assert store.counts().readings == 2


def test_what_is_not_read_when_the_server_stops_is_read_by_the_next(tmp_path: Path) -> None:
    spool, record = Spool(tmp_path / "spool"), tmp_path / "a.db"
    with Jobs(spool, slowly) as jobs:
        job, other = _put(jobs, FILES[0]), _put(jobs, FILES[1])
        _until(lambda: jobs.job(job.id).state is JobState.READING)
    assert {jobs.job(each.id).state for each in (job, other)} == {JobState.WAITING}
    assert len(spool.waiting()) == 2
    with Jobs(spool, partial(work, record)) as later:
        assert _ended(later, job).summary == Summary(1, 0, 0, 0)
        assert _ended(later, other).summary == Summary(1, 0, 0, 0)


@pytest.mark.parametrize(
    ("broken", "said"), [(failing, "a.db: in use"), (breaking, "ended early (exit code 7)")]
)
def test_a_job_that_fails_says_why_and_is_kept(
    tmp_path: Path, broken: Callable[[Path, Progress], Summary], said: str
) -> None:
    spool = Spool(tmp_path / "spool")
    with Jobs(spool, broken) as jobs:
        job = _ended(jobs, _put(jobs, FILES[0]))
        assert job.state is JobState.FAILED
        assert said in job.error
    assert len(spool.waiting()) == 1
