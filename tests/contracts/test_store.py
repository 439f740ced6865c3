"""What every `Store` keeps to, whatever the database behind it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.samples import FERRY, HARBOUR, read_simply, report

from onrecord.errors import NotFound, StoreError
from onrecord.model import (
    Analysis,
    Certainty,
    Copy,
    CopyKind,
    Decision,
    Entity,
    EntityType,
    Event,
    Failure,
    Judgement,
    Opinion,
    Predicate,
    PredicateFamily,
    Provenance,
    Reading,
    Span,
    TimeInterval,
)
from onrecord.store import Counts, Store, open_store

BY_RULE = Judgement("a:1", "b:2", Opinion.SAME, "rule:name", 0.9, ("full names agree",))
BY_HAND = Judgement("a:1", "b:2", Opinion.DIFFERENT, "Noor", 1.0, (), "2026-01-02T10:00:00Z")
NOTE = Decision("note", "a", "check the ferry's name", "Noor", "2026-01-02T10:00:00Z")


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with open_store(":memory:" if request.param == "memory" else tmp_path / "a.db") as opened:
        yield opened


@pytest.fixture
def read(store: Store) -> Store:
    """A record with both sample reports, read."""
    for document, original in (HARBOUR, FERRY):
        store.add_document(document, original)
        store.put_reading(read_simply(document))
    return store


def entity(*chains: str) -> Entity:
    return Entity(chains[0], EntityType.PERSON, "Amaru Quispe", (), chains)


def event(name: str, *statements: str) -> Event:
    return Event(name, Predicate.MET, None, {}, {}, None, None, statements)


def test_a_document_comes_back_as_it_was(store: Store) -> None:
    document, original = FERRY
    assert store.add_document(document, original)
    assert store.document(document.id) == document
    assert store.original(document.id) == original


def test_the_same_document_is_kept_once(store: Store) -> None:
    assert store.add_document(*FERRY)
    assert not store.add_document(*FERRY)
    assert list(store.documents()) == [FERRY[0]]


def test_two_documents_may_come_from_the_same_bytes(store: Store) -> None:
    text = "One page, filed twice."
    first, second = report(text, title="Morning"), report(text, title="Evening")
    assert first[0].sha256 == second[0].sha256
    assert store.add_document(*first)
    assert store.add_document(*second)
    assert store.original(second[0].id) == second[1]


def test_documents_stand_by_date_and_undated_ones_last(store: Store) -> None:
    late = report("Late.", published="1921-06-01")
    for each in (HARBOUR, late, FERRY):
        store.add_document(*each)
    assert [each.id for each in store.documents()] == [
        each[0].id for each in (FERRY, late, HARBOUR)
    ]


def test_many_documents_come_page_by_page(store: Store) -> None:
    many = [report(f"Report {number}.", published="1921-05-04") for number in range(450)]
    for each in many:
        store.add_document(*each)
    ids = [each.id for each in store.documents()]
    assert ids == sorted(each[0].id for each in many)


def test_versions_of_an_address_stand_in_the_order_they_came(store: Store) -> None:
    url = "https://alwen.example/ferry"
    later = report("The ferry was attacked, the police say.", url=url, published="1921-05-01")
    store.add_document(*FERRY)
    store.add_document(*later)
    assert [each.id for each in store.versions(url)] == [FERRY[0].id, later[0].id]
    assert store.versions("https://nowhere.example") == ()


def test_a_failure_is_kept_once(store: Store) -> None:
    failure = Failure("empty.txt", "the file is empty")
    assert store.add_failure(failure)
    assert not store.add_failure(failure)
    assert store.failures() == (failure,)


def test_a_reading_comes_back_as_it_was(read: Store) -> None:
    for each in (FERRY[0], HARBOUR[0]):
        assert read.reading(each.id) == read_simply(each)


def test_what_only_serves_while_reading_is_not_kept(store: Store) -> None:
    store.add_document(*FERRY)
    full = replace(read_simply(FERRY[0]), certainty={3: Certainty()})
    store.put_reading(full)
    kept = store.reading(FERRY[0].id)
    assert kept is not None
    assert (kept.analysis, kept.certainty) == (Analysis(), {})


def test_the_same_reading_changes_nothing(read: Store) -> None:
    before = read.counts()
    assert not read.put_reading(read_simply(FERRY[0]))
    assert read.counts() == before


def test_a_new_reading_takes_the_place_of_the_old(read: Store) -> None:
    old = read_simply(FERRY[0])
    new = replace(old, statements=old.statements[:1], chains=old.chains[:2])
    assert read.put_reading(new)
    assert read.reading(FERRY[0].id) == new
    assert list(read.statements(document=FERRY[0].id)) == list(new.statements)


def test_a_reading_that_fails_half_way_leaves_the_old_one(read: Store) -> None:
    old = read_simply(FERRY[0])
    twice = replace(old, statements=(*old.statements, old.statements[0]))
    with pytest.raises(StoreError):
        read.put_reading(twice)
    assert read.reading(FERRY[0].id) == old


def test_a_reading_needs_its_document(store: Store) -> None:
    with pytest.raises(StoreError):
        store.put_reading(Reading("nobody"))


def test_unread_documents_are_known(store: Store) -> None:
    store.add_document(*FERRY)
    store.add_document(*HARBOUR)
    store.put_reading(read_simply(HARBOUR[0]))
    assert store.unread() == (FERRY[0].id,)
    assert store.reading(FERRY[0].id) is None


def test_what_made_the_readings_is_known(read: Store) -> None:
    other = Provenance("other", "none", "0")
    read.put_reading(replace(read_simply(HARBOUR[0]), provenance=other))
    assert read.provenances() == (
        Provenance("other", "none", "0"),
        Provenance("simple", "none", "0"),
    )


def test_statements_stand_by_date_then_place_in_the_text(read: Store) -> None:
    expected = read_simply(FERRY[0]).statements + read_simply(HARBOUR[0]).statements
    assert tuple(read.statements()) == expected


def test_statements_are_chosen_by_document_family_and_chain(read: Store) -> None:
    met, attacked = read_simply(FERRY[0]).statements
    banda = attacked.holders[0].chain
    assert banda is not None
    assert met.place is not None
    assert met.place.chain is not None
    assert list(read.statements(document=FERRY[0].id)) == [met, attacked]
    assert list(read.statements(family=PredicateFamily.EVENT)) == [attacked]
    assert list(read.statements(chains=[banda])) == [attacked]
    assert list(read.statements(chains=[met.place.chain])) == [met]
    assert list(read.statements(chains=[])) == []
    assert list(read.statements(chains=[banda], family=PredicateFamily.RELATION)) == []


@pytest.mark.parametrize(
    ("earliest", "latest", "found"),
    [
        (date(1921, 5, 3), date(1921, 5, 3), 1),
        (date(1921, 1, 1), None, 1),
        (None, date(1921, 12, 31), 1),
        (None, None, 1),
        (date(1921, 5, 4), None, 0),
        (None, date(1921, 5, 2), 0),
    ],
)
def test_statements_are_chosen_by_time(
    read: Store, earliest: date | None, latest: date | None, found: int
) -> None:
    assert len(list(read.statements(within=TimeInterval(earliest, latest)))) == found


def test_one_statement_is_found_by_its_id(read: Store) -> None:
    statement = read_simply(FERRY[0]).statements[1]
    assert read.statement(statement.id) == statement


def test_chains_stand_in_the_order_of_their_documents(read: Store) -> None:
    ferry, harbour = (read_simply(each[0]).chains for each in (FERRY, HARBOUR))
    assert tuple(read.chains()) == ferry + harbour
    assert tuple(read.chains(HARBOUR[0].id)) == harbour


def test_judgements_are_appended_once(store: Store) -> None:
    assert store.add_judgements([BY_HAND, BY_RULE]) == 2
    assert store.add_judgements([BY_RULE]) == 0
    assert store.judgements() == (BY_RULE, BY_HAND)


def test_peoples_judgements_stand_by_time_then_as_they_came(store: Store) -> None:
    same_time = replace(BY_HAND, opinion=Opinion.SAME)
    earlier = replace(BY_HAND, at="2025-12-31T10:00:00Z")
    store.add_judgements([same_time, BY_HAND, earlier])
    assert store.judgements() == (earlier, same_time, BY_HAND)


def test_decisions_are_appended_once(store: Store) -> None:
    assert store.add_decision(NOTE)
    assert not store.add_decision(NOTE)
    earlier = replace(NOTE, at="2025-12-31T10:00:00Z")
    store.add_decision(earlier)
    assert store.decisions() == (earlier, NOTE)


def test_a_gazetteer_is_kept_with_the_decision_to_use_it(store: Store) -> None:
    use = Decision("gazetteer", "gazetteer:ab", "{}", "Noor", "2026-01-02T10:00:00Z")
    assert store.add_gazetteer(use, "ab", [b"one", b"two"])
    assert not store.add_gazetteer(use, "ab", [b"three"])
    assert store.add_gazetteer(replace(use, by="Ines"), "ab", [b"four"])
    assert tuple(store.gazetteer("ab")) == (b"one", b"two")
    assert len(store.decisions()) == 2


def test_a_gazetteer_that_breaks_off_leaves_nothing(store: Store) -> None:
    def parts() -> Iterator[bytes]:
        yield b"one"
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        store.add_gazetteer(NOTE, "ab", parts())
    assert store.decisions() == ()
    with pytest.raises(NotFound, match="no gazetteer ab is on record"):
        tuple(store.gazetteer("ab"))


def test_a_new_resolution_takes_the_place_of_the_old(store: Store) -> None:
    store.add_judgements([BY_HAND])
    store.put_resolution([BY_RULE], [entity("a:1", "b:2"), entity("a:9")], [event("e1", "s")])
    store.put_resolution([replace(BY_RULE, score=0.8)], [entity("a:1")], [event("e2", "s")])
    assert store.judgements() == (replace(BY_RULE, score=0.8), BY_HAND)
    assert store.entities() == (entity("a:1"),)
    assert store.events() == (event("e2", "s"),)


def test_copies_are_kept_with_a_resolution_and_cleared_with_it(read: Store) -> None:
    earlier, later = (each.id for each in read.documents())
    copy = Copy(later, earlier, 0.875, CopyKind.NEAR)
    read.put_resolution([], [], [], [copy])
    assert read.copies() == (copy,)
    read.clear_derived()
    assert read.copies() == ()


def test_an_entity_is_found_by_any_of_its_chains(store: Store) -> None:
    store.put_resolution([], [entity("a:1", "b:2")], [])
    assert store.entity("a:1") == store.entity("b:2") == entity("a:1", "b:2")


def test_what_is_not_on_record_is_said_to_be_so(store: Store) -> None:
    for ask in (store.document, store.original, store.statement, store.entity):
        with pytest.raises(NotFound, match=r"no .* x is on record"):
            ask("x")


def test_clearing_leaves_what_people_gave(read: Store) -> None:
    read.add_judgements([BY_RULE, BY_HAND])
    read.add_decision(NOTE)
    read.put_resolution([BY_RULE], [entity("a:1")], [event("e", "s")])
    read.clear_derived()
    assert read.counts() == Counts(2, 0, 0, 0, 0, 1, 1, 0)
    assert len(read.unread()) == 2


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("ferries", {"Amaru Quispe attacked"}),
        ("CAFE", {"The harbour is"}),
        ('"met Ingrid"', {"Amaru Quispe met"}),
        ('"Ingrid met"', set()),
        ("Ingrid Tomasz Banda", {"Ingrid Oyelaran met", "Amaru Quispe attacked"}),
        ("Ingrid zeppelin", set()),
        ("", set()),
        ('"* ( - OR "', set()),
    ],
)
def test_words_are_found_in_their_lines(read: Store, words: str, lines: set[str]) -> None:
    found = read.search(words)
    texts = [hit.span.of(read.document(hit.document).text) for hit in found]
    assert {" ".join(each.split()[:3]) for each in texts} == lines


def test_found_words_are_marked(read: Store) -> None:
    (hit,) = read.search("cafe quiet")
    text = read.document(hit.document).text
    assert [span.of(text) for span in hit.matches] == ["quiet", "café"]
    assert hit.span == Span(0, text.index("\n"))


def test_words_in_a_title_lead_to_the_first_line(read: Store) -> None:
    found = read.search("is attacked ferry")
    assert found[0].document == FERRY[0].id
    (only,) = read.search('"a quiet harbour"')
    assert (only.span.begin, only.matches) == (0, ())


def test_no_more_lines_are_found_than_asked_for(read: Store) -> None:
    assert len(read.search("Ingrid")) == 2
    assert len(read.search("Ingrid", limit=1)) == 1


def test_unread_documents_are_known_by_language(store: Store) -> None:
    english, french, unknown = (
        report(f"Report in {language}.") for language in ("en", "fr", "unknown")
    )
    store.add_document(*english)
    store.add_document(replace(french[0], language="fr"), french[1])
    store.add_document(replace(unknown[0], language=None), unknown[1])
    assert set(store.unread(["en"])) == {english[0].id, unknown[0].id}
    assert len(store.unread()) == 3


def test_documents_are_known_in_the_order_in_which_they_came(read: Store) -> None:
    harbour, ferry = HARBOUR[0].id, FERRY[0].id
    assert read.arrivals() == (harbour, ferry)
    assert read.arrivals(last=1) == (ferry,)
    assert read.arrivals(after=harbour) == (ferry,)
    assert read.arrivals(after=ferry) == ()
    assert read.arrivals(after="never came") == (harbour, ferry)


def test_what_new_documents_tell_comes_the_newest_first(read: Store) -> None:
    harbour, ferry = HARBOUR[0].id, FERRY[0].id
    told = read.told([harbour, ferry])
    assert list(dict.fromkeys(told.values())) == [ferry, harbour]
    assert set(told) == {each.id for each in read.statements()}
    met = read.told([harbour, ferry], predicates=[Predicate.MET])
    assert {read.statement(each).predicate for each in met} == {Predicate.MET}
    (chain,) = (each.id for each in read.chains(harbour) if each.name == "Ingrid Oyelaran")
    assert list(read.told([harbour, ferry], chains=[chain]).values()) == [harbour]
    assert read.told([ferry], chains=[chain]) == {}
    assert read.tally([harbour, ferry, "never came"]) == {harbour: 1, ferry: 2, "never came": 0}


def test_statements_on_the_map_come_with_their_place(read: Store) -> None:
    found = read.located([HARBOUR[0].id, FERRY[0].id])
    assert {(document, place.name) for document, place in found.values()} == {
        (FERRY[0].id, "Port Alwen")
    }


def test_what_more_than_one_statement_is_on_can_be_disputed(read: Store) -> None:
    ferry = [each.id for each in read.statements(document=FERRY[0].id)]
    (harbour,) = (each.id for each in read.statements(document=HARBOUR[0].id))
    events = [event("event:1", harbour), event("event:2", *ferry)]
    read.put_resolution([], [], events)
    assert read.debatable([HARBOUR[0].id]) == ()
    assert [each.id for each in read.debatable([FERRY[0].id, HARBOUR[0].id])] == ["event:2"]


def test_one_statement_with_another_about_it_can_be_disputed(store: Store) -> None:
    document, original = FERRY
    store.add_document(document, original)
    reading = read_simply(document)
    first, second = reading.statements
    store.put_reading(replace(reading, statements=(first, replace(second, about=(first.id,)))))
    store.put_resolution([], [], [event("event:1", first.id), event("event:2", second.id)])
    assert [each.id for each in store.debatable([document.id])] == ["event:1"]


def test_a_search_can_leave_out_what_came_before(read: Store) -> None:
    assert {hit.document for hit in read.search("Banda")} == {HARBOUR[0].id, FERRY[0].id}
    since = read.search("Banda", since=FERRY[0].id)
    assert {hit.document for hit in since} == {FERRY[0].id}
