"""What a text says of where its places lie, and what the map makes of it."""

import re

import numpy as np
import pytest

from onrecord.extract.places import resolve
from onrecord.extract.places.globe import apart_km, azimuths, moved
from onrecord.extract.places.siting import sitings
from onrecord.lexicon.frontier import neighbours
from onrecord.lexicon.gazetteer import Gazetteer
from onrecord.model import Document, Located, Precision, SitingSort, Span


def marked(text: str) -> tuple[str, list[Span]]:
    """A text without the brackets around its names, and where these stand."""
    bare, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", text):
        if part.startswith("["):
            spans.append(Span(len(bare), len(bare) + len(part) - 2))
            part = part[1:-1]
        bare += part
    return bare, spans


def located(gazetteer: Gazetteer, text: str) -> tuple[Located, ...]:
    bare, spans = marked(text)
    return resolve(Document("d", bare), spans, gazetteer)


@pytest.mark.parametrize(
    ("text", "sort", "words", "subject", "km", "azimuth"),
    [
        ("A farm 50 km north of [Gao] burned.", "off", "50 km north of Gao", None, 50, 0),
        ("[Ansongo], 50 km from [Gao], is calm.", "off", "50 km from Gao", "Ansongo", 50, None),
        (
            "[Ansongo], a market town about 30 miles (50 kilometers) south-east of the city of"
            " [Gao]",
            "off",
            "30 miles (50 kilometers) south-east of the city of Gao",
            "Ansongo",
            48.3,
            135,
        ),
        ("a mill twenty miles from [Lima]", "off", "twenty miles from Lima", None, 32.2, None),
        ("[Ras Lanuf] is 660 km east of [Tripoli].", "off", None, "Ras Lanuf", 660, 90),
        ("It lies to the west of [Quito].", "off", "to the west of Quito", None, None, 270),
        ("Fighting outside [Homs]", "near", "outside Homs", None, None, None),
        ("In northern [Mali]", "part", "northern Mali", None, None, 0),
        ("the south of [Niger]", "part", "the south of Niger", None, None, 180),
        ("in central [Chad]", "part", "central Chad", None, None, None),
        ("[Azaz], near the border with [Turkey]", "border", None, "Azaz", None, None),
        (
            "[Menaka], near the [Niger] border",
            "border",
            "near the Niger border",
            "Menaka",
            None,
            None,
        ),
        ("at the [Mali]-[Niger] border", "border", "at the Mali-Niger border", None, None, None),
        ("the road between [Gao] and [Kidal]", "between", None, None, None, None),
    ],
)
def test_the_words_are_read(
    text: str,
    sort: str,
    words: str | None,
    subject: str | None,
    km: float | None,
    azimuth: float | None,
) -> None:
    bare, spans = marked(text)
    (told,) = sitings(bare, spans)
    assert told.sort is SitingSort(sort)
    assert words is None or told.span.of(bare) == words
    assert subject == (None if told.subject is None else spans[told.subject].of(bare))
    assert (told.km, told.azimuth) == (km, azimuth)


@pytest.mark.parametrize(
    "text",
    ["talks between [Oslo] and [Lima]", "He left [Oslo] for [Lima].", "50 men from [Gao] came."],
)
def test_other_words_site_nothing(text: str) -> None:
    assert not sitings(*marked(text))


def test_a_distance_picks_the_homonym(gazetteer: Gazetteer) -> None:
    near = located(gazetteer, "[Tripoli], 80 km north of [Beirut], is calm.")
    far = located(gazetteer, "[Tripoli], 1000 km west of [Benghazi], is calm.")
    assert [each.place and each.place.country for each in near] == ["LB", "LB"]
    assert [each.place and each.place.country for each in far] == ["LY", "LY"]
    assert near[0].sitings[0].agrees and far[0].sitings[0].agrees


def test_a_border_picks_the_homonym(gazetteer: Gazetteer) -> None:
    georgia, russia = located(gazetteer, "Trucks wait at the [Georgia]-[Russia] border.")
    assert georgia.place is not None and georgia.place.country == "GE"
    assert russia.place is not None and russia.place.country == "RU"


def test_what_the_map_has_elsewhere_is_doubted_and_shown(gazetteer: Gazetteer) -> None:
    right, _ = located(gazetteer, "[Bamako], 600 km south-west of [Timbuktu], is calm.")
    wrong, _ = located(gazetteer, "[Bamako], 30 km north of [Timbuktu], is calm.")
    assert right.sitings[0].agrees is True and wrong.sitings[0].agrees is False
    assert wrong.confidence < right.confidence
    assert "30 km north of Timbuktu" in wrong.reason and "km" in wrong.reason
    assert wrong.sitings[0].measured_km == pytest.approx(705, abs=5)


def test_what_the_gazetteer_lacks_is_put_where_the_text_says(gazetteer: Gazetteer) -> None:
    unknown, gao = located(gazetteer, "In [Xyrvolost], 50 km north of [Gao], wells are dry.")
    assert unknown.place is not None and gao.place is not None
    assert unknown.place.precision is Precision.NEAR
    assert (unknown.place.lat or 0) - (gao.place.lat or 0) == pytest.approx(0.45, abs=0.02)
    assert unknown.place.geonames_id is None and "not in the gazetteer" in unknown.reason
    (inside, _) = located(gazetteer, "In [Xyrvolost], northern [Mali], wells are dry.")
    assert inside.place is None


def test_words_point_beside_a_place_or_into_its_part(gazetteer: Gazetteer) -> None:
    (near,) = located(gazetteer, "Shots were heard near [Gao].")
    (off,) = located(gazetteer, "Shots were heard 100 km east of [Gao].")
    (part,) = located(gazetteer, "Shots were heard in northern [Mali].")
    for each in (near, off, part):
        assert each.place is not None and each.around is not None and each.there is each.around
    assert near.around is not None and near.place is not None
    assert near.around.precision is Precision.NEAR
    assert (near.around.radius_km or 0) > (near.place.radius_km or 0)
    assert off.around is not None and (off.around.lon or 0) == pytest.approx(0.9, abs=0.1)
    assert off.around.name == "100 km east of Gao" and off.around.country is None
    assert part.around is not None and part.place is not None
    assert (part.around.lat or 0) > (part.place.lat or 0)
    assert (part.around.radius_km or 0) < (part.place.radius_km or 0)


def test_neighbours_share_a_frontier() -> None:
    assert {"NE", "DZ"} <= neighbours("ML") and "CM" not in neighbours("ML")
    assert neighbours("XX") == frozenset()


@pytest.mark.parametrize("azimuth", [0, 45, 90, 200, 300])
def test_moving_and_measuring_agree(azimuth: float) -> None:
    begin = (16.27, 179.9)
    end = moved(begin, 120.0, azimuth)
    assert apart_km(begin, end) == pytest.approx(120.0, abs=0.1)
    turned = azimuths(np.array([end]), np.array([begin]))[0, 0]
    assert abs((turned - azimuth + 180) % 360 - 180) < 0.5
    assert -180 <= end[1] <= 180
