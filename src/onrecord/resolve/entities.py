"""From clusters to entities: names with their mentions, type and place by vote."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from onrecord.model import (
    Entity,
    EntityName,
    EntityType,
    Judgement,
    Name,
    NameGloss,
    NameSort,
    Place,
)
from onrecord.resolve.block import order
from onrecord.resolve.candidate import Candidate
from onrecord.resolve.cluster import cluster

__all__ = ["Tally", "Votes", "entities"]

T = TypeVar("T")

_Counted: TypeAlias = tuple[tuple[T, int, str], ...]


@dataclass(frozen=True, slots=True)
class Votes:
    """What an entity was chosen by and does not show itself.

    Every choice with its votes and the place in the order of the chain that first made it;
    `sorts` by the name that they are given to, `full` how many chains have a name as their own.
    """

    types: tuple[tuple[EntityType, int, str], ...] = ()
    places: tuple[tuple[Place, int, str], ...] = ()
    sorts: tuple[tuple[str, tuple[tuple[NameSort, int, str], ...]], ...] = ()
    full: tuple[tuple[str, int, str], ...] = ()


def entities(
    candidates: Sequence[Candidate], judgements: Iterable[Judgement]
) -> tuple[Entity, ...]:
    """The entities that `judgements` make of the candidates, those without any name left out."""
    known = {each.chain.id: each for each in sorted(candidates, key=order)}
    tallies = (Tally(map(known.__getitem__, group)) for group in cluster(tuple(known), judgements))
    return tuple(tally.entity() for tally in tallies if tally.named)


class Tally:
    """The chains of one entity, which may become more."""

    def __init__(self, members: Iterable[Candidate] = ()) -> None:
        self._chains: list[str] = []
        self._published: dict[str, str] = {}
        self._mentions: dict[str, list[str]] = {}
        self._glosses: dict[str, list[NameGloss]] = {}
        self._types = _Ballot[EntityType]()
        self._places = _Ballot[Place]()
        self._sorts: dict[str, _Ballot[NameSort]] = {}
        self._full = _Ballot[str]()
        self.add(members)

    @classmethod
    def of(cls, entity: Entity, votes: Votes, chains: Sequence[str]) -> "Tally":
        """What `entity` and `votes` came from; `chains` are the places of its chains in order."""
        tally = cls()
        tally._take_places(chains)
        tally._mentions = {name.text: list(name.mentions) for name in entity.names if name.count}
        tally._glosses = {name.text: list(name.glosses) for name in entity.names if name.glosses}
        tally._types, tally._places = _Ballot(votes.types), _Ballot(votes.places)
        tally._sorts = {text: _Ballot(given) for text, given in votes.sorts}
        tally._full = _Ballot(votes.full)
        return tally

    def add(self, members: Iterable[Candidate]) -> None:
        """Count chains that are not among its own yet."""
        named: set[str] = set()
        places = []
        for member in members:
            place, weight = order(member), len(member.chain.mentions)
            places.append(place)
            self._types.vote(member.chain.type, weight, place)
            if member.place:
                self._places.vote(member.place, weight, place)
            if member.chain.named:
                self._full.vote(member.chain.name, 1, place)
            for name in member.names:
                self._add_name(name, member.document, place)
                named.add(name.text)
        self._take_places(places)
        for text in named:
            self._mentions[text].sort(key=self._place)
            self._glosses.get(text, []).sort(key=lambda gloss: self._place(gloss.mention))

    @property
    def named(self) -> bool:
        """Whether any of its chains has a name."""
        return bool(self._full)

    @property
    def chains(self) -> tuple[str, ...]:
        """The places of its chains, in order."""
        return tuple(self._chains)

    def entity(self) -> Entity:
        """The entity that the chains make."""
        names = self._names()
        chains = tuple(place.partition("\t")[2] for place in self._chains)
        return Entity(
            id=chains[0],
            type=self._types.most(),
            name=names[0].text,
            names=names,
            chains=chains,
            place=self._places.most() if self._places else None,
        )

    def votes(self) -> Votes:
        """What a tally of the same chains can be taken up from, with its entity."""
        sorts = tuple((text, ballot.counted()) for text, ballot in self._sorts.items())
        types, places = self._types.counted(), self._places.counted()
        return Votes(types, places, sorts, self._full.counted())

    def _add_name(self, name: Name, document: str, place: str) -> None:
        where = f"{place}\t{name.span.begin:09}"
        self._sorts.setdefault(name.text, _Ballot()).vote(name.sort, 1, where)
        mention = f"{document}:{name.span.begin}-{name.span.end}"
        self._mentions.setdefault(name.text, []).append(mention)
        if name.gloss is not None:
            at = f"{document}:{name.gloss.span.begin}-{name.gloss.span.end}"
            gloss = NameGloss(name.gloss.text, at, mention)
            self._glosses.setdefault(name.text, []).append(gloss)

    def _take_places(self, places: Iterable[str]) -> None:
        for each in places:
            published, _, chain = each.partition("\t")
            self._published[chain.rpartition(":")[0]] = published
            self._chains.append(each)
        self._chains.sort()

    def _place(self, mention: str) -> tuple[str, str, int]:
        document, _, span = mention.rpartition(":")
        return self._published[document], document, int(span.partition("-")[0])

    def _names(self) -> tuple[EntityName, ...]:
        """All names, the one that most reports use in full first, then the most frequent."""
        names = [
            EntityName(
                text,
                self._sorts[text].most(),
                len(given),
                tuple(given),
                tuple(self._glosses.get(text, ())),
            )
            for text, given in self._mentions.items()
        ]
        full = self._full.votes
        unquoted = (text for text in full if text not in self._mentions)
        names += [EntityName(text, NameSort.NAME, 0, ()) for text in unquoted]
        return tuple(
            sorted(names, key=lambda name: (-full.get(name.text, 0), -name.count, name.text))
        )


class _Ballot(Generic[T]):
    """Votes on choices, and where in the order each was first made."""

    def __init__(self, counted: _Counted[T] = ()) -> None:
        self.votes: dict[T, int] = {choice: votes for choice, votes, _ in counted}
        self._first: dict[T, str] = {choice: first for choice, _, first in counted}

    def __bool__(self) -> bool:
        return bool(self.votes)

    def vote(self, choice: T, weight: int, place: str) -> None:
        """Count `weight` votes of the chain at `place`."""
        self.votes[choice] = self.votes.get(choice, 0) + weight
        self._first[choice] = min(place, self._first.get(choice, place))

    def most(self) -> T:
        """The choice with the most votes, of equals the one that came first."""
        return min(self.votes, key=self._rank)

    def counted(self) -> _Counted[T]:
        """Every choice with its votes and its first place."""
        return tuple((each, votes, self._first[each]) for each, votes in self.votes.items())

    def _rank(self, choice: T) -> tuple[int, str, str]:
        return -self.votes[choice], self._first[choice], str(choice)
