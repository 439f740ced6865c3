"""What a statement tells of an event, as far as it can be compared with another's."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from onrecord.lexicon.names import fold, without_title
from onrecord.lexicon.numbers import magnitude, number
from onrecord.model import (
    Filler,
    Magnitude,
    Place,
    Predicate,
    Statement,
    Status,
    TimeInterval,
    TimexType,
)
from onrecord.resolve.happened.deed import Deed, deed, lemma

__all__ = ["SINGLE_DAYS", "Account", "Manner", "Party", "Telling", "about", "interval", "tellings"]

SINGLE_DAYS = 31
"""A longer time tells of more than one event, or not when it was."""
_SUFFER = ("recipient", "target")
_WORD = re.compile(r"[^\W_]+")
_TAIL = re.compile(r",|;|\(|\b(?:of|in|at|from|on|near|who|whom|which|that|with|by|for)\b")
_EMPTY = frozenset(
    "a an the this that these those it its he she him her his hers they them their we us our you "
    "your i me my who whom which what some any all more most many much other others another such "
    "least about around over up to at no not fewer less than and or people person man woman "
    "several dozen hundred thousand ten score lot number couple handful pair total majority "
    "himself herself itself themselves myself yourself who year old".split()
)
_WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
_ABOUT = 4
_LONG = 7
"""Words of a quotation that two reports do not have in common by chance."""
_COUNTED = frozenset({"killed", "abducted"})
_ONCE = frozenset(
    {
        (Predicate.ACCUSE, "allege"),
        (Predicate.ASSAULT, "abduct"),
        (Predicate.ASSAULT, "targeted"),
        (Predicate.COERCE, "arrest"),
        (Predicate.COERCE, "deport"),
        (Predicate.RETREAT, "release"),
        (Predicate.RETREAT, "resign"),
        (Predicate.SANCTION, "convict"),
        (Predicate.SANCTION, "expel"),
    }
)
_AHEAD = frozenset({Status.PLANNED, Status.PROMISED, Status.THREATENED, Status.HYPOTHETICAL})


class Manner(StrEnum):
    """Whether something is told as done (or not done), or as what may come."""

    DONE = "done"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of a report: its day, the names that stand in it, and the entities that its
    events are about."""

    published: date | None = None
    company: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what fills a role: the entities, all telling words, and the head words.

    `several` is true where it is told as more than one, as by "civilians".
    """

    entities: frozenset[str]
    words: frozenset[str]
    heads: frozenset[str]
    several: bool

    def __bool__(self) -> bool:
        return bool(self.entities or self.words)


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement of an event, ready to be compared.

    `many` is true of what sums up several events, `once` of what befalls nobody twice, or seldom.
    `time` is None where none is told, or a day cannot be told from it; `weekday` (0 is Monday)
    stands in for a time that was not resolved. `dead` are the entities, one by one, that are told
    to have been killed. `counts` has its magnitudes, else the `number` that stands before who or
    what suffered. `means` is what it was done with; `bare` is true of "the attack" without whom it
    struck, where or when; `wording` is its whole quotation, folded, None where it is short; `of` is
    the event that a toll is of.
    """

    id: str
    document: str
    account: Account
    kind: Predicate
    mode: str | None
    manner: Manner
    many: bool
    once: bool
    deed: frozenset[str]
    sorts: frozenset[str]
    time: TimeInterval | None
    weekday: int | None
    place: Place | None
    place_entity: str | None
    actor: Party
    sufferer: Party
    dead: frozenset[str]
    counts: Mapping[str, Magnitude]
    means: Party
    bare: bool
    wording: str | None
    of: str | None = None


def tellings(
    statements: Iterable[Statement], entity_of: Mapping[str, str], account: Account
) -> list[Telling]:
    """What the statements of one report tell; a toll tells of what took it, with its own counts.

    `entity_of` maps a chain to its entity.
    """
    told = {each.id: (each, _telling(each, entity_of, account)) for each in statements}
    return [
        own if event is None else _toll(own, told[event][1])
        for each, own in told.values()
        for event in [next((x for x in each.about if x in told), None)]
    ]


def _toll(own: Telling, event: Telling) -> Telling:
    """A toll has the event's marks, and those of its own that the event is silent on."""
    return replace(
        event,
        id=own.id,
        of=event.id,
        deed=event.deed | own.deed,
        sorts=event.sorts | own.sorts,
        time=own.time or event.time,
        weekday=own.weekday if event.weekday is None else event.weekday,
        place=event.place or own.place,
        place_entity=event.place_entity or own.place_entity,
        actor=event.actor or own.actor,
        sufferer=event.sufferer or own.sufferer,
        means=event.means or own.means,
        counts=own.counts,
        wording=own.wording,
    )


