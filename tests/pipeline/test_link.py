"""Linking what is new gives what linking everything anew would give."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pipeline.plain_rdd import Cut
from tests.samples import report

from onrecord.export import export_lines
from onrecord.model import (
    Chain,
    Document,
    Entity,
    EntityType,
    Event,
    Filler,
    Judgement,
    Located,
    Mention,
    MentionForm,
    Name,
    NameSort,
    Opinion,
    Original,
    Place,
    Precision,
    Predicate,
    PredicateFamily,
    Reading,
    Span,
    Statement,
    TimeExpression,
    TimeInterval,
    TimexType,
)
from onrecord.model.anchor import account_anchor, account_at, event_id, is_account, statement_of
from onrecord.pipeline import HERE, Local, Where, reconcile
from onrecord.resolve import (
    Account,
    Act,
    Candidate,
    about,
    candidates,
    entities,
    events,
    joined_from,
    judge,
    standing_of,
    threshold,
    undone,
)
from onrecord.store import Links, Store, open_store

LEAGUE, LEAGUE_RDL = "River Defence League", "River Defence League (RDL)"
NAMES = {
    "Amaru Quispe": EntityType.PERSON,
    "Sheikh Amaru Quispe": EntityType.PERSON,
    "Ingrid Oyelaran": EntityType.PERSON,
    "the ferryman": EntityType.PERSON,
    "Port Alwen": EntityType.PLACE,
    "RDL": EntityType.GROUP,
    LEAGUE: EntityType.GROUP,
    LEAGUE_RDL: EntityType.GROUP,
}
FEW = (
    ["Port Alwen"],
    ["Amaru Quispe"],
    ["Amaru Quispe", "Ingrid Oyelaran"],
    ["Amaru Quispe", "Port Alwen"],
    ["RDL"],
    [LEAGUE],
    [LEAGUE_RDL],
)
SITES = (
    None,
    *(
        Place("Port Alwen", lat, 3.25, Precision.NEAR, 4.0, "ZZ", number)
        for number, lat in enumerate((12.5, 12.51, 40.0))
    ),
)


class Told(NamedTuple):
    """What a report tells: the days are those of May and April."""

    published: int | None
    names: list[str]
    site: Place | None
    attacked: int | None


def some_told(rng: Random) -> Told:
    """Often the same few names, so that windows are full; places that cannot be one."""
    names = rng.choice(FEW) if rng.random() < 0.8 else rng.sample([*NAMES], rng.randint(1, 4))
    day, attacked = rng.choice([None, 1, 2, 3, 4, 5]), rng.choice([None, None, 1, 2, 3])
    return Told(day, names, rng.choice(SITES), attacked)


def document_of(number: int, day: int | None) -> tuple[Document, Original]:
    published = None if day is None else f"1921-05-{day:02}"
    return report("\n".join((f"Report {number}.", *NAMES)), published=published)


def reading_of(document: Document, told: Told) -> Reading:
    mentions, chains, places = [], [], []
    for number, words in enumerate(told.names):
        begin = document.text.index("\n" + words) + 1
        name = words.removesuffix(" (RDL)")
        span = Span(begin, begin + len(name))
        named = name != "the ferryman"
        form = MentionForm.NAME if named else MentionForm.DESCRIPTION
        names = [Name(name, NameSort.NAME, span)] if named else []
        if name != words:
            names.append(Name("RDL", NameSort.ACRONYM, Span(span.end + 2, span.end + 5)))
        mentions.append(Mention(span, span, NAMES[words], form))
        key = f"{document.id}:{begin}"
        chains.append(Chain(key, NAMES[words], name, named, (number,), tuple(names)))
        if NAMES[words] is EntityType.PLACE and told.site:
            places.append(Located(name, span, key, told.site))
    attack = attack_on(document, chains[-1], mentions[-1].span, told.attacked)
    return Reading(
        document.id,
        mentions=tuple(mentions),
        chains=tuple(chains),
        places=tuple(places),
        statements=attack,
    )


def attack_on(
    document: Document, target: Chain, span: Span, day: int | None
) -> tuple[Statement, ...]:
    if day is None:
        return ()
    when = date(1921, 4, day)
    within = TimeInterval(when, when if day < 3 else None)
    statement = Statement(
        id=f"{document.id}:{span.begin}-{span.end}",
        document=document.id,
        span=span,
        quote=span.of(document.text),
        predicate=Predicate.ASSAULT,
        roles={"target": (Filler(target.name, span, target.id),)},
        holders=(),
        time=TimeExpression(span, "x", TimexType.DATE, "x", None, None, within),
    )
    return (statement,)


class Record:
    """A record to which things happen, and what it was made from."""

    def __init__(self, store: Store, where: Where, rng: Random) -> None:
        self.store = store
        self._where, self._rng = where, rng
        self._documents: list[tuple[Document, Original]] = []
        self._readings: dict[str, Reading] = {}
        self._clock = 0

    def grow(self) -> None:
        """Much happens, in some records nothing but reports that come in."""
        rng = self._rng
        others = (4, 10, 8, 3, 6) if rng.random() < 0.5 else (0, 1, 1, 1, 1)
        acts = (self.read, self.link, self.again, self.judge, self.tell, self.answer, self.undo)
        for act in rng.choices(acts, (50, 20, *others), k=rng.randint(15, 45)):
            act()
        self.link()

    def read(self) -> None:
        told = some_told(self._rng)
        document, original = document_of(len(self._documents), told.published)
        self._documents.append((document, original))
        self.store.add_document(document, original)
        self._put(reading_of(document, told))

    def again(self) -> None:
        if self._documents:
            document, _ = self._rng.choice(self._documents)
            self._put(reading_of(document, some_told(self._rng)))

    def judge(self) -> None:
        chains = sorted(chain.id for chain in self.store.chains())
        if len(chains) > 1:
            opinion = self._rng.choice([*Opinion])
            left, right = self._rng.sample(chains, 2)
            self.store.add_judgements([self._act().says(left, right, opinion)])

    def tell(self) -> None:
        """Somebody says of two statements whether they tell of one event."""
        sides = [account_anchor(each) for each in told(self.store)]
        if len(sides) > 1:
            left, right = self._rng.sample(sides, 2)
            opinion = self._rng.choice([*Opinion])
            self.store.add_judgements([self._act().says(left, right, opinion)])

    def answer(self) -> None:
        """As many answers as move the threshold, if the program said so much."""
        program = [each for each in self.store.judgements() if each.at is None]
        asked = self._rng.sample(program, min(12, len(program)))
        opinion, act = self._rng.choice([Opinion.SAME, Opinion.DIFFERENT]), self._act()
        self.store.add_judgements([act.says(x.left, x.right, opinion) for x in asked])

    def undo(self) -> None:
        people = [each for each in self.store.judgements() if each.at is not None]
        if people:
            said = self._rng.choice(people)
            self.store.add_decision(undone(Act(said.by, str(said.at)), "Ito", self._act().at))

    def link(self) -> None:
        reconcile(self.store, self._where)

    def anew(self, store: Store) -> Store:
        """The same, put on record the other way round and linked once."""
        for document, original in reversed(self._documents):
            store.add_document(document, original)
            store.put_reading(self._readings[document.id])
        store.add_judgements(x for x in self.store.judgements() if x.at is not None)
        for decision in self.store.decisions():
            store.add_decision(decision)
        reconcile(store)
        return store

    def _put(self, reading: Reading) -> None:
        self.store.put_reading(reading)
        self._readings[reading.document] = reading

    def _act(self) -> Act:
        self._clock += 1
        return Act("Noor", f"1921-06-01T00:{self._clock // 60:02}:{self._clock % 60:02}Z")


def of_all(store: Store) -> tuple[set[Judgement], list[Entity], list[Event]]:
    """What the stages make of all chains and statements at once."""
    readings = [(each, store.reading(each.id)) for each in store.documents()]
    every = [x for document, reading in readings if reading for x in candidates(document, reading)]
    given = (each for each in store.judgements() if each.at is not None)
    by_document = {document.id: reading for document, reading in readings}
    people = standing_of(given, store.decisions(), every, meant(store, by_document))
    judged = {side for each in people for side in (each.left, each.right)}
    linkable = [each for each in every if each.chain.named or each.chain.id in judged]
    program = judge(linkable)
    program = joined_from(program, threshold(program, people))
    found = sorted(entities(linkable, (*program, *people)), key=lambda each: each.id)
    entity_of = {chain: entity.id for entity in found for chain in entity.chains}
    answers = [
        replace(each, left=str(statement_of(each.left)), right=str(statement_of(each.right)))
        for each in people
        if statement_of(each.left)
    ]
    known = accounts(store, every, entity_of)
    happened = events(told(store), entity_of, known, answers=answers)
    return set(program), found, sorted(happened, key=lambda each: each.id)


def meant(store: Store, readings: Mapping[str, Reading | None]) -> dict[str, str]:
    """The events' ids of the statements that sides of judgements mean now."""
    people = (each for each in store.judgements() if each.at is not None)
    sides = {side for each in people for side in (each.left, each.right) if is_account(side)}
    found = {}
    for side in sides:
        reading = readings[side.partition(":")[0]]
        now = account_at(reading.statements, side) if reading else None
        found[side] = event_id(now.id if now else side.rpartition(" ")[2])
    return found


