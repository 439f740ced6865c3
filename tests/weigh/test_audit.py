"""Drawing, answers and the figures that they come to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Decision
from onrecord.weigh.accuracy import accuracy
from onrecord.weigh.audit import (
    Answer,
    Layer,
    SentenceUnit,
    StatementUnit,
    Unit,
    Verdict,
    drawn_sentences,
    drawn_statements,
    standing,
    strata,
)

BARE = frozenset({Layer.QUOTE, Layer.PREDICATE})
TIMED, PLACED = BARE | {Layer.TIME}, BARE | {Layer.PLACE}


def statement(
    number: int, gives: frozenset[Layer] = BARE, confidence: float = 0.8
) -> StatementUnit:
    return StatementUnit(f"d:{number}-{number + 1} says", "r", f"s{number}", gives, confidence)


def sentence(number: int, found: int) -> SentenceUnit:
    ids = tuple(f"s{number}.{place}" for place in range(found))
    return SentenceUnit(f"d:{number}-{number + 5}", "r", "d", number, number + 5, ids)


def says(unit: Unit, verdict: Verdict, *wrong: Layer, by: str = "Noor", at: str = "1") -> Answer:
    return Answer(Unit(unit.anchor, unit.reading), by, at, verdict, frozenset(wrong))


def missed(unit: Unit, number: int, by: str = "Noor") -> Answer:
    return Answer(Unit(unit.anchor, unit.reading), by, "1", missed=number)


MANY = [statement(n) for n in range(90)]
FEW = [statement(n, TIMED) for n in range(90, 98)] + [statement(98, PLACED), statement(99, PLACED)]


def test_a_stratum_is_the_rarest_layer() -> None:
    both = statement(200, TIMED | PLACED)
    found = strata([*MANY, *FEW, both])
    assert found["s200"] is Layer.PLACE
    assert (found["s95"], found["s0"]) == (Layer.TIME, Layer.QUOTE)


def test_every_layer_is_seen_early() -> None:
    drawn = drawn_statements([*MANY, *FEW], "1")
    assert sorted(drawn, key=lambda unit: unit.id) == sorted([*MANY, *FEW], key=lambda u: u.id)
    assert {gives for unit in drawn[:3] for gives in unit.gives} == TIMED | PLACED


@given(st.permutations(MANY + FEW), st.text(max_size=3))
def test_the_draw_depends_on_the_seed_only(units: list[StatementUnit], seed: str) -> None:
    assert drawn_statements(units, seed) == drawn_statements(MANY + FEW, seed)
    assert drawn_statements(units, seed) != drawn_statements(units, f"{seed}x")


def test_sentences_are_drawn_by_chance() -> None:
    units = [sentence(n * 10, n % 3) for n in range(40)]
    drawn = drawn_sentences(units, "1")
    assert drawn == drawn_sentences(units[::-1], "1") and drawn != tuple(units)


@pytest.mark.parametrize(
    "answer",
    [
        says(MANY[0], Verdict.PARTLY, Layer.TIME, Layer.ROLES),
        says(MANY[0], Verdict.RIGHT),
        missed(sentence(3, 1), 0),
    ],
)
def test_an_answer_is_kept_as_a_decision(answer: Answer) -> None:
    assert Answer.of(answer.decision()) == answer


def test_the_last_answer_of_each_stands() -> None:
    first, second = says(MANY[0], Verdict.RIGHT), says(MANY[0], Verdict.WRONG, Layer.QUOTE, at="2")
    other = says(MANY[0], Verdict.RIGHT, by="Ito")
    note = Decision("note", "d", "remember", "Noor", "1")
    kept = [each.decision() for each in (first, other, second)]
    assert set(standing([note, *kept])) == {second, other}


def test_strata_are_weighed_by_what_they_stand_for() -> None:
    answers = [says(unit, Verdict.RIGHT) for unit in MANY[:5]]
    answers += [says(unit, Verdict.WRONG, Layer.TIME) for unit in FEW[:4]]
    found = accuracy([*MANY, *FEW], [], answers)
    assert found.right.value == pytest.approx(90 / 98), "90 bare ones and 8 with a time"
    assert found.unseen == (Layer.PLACE,)
    time = next(each for each in found.layers if each.layer is Layer.TIME)
    assert (time.right.value, time.left_out.value) == (0.0, 0.0)


def test_what_is_left_out_is_told_apart_from_what_is_wrong() -> None:
    answers = [says(MANY[0], Verdict.PARTLY, Layer.TIME), says(MANY[1], Verdict.RIGHT)]
    time = next(x for x in accuracy(MANY, [], answers).layers if x.layer is Layer.TIME)
    assert (time.right.value, time.left_out.value) == (None, 0.5)


def test_recall_counts_what_is_right_among_what_was_found() -> None:
    answers = [says(unit, Verdict.RIGHT) for unit in MANY[:3]]
    answers.append(says(MANY[3], Verdict.WRONG, Layer.QUOTE))
    sentences = [sentence(0, 4), sentence(10, 0)]
    answers += [missed(sentences[0], 1), missed(sentences[1], 2)]
    found = accuracy(MANY, sentences, answers)
    assert found.recall.value == pytest.approx(0.5)
    assert found.recall.low < 0.5 < found.recall.high < 1
    assert accuracy(MANY, sentences, answers[4:]).recall.value is None, "no precision, no recall"


def test_an_answer_on_an_earlier_reading_does_not_count() -> None:
    answers = [says(unit, Verdict.RIGHT) for unit in MANY[:2]]
    read_again = [replace(MANY[0], reading="new"), *MANY[1:]]
    found = accuracy(read_again, [], answers)
    assert (found.statements, found.earlier) == (1, 1)


def test_calibration_is_held_against_what_is_right() -> None:
    units = [statement(n, confidence=0.9 if n < 10 else 0.5) for n in range(20)]
    answers = [says(u, Verdict.RIGHT if n % 2 else Verdict.WRONG) for n, u in enumerate(units)]
    found = accuracy(units, [], answers).calibration
    assert found is not None and len(found.bins) == 4
    assert (found.confidence, found.right) == pytest.approx((0.7, 0.5))
    assert found.bins[0].confidence == 0.5 and found.bins[-1].confidence == 0.9
    assert found.error == pytest.approx(0.2, abs=0.11)


def test_two_people_are_compared_on_what_both_saw() -> None:
    units = [sentence(n * 10, 1) for n in range(3)]
    answers = [says(unit, Verdict.RIGHT) for unit in MANY[:4]]
    answers += [says(unit, Verdict.RIGHT, by="Ito") for unit in MANY[1:3]]
    answers += [says(MANY[3], Verdict.PARTLY, Layer.ROLES, by="Ito"), missed(units[0], 1)]
    found = accuracy(MANY, units, answers)
    (pair,) = found.pairs
    assert (pair.left, pair.right) == ("Ito", "Noor")
    assert pair.statements is not None and pair.statements.share.count == 3
    assert pair.statements.share.value == pytest.approx(2 / 3)
    assert pair.sentences is None
    assert found.right.value == pytest.approx((1 + 1 + 1 + 0.5) / 4), "their mean counts"
