"""Where the runs run."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from onrecord.model import Document, Judgement
from onrecord.pipeline.local import Attempt, Maker, attempts
from onrecord.resolve import Candidate, judge

__all__ = ["HERE", "Local", "Where"]


class Where(Protocol):
    """What does the work of a run that can be spread: reading, and judging who is who.

    What comes back is the same everywhere, and in the same order.
    """

    def attempts(self, make: Maker, documents: Iterable[Document]) -> Iterator[Attempt]:
        """An attempt on each document, in their order."""

    def judge(self, candidates: Iterable[Candidate]) -> tuple[Judgement, ...]:
        """The program's judgements on chains of different reports, by their two sides."""


@dataclass(frozen=True, slots=True)
class Local:
    """This machine: as many processes as `workers` says read, this one judges."""

    workers: int = 1

    def attempts(self, make: Maker, documents: Iterable[Document]) -> Iterator[Attempt]:
        """An attempt on each document, in their order."""
        return attempts(make, documents, self.workers)

    def judge(self, candidates: Iterable[Candidate]) -> tuple[Judgement, ...]:
        """The program's judgements on chains of different reports, by their two sides."""
        return judge(candidates)


HERE = Local()
"""This process."""
