"""All chains of a record at once, where nothing is linked yet and others do the judging."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.model import Judgement
from onrecord.pipeline.link.chains import Change, found, spelled, spots
from onrecord.resolve import Candidate, joined_from, keys
from onrecord.resolve.block import Spelling, spelling
from onrecord.store import Links

__all__ = ["Linked", "Linker", "take_whole"]


@dataclass(frozen=True, slots=True)
class Linked:
    """Which spellings agree, each told by the id of a chain that has it; and the judgements."""

    agreeing: Sequence[tuple[str, str]]
    judgements: Sequence[Judgement]


Linker: TypeAlias = Callable[[Sequence[Candidate]], Linked]


def take_whole(links: Links, documents: Sequence[str], same_from: float, linker: Linker) -> Change:
    """Link the chains of all documents, where none is linked.

    What is kept is what linking them a few at a time would keep.
    """
    fresh = found(links, documents)
    linked = linker(tuple(fresh.values()))
    numbers = _numbers(links, fresh.values())
    _agree(links, fresh, numbers, linked.agreeing)
    links.put(spots(fresh, {chain: numbers.get(spelling(each)) for chain, each in fresh.items()}))
    added = joined_from(linked.judgements, same_from)
    links.joins.put(added)
    return Change(fresh, (), added, ())


def _numbers(links: Links, chains: Iterable[Candidate]) -> dict[Spelling, int]:
    """The number of each spelling that has a key."""
    first: dict[Spelling, Candidate] = {}
    for each in chains:
        first.setdefault(spelling(each), each)
    keyed = ((name, each, keys(each)) for name, each in first.items())
    return {name: links.add_spelling(spelled(each), own) for name, each, own in keyed if own}


def _agree(
    links: Links,
    chains: Mapping[str, Candidate],
    numbers: Mapping[Spelling, int],
    agreeing: Iterable[tuple[str, str]],
) -> None:
    others: defaultdict[int, list[int]] = defaultdict(list)
    for pair in agreeing:
        one, other = (numbers[spelling(chains[chain])] for chain in pair)
        others[one].append(other)
    for number in numbers.values():
        links.agree(number, [number, *others[number]])
