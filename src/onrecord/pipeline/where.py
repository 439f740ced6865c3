"""Where the runs run."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.model import Document
from onrecord.pipeline.link import Change, take
from onrecord.pipeline.local import Attempt, Maker, attempts
from onrecord.store import Links

__all__ = ["HERE", "PAGE", "Local", "Where"]

PAGE = 5_000
"""How many reports this machine links in one transaction, and has in memory at a time."""


class Where(Protocol):
    """What does the work of a run that can be spread: reading, and linking chains.

    What comes back is the same everywhere, and in the same order.
    """

    @property
    def page(self) -> int | None:
        """How many reports are linked at once; None for all."""

    def attempts(self, make: Maker, documents: Iterable[Document]) -> Iterator[Attempt]:
        """An attempt on each document, in their order."""

    def take(self, links: Links, documents: Sequence[str], same_from: float) -> Change:
        """Link the chains of some documents, those one that are so from a probability."""


@dataclass(frozen=True, slots=True)
class Local:
    """This machine: as many processes as `workers` says read, this one links."""

    workers: int = 1
    page: int | None = PAGE

    def attempts(self, make: Maker, documents: Iterable[Document]) -> Iterator[Attempt]:
        """An attempt on each document, in their order."""
        return attempts(make, documents, self.workers)

    def take(self, links: Links, documents: Sequence[str], same_from: float) -> Change:
        """Link the chains of some documents, those one that are so from a probability."""
        return take(links, documents, same_from)


HERE = Local()
"""This process."""
