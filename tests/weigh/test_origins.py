"""Forty sites, one source: who counts once, and who twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weigh.told import Told, by

from onrecord.model import Copy, CopyKind, HolderClass

PERSON = HolderClass.PERSON
WIRE = "PORT ALWEN, May 3 (Meridian) -- The depot was attacked."


def names(told: Told) -> list[str]:
    return [origin.name for origin in told.weight.origins]


def test_one_who_speaks_in_forty_outlets_is_one_source() -> None:
    told = Told()
    for number in range(40):
        told.says(f"Outlet {number}", by("Amaru Quispe", PERSON, "quispe"))
    (origin,) = told.weight.origins
    assert (origin.entity, len(origin.statements)) == ("entity:quispe", 40)


def test_one_of_the_same_name_is_one_source_even_if_nobody_knows_who() -> None:
    told = Told()
    told.says("Lindal Herald", by("the Salt Office", HolderClass.ORGANISATION))
    told.says("The Tide", by("Salt Office", HolderClass.ORGANISATION))
    assert len(names(told)) == 1


def test_copies_are_no_source_of_their_own() -> None:
    told = Told(Copy("b", "a", 0.9, CopyKind.NEAR), Copy("c", "b", 1.0, CopyKind.SAME))
    for document, outlet in (("a", "Lindal Herald"), ("b", "The Tide"), ("c", "Coast Weekly")):
        told.says(outlet, document=document)
    assert names(told) == ["Lindal Herald"]


def test_of_a_report_that_quotes_another_only_what_stands_there_is_borrowed() -> None:
    told = Told(Copy("b", "a", 0.3, CopyKind.QUOTES))
    told.report("a", "Early on Friday the depot was attacked and burnt down.", "Lindal Herald")
    told.says("Lindal Herald", document="a")
    told.says("The Tide", document="b")
    assert names(told) == ["Lindal Herald"]
    told.statements.pop()
    told.says("The Tide", document="b", quote="our reporter saw the depot being stormed")
    assert names(told) == ["Lindal Herald", "Tide"]


def test_a_wire_is_the_source_of_those_who_credit_it() -> None:
    told = Told()
    for number in range(3):
        told.report(f"d{number}", WIRE, f"Outlet {number}")
        told.says(f"Outlet {number}", document=f"d{number}")
    told.says("Outlet 9", by("Meridian", HolderClass.OUTLET))
    assert names(told) == ["Meridian"]


def test_an_outlet_that_others_cite_as_a_body_is_the_one_that_published() -> None:
    told = Told()
    told.says("Lindal Herald")
    told.says("The Tide", by("the Lindal Herald", HolderClass.ORGANISATION))
    assert names(told) == ["Lindal Herald"]


def test_a_credit_is_the_outlet_on_record_that_goes_by_it() -> None:
    told = Told()
    told.report("d0", WIRE, "Lindal Herald")
    told.says("Lindal Herald", document="d0")
    told.says("Meridian Telegraph")
    assert names(told) == ["Meridian Telegraph"]


def test_outlets_that_speak_for_themselves_are_each_a_source() -> None:
    told = Told()
    told.says("Lindal Herald")
    told.says("Lindal Herald", document="d0", quote="the depot")
    told.says("The Tide")
    assert names(told) == ["Lindal Herald", "Tide"]


def test_an_outlet_that_names_its_source_only_passes_it_on() -> None:
    told = Told()
    told.says("Lindal Herald")
    told.says("Lindal Herald", by("Amaru Quispe", PERSON, "quispe"))
    told.says("The Tide", by("Lindal Herald", HolderClass.OUTLET))
    told.says("The Tide")
    assert names(told) == ["quispe"]


def test_outlets_that_cite_each_other_are_still_counted() -> None:
    told = Told()
    told.says("Lindal Herald", by("The Tide", HolderClass.OUTLET))
    told.says("The Tide", by("Lindal Herald", HolderClass.OUTLET))
    (first, *_) = told.weight.origins
    assert first.cls is HolderClass.OUTLET


@pytest.mark.parametrize(
    ("one", "other", "several"),
    [
        ("officials", "two officials", False),
        ("an official", "a witness", True),
        ("Kenyan officials", "Somali officials", True),
        ("Kenyan officials", "security officials", False),
        ("a hospital doctor", "police", True),
        ("a source", "a Kenyan diplomat", False),
        ("police sources", "ministry sources", True),
        ("a person familiar with the matter", "officials", False),
    ],
)
def test_the_unnamed_are_two_only_where_words_part_them(
    one: str, other: str, several: bool
) -> None:
    told = Told()
    told.says("Lindal Herald", by(one))
    told.says("The Tide", by(other))
    assert (len(names(told)) == 2) is several


def test_a_source_of_whom_nothing_is_told_may_be_anybody() -> None:
    told = Told()
    told.says("Lindal Herald", by("Amaru Quispe", PERSON, "quispe"))
    told.says("The Tide", by("a source"))
    told.says("Echo", by("Newspaper reports", HolderClass.OUTLET))
    assert names(told) == ["quispe"]
    told.says("Coast Weekly", by("a witness"))
    assert names(told) == ["quispe", "a witness"]


def test_a_headline_is_no_source_beside_its_text() -> None:
    told = Told()
    told.says("Lindal Herald", by("a local woman"), summary=True)
    assert names(told) == ["a local woman"]
    told.says("Lindal Herald", by("Ingrid Oyelaran", PERSON, "oyelaran"), document="d0")
    assert names(told) == ["oyelaran"]


def test_a_vague_one_does_not_make_two_that_differ_one() -> None:
    told = Told()
    for outlet, who in (("A", "officials"), ("B", "Kenyan officials"), ("C", "Somali officials")):
        told.says(outlet, by(who))
    assert len(names(told)) == 2


VOICES = st.sampled_from(
    ["officials", "a witness", "Kenyan officials", "police", "a source", "quispe", "oyelaran", ""]
)


@given(st.lists(st.tuples(st.sampled_from("ABC"), VOICES), min_size=1, max_size=8))
def test_every_statement_leads_back_to_one_source(said: list[tuple[str, str]]) -> None:
    told = Told()
    for outlet, who in said:
        named = who in ("quispe", "oyelaran")
        holder = by(who, PERSON if named else HolderClass.UNNAMED, who if named else None)
        told.says(outlet, *([holder] if who else []))
    origins = told.weight.origins
    found = [each for origin in origins for each in origin.statements]
    assert sorted(found) == sorted(each.id for each in told.statements)
    told.says("A", by("officials"))
    assert len(told.weight.origins) <= len(origins) + 1
