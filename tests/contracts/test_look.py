"""What pages ask of a record, found by its indices."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.handmade import fill

from onrecord.model import EntityType
from onrecord.store import Store, fold, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db") as opened:
        fill(opened)
        yield opened


def test_ids_stand_beside_those_that_they_could_be_taken_for(store: Store) -> None:
    every = sorted(
        {each.id for each in store.documents()}
        | {each.id for each in store.statements()}
        | {each.id for each in store.events()}
    )
    around = ["", *every, ""]
    wanted = {x: (around[at], around[at + 2]) for at, x in enumerate(every)}
    assert store.look.beside(every) == wanted


def test_what_begins_so_is_found_by_its_kind(store: Store) -> None:
    document = next(store.documents()).id
    assert ("document", document) in store.look.beginning(document[:8])
    assert store.look.beginning(document, ["event"]) == ()


def test_what_is_looked_up_is_what_all_of_it_holds(store: Store) -> None:
    entities = store.look.entities(chain.id for chain in store.chains())
    assert entities == {chain: x for x in store.entities() for chain in x.chains}
    events = {said: each.id for each in store.events() for said in each.statements}
    assert store.look.events_of(each.id for each in store.statements()) == events
    statements = {each.id: each for each in store.statements()}
    assert store.look.statements(statements) == statements
    spoken = {(said, each.id) for each in statements.values() for said in each.about}
    about = store.look.about(statements)
    assert {(said, each) for said, told in about.items() for each in told} == spoken


def test_every_name_is_suggested_by_its_first_letters(store: Store) -> None:
    for entity in store.entities():
        letters = fold(entity.name)[:4]
        found = store.look.suggested(letters, 50)
        assert entity.id in {each.entity for each in found}
        assert all(letters in each.folded for each in found)


def test_entities_come_those_named_most_often_first(store: Store) -> None:
    ids = store.look.roll((), None, 0, 100)
    counts = [sum(name.count for name in store.entity(each).names) for each in ids]
    assert counts == sorted(counts, reverse=True)
    assert len(ids) == len(store.entities()) == sum(store.look.types(()).values())
    people = store.look.roll((), EntityType.PERSON, 0, 100)
    assert people == tuple(x for x in ids if store.entity(x).type is EntityType.PERSON)
    assert store.look.roll((), None, 1, 2) == ids[1:3]


def test_names_that_are_dropped_are_found_no_more(store: Store) -> None:
    store.put_resolution((), (), ())
    assert store.look.names() == ()
    assert store.look.suggested("a", 5) == ()


def test_a_still_record_does_not_change_while_others_write(store: Store) -> None:
    with store.still() as seen:
        before = seen.counts()
        store.clear_derived()
        assert seen.counts() == before
        assert tuple(seen.statements())
    assert store.counts().statements == 0
