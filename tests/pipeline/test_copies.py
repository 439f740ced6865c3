"""Copies found as reports come in are those that are found in all of them at once."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.samples import report

from onrecord.model import Document, Original, Reading
from onrecord.pipeline import HERE, Local, Where, reconcile
from onrecord.resolve import copies
from onrecord.store import Store, open_store

WORDS = [f"{sound}{number}" for sound in ("ka", "lo") for number in range(60)]


def some_reports(rng: Random) -> list[tuple[Document, Original]]:
    """Mostly pieces of a few texts, so that many have much in common, and a notice in most."""
    sources = [rng.choices(WORDS, k=rng.randint(30, 90)) for _ in range(3)]
    notice = rng.choices(WORDS, k=25)
    made = {}
    for number in range(rng.randint(2, 30)):
        words = list(rng.choice(sources))
        begin = rng.randint(0, 10)
        words = words[begin : begin + rng.randint(15, 80)]
        if rng.random() < 0.5:
            words[rng.randrange(len(words))] = f"new{number}"
        if rng.random() < 0.7:
            words += notice
        day = rng.choice([None, 1, 2, 3, 4])
        published = None if day is None else f"1921-05-{day:02}"
        made[number] = report(" ".join(words), published=published, title=f"Report {number}")
    return list(made.values())


def put(store: Store, given: tuple[Document, Original]) -> None:
    document, original = given
    store.add_document(document, original)
    store.put_reading(Reading(document.id))


@pytest.mark.parametrize("where", [Local(page=3), HERE], ids=["few", "many"])
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_the_order_in_which_reports_come_is_no_matter(where: Where, seed: int) -> None:
    rng = Random(seed)
    with open_store(":memory:") as store:
        for given in some_reports(rng):
            put(store, given)
            if rng.random() < 0.3:
                reconcile(store, where)
        reconcile(store, where)
        whole = sorted(copies(store.documents()), key=lambda each: each.document)
        assert store.copies() == tuple(whole)


def test_a_report_is_held_only_against_those_that_share_a_mark() -> None:
    rng = Random(3)
    with open_store(":memory:") as store:
        for number in range(40):
            words = " ".join(f"w{rng.randrange(10**6)}" for _ in range(100))
            put(store, report(words, published="1921-05-01", title=str(number)))
        reconcile(store)
        with store.linking() as links:
            words = " ".join(f"w{rng.randrange(10**6)}" for _ in range(100))
            assert links.copies.before("~", {hash(word) for word in words.split()}, 8) == set()
        assert store.copies() == ()


def test_reading_again_finds_the_same() -> None:
    rng = Random(11)
    with open_store(":memory:") as store:
        reports = some_reports(rng)
        for given in reports:
            put(store, given)
        reconcile(store)
        before = store.copies()
        assert before
        store.clear_derived()
        assert store.copies() == ()
        for given in reports:
            put(store, given)
        reconcile(store)
        assert store.copies() == before
