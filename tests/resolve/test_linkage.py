"""What the comparisons find, what it weighs, and when two chains are taken to be one."""

from dataclasses import replace
from datetime import date

import pytest
from tests.resolve.test_resolve import GROUP, ORGANISATION, candidate, place

from onrecord.model import EntityType, Judgement, Opinion, TimeInterval
from onrecord.resolve import Candidate, joined_from, judge, threshold
from onrecord.resolve.block import REACH, pairs
from onrecord.resolve.compare import COMPARISONS, Finding, compare
from onrecord.resolve.judge import THRESHOLD
from onrecord.resolve.linkage import Linkage, linkage

LEFT, RIGHT = candidate("a", "Amaru Quispe"), candidate("b", "Amaru Quispe")
MAY, JUNE = (TimeInterval(date(1921, month, 1), date(1921, month, 9)) for month in (5, 6))
LATER = TimeInterval(date(1930, 1, 1), None)


def levels(left: Candidate, right: Candidate) -> dict[str, str]:
    return {each.comparison: each.level for each in compare(left, right)}


def test_where_a_report_is_silent_nothing_is_found() -> None:
    assert set(levels(LEFT, RIGHT)) == {"name", "kind"}


@pytest.mark.parametrize(
    ("field", "left", "right", "comparison", "level"),
    [
        ("offices", {"mayor"}, {"mayor", "judge"}, "office", "shared"),
        ("offices", {"mayor"}, {"judge"}, "office", "differs"),
        ("bodies", {"river league"}, {"river league"}, "body", "shared"),
        ("company", {"ada"}, {"boris"}, "company", "none"),
        ("company", {"ada"}, {"ada", "boris"}, "company", "some"),
        ("company", {"ada", "boris", "chen"}, {"ada", "boris", "chen"}, "company", "much"),
        ("sex", "m", "m", "sex", "same"),
        ("sex", "m", "f", "sex", "other"),
        ("died", MAY, MAY, "death", "same"),
        ("died", MAY, JUNE, "death", "other"),
        ("born", MAY, LATER, "birth", "other"),
        ("place", place(10, 10), place(10.1, 10), "position", "near"),
    ],
)
def test_levels(field: str, left: object, right: object, comparison: str, level: str) -> None:
    def told(value: object) -> dict[str, object]:
        return {field: frozenset(value) if isinstance(value, set) else value}

    one = replace(LEFT, **told(left))  # type: ignore[arg-type]
    other = replace(RIGHT, **told(right))  # type: ignore[arg-type]
    assert levels(one, other)[comparison] == level
    assert levels(other, one)[comparison] == level
    assert comparison not in levels(one, RIGHT)


def test_deaths_a_year_apart_are_two_peoples_but_a_month_may_be_a_dispute() -> None:
    (near,) = judge((replace(LEFT, died=MAY), replace(RIGHT, died=JUNE)))
    (far,) = judge((replace(LEFT, died=MAY), replace(RIGHT, died=LATER)))
    assert near.opinion is not Opinion.DIFFERENT
    assert far.opinion is Opinion.DIFFERENT
    assert far.reasons[0].startswith("two times of death, 3159 days apart")


def test_the_same_office_weighs_for_and_another_against() -> None:
    def score(office: str) -> float:
        (judgement,) = judge(
            (
                replace(LEFT, offices=frozenset({"mayor"})),
                replace(RIGHT, offices=frozenset({office})),
            )
        )
        return judgement.score

    (silent,) = judge((LEFT, RIGHT))
    assert score("judge") < silent.score < score("mayor")


def test_namesakes_are_joined_in_one_country_only() -> None:
    def opinion(name: str, left: str | None, right: str | None) -> Opinion | None:
        one = replace(candidate("a", name, ORGANISATION), country=left)
        other = replace(candidate("b", name, ORGANISATION), country=right)
        found = judge((one, other))
        return found[0].opinion if found else None

    assert opinion("Ministry of Defence", "MW", "MW") is Opinion.SAME
    assert opinion("Ministry of Defence", "MW", None) is Opinion.UNSURE
    assert opinion("Ministry of Defence", "MW", "LA") is None
    assert opinion("City Council", "MW", "MW") is None
    assert opinion("Harbour Defence League", "MW", "LA") is Opinion.SAME


