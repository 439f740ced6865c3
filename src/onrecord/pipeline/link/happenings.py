"""The events that change with some documents, and with what their statements speak of."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import date

from onrecord.model import Judgement, Opinion, Statement
from onrecord.model.anchor import event_id, statement_of
from onrecord.resolve import (
    JOINED,
    NEAR,
    Account,
    Telling,
    about,
    chance,
    events,
    near,
    telling_keys,
    tellings,
)
from onrecord.store import Links, Place, Sharer
from onrecord.store.codec import loads

__all__ = ["retell"]


def retell(
    links: Links, documents: Sequence[str], moved: Iterable[str], judged: Collection[str]
) -> None:
    """Derive anew the events of some documents, those of reports that speak of chains that `moved`
    to another entity, those about whose statements people's word changed (`judged`), and all that
    any of these could be one with, before or now."""
    told = links.happenings
    gone = told.linked_in(documents)
    stirred = {*documents, *told.reports(told.about(moved))}
    touched = told.told_in(stirred)
    changed = told.keys(gone | touched)
    book = _Book(links)
    fresh = book.tellings(touched)
    keys = {each.id: telling_keys(each) for each in fresh}
    told.set_keys({**dict.fromkeys(gone, ()), **keys})
    changed |= {(key, each.document) for each in fresh for key in keys[each.id]}
    before = told.together({*gone, *touched, *judged})
    pairs = book.joined({*touched, *book.beside(changed, touched), *before, *judged})
    every, answers = book.statements(), book.answers()
    found = events(every, book.entity_of, book.accounts, pairs, answers)
    told.replace({*gone, *judged}, every, found)


class _Book:
    """Statements of events as they are needed, what they tell, and who shares keys with them."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._sharing: dict[str, list[Sharer]] = {}
        self._tellings: dict[str, Telling] = {}
        self._reached: set[str] = set()
        self.accounts: dict[str, Account] = {}
        self.entity_of: dict[str, str] = {}

    def tellings(self, statements: Collection[str]) -> list[Telling]:
        """What statements tell, with what is known of their reports."""
        new = [each for each in statements if each not in self._tellings]
        self._open(self._links.happenings.reports(new) - self.accounts.keys())
        return [self._tellings[each] for each in statements if each in self._tellings]

    def add_keys(self, keys: Iterable[str]) -> None:
        """Look up who shares some keys."""
        new = {*keys} - self._sharing.keys()
        self._sharing |= {**{key: [] for key in new}, **self._links.happenings.sharing(new)}

    def beside(self, changed: Collection[tuple[str, str]], touched: Set[str]) -> frozenset[str]:
        """Who shares a key with a statement of a document that has it now, or had it, and stands as
        near to it as two may be to be compared: they may be compared with others now."""
        places = self._links.happenings.places({document for _, document in changed})
        self.add_keys({key for key, _ in changed})
        shared = {
            key
            for key in {key for key, _ in changed}
            if any(each.statement not in touched for each in self._sharing[key])
        }
        return frozenset(
            each.statement
            for key, document in changed
            if key in shared
            for each in _around(self._sharing[key], places[document])
        )

    def joined(self, seeds: Collection[str]) -> list[tuple[str, str]]:
        """The pairs that are likely one event, of all that these, or people, join to `seeds`."""
        pairs: dict[tuple[str, str], None] = {}
        frontier: Set[str] = {*seeds}
        while frontier:
            self._reached |= frontier
            found = dict.fromkeys(self._likely(frontier))
            pairs |= found
            said = {(x.left, x.right) for x in self._said(frontier) if x.opinion is Opinion.SAME}
            frontier = {each for pair in {*found, *said} for each in pair} - self._reached
        return [*pairs]

    def statements(self) -> tuple[Statement, ...]:
        """All statements that were reached, in the record's order."""
        return self._links.happenings.statements(self._reached)

    def answers(self) -> tuple[Judgement, ...]:
        """What people answered of statements that were reached, by these."""
        return self._said(self._reached)

    def _said(self, statements: Collection[str]) -> tuple[Judgement, ...]:
        answers = self._links.joins.answers(map(event_id, statements))
        return tuple(_of_statements(each) for each in answers)

    def _likely(self, frontier: Collection[str]) -> Iterator[tuple[str, str]]:
        keys = {key for each in self.tellings(frontier) for key in telling_keys(each)}
        self.add_keys(keys)
        listed = [[each.statement for each in self._sharing[key]] for key in sorted(keys)]
        compared = dict.fromkeys(pair for each in listed for pair in near(each, frontier))
        self.tellings({each for pair in compared for each in pair})
        for pair in compared:
            if chance(*(self._tellings[each] for each in pair)) >= JOINED:
                yield pair

    def _open(self, documents: Collection[str]) -> None:
        told = self._links.happenings
        by_document: dict[str, list[Statement]] = {each: [] for each in documents}
        for each in told.statements(told.told_in(documents)):
            by_document[each.document].append(each)
        every = [each for found in by_document.values() for each in found]
        self.entity_of |= _entities(self._links, every)
        companies, places = self._links.companies(documents), told.places(documents)
        for document, found in by_document.items():
            account = Account(
                published=_day(places[document][1]),
                company=loads(frozenset[str], companies.get(document, "[]")),
                about=about(found, self.entity_of),
            )
            self.accounts[document] = account
            told_here = tellings(found, self.entity_of, account)
            self._tellings |= {each.id: each for each in told_here}


def _of_statements(answer: Judgement) -> Judgement:
    left, right = (statement_of(side) or side for side in (answer.left, answer.right))
    return replace(answer, left=left, right=right)


def _around(sharing: Sequence[Sharer], place: Place) -> Sequence[Sharer]:
    begin = bisect_left(sharing, place, key=lambda each: each.place)
    end = bisect_right(sharing, place, key=lambda each: each.place)
    return sharing[max(0, begin - NEAR) : end + NEAR]


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _entities(links: Links, statements: Iterable[Statement]) -> dict[str, str]:
    chains = {x.chain for each in statements for given in each.roles.values() for x in given}
    chains |= {each.place.chain for each in statements if each.place is not None}
    return links.joins.entity_of({chain for chain in chains if chain is not None})
