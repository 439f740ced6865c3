"""Which chains are worth comparing: those of different reports whose names agree."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeAlias, TypeVar

from onrecord.lexicon import naming
from onrecord.model import EntityType
from onrecord.resolve.candidate import Candidate, plain
from onrecord.resolve.compare import agreement

__all__ = ["REACH", "Neighbours", "Spelling", "agreeing", "keys", "order", "pairs", "spelling"]

T = TypeVar("T")

REACH = 3
"""How far a chain is compared, each way, among those of each way to spell the name."""

Spelling: TypeAlias = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A chain's type, full names and acronyms: all that blocking goes by."""


def spelling(candidate: Candidate) -> Spelling:
    """How a chain is spelled."""
    return candidate.chain.type.value, candidate.full_names, candidate.acronyms


def order(candidate: Candidate) -> str:
    """What chains are sorted by: the day of their reports, those without one last, then their id.

    The id is what follows the tab.
    """
    return f"{candidate.published or '~'}\t{candidate.chain.id}"


def keys(candidate: Candidate) -> frozenset[str]:
    """The keys of a chain's full names, and of a body's acronyms; none where it is not named.

    A person needs two words: a surname alone is no evidence across reports.
    """
    kind = candidate.chain.type
    person = kind is EntityType.PERSON
    if not candidate.chain.named:
        return frozenset()
    full = [name for name in candidate.full_names if not person or " " in plain(name)]
    names = full if person else [*full, *candidate.acronyms]
    return frozenset(key for name in names for key in naming.keys(name, kind))


def agreeing(left: Candidate, right: Candidate) -> bool:
    """Whether their spellings agree, whichever stands on the left."""
    one, other = sorted((left, right), key=spelling)
    return agreement(one, other) is not None


def pairs(candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """The pairs whose names agree, each once; the one reported earlier on the left.

    Names are compared where they share a key, each pair of spellings once. Of many chains with one
    spelling, those are compared that lie near each other in the order of their reports: a name in
    n reports costs about n comparisons, and one report more changes no pairs but those about it
    (sorted neighbourhoods: Hernández and Stolfo 1995).
    """
    spelled, near = _Spelled(), Neighbours[Candidate]()
    for candidate in sorted(candidates, key=order):
        own = spelled.take(candidate)
        for other in near.meet(candidate, order(candidate), own, spelled.agreeing[own]):
            if other.document != candidate.document:
                yield other, candidate


class Neighbours(Generic[T]):
    """The `REACH` chains of each spelling that were met last, in their order.

    Two chains are near each other where fewer than `REACH` of either's spelling lie between them.
    Chains and spellings may be given by whatever stands for them.
    """

    def __init__(self) -> None:
        self._met: defaultdict[Hashable, deque[tuple[str, T]]] = defaultdict(_window)

    def meet(self, chain: T, place: str, own: Hashable, agreeing: Iterable[Hashable]) -> list[T]:
        """Add a chain, with its place in the order, under its own spelling.

        Gives those before it, of the spellings that agree, to which it is near.
        """
        before = self._met[own]
        begin = before[0][0] if len(before) == REACH else ""
        near = [other for each in agreeing for at, other in self._met[each] if at >= begin]
        before.append((place, chain))
        return near


def _window() -> deque[tuple[str, T]]:
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
            if agreeing(other, candidate):
                self.agreeing[own].append(spelled)
                self.agreeing[spelled].append(own)
        for key in shared:
            self._held[key].append((own, candidate))
        return own