def told(store: Store) -> tuple[Statement, ...]:
    return tuple(store.statements(family=PredicateFamily.EVENT))


def accounts(
    store: Store, every: Iterable[Candidate], entity_of: Mapping[str, str]
) -> dict[str, Account]:
    """What is known of each report."""
    found = {}
    for document in store.documents():
        names = (each.company for each in every if each.document == document.id)
        own = (each for each in told(store) if each.document == document.id)
        day = None if document.published is None else date.fromisoformat(document.published)
        found[document.id] = Account(day, frozenset().union(*names), about(own, entity_of))
    return found


def linked(store: Store) -> tuple[set[Judgement], list[Entity], list[Event]]:
    program = {each for each in store.judgements() if each.at is None}
    return program, list(store.entities()), list(store.events())


@pytest.mark.parametrize("where", [Local(page=3), HERE, Cut(page=None)], ids=["few", "many", "cut"])
@settings(max_examples=25)
@given(seed=st.integers(0, 10**9))
def test_the_way_to_a_record_is_no_matter(where: Where, seed: int) -> None:
    with open_store(":memory:") as store, open_store(":memory:") as other:
        record = Record(store, where, Random(seed))
        record.grow()
        assert linked(store) == of_all(store)
        assert list(export_lines(store)) == list(export_lines(record.anew(other)))


