"""Where the parts of a life stand on its drawing."""

from collections.abc import Iterator

import pytest
from tests import groups

from onrecord.serve.lifeline import Band, Lifeline, Piece, lifeline
from onrecord.store import Store, open_store
from onrecord.views import profile


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        groups.fill(opened)
        yield opened


def life_of(store: Store, name: str) -> Lifeline:
    entity = next(each for each in store.entities() if each.name == name)
    found = lifeline(profile(store, entity))
    assert found is not None
    return found


def band(life: Lifeline, name: str) -> Band:
    return next(each for each in life.bands if each.party and each.party.name == name)


def test_an_end_that_is_a_year_is_a_soft_piece_of_its_own(store: Store) -> None:
    leader = next(
        each
        for each in life_of(store, "Reed Brotherhood").bands
        if each.label == "leader" and each.party and each.party.name == "Tomasz Adeyemi"
    )
    assert [dash.sort for dash in leader.dashes] == [Piece.BEGINS, Piece.HELD, Piece.ENDS]
    begins, held, ends = leader.dashes
    assert begins.x < held.x < ends.x
    assert begins.x + begins.width == pytest.approx(held.x, abs=0.05)
    assert held.x + held.width == pytest.approx(ends.x, abs=0.05)


def test_an_end_that_nobody_tells_stays_open(store: Store) -> None:
    leader = band(life_of(store, "Reed Brotherhood"), "Sunniva Rao")
    assert [dash.sort for dash in leader.dashes][-1] is Piece.OPEN_END
    assert leader.dashes[0].sort is Piece.BEGINS
    assert any(mark.sort == "of-report" for mark in leader.marks)


def test_a_founding_has_a_day_and_no_end(store: Store) -> None:
    founded = next(x for x in life_of(store, "Reed Brotherhood").bands if x.label == "founder")
    assert founded.party is not None
    assert founded.party.name == "Tomasz Adeyemi"
    assert [dash.sort for dash in founded.dashes] == [Piece.BEGINS]


def test_all_of_it_lies_on_the_drawing(store: Store) -> None:
    life = life_of(store, "Reed Brotherhood")
    for each in life.bands:
        for dash in (*each.dashes, *each.marks):
            assert 0 <= dash.x <= 100
            assert 0 < dash.width
            assert dash.x + dash.width <= 100.01
    years = [int(tick.words) for tick in life.ticks]
    assert years == sorted(years)
    assert 2 <= len(years) <= 9


def test_a_time_within_a_year_is_named_by_its_days(store: Store) -> None:
    ticks = life_of(store, "Ilse Okafor").ticks
    assert len(ticks) >= 2
    assert ticks[0].x < ticks[-1].x
