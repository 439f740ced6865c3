"""What is known of a chain when it is compared with those of other reports."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.lexicon.names import Sex, fold, is_title, sex, without_title
from onrecord.model import (
    Chain,
    Document,
    EntityType,
    Factuality,
    Filler,
    MentionForm,
    Name,
    NameSort,
    Place,
    Predicate,
    Reading,
    Span,
    Statement,
    TimeInterval,
)

__all__ = ["ENTITY_TYPES", "Candidate", "candidates", "plain"]

ENTITY_TYPES = frozenset(
    {
        EntityType.PERSON,
        EntityType.GROUP,
        EntityType.ORGANISATION,
        EntityType.PLACE,
        EntityType.FACILITY,
        EntityType.VEHICLE,
    }
)
"""What can be an entity of the record."""

_COMPANY = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANISATION})
_MOST_COMPANY = 40
_FULL = frozenset(
    {
        NameSort.NAME,
        NameSort.VARIANT,
        NameSort.TRANSLATION,
        NameSort.BIRTH,
        NameSort.FORMER,
    }
)
_TIES = {
    Predicate.ROLE: "subject",
    Predicate.LEADER_OF: "subject",
    Predicate.MEMBER_OF: "subject",
    Predicate.FOUNDER_OF: "subject",
    Predicate.APPOINTED: "subject",
    Predicate.DISMISSED: "subject",
    Predicate.LEFT: "subject",
    Predicate.PART_OF: "subject",
    Predicate.SPLIT_FROM: "subject",
}
"""Relations that tie their subject to a body."""
_LIFE = {Predicate.BORN: "born", Predicate.DIED: "died"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chain, the date of its report and what the report says of it.

    `names` are all its names, as often as they stand in the text, in text order; `place` is where
    people have it, else what most mentions of a place resolve to; `heads` are where the head words
    of its mentions stand, "document:begin". `offices` are titles, `bodies` what it belongs to or
    who belongs to it, and `company` who else the report names, all folded; `born` and `died` are
    where the report gives them; `country` (ISO 3166 alpha-2) is where most places lie that the
    report names.
    """

    chain: Chain
    document: str
    published: str | None
    names: tuple[Name, ...] = ()
    place: Place | None = None
    heads: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    sex: Sex | None = None
    born: TimeInterval | None = None
    died: TimeInterval | None = None
    country: str | None = None

    @property
    def full_names(self) -> tuple[str, ...]:
        """Its names but for short ones, nicknames and acronyms, each once."""
        given = (name.text for name in self.names if name.sort in _FULL)
        return tuple(dict.fromkeys((self.chain.name, *given))) if self.chain.named else ()

    @property
    def acronyms(self) -> tuple[str, ...]:
        """Its acronyms, each once."""
        given = (name.text for name in self.names if name.sort is NameSort.ACRONYM)
        return tuple(dict.fromkeys(given))


def candidates(document: Document, reading: Reading) -> tuple[Candidate, ...]:
    """The chains of one report that can be entities; those without a name too."""
    told = _Told(document, reading)
    return tuple(told.of(chain) for chain in reading.chains if chain.type in ENTITY_TYPES)


def plain(name: str) -> str:
    """A name folded, without titles and article."""
    return fold(without_title(name)).removeprefix("the ")


