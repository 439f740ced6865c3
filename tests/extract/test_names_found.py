"""What is a name and what only looks like one, in made-up reports."""

import pytest
from tests.extract.chained import Report

from onrecord.lexicon.demonym import is_people_word


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("National/ADJ/3/amod Security/NOUN/3/compound Minister/PROPN/4/nsubj", "PER"),
        ("The/DET/3/det University/PROPN/3/compound President/PROPN/4/nsubj", "PER"),
        ("A/DET/3/det TKO/PROPN/3/compound Secretary/PROPN/4/nsubj", "PER"),
        ("Premier/PROPN/4/nsubj -/PUNCT/1/punct elect/ADJ/1/amod", "PER"),
    ],
)
def test_an_office_is_nobodys_name(words: str, label: str) -> None:
    named = " ".join(word.split("/")[0] for word in words.split()).removeprefix("The ")
    report = Report(f"{words} spoke/VERB/0/root", names={named.removeprefix("A "): label})
    assert not report.mentioned("name")


def test_a_unit_keeps_its_number() -> None:
    report = Report(
        "The/DET/4/det 4th/ADJ/4/amod Harbour/PROPN/4/compound Brigade/PROPN/5/nsubj "
        "fled/VERB/0/root",
        names={"Harbour Brigade": "ORG"},
    )
    assert [text for text, _ in report.mentioned("name")] == ["4th Harbour Brigade"]


def test_a_portfolio_is_no_name() -> None:
    report = Report(
        "Ministers/NOUNS/5/nsubj of/ADP/4/case Foreign/PROPN/4/amod Affairs/PROPN/1/nmod "
        "met/VERB/0/root",
        names={"Foreign Affairs": "ORG"},
    )
    assert not report.mentioned("name")


def test_who_somebody_is_stands_before_the_name() -> None:
    report = Report(
        "Pacifist/PROPN/2/nmod:desc Amara/PROPN/4/nsubj Okoye/PROPN/2/flat spoke/VERB/0/root",
        names={"Amara Okoye": "PER", "Pacifist": "PER"},
    )
    assert report.mentioned("name") == [("Amara Okoye", "Person")]


def test_a_title_stays_in_the_name_of_a_body() -> None:
    report = Report(
        "Justice/PROPN/2/compound Department/PROPN/3/compound officials/NOUNS/4/nsubj "
        "spoke/VERB/0/root",
    )
    assert ("Justice Department", "Organisation") in report.mentioned("name")


@pytest.mark.parametrize("word", ["Kurdish", "Tuaregs", "Swahili", "Islam", "Sunnis", "Malian"])
def test_peoples_tongues_and_faiths_are_no_places(word: str) -> None:
    assert is_people_word(word)
    report = Report(f"They/PRON/2/nsubj spoke/VERB/0/root {word}/PROPN/2/obj", names={word: "LOC"})
    assert report.mentioned("name") == [(word, "Nationality")]


def test_a_lone_adjective_is_no_name() -> None:
    report = Report("The/DET/3/det Departmental/ADJ/3/amod police/NOUN/4/nsubj came/VERB/0/root")
    assert not report.mentioned("name")


def test_a_cartel_is_not_the_town_that_it_is_called_after() -> None:
    report = Report(
        "The/DET/3/det Oriel/PROPN/3/compound cartel/NOUN/4/nsubj fled/VERB/0/root",
        names={"Oriel": "LOC"},
    )
    assert report.mentioned("name") == [("Oriel cartel", "Group")]


def test_a_bracket_parts_two_names() -> None:
    report = Report(
        "Harbour/PROPN/2/compound Ministry/PROPN/6/nsubj (/PUNCT/4/punct HM/PROPN/2/appos "
        ")/PUNCT/4/punct closed/VERB/0/root",
        names={"Harbour Ministry ( HM": "ORG"},
    )
    assert all("(" not in words for words, _ in report.mentioned("name"))


def test_who_is_for_somebody_is_not_somebody() -> None:
    report = Report(
        "The/DET/3/det pro-Okoye/PROPN/3/compound Harbour/PROPN/4/nsubj fled/VERB/0/root",
        names={"pro-Okoye Harbour": "ORG"},
    )
    assert "pro-Okoye Harbour" not in dict(report.mentioned("name"))


def test_what_a_person_owns_tells_nothing_of_where_the_person_is() -> None:
    report = Report(
        "They/PRON/2/nsubj hid/VERB/0/root in/ADP/6/case Amara/PROPN/6/nmod:poss "
        "Okoye/PROPN/4/flat house/NOUN/2/obl",
        names={"Amara Okoye": "PER"},
    )
    assert ("Amara Okoye", "Person") in report.mentioned("name")


def test_a_ship_and_a_prize_are_neither_place_nor_person() -> None:
    report = Report(
        "HMS/PROPN/2/compound Oriel/PROPN/3/nsubj won/VERB/0/root the/DET/6/det "
        "Amber/PROPN/6/compound Prize/PROPN/3/obj",
        names={"HMS Oriel": "LOC", "Amber Prize": "PER"},
    )
    assert report.mentioned("name") == [("HMS Oriel", "Vehicle"), ("Amber Prize", "Event")]


def test_an_office_with_an_article_is_no_name_but_an_outlet_is() -> None:
    for word, named in (("Rector", False), ("Economist", True)):
        report = Report(
            f"They/PRON/2/nsubj read/VERB/0/root the/DET/4/det {word}/PROPN/2/obj",
            names={word: "ORG"},
        )
        assert bool(report.mentioned("name")) is named
