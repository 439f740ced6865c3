"""What is disputed and unverified of somebody, who stands with them, and who they are."""

from collections.abc import Iterator

import pytest
from tests import groups, rivals
from tests.handmade import DEPOT, report

from onrecord.errors import NotFound
from onrecord.lexicon.acts import UNDO, act_anchor
from onrecord.model import (
    Certainty,
    Decision,
    Entity,
    EntityType,
    Factuality,
    Judgement,
    Opinion,
    Predicate,
    Status,
)
from onrecord.store import Store, open_store
from onrecord.views import (
    Ledger,
    LinkSort,
    Mentioned,
    entities,
    entity_at,
    events,
    identity,
    profile,
)


def named(store: Store, name: str) -> Entity:
    return next(entity for entity in store.entities() if entity.name == name)


@pytest.fixture
def group_store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        groups.fill(opened)
        yield opened


@pytest.fixture
def rival_store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        rivals.fill(opened)
        yield opened


def test_what_somebody_denies_is_disputed(store: Store) -> None:
    found = profile(store, named(store, "Ikaika Mbeki"))
    (each,) = found.disputed
    assert (each.on, each.event, each.sentence) == (
        "factuality",
        None,
        "Mbeki: presence at Tashkel",
    )
    (side,) = each.positions
    assert side.words == "it is not so"
    assert [line.holders[0] for line in side.lines] == ["Ana Horvat"]


def test_what_is_alleged_or_possible_is_unverified(store: Store) -> None:
    found = profile(store, named(store, "Ikaika Mbeki"))
    told = [line.sentence for line in found.unverified]
    assert told == ["Mbeki: engaged in cigarettes", "Ikaika Mbeki: travel to Tashkel"]


def test_a_line_stands_once(store: Store) -> None:
    found = profile(store, named(store, "Ikaika Mbeki"))
    titles = [section.title for section in found.card.sections]
    assert titles == ["Identity and life", "Leadership"]


def test_what_is_disputed_of_an_event_is_disputed_of_who_takes_part(rival_store: Store) -> None:
    found = profile(rival_store, named(rival_store, "Reed Brotherhood"))
    actor = next(each for each in found.disputed if each.on == "actor")
    assert actor.event == found.events[0].reference
    assert {side.words for side in actor.positions} >= {"Reed Brotherhood"}
    assert all(side.lines for each in found.disputed for side in each.positions)


def test_who_is_only_alleged_to_have_done_it_is_not_in_an_events_sentence() -> None:
    text = "A ferryman burned the Oriel Mill, it is said."
    hand = rivals.Hand(report(text, "2015-06-04", "More on the mill", "Tern Gazette"))
    alleged = Certainty(Factuality.PROBABLE, (Status.ALLEGED,))
    roles = {"actor": "A ferryman", "target": "Oriel Mill"}
    hand.says("A ferryman burned the Oriel Mill", Predicate.ASSAULT, roles, certainty=alleged)
    with open_store(":memory:") as store:
        rivals.fill(store, hand)
        (row,) = events(store)
    assert "A ferryman" in row.actor
    assert row.sentence == "Reed Brotherhood, Salt League: attack on Oriel Mill"


def test_who_stands_with_somebody_is_told_with_how_surely(group_store: Store) -> None:
    found = profile(group_store, named(group_store, "Reed Brotherhood"))
    (ally,) = found.alignments
    assert (ally.sort, ally.party.name, ally.doubtful) == (
        LinkSort.ALLIED,
        "Salt League",
        True,
    )
    assert ally.party.reference is not None
    assert found.lineage is not None
    assert profile(group_store, named(group_store, "Sunniva Rao")).lineage is None


def test_a_line_leads_to_who_is_in_it(store: Store) -> None:
    ledger = Ledger(store)
    lines = ledger.lines(store.statements(document=DEPOT.id))
    led = next(line for line in lines if line.sentence.startswith("Ikaika Mbeki: leader"))
    names = [each.words for each in led.parties]
    assert names == ["Ikaika Mbeki", "Salt Road Front"]
    assert entity_at(ledger, led.parties[0].reference).name == "Ikaika Mbeki"
    denied = next(line for line in lines if line.holders[0] == "Ana Horvat")
    assert denied.parties[-1].words == "Ana Horvat"
    assert isinstance(denied.parties[-1], Mentioned)


def test_entities_are_found_by_a_part_of_any_name(store: Store) -> None:
    ledger = Ledger(store)
    every = entities(ledger)
    assert every.total == len(store.entities())
    assert sum(every.types.values()) == every.total
    found = entities(ledger, "HERON")
    assert [row.name for row in found.rows] == ["Ikaika Mbeki"]
    assert (found.rows[0].reports, found.rows[0].others) == (2, ("the Heron",))
    assert [row.name for row in entities(ledger, "mbeki", EntityType.GROUP).rows] == []
    assert entities(ledger, "mbeki", EntityType.GROUP).types == {EntityType.PERSON: 2}


def test_a_part_of_the_list_counts_all_of_it(store: Store) -> None:
    ledger = Ledger(store)
    whole = entities(ledger).rows
    assert entities(ledger, first=2, most=2).rows == whole[2:4]
    assert entities(ledger, first=2, most=2).total == len(whole)


def test_a_reference_that_opens_no_entity_is_not_made_up(store: Store) -> None:
    ledger = Ledger(store)
    short = ledger.short[DEPOT.id]
    for reference in ("nobody", f"{short}:9999", f"{short}:1-5", "zz:1"):
        with pytest.raises(NotFound):
            entity_at(ledger, reference)


def test_who_somebody_is_tells_what_people_decided_until_it_is_undone(store: Store) -> None:
    mbeki, sefa = named(store, "Ikaika Mbeki"), named(store, "Sefa Mbeki")
    at = "2021-04-01T00:00:00Z"
    judgements = [
        Judgement(mbeki.chains[0], mbeki.chains[1], Opinion.SAME, "Noor", 1.0, ("same face",), at),
        Judgement(mbeki.chains[0], sefa.id, Opinion.DIFFERENT, "Noor", 1.0, ("same face",), at),
    ]
    store.add_judgements(judgements)
    found = identity(store, mbeki)
    assert [join.judgement for join in found.joins] == [None, judgements[0]]
    told = {verdict.opinion: verdict for verdict in found.verdicts}
    assert [name for name, _ in told[Opinion.DIFFERENT].others] == ["Sefa Mbeki"]
    assert told[Opinion.SAME].reasons == ("same face",)
    store.add_decision(Decision(UNDO, act_anchor("Noor", at), "", "Noor", "2021-04-02T00:00:00Z"))
    found = identity(store, mbeki)
    assert found.verdicts == ()
    assert [join.judgement for join in found.joins] == [None, None]
