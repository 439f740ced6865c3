"""All chains of a record at once, where nothing is linked yet and others do the judging."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.model import Judgement
from onrecord.pipeline.link.chains import Change, found, spelled, spots
from onrecord.resolve import Candidate, joined_from, keys
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
    numbers = _numbers(links, fresh, linked.agreeing)
    links.put(spots(fresh, numbers))
    added = joined_from(linked.judgements, same_from)
    links.joins.put(added)
    return Change(fresh, (), added, ())


def _numbers(
    links: Links, chains: Mapping[str, Candidate], agreeing: Iterable[tuple[str, str]]
) -> dict[str, int]:
    """Keep the spellings of chains, unless they have no key; the number of each chain's."""
    bodies = {chain: spelled(each) for chain, each in chains.items() if each.chain.named}
    having = {body: chains[chain] for chain, body in bodies.items()}
    keyed = {body: shared for body, each in having.items() if (shared := keys(each))}
    numbers = links.add_spellings(keyed)
    agree = {(number, number) for number in numbers.values()}
    for one, other in agreeing:
        left, right = numbers[bodies[one]], numbers[bodies[other]]
        agree |= {(left, right), (right, left)}
    links.agree(agree)
    return {chain: numbers[body] for chain, body in bodies.items() if body in numbers}
