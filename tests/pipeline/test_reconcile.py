"""Reports side by side, and the same again after a rebuild."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import FERRY, HARBOUR, PORT, read_simply, report

from onrecord.export import export_lines
from onrecord.model import Decision, Document, Judgement, Opinion, Reading
from onrecord.pipeline import Reader, read, rebuild, reconcile
from onrecord.resolve import Act, undone
from onrecord.store import Store, open_store

MEETING = report("Ingrid Oyelaran met Chidi Eze.", published="1921-06-01")
NOON = "1921-05-05T12:00:00Z"


def make() -> Reader:
    return read_simply


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as store:
        read([FERRY, HARBOUR], store, make)
        reconcile(store)
        yield store


def chains_of(store: Store, name: str) -> list[str]:
    return [chain.id for chain in store.chains() if chain.name == name]


def judged(left: str, right: str, opinion: Opinion, at: str = NOON) -> Judgement:
    return Judgement(left, right, opinion, "Noor", 1.0, (), at)


def test_people_are_joined_across_reports(store: Store) -> None:
    left, right = chains_of(store, "Ingrid Oyelaran")
    assert store.entity(left) == store.entity(right)
    assert store.entity(left).chains == (left, right)


def test_a_place_of_the_record_knows_where_it_is(store: Store) -> None:
    assert store.entity(chains_of(store, "Port Alwen")[0]).place == PORT


def test_every_event_statement_is_in_one_event(store: Store) -> None:
    (event,) = store.events()
    assert event.statements == tuple(
        each.id for each in store.statements() if each.predicate == "ASSAULT"
    )


def test_reconciling_again_changes_nothing(store: Store) -> None:
    before = list(export_lines(store))
    reconcile(store)
    assert list(export_lines(store)) == before


def test_what_a_person_undoes_stays_undone(store: Store) -> None:
    left, right = chains_of(store, "Ingrid Oyelaran")
    store.add_judgements([judged(left, right, Opinion.DIFFERENT)])
    reconcile(store)
    assert store.entity(left) != store.entity(right)
    store.add_judgements([judged(left, right, Opinion.SAME, "1921-05-06T12:00:00Z")])
    reconcile(store)
    assert store.entity(left) == store.entity(right)


def test_a_person_may_join_what_no_name_joins(store: Store) -> None:
    banda, quispe = (chains_of(store, name)[0] for name in ("Tomasz Banda", "Amaru Quispe"))
    store.add_judgements([judged(banda, quispe, Opinion.SAME)])
    reconcile(store)
    assert len(store.entity(quispe).chains) == 3


def test_a_chain_without_a_name_becomes_an_entity_by_a_persons_word_only() -> None:
    def read_nameless(document: Document) -> Reading:
        reading = read_simply(document)
        nameless = (replace(each, named=each.name != "Amaru Quispe") for each in reading.chains)
        return replace(reading, chains=tuple(nameless))

    with open_store(":memory:") as store:
        read([FERRY], store, lambda: read_nameless)
        reconcile(store)
        assert "Amaru Quispe" not in {entity.name for entity in store.entities()}
        quispe, banda = (chains_of(store, name)[0] for name in ("Amaru Quispe", "Tomasz Banda"))
        store.add_judgements([judged(quispe, banda, Opinion.SAME)])
        reconcile(store)
        assert store.entity(quispe).name == "Tomasz Banda"


def test_a_rebuild_gives_the_same_bytes(store: Store) -> None:
    left, right = chains_of(store, "Ingrid Oyelaran")
    store.add_judgements([judged(left, right, Opinion.DIFFERENT)])
    store.add_decision(Decision("note", FERRY[0].id, "ask the captain", "Noor", NOON))
    for number in range(5):
        store.add_document(*report(f"Ada Nkemelu met Boris Tamm. Number {number}."))
    read([], store, make)
    reconcile(store)
    before = list(export_lines(store))
    rebuild(store, make)
    assert list(export_lines(store)) == before


def test_a_rebuild_takes_the_new_reader_at_its_word(store: Store) -> None:
    def read_nothing(document: Document) -> Reading:
        return Reading(document.id)

    rebuild(store, lambda: read_nothing)
    counts = store.counts()
    assert (counts.documents, counts.readings) == (2, 2)
    assert (counts.statements, counts.entities, counts.events, counts.judgements) == (0, 0, 0, 0)


def test_the_order_in_which_reports_came_is_no_matter(store: Store) -> None:
    with open_store(":memory:") as other:
        read([HARBOUR], other, make)
        reconcile(other)
        read([FERRY], other, make)
        reconcile(other)
        assert list(export_lines(other)) == list(export_lines(store))


@given(
    acts=st.lists(st.tuples(st.booleans(), st.integers(0, 6), st.integers(0, 6)), min_size=1),
    which=st.integers(0, 99),
)
def test_undoing_any_act_is_never_to_have_made_it(
    acts: list[tuple[bool, int, int]], which: int
) -> None:
    taken_back = which % len(acts)

    def bare(with_it: bool) -> list[str]:
        """An export without judgements and decisions, the act made and undone, or never made."""
        with open_store(":memory:") as store:
            read([FERRY, HARBOUR, MEETING], store, make)
            chains = [chain.id for chain in store.chains()]
            for number, (same, left, right) in enumerate(acts):
                opinion = Opinion.SAME if same else Opinion.DIFFERENT
                act = Act("Noor", f"1921-05-05T12:00:{number:02}Z")
                if with_it or number != taken_back:
                    store.add_judgements([act.says(chains[left], chains[right], opinion)])
                if number == taken_back and with_it:
                    store.add_decision(undone(act, "Ito", f"1922-01-01T00:00:{number:02}Z"))
            reconcile(store)
            kinds = ('"kind": "judgement"', '"kind": "decision"')
            return [line for line in export_lines(store) if not any(k in line for k in kinds)]

    assert bare(with_it=True) == bare(with_it=False)
