"""Candidates as the record keeps them: the company of a report once, not with every chain."""

from collections.abc import Iterable
from dataclasses import replace

from onrecord.resolve import Candidate, plain
from onrecord.store import Links
from onrecord.store.codec import dumps, loads

__all__ = ["company", "kept", "pack"]


def pack(candidate: Candidate) -> str:
    """A candidate as it is kept, without its company."""
    return dumps(replace(candidate, company=frozenset()))


def company(candidates: Iterable[Candidate]) -> str:
    """The company of the candidates of one report, as it is kept."""
    return dumps(frozenset().union(*(each.company for each in candidates)))


def kept(links: Links, chains: Iterable[str]) -> tuple[Candidate, ...]:
    """Those of `chains` that are linked, as candidates."""
    return tuple(_unpacked(*each) for each in links.bodies(chains).values())


def _unpacked(body: str, together: str) -> Candidate:
    candidate = loads(Candidate, body)
    own = plain(candidate.chain.name) if candidate.chain.named else ""
    return replace(candidate, company=loads(frozenset[str], together) - {own})
