"""The feed of what is watched, as RFC 4287 asks for it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from xml.etree.ElementTree import Element, fromstring

import pytest
from tests.handmade import DEPOT, fill

from onrecord.export.atom import atom
from onrecord.store import Store, open_store
from onrecord.views import Feed, FeedItem, Ledger, feed, watch_type, watch_words

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "http://localhost:8000/"


@pytest.fixture
def given() -> Iterator[Feed]:
    with open_store(":memory:") as store:
        fill(store)
        _watch(store)
        yield feed(Ledger(store))


def _watch(store: Store) -> None:
    store.add_decision(watch_words("depot", "Noor", "2026-01-02T10:00:00.5Z").decision())
    store.add_decision(watch_type(store, "ASSAULT", "Noor", "2026-01-02T11:00:00Z").decision())
    store.add_decision(watch_words("ferryman", "Noor", "2026-01-02T12:00:00Z").decision())


def _words(element: Element, tag: str) -> str:
    found = element.find(f"{ATOM}{tag}")
    assert found is not None and found.text, tag
    return found.text


def _entries(made: bytes) -> list[Element]:
    return fromstring(made).findall(f"{ATOM}entry")


def test_a_feed_has_what_must_be_in_it(given: Feed) -> None:
    root = fromstring(atom(given, "a.db", BASE))
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 2
    for each in (root, *entries):
        assert _words(each, "id").startswith("urn:uuid:")
        assert _words(each, "title")
        assert datetime.fromisoformat(_words(each, "updated")).tzinfo is not None
        assert each.find(f"{ATOM}author/{ATOM}name") is not None
    assert _words(root, "updated") == "2021-03-14T00:00:00Z"
    assert {x.get("rel"): x.get("href") for x in root.findall(f"{ATOM}link")} == {
        "self": f"{BASE}feed.atom",
        "alternate": f"{BASE}watch",
    }


def test_an_entry_tells_what_is_said_in_which_words_and_by_whom(given: Feed) -> None:
    flight, depot = _entries(atom(given, "a.db", BASE))
    assert _words(flight, "title") == "ferryman: The Heron has flown"
    assert [x.get("term") for x in depot.findall(f"{ATOM}category")] == ["depot", "ASSAULT"]
    (link,) = depot.findall(f"{ATOM}link")
    assert link.get("href") == f"{BASE}reports/{DEPOT.id[:6]}"
    content = depot.find(f"{ATOM}content")
    assert content is not None and content.get("type") == "html"
    html = str(content.text)
    assert "<blockquote>Gunmen attacked the Vellmar fuel depot on Tuesday" in html
    assert "officials &gt; Lindal Herald" in html
    assert '<a href="http://localhost:8000/statements/' in html
    assert "<mark>depot</mark>" in html


def test_ids_are_those_of_the_documents_whatever_serves_them(given: Feed) -> None:
    ids = [_words(each, "id") for each in _entries(atom(given, "a.db", BASE))]
    assert ids == [_words(each, "id") for each in _entries(atom(given, "b.db"))]
    assert len(set(ids)) == 2
    assert atom(given, "a.db") == atom(given, "a.db")


def test_no_word_of_a_report_is_markup(given: Feed) -> None:
    item = given.items[1]
    line = replace(item.lines[0], sentence="<script>alert(1)</script>", quote="a\x00b & <i>")
    report = replace(item.report, title="<b>&amp;</b>\x0b", url="javascript:alert(1)")
    (entry,) = _entries(
        atom(replace(given, items=(replace(item, report=report, lines=(line,)),)), "<a>", BASE)
    )
    assert "<b>&amp;</b>" in _words(entry, "title")
    html = _words(entry, "content")
    assert "<script>" not in html and "&lt;script&gt;" in html
    assert "a b &amp; &lt;i&gt;" in html
    assert [x.get("rel") for x in entry.findall(f"{ATOM}link")] == ["alternate"]


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2021-03-09", "2021-03-09T00:00:00Z"),
        ("2021-03-09T10:30:00+02:00", "2021-03-09T08:30:00Z"),
        ("2021-03-09T10:30:00.25Z", "2021-03-09T10:30:00Z"),
    ],
)
def test_moments_are_told_in_utc(given: Feed, moment: str, written: str) -> None:
    item: FeedItem = replace(given.items[0], changed=moment)
    (entry,) = _entries(atom(Feed((), (item,)), "a.db"))
    assert _words(entry, "updated") == written


def test_a_feed_of_nothing_is_a_feed() -> None:
    root = fromstring(atom(Feed((), ()), "a.db"))
    assert _words(root, "updated") == "1970-01-01T00:00:00Z"
