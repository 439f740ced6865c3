"""Grades: the last one stands, a topic's own before that for all, and any can be taken back."""

from onrecord.lexicon.acts import UNDO, act_anchor
from onrecord.lexicon.grading import Graded, Grades
from onrecord.model import Decision


def given(letter: str, at: str, topic: str | None = None, source: str = "The Tide") -> Decision:
    return Graded(source, letter, "Noor", at, topic, "knows the harbour").decision()


def test_the_last_grade_stands() -> None:
    grades = Grades([given("B", "1"), given("D", "2")])
    assert grades.of("Tide") == "D"
    assert grades.of("Lindal Herald") == "F"


def test_a_topic_has_a_grade_of_its_own() -> None:
    grades = Grades([given("B", "1"), given("E", "2", "ASSAULT")])
    assert (grades.of("The Tide", "ASSAULT"), grades.of("The Tide", "AID")) == ("E", "B")
    assert [each.topic for each in grades.all_of("the tide")] == [None, "ASSAULT"]


def test_a_grade_that_is_taken_back_gives_way_to_the_one_before() -> None:
    back = Decision(UNDO, act_anchor("Noor", "2"), "", "Ito", "3")
    assert Grades([given("B", "1"), given("D", "2"), back]).of("The Tide") == "B"


def test_an_agency_is_graded_by_any_of_its_names() -> None:
    assert Grades([given("A", "1", source="Associated Press")]).of("AP") == "A"


def test_a_grade_comes_back_from_its_decision() -> None:
    graded = Graded("The Tide", "C", "Noor", "1", "AID", "was wrong twice")
    assert Graded.of(graded.decision()) == graded
