"""The matrix of competing hypotheses: cells, ranks, diagnosticity and sources left out."""

from collections.abc import Sequence

import pytest

from onrecord.lexicon.acts import HYPOTHESIS
from onrecord.model import Decision, HolderClass, Origin
from onrecord.weigh.edits import Act, Edit, edited, marks
from onrecord.weigh.hypotheses import (
    Cell,
    Ground,
    Hypothesis,
    Matrix,
    Named,
    Question,
    answer_key,
    answer_keys,
    filled,
    matrix,
    proposed,
    sources,
)

WHO, WHY = Question.WHO, Question.WHY
YES, NO, NEUTRAL = Cell.CONSISTENT, Cell.INCONSISTENT, Cell.NEUTRAL


def who(name: str, kind: str | None = "body") -> Named:
    return Named(name, answer_keys(WHO, name), kind)


def why(words: str) -> Named:
    return Named(words, answer_keys(WHY, words), None)


REED, SALT, RAO, MEN = who("Reed"), who("Salt"), who("Rao", "person"), who("men", "")


def origin(name: str, *statements: str) -> Origin:
    return Origin(name, HolderClass.PERSON, statements)


def held(
    grounds: Sequence[Ground], origins: Sequence[Origin] | None = None, question: Question = WHO
) -> Matrix:
    own = origins or [origin(each.statement, each.statement) for each in grounds]
    hypotheses = proposed(grounds)
    return matrix(question, hypotheses, filled(hypotheses, grounds, {}), own, lambda _: 1.0)


def cells(found: Matrix) -> dict[str, tuple[Cell, ...]]:
    return {row.statement: row.cells for row in found.rows}


def test_an_answer_is_proposed_once() -> None:
    grounds = [Ground("a", (REED,)), Ground("b", (), (REED,)), Ground("c", (SALT,))]
    assert [each.answer for each in proposed(grounds)] == [REED, SALT]


def test_the_shortest_of_causes_that_are_one_gives_the_words() -> None:
    grounds = [
        Ground("a", (why("the arrest of two men on Monday"),)),
        Ground("b", (why("arrest"),)),
    ]
    assert [each.answer.words for each in proposed(grounds)] == ["arrest"]


def test_a_rival_is_inconsistent_only_where_it_leaves_no_room() -> None:
    grounds = [Ground("a", (REED,), exclusive=True), Ground("b", (SALT,), exclusive=False)]
    assert cells(held(grounds)) == {"a": (YES, NO), "b": (NEUTRAL, YES)}


def test_a_denial_is_inconsistent_with_what_it_denies() -> None:
    grounds = [Ground("a", (REED,)), Ground("b", (SALT,)), Ground("c", (), (REED,))]
    assert cells(held(grounds))["c"] == (NO, NEUTRAL)


def test_a_person_and_a_body_are_no_rivals_and_who_is_only_described_is_nobodys() -> None:
    grounds = [Ground(name.words, (name,), exclusive=True) for name in (REED, RAO, MEN)]
    assert cells(held(grounds)) == {
        "Reed": (YES, NEUTRAL, NEUTRAL),
        "Rao": (NEUTRAL, YES, NEUTRAL),
        "men": (NEUTRAL, NEUTRAL, YES),
    }


def test_who_names_two_speaks_against_neither() -> None:
    grounds = [Ground("a", (REED,), (), True, "Ito"), Ground("b", (SALT,), (), True, "Ito")]
    assert cells(held(grounds)) == {"a": (YES, NEUTRAL), "b": (NEUTRAL, YES)}


def test_only_who_says_the_same_can_have_it_from_another() -> None:
    grounds = [Ground(each, (REED,), exclusive=True) for each in "ab"]
    grounds.append(Ground("c", (SALT,), exclusive=True))
    rows = filled(proposed(grounds), grounds, {})
    asked: list[tuple[str, ...]] = []

    def one(statements: Sequence[str]) -> list[Origin]:
        asked.append(tuple(statements))
        return [origin("Ito", *statements)]

    assert sources(rows, one) == (origin("Ito", "a", "b", "c"),)
    assert asked == [("a", "b"), ("c",)]


