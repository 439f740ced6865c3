"""What the record says on who did it and why, held against each answer."""

from collections.abc import Iterator

import pytest
from tests import rivals
from tests.handmade import report

from onrecord.lexicon.grading import Graded
from onrecord.model import Decision, EntityType, Predicate
from onrecord.store import Store, open_store
from onrecord.views import Analysis, Case, Ledger, case, rivalries, statement_anchor
from onrecord.weigh.edits import Act, Edit
from onrecord.weigh.hypotheses import Cell, Question

BROTHERHOOD, LEAGUE = "Reed Brotherhood", "Salt League"


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        rivals.fill(opened)
        yield opened


def hand_of(text: str) -> rivals.Hand:
    return rivals.Hand(report(text, "2015-06-04", "More on the mill", "Tern Gazette"))


def with_more(hand: rivals.Hand) -> Case:
    """The case with one more report."""
    with open_store(":memory:") as store:
        rivals.fill(store, hand)
        return looked(store)


def looked(store: Store) -> Case:
    return case(Ledger(store), [rivals.EVENT])


def on(found: Case, question: Question) -> Analysis:
    return next(each for each in found.analyses if each.matrix.question is question)


def against(found: Analysis) -> dict[str, float]:
    return {rank.hypothesis.answer.words: rank.against for rank in found.matrix.ranks}


def signs(found: Analysis, quote: str) -> tuple[Cell, ...]:
    wanted = rivals.said(quote)
    return next(row.cells for row in found.matrix.rows if row.statement == wanted)


def marked(anchor: str, statement: str, cell: Cell) -> Decision:
    """Noor's mark of a statement against the League."""
    edit = Edit(Act.MARK, Question.WHO, anchor, "salt league", "Noor", "1", "", statement, cell)
    return edit.decision()


def test_culprits_compete_and_a_denial_speaks_against_who_denies(store: Store) -> None:
    found = on(looked(store), Question.WHO)
    assert against(found) == {LEAGUE: 1.0, BROTHERHOOD: 2.0}
    assert signs(found, "The Reed Brotherhood burned") == (Cell.CONSISTENT, Cell.INCONSISTENT)
    assert signs(found, "The Reed Brotherhood denied") == (Cell.INCONSISTENT, Cell.NEUTRAL)


def test_a_cause_is_a_rival_only_where_it_is_the_only_one(store: Store) -> None:
    found = on(looked(store), Question.WHY)
    assert against(found) == {"an arrest": 1.0, "unpaid rent": 0.0}
    assert signs(found, "The raid was in revenge") == (Cell.CONSISTENT, Cell.NEUTRAL)
    assert signs(found, "The fire was only") == (Cell.INCONSISTENT, Cell.CONSISTENT)


def test_a_source_left_out_turns_the_answer(store: Store) -> None:
    found = on(looked(store), Question.WHO).matrix
    turning = {each.origin.name for each in found.without if each.changes}
    assert BROTHERHOOD in turning


def test_the_grade_of_a_source_counts(store: Store) -> None:
    store.add_decision(Graded("Sunniva Rao", "A", "Noor", "2020-01-01T00:00:00Z").decision())
    assert against(on(looked(store), Question.WHO))[LEAGUE] == pytest.approx(5 / 3)


def test_who_is_only_described_may_be_anybody_but_a_body_is_told_by_its_name() -> None:
    hand = hand_of("Gunmen burned the Oriel Mill.\nThe army burned the Oriel Mill.")
    hand.described |= {"Gunmen": EntityType.PERSON, "The army": EntityType.ORGANISATION}
    for actor in ("Gunmen", "The army"):
        roles = {"actor": actor, "target": "Oriel Mill"}
        hand.says(f"{actor} burned the Oriel Mill", Predicate.ASSAULT, roles)
    found = on(with_more(hand), Question.WHO)
    assert against(found) == {LEAGUE: 2.0, BROTHERHOOD: 3.0, "Gunmen": 0.0, "army": 2.0}