def test_the_probability_is_that_of_fellegi_and_sunter() -> None:
    model = Linkage({"person": 0.0}, {("person", "name", "identical, 2"): 3.0})
    found = (Finding("name", "identical, 2", ""), Finding("kind", "unheard of", ""))
    assert model.probability("person", found) == pytest.approx(8 / 9)
    assert model.probability("person", ()) == 0.5
    assert model.reasons("person", found) == (" (+3.0)",)


def test_every_kind_has_a_prior_and_levels_weigh_in_order() -> None:
    model = linkage()
    assert set(model.prior) == {"person", "body", "place"}
    for kind in model.prior:
        much, some, none = (model.weights[kind, "company", x] for x in ("much", "some", "none"))
        assert much > some > 0 > none
    for kind in ("body", "place"):
        assert model.weights[kind, "kind", "same"] > 0 > model.weights[kind, "kind", "other"]


def test_comparisons_do_not_depend_on_the_side() -> None:
    one = candidate("a", "River Defence League", GROUP, place=place(1, 1))
    other = candidate("b", "River Defence League", ORGANISATION, place=place(2, 2))
    for comparison in COMPARISONS:
        left, right = comparison(one, other), comparison(other, one)
        assert (left and left.level) == (right and right.level)


def test_pairs_are_of_different_reports_and_no_further_than_the_reach() -> None:
    many = [
        candidate(f"d{number}", "Amaru Quispe", published=f"1921-05-{number + 10}")
        for number in range(9)
    ]
    found = [(one.document, other.document) for one, other in pairs(reversed(many))]
    assert found == sorted(set(found), key=lambda pair: pair[::-1])
    assert all(1 <= int(b[1]) - int(a[1]) <= REACH for a, b in found)
    assert not list(pairs([LEFT, candidate("a", "Amaru Quispe", EntityType.VEHICLE)]))


def answers(*given: tuple[float, Opinion]) -> tuple[list[Judgement], list[Judgement]]:
    program, people = [], []
    for number, (score, opinion) in enumerate(given):
        pair = (f"a:{number}", f"b:{number}")
        program.append(Judgement(*pair, Opinion.UNSURE, "model", score))
        people.append(Judgement(*pair, opinion, "Noor", 1.0, (), f"2026-01-02T10:00:{number:02}Z"))
    return program, people


def test_a_few_answers_do_not_move_the_threshold() -> None:
    assert threshold(*answers(*[(0.6, Opinion.SAME)] * 9)) == THRESHOLD


def test_the_threshold_is_learned_from_the_answers() -> None:
    assert threshold(*answers(*[(0.6, Opinion.SAME)] * 10)) == 0.6
    strict = [(0.94, Opinion.DIFFERENT)] * 2 + [(0.96, Opinion.SAME)] * 8
    assert threshold(*answers(*strict)) == 0.95


def test_a_wrong_join_costs_more_than_a_missed_one() -> None:
    mixed = [(0.7, Opinion.SAME)] * 9 + [(0.7, Opinion.DIFFERENT)]
    assert threshold(*answers(*mixed)) == THRESHOLD


def test_joining_from_another_probability_leaves_what_is_different() -> None:
    given = [
        Judgement("a", "b", Opinion.UNSURE, "model", 0.6),
        Judgement("a", "c", Opinion.SAME, "model", 0.95),
        Judgement("a", "d", Opinion.DIFFERENT, "model", 0.99),
    ]
    found = [each.opinion for each in joined_from(given, 0.5)]
    assert found == [Opinion.SAME, Opinion.SAME, Opinion.DIFFERENT]
    assert joined_from(given, 0.97)[1].opinion is Opinion.UNSURE
