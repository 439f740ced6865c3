"""Our own labels of times and places."""

from datetime import date

from onrecord.export.schemes import Line, scheme
from onrecord.model import (
    Document,
    Located,
    Place,
    Precision,
    Reading,
    Span,
    TimeExpression,
    TimeInterval,
    TimexType,
)

TEXT = "Rain fell for days near Oriel in May 2031."
MAY = TimeInterval(date(2031, 5, 1), date(2031, 5, 31))
ORIEL = Place("Oriel", -1.5, 36.25, Precision.EXACT, 3.0, "KE", 7, "PPL")
NEAR = Place("near Oriel", -1.5, 36.25, Precision.NEAR, 28.0, "KE")


def _found(key: str, reading: Reading) -> list[dict[str, object]]:
    line = Line(Document("d", TEXT), reading, lambda text, sentences, entities: [])
    found = scheme(None)(line)[key]
    assert isinstance(found, list)
    return found


def test_a_time_has_its_interval_and_a_length_has_none() -> None:
    may = TimeExpression(Span(33, 41), "May 2031", TimexType.DATE, "2031-05", None, "2031-05", MAY)
    days = TimeExpression(Span(14, 18), "days", TimexType.DURATION, "PXD")
    first, second = _found("timexes", Reading("d", times=(days, may)))
    assert (first["earliest"], first["latest"]) == (None, None)
    assert (second["earliest"], second["latest"]) == ("2031-05-01", "2031-05-31")


def test_a_place_tells_where_it_is_and_where_the_words_point() -> None:
    located = Located("Oriel", Span(24, 29), None, ORIEL, NEAR)
    (found,) = _found("places", Reading("d", places=(located,)))
    keys = ("country", "precision", "radius_km", "geonames_id", "kind")
    assert [found[key] for key in keys] == ["KE", "exact", 3.0, 7, "PPL"]
    assert isinstance(found["around"], dict)
    assert found["around"]["precision"] == "near"


def test_a_place_that_is_not_known_has_its_name_alone() -> None:
    (found,) = _found("places", Reading("d", places=(Located("Oriel", Span(24, 29)),)))
    assert found["name"] == "Oriel"
    assert {found[key] for key in ("lat", "lon", "country", "precision", "around")} == {None}
