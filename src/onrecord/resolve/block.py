"""Which chains are worth comparing: those that share a full name."""

from collections.abc import Iterable, Mapping

from onrecord.lexicon.names import fold, person_name, without_title
from onrecord.model import Chain, EntityType, NameSort
from onrecord.resolve.candidate import Candidate

__all__ = ["blocks", "keys"]

_FULL = frozenset({NameSort.NAME, NameSort.VARIANT, NameSort.TRANSLATION, NameSort.FORMER})
_KNOWN_BY = _FULL | {NameSort.ACRONYM}


def keys(chain: Chain) -> frozenset[str]:
    """The full names of a chain, folded and without titles.

    A person needs two words: a surname alone is no evidence across reports. All others are known
    by their acronym too.
    """
    if not chain.named:
        return frozenset()
    if chain.type is EntityType.PERSON:
        names = (chain.name, *(name.text for name in chain.names if name.sort in _FULL))
        parts = (person_name(name).words for name in names)
        return frozenset(" ".join(words) for words in parts if len(words) > 1)
    names = (chain.name, *(name.text for name in chain.names if name.sort in _KNOWN_BY))
    return frozenset(filter(None, map(_plain, names)))


def blocks(candidates: Iterable[Candidate]) -> Mapping[str, tuple[Candidate, ...]]:
    """The candidates under each key that two or more share, both in the order given."""
    held: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        for key in sorted(keys(candidate.chain)):
            held.setdefault(key, []).append(candidate)
    return {key: tuple(sharing) for key, sharing in held.items() if len(sharing) > 1}


def _plain(name: str) -> str:
    return fold(without_title(name)).removeprefix("the ")
