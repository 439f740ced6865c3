"""Which chains are worth comparing: those of different reports whose names agree."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from onrecord.lexicon import naming
from onrecord.model import EntityType
from onrecord.resolve.candidate import Candidate, plain
from onrecord.resolve.compare import agreement

__all__ = ["REACH", "keys", "pairs"]

REACH = 3
"""How many before it, of each way to spell the name, a chain is compared with."""

_Spelling = tuple[str, tuple[str, ...], tuple[str, ...]]


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
    spelled = _Spelled()
    near: defaultdict[_Spelling, deque[Candidate]] = defaultdict(lambda: deque(maxlen=REACH))
    for candidate in sorted(candidates, key=_order):
        own = spelled.take(candidate)
        for spelling in spelled.agreeing[own]:
            for other in near[spelling]:
                if other.document != candidate.document:
                    yield other, candidate
        near[own].append(candidate)


class _Spelled:
    """The spellings met so far, and which of them agree."""

    def __init__(self) -> None:
        self.agreeing: dict[_Spelling, list[_Spelling]] = {}
        self._held: defaultdict[str, list[tuple[_Spelling, Candidate]]] = defaultdict(list)

    def take(self, candidate: Candidate) -> _Spelling:
        """A candidate's spelling, compared with the others when it is first met."""
        own = (candidate.chain.type.value, candidate.full_names, candidate.acronyms)
        if own in self.agreeing:
            return own
        shared = sorted(keys(candidate))
        met = {spelling: other for key in shared for spelling, other in self._held[key]}
        self.agreeing[own] = [own] if shared else []
        for spelling, other in met.items():
            if agreement(other, candidate):
                self.agreeing[own].append(spelling)
                self.agreeing[spelling].append(own)
        for key in shared:
            self._held[key].append((own, candidate))
        return own


def _order(candidate: Candidate) -> tuple[bool, str, str]:
    return candidate.published is None, candidate.published or "", candidate.chain.id
