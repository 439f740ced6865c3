"""Linking what is new gives what linking everything anew would give."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pipeline.plain_rdd import Cut
from tests.samples import report

from onrecord.export import export_lines
from onrecord.model import (
    Chain,
    Document,
    EntityType,
    Filler,
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
    Reading,
    Span,
    Statement,
    TimeExpression,
    TimeInterval,
    TimexType,
)
from onrecord.pipeline import Local, Where, reconcile
from onrecord.resolve import Act, undone
from onrecord.store import Store, open_store

NAMES = (
    ("Amaru Quispe", EntityType.PERSON, True),
    ("Sheikh Amaru Quispe", EntityType.PERSON, True),
    ("Ingrid Oyelaran", EntityType.PERSON, True),
    ("Port Alwen", EntityType.PLACE, True),
    ("River Defence League", EntityType.GROUP, True),
    ("RDL", EntityType.GROUP, True),
    ("the ferryman", EntityType.PERSON, False),
)
SITES = tuple(
    Place("Port Alwen", lat, 3.25, Precision.NEAR, 4.0, "ZZ", number)
    for number, lat in enumerate((12.5, 12.51, 40.0))
)

reports = st.tuples(
    st.one_of(st.none(), st.integers(1, 5)),  # day of publication
    st.lists(st.integers(0, len(NAMES) - 1), min_size=1, max_size=4, unique=True),
    st.integers(0, len(SITES) - 1),
    st.one_of(st.none(), st.integers(1, 3)),  # day of an attack
)
acts = st.one_of(
    st.tuples(st.just("read"), reports),
    st.tuples(st.just("read"), reports),
    st.tuples(st.just("read"), reports),
    st.tuples(st.just("again"), st.integers(0, 30), reports),
    st.tuples(
        st.just("judge"), st.integers(0, 99), st.integers(0, 99), st.sampled_from([*Opinion])
    ),
    st.tuples(st.just("answer"), st.sampled_from([Opinion.SAME, Opinion.DIFFERENT])),
    st.tuples(st.just("undo"), st.integers(0, 9)),
    st.tuples(st.just("link")),
)


def document_of(number: int, day: int | None) -> tuple[Document, Original]:
    published = None if day is None else f"1921-05-{day:02}"
    text = "\n".join((f"Report {number}.", *(name for name, _, _ in NAMES)))
    return report(text, published=published)


def reading_of(document: Document, told: Any) -> Reading:
    """A reading in which the names are mentioned, one is somewhere, and the last is attacked."""
    _, names, site, day = told
    mentions, chains = [], []
    for number, index in enumerate(names):
        name, kind, named = NAMES[index]
        begin = document.text.index("\n" + name) + 1
        span = Span(begin, begin + len(name))
        form = MentionForm.NAME if named else MentionForm.DESCRIPTION
        mentions.append(Mention(span, span, kind, form))
        given = (Name(name, NameSort.NAME, span),) if named else ()
        chains.append(Chain(f"{document.id}:{begin}", kind, name, named, (number,), given))
    sites = tuple(
        Located(chain.name, mention.span, chain.id, SITES[site])
        for chain, mention in zip(chains, mentions, strict=True)
        if chain.type is EntityType.PLACE
    )
    statements = () if day is None else (_attack(document, chains[-1], mentions[-1].span, day),)
    return Reading(
        document.id,
        mentions=tuple(mentions),
        chains=tuple(chains),
        places=sites,
        statements=statements,
    )


def _attack(document: Document, target: Chain, span: Span, day: int) -> Statement:
    when = date(1921, 4, day)
    time = TimeExpression(
        span, "x", TimexType.DATE, "x", None, None, TimeInterval(when, when if day < 3 else None)
    )
    return Statement(
        id=f"{document.id}:{span.begin}-{span.end}",
        document=document.id,
        span=span,
        quote=span.of(document.text),
        predicate=Predicate.ASSAULT,
        roles={"target": (Filler(target.name, span, target.id),)},
        holders=(),
        time=time,
    )


class Record:
    """A record as it grows, and what it was made from."""

    def __init__(self, store: Store, where: Where) -> None:
        self.store, self.where = store, where
        self.documents: list[tuple[Document, Original]] = []
        self.readings: dict[str, Reading] = {}
        self.clock = 0

    def do(self, act: Any) -> None:
        """One of `acts`."""
        getattr(self, act[0])(*act[1:])

    def read(self, told: Any) -> None:
        document, original = document_of(len(self.documents), told[0])
        self.documents.append((document, original))
        self.store.add_document(document, original)
        self._put(reading_of(document, told))

    def again(self, which: int, told: Any) -> None:
        if self.documents:
            document, _ = self.documents[which % len(self.documents)]
            self._put(reading_of(document, told))

    def judge(self, left: int, right: int, opinion: Opinion) -> None:
        chains = sorted(chain.id for chain in self.store.chains())
        if len(chains) > 1:
            one = chains[left % len(chains)]
            other = next(x for x in (chains[right % len(chains)], *chains) if x != one)
            self.store.add_judgements([self._act().says(one, other, opinion)])

    def answer(self, opinion: Opinion) -> None:
        """As many answers as move the threshold, if there are so many to give."""
        program = [each for each in self.store.judgements() if each.at is None][:12]
        act = self._act()
        self.store.add_judgements([act.says(x.left, x.right, opinion) for x in program])

    def undo(self, which: int) -> None:
        people = [each for each in self.store.judgements() if each.at is not None]
        if people:
            each = people[which % len(people)]
            taken_back = undone(Act(each.by, each.at or ""), "Ito", self._act().at)
            self.store.add_decision(taken_back)

    def link(self) -> None:
        reconcile(self.store, self.where)

    def anew(self, store: Store) -> Store:
        """The same, put on record the other way round and linked once."""
        for document, original in reversed(self.documents):
            store.add_document(document, original)
            store.put_reading(self.readings[document.id])
        store.add_judgements(x for x in self.store.judgements() if x.at is not None)
        for decision in self.store.decisions():
            store.add_decision(decision)
        reconcile(store)
        return store

    def _put(self, reading: Reading) -> None:
        self.store.put_reading(reading)
        self.readings[reading.document] = reading

    def _act(self) -> Act:
        self.clock += 1
        return Act("Noor", f"1921-06-01T00:{self.clock // 60:02}:{self.clock % 60:02}Z")


@pytest.mark.parametrize(
    "where", [Local(page=3), Local(), Cut(page=None)], ids=["few", "many", "cut"]
)
@settings(max_examples=40)
@given(done=st.lists(acts, min_size=5, max_size=30))
def test_the_way_to_a_record_is_no_matter(where: Where, done: list[Any]) -> None:
    with open_store(":memory:") as store, open_store(":memory:") as other:
        record = Record(store, where)
        for act in done:
            record.do(act)
        record.link()
        assert list(export_lines(store)) == list(export_lines(record.anew(other)))
