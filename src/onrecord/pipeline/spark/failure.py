"""What Spark's errors mean to a user."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.errors import SparkError

__all__ = ["failing", "in_one_line", "killed"]

_OF_PYTHON = re.compile(r"^Traceback \(most recent call last\):\n(?:[ \t].*\n)+(\S.*)$", re.M)
_OF_JAVA = re.compile(r"\b[\w.]*(?:Error|Exception): (\S.*)$", re.M)
_KILLED = ("Python worker exited unexpectedly", "ExecutorLostFailure")


@contextmanager
def failing() -> Iterator[None]:
    """Raise SparkError, in one line, for whatever Spark raises."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (Py4JError, PySparkException) as error:
        raise SparkError(f"the Spark cluster failed: {in_one_line(str(error))}") from error


def killed(error: SparkError) -> bool:
    """Whether the work ended the process that did it, or its machine was lost."""
    return any(words in str(error.__cause__) for words in _KILLED)


def in_one_line(said: str) -> str:
    """What a worker's traceback, a trace of Java or another message comes down to."""
    found = _OF_PYTHON.search(said.replace("Traceback", "\nTraceback")) or _OF_JAVA.search(said)
    lines = (found[1] if found else said).split("\n", 1)
    return lines[0].strip()