def test_a_denial_acquits_whom_its_content_speaks_of_first() -> None:
    hand = hand_of("Sunniva Rao denied that the Salt League had a part in the Oriel Mill fire.")
    hand.says("the Oriel Mill fire", Predicate.ASSAULT, {"target": "Oriel Mill"})
    quote = "Sunniva Rao denied that the Salt League had a part in the Oriel Mill fire"
    content = "that the Salt League had a part in the Oriel Mill fire"
    roles = {"subject": "Sunniva Rao", "object": content}
    hand.says(quote, Predicate.DENIES, roles, by="Sunniva Rao")
    found = on(with_more(hand), Question.WHO)
    assert "Sunniva Rao" not in against(found)


def test_what_is_somebodys_is_told_by_whose_it_is() -> None:
    hand = hand_of("Sunniva Rao denied that her office had a part in the Oriel Mill fire.")
    hand.described |= {"her office": EntityType.ORGANISATION}
    hand.pronouns |= {"her": "Sunniva Rao"}
    hand.says("the Oriel Mill fire", Predicate.ASSAULT, {"target": "Oriel Mill"})
    quote = "Sunniva Rao denied that her office had a part in the Oriel Mill fire"
    roles = {"subject": "Sunniva Rao", "object": quote.partition(" denied ")[2]}
    hand.says(quote, Predicate.DENIES, roles, by="Sunniva Rao")
    assert "Sunniva Rao’s office" in against(on(with_more(hand), Question.WHO))


def test_a_charge_counts_and_mere_disapproval_does_not() -> None:
    hand = hand_of(
        "The Oriel Mill was burned, and Sunniva Rao blamed the Salt League for it.\n"
        "Tomasz Adeyemi condemned the Reed Brotherhood."
    )
    hand.says("The Oriel Mill was burned", Predicate.ASSAULT, {"target": "Oriel Mill"})
    roles = {"actor": "Sunniva Rao", "recipient": "Salt League"}
    quote = "Sunniva Rao blamed the Salt League"
    hand.says(quote, Predicate.ACCUSE, roles, by="Sunniva Rao", mode="allege")
    roles = {"actor": "Tomasz Adeyemi", "recipient": "Reed Brotherhood"}
    quote = "Tomasz Adeyemi condemned the Reed Brotherhood"
    hand.says(quote, Predicate.ACCUSE, roles, mode="disapprove")
    found = on(with_more(hand), Question.WHO).matrix
    favour = {rank.hypothesis.answer.words: rank.favour for rank in found.ranks}
    assert favour == {LEAGUE: 2.0, BROTHERHOOD: 1.0}
    # Sunniva Rao names both now, and so speaks against neither.
    assert {rank.against for rank in found.ranks} == {0.0, 2.0}


def test_events_on_which_answers_compete_are_listed(store: Store) -> None:
    (found,) = rivalries(Ledger(store)).rows
    assert (found.who, found.why) == (2, 2)
    assert found.statements == 5


def test_edits_stand_on_words_not_on_ids(store: Store) -> None:
    anchor = looked(store).anchor
    denial = statement_anchor(store.statement(rivals.said("The Reed Brotherhood denied")))
    document, _, rest = anchor.partition(":")
    moved = f"{document}:{int(rest.split('-')[0]) + 4}-{rest.split('-')[1]}"
    store.add_decision(marked(moved, denial, Cell.CONSISTENT))
    found = on(looked(store), Question.WHO)
    assert signs(found, "The Reed Brotherhood denied") == (Cell.INCONSISTENT, Cell.CONSISTENT)


def test_any_statement_can_be_brought_in(store: Store) -> None:
    anchor = looked(store).anchor
    explains = statement_anchor(store.statement(rivals.said("The raid was in revenge")))
    store.add_decision(marked(anchor, explains, Cell.INCONSISTENT))
    found = on(looked(store), Question.WHO)
    assert signs(found, "The raid was in revenge") == (Cell.NEUTRAL, Cell.INCONSISTENT)
    assert against(found)[LEAGUE] == 2.0
