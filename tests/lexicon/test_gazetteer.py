"""Looking places up by name."""

import sqlite3
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicon import gazetteer_sources, tables
from onrecord.lexicon.demonym import demonym
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.lexicon.placekey import place_keys, written_key

ORIEL = Candidate("Oriel", 10.0, 20.0, "NE", "01", "PPL", 900, 7, 2.0)
ORIEL_PROVINCE = Candidate("Oriel", 10.5, 20.5, "NE", "01", "ADM1", 5000, 8, 60.0)


def small(path: Path) -> Gazetteer:
    return Gazetteer.of([(ORIEL, ("Oriel", "Ouriel")), (ORIEL_PROVINCE, ("Oriel",))], path)


def test_all_places_of_a_name_the_most_populous_first(tmp_path: Path) -> None:
    index = small(tmp_path / "gazetteer-1.sqlite")
    assert index.look_up("Oriel") == (ORIEL_PROVINCE, ORIEL)
    assert index.look_up("OURIEL") == (ORIEL,)
    assert index.look_up("Orielle") == ()
    assert index.digest == "1"


def test_an_index_cannot_be_written_to(tmp_path: Path) -> None:
    index = small(tmp_path / "gazetteer-1.sqlite")
    with pytest.raises(sqlite3.OperationalError):
        index._base.execute("DELETE FROM name")


def test_a_build_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken() -> object:
        yield ORIEL, ("Oriel",)
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        Gazetteer.of(broken(), tmp_path / "gazetteer-1.sqlite")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("St. Louis", "Saint Louis"),
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("Sana’a", "Sanaa"),
        ("Mt. Kenya", "Mount Kenya"),
        ("İzmir", "Izmir"),
        ("Łódź", "Lodz"),
        ("The Hague", "Hague"),
        ("U.S.", "US"),
        ("B.C.", "BC"),
    ],
)
def test_spellings_of_one_name_share_a_key(left: str, right: str) -> None:
    assert set(place_keys(left)) & set(place_keys(right))


def test_a_small_word_is_no_abbreviation() -> None:
    assert written_key("US") not in place_keys("us")


@given(st.text(max_size=30))
def test_a_name_finds_what_is_stored_under_it(name: str) -> None:
    key = written_key(name)
    assert not key.strip("= ") or key in place_keys(name)


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Timbuktu", "ML", "PPL"),
        ("Ouagadougou", "BF", "PPLC"),
        ("Ivory Coast", "CI", "PCLI"),
        ("Burma", "MM", "PCLI"),
        ("DRC", "CD", "PCLI"),
        ("Calif.", "US", "ADM1"),
        ("Nineveh", "IQ", "ADM1"),
        ("Bryansk Oblast", "RU", "ADM1"),
        ("Donbas", "UA", "RGN"),
        ("Sahel", None, "RGN"),
        ("Strait of Hormuz", None, "STRT"),
        ("Euphrates", None, "STM"),
        ("Africa", None, "CONT"),
        ("Qamishli", "SY", "PPL"),
        ("Tirah Valley", "PK", "VAL"),
        ("Suwałki Gap", None, "GAP"),
        ("Mischief Reef", None, "RF"),
        ("Markala Airport", "ML", "AIRP"),
        ("Fulton County", "US", "ADM2"),
    ],
)
def test_the_world_is_in_it(
    gazetteer: Gazetteer, name: str, country: str | None, feature: str
) -> None:
    assert any(
        place.country == country and place.feature == feature for place in gazetteer.look_up(name)
    )


def test_countries_have_an_id_a_centre_and_an_extent(gazetteer: Gazetteer) -> None:
    (chad,) = (place for place in gazetteer.look_up("Chad") if place.feature == "PCLI")
    assert chad.geonames_id == 2434508
    assert abs(chad.lat - 15) < 2 and abs(chad.lon - 19) < 2
    assert 500 < chad.radius_km < 800


def test_an_airfield_stands_in_for_a_town_that_is_missing(gazetteer: Gazetteer) -> None:
    (found,) = gazetteer.look_up("In Amenas")
    assert (found.country, found.feature) == ("DZ", "AIRP")
    assert all(place.feature != "AIRP" for place in gazetteer.look_up("Marrakesh"))


def test_a_farms_airfield_does_not_stand_for_its_town() -> None:
    fields = [
        {"iata": "", "name": "Ulaan Airport", "city": "Ulaan"},
        {"iata": "", "name": "Oriel Farm Airport", "city": "Oriel"},
        {"iata": "OYX", "name": "Oryx Mine Airport", "city": "Oryx"},
        {"iata": "", "name": "", "city": "Anvar"},
    ]
    rows = {str(n): row | {"country": "NE", "lat": 1, "lon": 2} for n, row in enumerate(fields)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("airportsdata.load", lambda code: rows)
        found = [(field.name, towns) for field, towns in gazetteer_sources._airfields()]
    assert found == [
        ("Ulaan Airport", {"Ulaan"}),
        ("Oriel Farm Airport", set()),
        ("Oryx Mine Airport", {"Oryx Mine", "Oryx"}),
    ]


def test_every_area_is_somewhere_and_has_an_extent() -> None:
    areas = [place for place, _ in gazetteer_sources._areas()]
    assert all(-90 <= area.lat <= 90 and -180 <= area.lon <= 180 for area in areas)
    assert all(0 < area.radius_km <= 8000 for area in areas)
    countries = {row[0] for row in tables.rows("countries", 5)}
    assert {area.country for area in areas} - {None} <= countries
    assert len(areas) > 1400


def test_towns_are_read_in_pieces_as_the_package_reads_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gazetteer_sources, "_PIECE", 77)
    some = list(islice(gazetteer_sources._cities(), 300))
    assert len({row["geonameid"] for row in some}) == 300
    assert all(row["name"] and isinstance(row["alternatenames"], list) for row in some)


def test_each_country_has_one_capital_at_most(gazetteer: Gazetteer) -> None:
    washingtons = [p for p in gazetteer.look_up("Washington") if p.feature == "PPLC"]
    assert [place.admin1 for place in washingtons] == ["DC"]


def test_a_stale_index_is_built_anew(
    gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.lexicon.gazetteer.places", lambda: [(ORIEL, ("Oriel",))])
    stale = tmp_path / "gazetteer-0.sqlite"
    stale.write_bytes(b"")
    index = Gazetteer.open(tmp_path)
    assert index.digest == gazetteer.digest
    assert index.look_up("Oriel") == (ORIEL,)
    assert not list(tmp_path.glob("*.building"))


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Malian", "ML"),
        ("Algerians", "DZ"),
        ("Iraqi", "IQ"),
        ("Burkinabé", None),
        ("Swedes", "SE"),
        ("GERMAN", "DE"),
        ("Congolese", "CD"),
        ("New Zealander", "NZ"),
        ("Martian", None),
        ("polish", None),
        ("us", None),
        ("US", "US"),
    ],
)
def test_demonyms_name_a_country(word: str, country: str | None) -> None:
    assert demonym(word) == country
