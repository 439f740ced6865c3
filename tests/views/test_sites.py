"""Places of one name are told apart by where they lie and what is near."""

from pathlib import Path

from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.model import Located, Place, Precision, Span
from onrecord.views import Site, sites

SOUTH = Candidate("Port Alwen", 12.5, -3.25, "ZZ", "01", "PPL", 4000, 77, 4.0)
NORTH = Candidate("Port Alwen", 61.25, 4.5, "YY", None, "PPLC", 900, None, 3.0)
PROVINCE = Candidate("Alwen Coast", 12.0, -3.0, "ZZ", "01", "ADM1", 0, 5, 90.0)
LAND = Candidate("Zedland", 11.0, -2.0, "ZZ", None, "PCLI", 0, 6, 300.0)
MILL = Place("Mill Cross", 61.25, 5.5, Precision.EXACT, 2.0)
WIDE = Place("Yedland", 61.25, 4.6, Precision.COUNTRY, 300.0)


def located(place: Place, text: str) -> Located:
    return Located(text, Span(0, len(text)), None, place)


def test_each_tells_what_sets_it_apart(tmp_path: Path) -> None:
    named = [(each, (each.name,)) for each in (SOUTH, NORTH, PROVINCE, LAND)]
    gazetteer = Gazetteer.of(named, tmp_path / "places-1.sqlite")
    stands = located(Place("Port Alwen", 61.25, 4.5, Precision.EXACT), "Port  Alwen")
    others = [stands, located(MILL, "Mill Cross"), located(WIDE, "Yedland")]
    found = sites("Port Alwen", stands, others, gazetteer)
    south, north = found.rows
    assert found.count == 2
    assert south.km is not None and south.km > 5000
    assert (south.typed, south.kind, south.lies_in, south.population, south.stands) == (
        "Port Alwen, ZZ #77",
        "town",
        ("Alwen Coast", "Zedland"),
        4000,
        False,
    )
    assert north == Site(
        "Port Alwen, YY 61.2500, 4.5000",
        "Port Alwen",
        "capital",
        (),
        900,
        61.25,
        4.5,
        53,
        "Mill Cross",
        True,
    )
    alone = sites("Port Alwen", None, (), gazetteer).rows[0]
    assert (alone.km, alone.beside, alone.stands) == (None, None, False)
    assert sites("Atlantis", None, (), gazetteer).rows == ()
    gazetteer.close()