class _Told:
    """A report, and what its statements say of its chains."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._document, self._reading = document, reading
        self._name = {chain.id: plain(chain.name) for chain in reading.chains if chain.named}
        self._company = _company(reading.chains)
        self._country = _country(reading)
        self._offices: defaultdict[str, set[str]] = defaultdict(set)
        self._bodies: defaultdict[str, set[str]] = defaultdict(set)
        self._life: dict[tuple[str, str], TimeInterval] = {}
        for statement in reading.statements:
            if statement.certainty.factuality is Factuality.CERTAIN:
                self._take(statement)

    def of(self, chain: Chain) -> Candidate:
        """What is told of one chain."""
        own = self._name.get(chain.id, "")
        names = _names(chain, self._reading, self._document.text)
        titles = (title for name in names for title in _titles(name.text))
        return Candidate(
            chain,
            self._document.id,
            self._document.published,
            names,
            _place(chain, self._reading),
            heads=self._heads(chain),
            offices=frozenset((*self._offices[chain.id], *titles)),
            bodies=frozenset(self._bodies[chain.id] - {own}),
            company=self._company - {own},
            sex=_sex(names) if chain.type is EntityType.PERSON else None,
            born=self._life.get((chain.id, "born")),
            died=self._life.get((chain.id, "died")),
            country=self._country,
        )

    def _heads(self, chain: Chain) -> frozenset[str]:
        begins = (self._reading.mentions[index].head.begin for index in chain.mentions)
        return frozenset(f"{self._document.id}:{begin}" for begin in begins)

    def _take(self, statement: Statement) -> None:
        roles = statement.roles
        for subject in _chains(roles.get("subject", ())):
            if statement.predicate in _TIES:
                for body in _chains(roles.get("object", ())):
                    self._tie(subject, body)
                self._offices[subject].update(fold(f.text) for f in roles.get("title", ()))
            kind = _LIFE.get(statement.predicate)
            if kind and statement.time and statement.time.interval:
                self._life.setdefault((subject, kind), statement.time.interval)

    def _tie(self, subject: str, body: str) -> None:
        for one, other in ((subject, body), (body, subject)):
            if other in self._name:
                self._bodies[one].add(self._name[other])


def _chains(fillers: Iterable[Filler]) -> Iterator[str]:
    return (filler.chain for filler in fillers if filler.chain is not None)


def _company(chains: Iterable[Chain]) -> frozenset[str]:
    """The names of the people and bodies that a report names, those named most often."""
    named = [chain for chain in chains if chain.named and chain.type in _COMPANY]
    named.sort(key=lambda chain: -len(chain.mentions))
    return frozenset(
        plain(chain.name)
        for chain in named[:_MOST_COMPANY]
        if chain.type is not EntityType.PERSON or " " in plain(chain.name)
    )


def _country(reading: Reading) -> str | None:
    given = Counter(each.place.country for each in reading.places if each.place)
    del given[None]
    most = given.most_common(1)
    return most[0][0] if most and 2 * most[0][1] > given.total() else None


def _titles(name: str) -> Iterator[str]:
    """The titles before a name, forms of address left out."""
    for word in name.split()[:-1]:
        if not is_title(word):
            return
        if sex(f"{word} -") is None:
            yield fold(word)


def _sex(names: Iterable[Name]) -> Sex | None:
    found = {sex(name.text) for name in names} - {None}
    return found.pop() if len(found) == 1 else None


def _names(chain: Chain, reading: Reading, text: str) -> tuple[Name, ...]:
    """The names that the chain gives, and wherever else its mentions repeat one of them."""
    found = {name.span: name for name in chain.names}
    longest_first = sorted(chain.names, key=lambda name: (-len(name.text), name.text))
    for index in chain.mentions:
        mention = reading.mentions[index]
        if mention.form is not MentionForm.NAME or any(map(mention.span.overlaps, found)):
            continue
        words = mention.span.of(text)
        for name in longest_first:
            if name.text in words:
                begin = mention.span.begin + words.index(name.text)
                span = Span(begin, begin + len(name.text))
                found[span] = Name(name.text, name.sort, span)
                break
    return tuple(found[span] for span in sorted(found))


def _place(chain: Chain, reading: Reading) -> Place | None:
    """Where most statements have it on which somebody decided, else most of its mentions."""
    spans = {reading.mentions[index].span for index in chain.mentions}
    decided = (each.place for each in reading.statements if each.decided)
    for told in (decided, reading.places):
        found = Counter(
            located.place
            for located in told
            if located and located.place and (located.chain == chain.id or located.span in spans)
        )
        if found:
            return found.most_common(1)[0][0]
    return None
