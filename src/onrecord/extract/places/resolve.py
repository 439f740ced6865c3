"""Place names of one report to places on the map, all together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.places.choice import Context, NameInReport, Tie, Weighing
from onrecord.extract.places.clue import Clue, Kind, clue_at, contains, kind_of
from onrecord.extract.places.decide import UNLISTED, choice
from onrecord.extract.places.home import home_of
from onrecord.extract.places.mapped import on_map
from onrecord.extract.places.peers import peers
from onrecord.extract.places.sited import sited
from onrecord.extract.places.siting import Told, sitings
from onrecord.lexicon.demonym import demonym
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.lexicon.placekey import place_keys
from onrecord.model import Document, Located, SitingSort, Span

__all__ = ["Names", "candidates_of", "is_people", "names_in", "resolve", "weighing_of"]

_BEFORE = re.compile(
    r"^(?:the\s+)?(?:(?:greater|downtown|metro|metropolitan|central|mainland|upper|lower|rural|"
    r"(?:north|south)?-?(?:north|south|east|west)(?:ern)?)[\s-]+|"
    r"(?:city|town|village|province|state|governorate|county|district|region|republic) of\s+)"
    r"(?=\w)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:city|town|village|area|region|province|governorate|district|state|airport|airfield|"
    r"international airport|suburbs|metropolitan area|township)$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    r"(?:the )?(?:(?:north|south)?-?(?:north|south|east|west)(?:ern)?|central)", re.IGNORECASE
)
_PEOPLE = re.compile(r"\b[A-Z][\w'’-]+(?:\s[A-Z][a-z]+)?")
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}")


@dataclass(frozen=True, slots=True)
class Names:
    """The different names of a report, for each span the number of its name, what the text says of
    where they lie, and the pairs of names that stand in one list."""

    names: tuple[NameInReport, ...]
    owner: tuple[int, ...]
    told: tuple[Told, ...]
    peers: tuple[tuple[int, int], ...]


def resolve(document: Document, spans: Sequence[Span], gazetteer: Gazetteer) -> tuple[Located, ...]:
    """What each of `spans`, names of places in text order, means; its place is None where none is
    known for it.

    One name has one meaning in a report, unless the words say otherwise ("X, Y" and "X, Z"). A
    name that the gazetteer lacks is never given the place of what it lies in.
    """
    found = names_in(document.text, spans, gazetteer)
    weighing = weighing_of(document, found, gazetteer)
    belief = weighing.settle()
    choices = {
        found.names.index(name): choice(weighing, belief, number)
        for number, name in enumerate(weighing.names)
    }
    chosen = [choices.get(at, UNLISTED) for at in found.owner]
    located = [
        Located(
            span.of(document.text),
            span,
            place=on_map(made.place, found.names[at].surface) if made.place else None,
            confidence=made.confidence,
            reason=made.reason,
        )
        for span, at, made in zip(spans, found.owner, chosen, strict=True)
    ]
    return sited(document.text, located, [made.place for made in chosen], found.told)


def weighing_of(document: Document, found: Names, gazetteer: Gazetteer) -> Weighing:
    """The candidates of all names of a report side by side."""
    ties = [
        Tie(found.owner[left], found.owner[right], said)
        for told in found.told
        for left, right, said in _pairs(told)
        if found.owner[left] != found.owner[right]
    ]
    return Weighing(found.names, _context_of(document, gazetteer), ties, found.peers)


def _pairs(told: Told) -> Iterator[tuple[int, int, Told]]:
    """Which names the words tie: what is sited to what it lies off, two lands at their border."""
    if told.sort is SitingSort.BETWEEN:
        return
    if told.subject is not None:
        yield from ((told.subject, other, told) for other in told.references)
    if told.sort is SitingSort.BORDER and len(told.references) > 1:
        left, right = told.references
        yield left, right, replace(told, references=(right,))


def _context_of(document: Document, gazetteer: Gazetteer) -> Context:
    """The publisher's home, and the peoples that the report names."""
    home, country = home_of(document.publisher, document.url, gazetteer)
    peoples: Counter[str] = Counter()
    for found in _PEOPLE.finditer(document.text):
        words = found[0].split()
        code = demonym(found[0]) or demonym(words[0])
        if code:
            peoples[code] += 1
    return Context(home, country, peoples)


def names_in(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> Names:
    """The different names at `spans`, which are in text order."""
    clues = [clue_at(text, span, gazetteer) for span in spans]
    surfaces = [" ".join(span.of(text).split()) for span in spans]
    keys = [_sense(surface, clue) for surface, clue in zip(surfaces, clues, strict=True)]
    told = {key[0]: key for key in reversed(keys) if key[1]}
    keys = [key if key[1] else told.get(key[0], key) for key in keys]
    order = list(dict.fromkeys(keys))
    names = []
    for key in order:
        members = [i for i, other in enumerate(keys) if other == key]
        surface = surfaces[members[0]]
        grouped = tuple(clues[i] for i in members)
        names.append(NameInReport(surface, grouped, candidates_of(surface, grouped, gazetteer)))
    owner = tuple(order.index(key) for key in keys)
    said = tuple(
        each
        for each in sitings(text, spans)
        if each.span not in spans or not gazetteer.look_up(each.span.of(text))
    )
    inside = [_lies_in_next(names[at], clue) for at, clue in zip(owner, clues, strict=True)]
    pairs = ((owner[left], owner[right]) for left, right in peers(text, spans, inside))
    listed = tuple(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))
    return Names(tuple(names), owner, said, listed)


def _lies_in_next(name: NameInReport, clue: Clue) -> bool:
    """Whether the words say that what the name may mean lies in what is named after it."""
    return clue.firm and any(
        contains(region, place) for region in clue.containers for place in name.candidates
    )


def _sense(surface: str, clue: Clue) -> tuple[str, tuple[str, ...]]:
    """What tells meanings apart: the name, and the region that it is firmly said to lie in."""
    regions = tuple(sorted({c.name for c in clue.containers})) if clue.firm else ()
    return place_keys(surface)[0] if place_keys(surface) else surface, regions


def candidates_of(
    surface: str, clues: Sequence[Clue], gazetteer: Gazetteer
) -> tuple[Candidate, ...]:
    """All places that the name may mean, also as a part of the longer name that the words give.

    Words for peoples and bare directions ("the North") mean none.
    """
    bare = re.sub(r"['’]s?$", "", surface)
    if _DIRECTION.fullmatch(bare) or is_people(bare, gazetteer):
        return ()
    written = bare.upper() if _INITIALS.fullmatch(bare) else surface
    found = gazetteer.look_up(written) or gazetteer.look_up(bare)
    longer = [c for clue in clues if clue.whole for c in gazetteer.look_up(clue.whole)]
    found = tuple(dict.fromkeys([*found, *longer]))
    if not found:
        stripped = _BEFORE.sub("", _AFTER.sub("", bare))
        found = gazetteer.look_up(stripped) if stripped != bare else ()
    return found


def is_people(name: str, gazetteer: Gazetteer) -> bool:
    """Whether the name calls a people, and no country as well ("US")."""
    return demonym(name) is not None and not any(
        kind_of(place) == Kind.COUNTRY for place in gazetteer.look_up(name)
    )
