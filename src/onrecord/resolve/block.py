"""Which chains are worth comparing: those of different reports whose names agree."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeAlias

from onrecord.lexicon import naming
from onrecord.model import EntityType
from onrecord.resolve.candidate import Candidate, plain
from onrecord.resolve.compare import agreement

__all__ = ["REACH", "Neighbours", "Spelling", "keys", "order", "pairs", "spelling"]

REACH = 3
"""How many before it, of each way to spell the name, a chain is compared with."""

Spelling: TypeAlias = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A chain's type, full names and acronyms: all that blocking goes by."""


def spelling(candidate: Candidate) -> Spelling:
    """How a chain is spelled."""
    return candidate.chain.type.value, candidate.full_names, candidate.acronyms


def order(candidate: Candidate) -> tuple[bool, str, str]:
    """What chains are sorted by: the day of their reports, those without one last."""
    return candidate.published is None, candidate.published or "", candidate.chain.id


def keys(candidate: Candidate) -> frozenset[str]:
    """The keys of a chain's full names, and of a body's acronyms.

    A person needs two words: a surname alone is no evidence across reports.
    """
    kind = candidate.chain.type
    person = kind is EntityType.PERSON
    full = [name for name in candidate.full_names if not person or " " in plain(name)]
    names = full if person else [*full, *candidate.acronyms]
    return frozenset(key for name in names for key in naming.keys(name, kind))


def pairs(candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """The pairs whose names agree, each once; the one reported earlier on the left.

    Names are compared where they share a key, each pair of spellings once. Of many chains with one
    spelling, each is compared with the `REACH` before it only, in the order of their reports: a
    name in n reports costs about n comparisons, and one report more changes no pairs but those
    about it (sorted neighbourhoods: Hernández and Stolfo 1995).
    """
    spelled, near = _Spelled(), Neighbours()
    for candidate in sorted(candidates, key=order):
        own = spelled.take(candidate)
        yield from near.meet(candidate, own, spelled.agreeing[own])


class Neighbours:
    """The `REACH` chains of each spelling that were met last, in their order.

    Spellings may be named by whatever stands for them.
    """

    def __init__(self) -> None:
        self._near: defaultdict[Hashable, deque[Candidate]] = defaultdict(_window)

    def meet(
        self, candidate: Candidate, own: Hashable, agreeing: Iterable[Hashable]
    ) -> list[tuple[Candidate, Candidate]]:
        """Add a chain under its own spelling; its pairs with the neighbours that agree."""
        near = [other for each in agreeing for other in self._near[each]]
        self._near[own].append(candidate)
        return [(other, candidate) for other in near if other.document != candidate.document]


def _window() -> deque[Candidate]:
    return deque(maxlen=REACH)


class _Spelled:
    """The spellings met so far, and which of them agree."""

    def __init__(self) -> None:
        self.agreeing: dict[Spelling, list[Spelling]] = {}
        self._held: defaultdict[str, list[tuple[Spelling, Candidate]]] = defaultdict(list)

    def take(self, candidate: Candidate) -> Spelling:
        """A candidate's spelling, compared with the others when it is first met."""
        own = spelling(candidate)
        if own in self.agreeing:
            return own
        shared = sorted(keys(candidate))
        met = {spelled: other for key in shared for spelled, other in self._held[key]}
        self.agreeing[own] = [own] if shared else []
        for spelled, other in met.items():
            if agreement(other, candidate):
                self.agreeing[own].append(spelled)
                self.agreeing[spelled].append(own)
        for key in shared:
            self._held[key].append((own, candidate))
        return own