def _telling(statement: Statement, entity_of: Mapping[str, str], account: Account) -> Telling:
    done, when = deed(statement), interval(statement)
    sufferers = [each for role in _SUFFER for each in statement.roles.get(role, ())]
    time, place = statement.time, statement.place
    sufferer, numbers = _party(sufferers, entity_of), _numbers(sufferers)
    killed = "killed" in done.sorts and len(numbers) != 1
    return Telling(
        id=statement.id,
        document=statement.document,
        account=account,
        kind=statement.predicate,
        mode=statement.mode,
        manner=Manner.DONE if _AHEAD.isdisjoint(statement.certainty.status) else Manner.AHEAD,
        many=_sums_up(statement, done.many, when, sufferer),
        once=_befalls_once(statement, done, sufferer),
        deed=done.stems,
        sorts=done.sorts,
        time=when,
        weekday=_weekday(time.text) if time is not None and when is None else None,
        place=place.there if place else None,
        place_entity=entity_of.get(place.chain or "") if place else None,
        actor=_party(statement.roles.get("actor", ()), entity_of),
        sufferer=sufferer,
        dead=sufferer.entities if killed else frozenset(),
        counts=_counts(statement, numbers),
        means=_party(statement.roles.get("instrument", ()), entity_of),
        bare=done.definite and not (sufferer or time or place),
        wording=_wording(statement.quote),
    )


def _wording(quote: str) -> str | None:
    words = fold(quote).split()
    return " ".join(words) if len(words) >= _LONG else None


def interval(statement: Statement) -> TimeInterval | None:
    """When it was; what holds as of its telling may have begun at any time before."""
    time = statement.time
    return None if time is None or time.value == "PRESENT_REF" else time.interval


def _befalls_once(statement: Statement, done: Deed, sufferer: Party) -> bool:
    """Whether it tells what befalls nobody twice, of somebody, not of some of a kind."""
    if sufferer.several and not sufferer.entities:
        return False
    once = (statement.predicate, statement.mode) in _ONCE
    return once or not done.sorts.isdisjoint(_COUNTED)


def _sums_up(statement: Statement, many: bool, when: TimeInterval | None, sufferer: Party) -> bool:
    """Whether it tells of several events: attacks on no one day, or the toll of a long time."""
    time = statement.time
    if time is not None and time.type in (TimexType.SET, TimexType.DURATION):
        return True
    if when is None:
        return many
    if when.earliest is None or when.latest is None:
        return many or not sufferer.entities
    days = (when.latest - when.earliest).days
    return (days > 1 and many) or (days > SINGLE_DAYS and not sufferer.entities)


def _weekday(text: str) -> int | None:
    low = text.casefold()
    return next((day for day, name in enumerate(_WEEKDAYS) if name in low), None)


def _party(fillers: Iterable[Filler], entity_of: Mapping[str, str]) -> Party:
    entities: set[str] = set()
    every: set[str] = set()
    heads: set[str] = set()
    several = False
    for filler in fillers:
        if filler.chain is not None and filler.chain in entity_of:
            entities.add(entity_of[filler.chain])
        text = without_title(filler.text)
        words = _telling_words(text)
        every.update(words)
        head = _telling_words(_TAIL.split(text, maxsplit=1)[0])[-1:] or words[-1:]
        heads.update(head)
        several = several or any(word not in text.casefold().split() for word in head)
    return Party(frozenset(entities), frozenset(every), frozenset(heads), several)


def _telling_words(text: str) -> list[str]:
    words = (word if word[0].isupper() else lemma(word) for word in _WORD.findall(text))
    low = (word.casefold() for word in words)
    return [word for word in low if len(word) > 1 and word not in _EMPTY and number(word) is None]


def _numbers(sufferers: Iterable[Filler]) -> list[Magnitude]:
    return [found for each in sufferers if (found := magnitude(each.text)) is not None]


def _counts(statement: Statement, numbers: Sequence[Magnitude]) -> Mapping[str, Magnitude]:
    """Its magnitudes; the number of those who suffer where that is none of them."""
    counts = statement.magnitudes or {}
    return {"number": numbers[0]} if len(numbers) == 1 and not counts else counts


def about(statements: Iterable[Statement], entity_of: Mapping[str, str]) -> frozenset[str]:
    """The entities that the event statements of one report are about: the first that come."""
    found: dict[str, None] = {}
    for each in statements:
        chains = [filler.chain for given in each.roles.values() for filler in given]
        chains.append(each.place.chain if each.place else None)
        known = (entity_of.get(chain) for chain in chains if chain is not None)
        found.update((entity, None) for entity in known if entity is not None)
    return frozenset([*found][:_ABOUT])