def test_a_source_counts_once() -> None:
    grounds = [Ground("a", (REED,)), Ground("b", (SALT,), exclusive=True)]
    grounds += [Ground(each, (), (SALT,)) for each in "cde"]
    found = held(grounds, [origin("Ito", "a"), origin("Noor", "b"), origin("Eze", "c", "d", "e")])
    assert [(r.hypothesis.answer, r.against, r.favour) for r in found.ranks] == [
        (REED, 1.0, 1.0),
        (SALT, 1.0, 1.0),
    ]


def test_a_source_counts_by_its_weight() -> None:
    grounds = [Ground("a", (REED,), exclusive=True), Ground("b", (SALT,), exclusive=True)]
    own = [origin("Ito", "a"), origin("Noor", "b")]
    rows = filled(proposed(grounds), grounds, {})
    found = matrix(WHO, proposed(grounds), rows, own, lambda x: float(len(x.name)))
    assert [rank.hypothesis.answer for rank in found.ranks] == [SALT, REED]


def test_diagnosticity_is_the_share_of_pairs_told_apart() -> None:
    three = [Ground(n.words, (n,)) for n in (REED, SALT, who("Tern"))]
    everybody = Ground("all", (REED, SALT, who("Tern")))
    apart = {row.statement: row.diagnosticity for row in held([*three, everybody]).rows}
    assert apart["Reed"] == pytest.approx(2 / 3) and apart["all"] == 0.0


def test_leaving_a_source_out_may_change_the_answer() -> None:
    grounds = [Ground("a", (REED,), exclusive=True), Ground("b", (SALT,)), Ground("c", (SALT,))]
    found = held(grounds)
    assert [(x.origin.name, x.changes) for x in found.without] == [
        ("a", True),
        ("b", False),
        ("c", False),
    ]
    assert [x.answer for x in found.without[0].leading] == [SALT, REED]


def edit(act: Act, key: str, words: str = "", by: str = "Noor") -> Edit:
    return Edit(act, WHO, "d:0-4 ASSAULT", key, by, "2020-01-01T00:00:00Z", words)


@pytest.mark.parametrize(
    "given",
    [
        edit(Act.ADD, "k", "the Tern Cell"),
        edit(Act.DROP, "k"),
        Edit(Act.MARK, WHY, "d:0-4 ASSAULT", "k", "Ito", "1", "", "d:5-9 explains", NO),
    ],
)
def test_an_edit_is_kept_as_a_decision(given: Edit) -> None:
    kept = given.decision()
    assert (kept.kind, Edit.of(kept)) == (HYPOTHESIS, given)
    with pytest.raises(KeyError):
        Edit.of(Decision(HYPOTHESIS, "d", "{}", "Noor", "1"))


def test_people_add_reword_and_drop() -> None:
    own = proposed([Ground("a", (REED,)), Ground("b", (SALT,))])
    tern = answer_key(answer_keys(WHO, "Tern"))
    edits = [
        edit(Act.ADD, tern, "Tern"),
        edit(Act.REWORD, "reed", "Reed & Co"),
        edit(Act.DROP, "salt"),
    ]
    found = edited(own, edits)
    assert [(each.answer.words, each.by) for each in found] == [
        ("Reed & Co", None),
        ("Tern", "Noor"),
    ]
    assert found[0].answer.same(REED), "it is still filled by the same rule"
    assert [each.key for each in edited(own, [*edits, edit(Act.ADD, "salt", "Salt")])][1] == "salt"


def test_the_last_mark_of_a_cell_stands() -> None:
    def mark(cell: Cell, by: str, at: str = "d:5-9 says") -> Edit:
        return Edit(Act.MARK, WHO, "d:0-4 ASSAULT", "reed", by, "1", "", at, cell)

    given = [mark(NO, "Ito"), mark(YES, "Noor"), mark(NO, "Ito", "d:7-9 says")]
    found = marks(given, {"d:5-9 says": "s"})
    assert found == {("s", "reed"): (YES, "Noor")}
    grounds = [Ground("s", (), (REED,))]
    hypotheses = (Hypothesis("reed", REED), Hypothesis("salt", SALT))
    (row,) = filled(hypotheses, grounds, found)
    assert (row.cells, row.by) == ((YES, NEUTRAL), ("Noor", None))
