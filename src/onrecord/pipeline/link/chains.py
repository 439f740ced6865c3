"""The chains of reports that are new or were read again, and the judgements that change by them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from onrecord.model import Chain, Judgement, Name, NameSort, Span
from onrecord.pipeline.link.pack import company, kept, pack
from onrecord.resolve import (
    REACH,
    Candidate,
    Neighbours,
    agreeing,
    candidates,
    joined_from,
    judged,
    keys,
    order,
)
from onrecord.store import Links, Spot
from onrecord.store.codec import dumps, loads

__all__ = ["Change", "found", "spelled", "spots", "take"]

_Row: TypeAlias = tuple[str, str, int]
"""The place, document and spelling of a chain."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of chains and of the program's judgements on them.

    A chain of a report that was read again is `gone`, and `fresh` if it is still there.
    """

    fresh: Mapping[str, Candidate]
    gone: Collection[str]
    added: Sequence[Judgement]
    dropped: Sequence[Judgement]


def take(links: Links, documents: Sequence[str], same_from: float) -> Change:
    """Link the chains of some documents, in place of those of earlier readings.

    Pairs that came near each other are judged, with `same_from` as the probability from which they
    are one; the judgements on those that no longer are near are dropped.
    """
    gone = links.spots(documents)
    links.drop(gone)
    fresh = found(links, documents)
    here = spots(fresh, _numbers(links, fresh.values()))
    links.put(here)
    before, after = _near(links, _rows(gone.values()), _rows(here))
    old = {pair for pair in before if pair not in after or not gone.keys().isdisjoint(pair)}
    new = [pair for pair in after if pair not in before or not fresh.keys().isdisjoint(pair)]
    dropped = _judgements(links, old)
    links.joins.drop(dropped)
    added = joined_from(_judge(links, fresh, sorted(new)), same_from)
    links.joins.put(added)
    return Change(fresh, gone.keys(), added, dropped)


def found(links: Links, documents: Sequence[str]) -> dict[str, Candidate]:
    """The chains of some documents, whose company is kept in place of before."""
    every = {each.id: candidates(each, reading) for each, reading in links.readings(documents)}
    links.put_company({document: company(chains) for document, chains in every.items()})
    return {each.chain.id: each for chains in every.values() for each in chains}


def spots(chains: Mapping[str, Candidate], numbers: Mapping[str, int]) -> list[Spot]:
    """Chains as they are kept, with the numbers of their spellings."""
    return [
        Spot(chain, each.document, order(each), numbers.get(chain), pack(each))
        for chain, each in chains.items()
    ]


def _judgements(links: Links, pairs: set[tuple[str, str]]) -> list[Judgement]:
    about = links.joins.judgements({left for left, _ in pairs})
    return [each for each in about if (each.left, each.right) in pairs]


def _judge(
    links: Links, fresh: Mapping[str, Candidate], pairs: Sequence[tuple[str, str]]
) -> list[Judgement]:
    further = {chain for pair in pairs for chain in pair if chain not in fresh}
    known = {**fresh, **{each.chain.id: each for each in kept(links, further)}}
    found = (judged(known[left], known[right]) for left, right in pairs)
    return [each for each in found if each is not None]


# Spellings.


def _numbers(links: Links, chains: Iterable[Candidate]) -> dict[str, int]:
    """The number of each chain's spelling; none for a chain that cannot be compared."""
    bodies = {each.chain.id: spelled(each) for each in chains if each.chain.named}
    numbers = links.spellings(set(bodies.values()))
    numbers |= _add_spellings(links, {*bodies.values()} - numbers.keys())
    return {chain: numbers[body] for chain, body in bodies.items() if body in numbers}


def _add_spellings(links: Links, bodies: Iterable[str]) -> dict[str, int]:
    """Keep new spellings, unless they have no key, with those that agree with them."""
    keyed = {body: shared for body in sorted(bodies) if (shared := keys(_bare_of(body)))}
    numbers = links.add_spellings(keyed)
    having = links.having({key for shared in keyed.values() for key in shared})
    body_of = links.spelling_bodies({number for each in having.values() for number in each})
    agree: set[tuple[int, int]] = set()
    for body, shared in keyed.items():
        own, number = _bare_of(body), numbers[body]
        for other in {each for key in shared for each in having[key]}:
            if other == number or agreeing(_bare_of(body_of[other]), own):
                agree |= {(number, other), (other, number)}
    links.agree(agree)
    return numbers


def spelled(candidate: Candidate) -> str:
    """A candidate's spelling as it is kept: one that is spelled alike, with nothing else known."""
    nowhere = Span(0, 1)
    chain = Chain("", candidate.chain.type, candidate.chain.name, True, ())
    full = (Name(text, NameSort.NAME, nowhere) for text in candidate.full_names[1:])
    short = (Name(text, NameSort.ACRONYM, nowhere) for text in candidate.acronyms)
    return dumps(Candidate(chain, "", None, (*full, *short)))


@lru_cache(maxsize=50_000)
def _bare_of(body: str) -> Candidate:
    return loads(Candidate, body)


# Which chains are near each other.


def _rows(spots: Iterable[Spot]) -> set[_Row]:
    return {(x.place, x.document, x.spelling) for x in spots if x.spelling is not None}


def _near(
    links: Links, gone: set[_Row], fresh: set[_Row]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """The pairs near each other before and after, wherever a change could make a difference."""
    spans: dict[int, tuple[str, str]] = {}
    agree = links.agreeing({spelling for _, _, spelling in gone | fresh})
    for place, _, spelling in gone | fresh:
        for other in agree[spelling]:
            begin, end = spans.get(other, (place, place))
            spans[other] = min(begin, place), max(end, place)
    # Two spellings neither of which changed are left out: nothing changes between them.
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for spelling, others in agree.items():
        for other in others:
            beside[spelling].add(other)
            beside[other].add(spelling)
    after = {
        (place, document, spelling)
        for spelling, (begin, end) in spans.items()
        for place, document in links.stretch(spelling, begin, end, REACH)
    }
    return _pairs((after - fresh) | gone, beside), _pairs(after, beside)


def _pairs(rows: set[_Row], beside: Mapping[int, Iterable[int]]) -> set[tuple[str, str]]:
    near = Neighbours[_Row]()
    return {
        (_chain(other), _chain(row))
        for row in sorted(rows)
        for other in near.meet(row, row[0], row[2], beside[row[2]])
        if other[1] != row[1]
    }


def _chain(row: _Row) -> str:
    return row[0].partition("\t")[2]
