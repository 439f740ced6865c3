"""Which of two places side by side lies in the other."""

import pytest

from onrecord.extract.statements.whereabouts import _is_wider
from onrecord.model import Located, Place, Precision, Span

LAND = Place("Norland", 50.0, 10.0, Precision.COUNTRY, 280.0, "ZZ")


def located(place: Place | None) -> Located:
    return Located("Vinkoro", Span(0, 7), place=place)


@pytest.mark.parametrize(
    ("precision", "radius_km", "wider"),
    [
        (Precision.NEAR, 8.0, True),
        (Precision.AREA, 90.0, True),
        (Precision.AREA, 2900.0, False),
        (Precision.REGION, 90.0, False),
        (Precision.COUNTRY, 200.0, False),
    ],
)
def test_a_country_after_a_place_holds_it_only_if_that_is_smaller(
    precision: Precision, radius_km: float, wider: bool
) -> None:
    near = Place("Vinkoro", 50.0, 10.0, precision, radius_km, "ZZ")
    assert _is_wider(located(near), located(LAND)) is wider


def test_a_place_that_nobody_knows_may_lie_in_the_country_after_it() -> None:
    assert _is_wider(located(None), located(LAND))
    assert not _is_wider(located(LAND), located(None))
