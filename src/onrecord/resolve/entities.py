"""From clusters to entities: names with their mentions, type and place by vote."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from onrecord.model import Entity, EntityName, Judgement, NameGloss, NameSort
from onrecord.resolve.candidate import Candidate
from onrecord.resolve.cluster import cluster

__all__ = ["entities"]

T = TypeVar("T")


def entities(
    candidates: Sequence[Candidate], judgements: Iterable[Judgement]
) -> tuple[Entity, ...]:
    """The entities that `judgements` make of the candidates, those without any name left out."""
    ordered = sorted(candidates, key=_order)
    known = {candidate.chain.id: candidate for candidate in ordered}
    groups = cluster(tuple(known), judgements)
    clusters = ([known[chain] for chain in group] for group in groups)
    return tuple(
        _entity(members)
        for members in clusters
        if any(candidate.chain.named for candidate in members)
    )


def _order(candidate: Candidate) -> tuple[bool, str, str]:
    return candidate.published is None, candidate.published or "", candidate.chain.id


def _entity(members: Sequence[Candidate]) -> Entity:
    names = _names(members)
    types = _votes((each.chain.type, len(each.chain.mentions)) for each in members)
    places = _votes((each.place, len(each.chain.mentions)) for each in members if each.place)
    return Entity(
        id=members[0].chain.id,
        type=_most(types),
        name=names[0].text,
        names=names,
        chains=tuple(member.chain.id for member in members),
        place=_most(places) if places else None,
    )


def _names(members: Sequence[Candidate]) -> tuple[EntityName, ...]:
    """All names, the one that most reports use in full first, then the most frequent."""
    mentions: dict[str, list[str]] = {}
    sorts: dict[str, list[NameSort]] = {}
    glosses: dict[str, list[NameGloss]] = {}
    for member in members:
        for name in member.names:
            sorts.setdefault(name.text, []).append(name.sort)
            reference = f"{member.document}:{name.span.begin}-{name.span.end}"
            mentions.setdefault(name.text, []).append(reference)
            if name.gloss is not None:
                at = f"{member.document}:{name.gloss.span.begin}-{name.gloss.span.end}"
                told = NameGloss(name.gloss.text, at, reference)
                glosses.setdefault(name.text, []).append(told)
    full = _votes((member.chain.name, 1) for member in members if member.chain.named)
    names = (
        EntityName(
            text,
            _most(Counter(sorts[text])),
            len(given),
            tuple(given),
            tuple(glosses.get(text, ())),
        )
        for text, given in mentions.items()
    )
    unquoted = (EntityName(text, NameSort.NAME, 0, ()) for text in full if text not in mentions)
    return tuple(
        sorted((*names, *unquoted), key=lambda name: (-full[name.text], -name.count, name.text))
    )


def _votes(given: Iterable[tuple[T, int]]) -> Counter[T]:
    votes: Counter[T] = Counter()
    for choice, weight in given:
        votes[choice] += weight
    return votes


def _most(votes: Mapping[T, int]) -> T:
    """The choice with the most votes, of equals the one that came first."""
    return max(votes, key=votes.__getitem__)
