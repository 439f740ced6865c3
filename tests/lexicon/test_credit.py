"""Whose words a report prints, who the unnamed are, and what outlets go by."""

import pytest

from onrecord.lexicon.credit import WIRE, credited
from onrecord.lexicon.outlets import agency, outlet_name
from onrecord.lexicon.speakers import Described, described
from onrecord.model import Document


def credit(text: str, publisher: str = "Lindal Herald", byline: str | None = None) -> str | None:
    return credited(Document("d", text, publisher=publisher, byline=byline))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PORT ALWEN, May 3 (Meridian) -- The depot burns.", "Meridian"),
        ("TASHKEL (AP) — The depot burns.", "AP"),
        ("(Reuters) - The depot burns.", "Reuters"),
        ("The depot burns. It rains. - Reuters", "Reuters"),
        ("The depot burns.\nIt rains. (AFP)", "AFP"),
        ("The depot burns.\n\nReporting by the Associated Press", "AP"),
        ("The depot burns.\nWith inputs from PTI", "PTI"),
        ("The depot burns.\nSource: Xinhua", "Xinhua"),
        ("By our wire\nThe depot burns.", WIRE),
        ("Agence France-Presse\nThe depot burns.", "AFP"),
        ("The depot burns (he said).", None),
        ("He fled with a map", None),
        ("The harbour (open since 1970) - it burns.", None),
        ("The depot burns, and so does the map (map)", None),
    ],
)
def test_a_credit_is_read_where_credits_stand(text: str, name: str | None) -> None:
    assert credit(text) == name


def test_a_byline_may_hold_a_credit() -> None:
    assert credit("The depot burns.", byline="Noor Haddad, Associated Press") == "AP"
    assert credit("The depot burns.", byline="Staff and agencies") == WIRE
    assert credit("The depot burns.", byline="Noor Haddad") is None


def test_a_credit_to_oneself_is_none() -> None:
    assert credit("PORT ALWEN, May 3 (Meridian) -- It burns.", "Meridian Telegraph") is None
    assert credit("The depot burns. (AFP)", "Agence France-Presse") is None


def test_an_agency_goes_by_its_usual_name() -> None:
    assert agency("the Associated Press") == "AP"
    assert outlet_name("Agence France Presse") == "AFP"
    assert outlet_name("The Tide") == "Tide"
    assert agency("map") is None


def test_a_description_tells_kind_names_and_places() -> None:
    found = described("two Kenyan security officials")
    assert found == Described("official", frozenset({"kenyan"}), frozenset({"security"}))
    assert described("Police sources").kind == "official"
    assert described("a source").told == 0