@settings(max_examples=20)
@given(seed=st.integers(0, 10**9), few=st.integers(1, 2))
def test_so_it_is_where_statements_crowd(seed: int, few: int) -> None:
    """With so small a reach, every report pushes others out of it."""
    with pytest.MonkeyPatch.context() as patch, open_store(":memory:") as store:
        patch.setattr("onrecord.resolve.happened.groups.NEAR", few)
        patch.setattr("onrecord.pipeline.link.happenings.NEAR", few)
        Record(store, Local(page=3), Random(seed)).grow()
        assert linked(store) == of_all(store)


def test_an_imported_record_is_linked_anew() -> None:
    with open_store(":memory:") as store:
        Record(store, HERE, Random(7)).grow()
        before = linked(store)
        store.put_resolution((), (), ())
        assert linked(store) == (set(), [], [])
        reconcile(store)
        assert linked(store) == before


def put(store: Store, number: int, told: Told) -> str:
    """Put a report on record and link it; its first chain."""
    document, original = document_of(number, told.published)
    store.add_document(document, original)
    store.put_reading(reading_of(document, told))
    reconcile(store)
    return next(store.chains(document.id)).id


def test_what_comes_between_two_reports_may_part_them() -> None:
    """Another place of the name is in the news between them, too often for them to be compared."""
    (_, here, _, there) = SITES
    with open_store(":memory:") as store:
        first = put(store, 1, Told(1, ["Port Alwen"], here, None))
        last = put(store, 2, Told(5, ["Port Alwen"], here, None))
        assert store.entity(first) == store.entity(last)
        for number in (3, 4, 5):
            put(store, number, Told(number - 1, ["Port Alwen"], there, None))
        assert store.entity(first) != store.entity(last)
        assert linked(store) == of_all(store)


def test_a_report_changes_no_entity_that_it_does_not_touch(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(":memory:") as store:
        for number in range(9):
            put(store, number, Told(number % 5 + 1, ["Amaru Quispe", "RDL"], None, 1))
        seen: list[str] = []
        read_back = Links.bodies

        def watched(links: Links, chains: Iterable[str]) -> dict[str, tuple[str, str]]:
            seen.extend(given := [*chains])
            return read_back(links, given)

        monkeypatch.setattr(Links, "bodies", watched)
        put(store, 9, Told(5, ["Ingrid Oyelaran"], None, None))
        assert seen == []
        put(store, 10, Told(5, ["RDL"], None, None))
        assert 0 < len(seen) <= 6
