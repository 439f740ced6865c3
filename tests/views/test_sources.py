"""What each source says, how often alone, and whose words others print."""

from collections.abc import Iterator

import pytest
from tests.weigh import wire

from onrecord.errors import NotFound
from onrecord.lexicon.grading import Graded
from onrecord.model import CopyKind, HolderClass
from onrecord.store import Store, open_store
from onrecord.views import UNNAMED, SourceRow, events, known_source, source, sources


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as store:
        wire.fill(store)
        yield store


def test_an_event_is_weighed_by_whom_its_statements_lead_back_to(store: Store) -> None:
    (row,) = events(store)
    assert {*row.sources} == {"Meridian Agency", "Lindal Herald", "The Tide", "Coast Weekly"}
    assert (row.independent_sources, row.credibility, row.disputed) == (2, 1, ("killed",))


def test_a_source_counts_its_reports_and_who_prints_them(store: Store) -> None:
    rows = {row.name: row for row in sources(store)}
    agency = SourceRow("Meridian Agency", HolderClass.OUTLET, "F", 1, 0, 2, 1, 3, 0, 1, 0)
    assert rows["Meridian Agency"] == agency
    assert (rows["Coast Weekly"].events, rows["Coast Weekly"].contradicted) == (1, 1)
    assert (rows["Tide"].reports, rows["Tide"].borrowed) == (1, 1)
    assert [*rows][-1] == UNNAMED
    assert (rows[UNNAMED].events, rows[UNNAMED].statements) == (1, 4)


def test_a_source_shows_the_line_of_its_copies(store: Store) -> None:
    (line,) = source(store, "tide").lineage
    assert [(each.report.publisher, each.depth, each.kind) for each in line] == [
        ("Meridian Agency", 0, None),
        ("Lindal Herald", 1, CopyKind.SAME),
        ("The Tide", 1, CopyKind.NEAR),
    ]
    assert {each.credit for each in line} == {None, "Meridian Agency"}


def test_a_grade_is_shown_with_its_source(store: Store) -> None:
    graded = Graded(known_source(store, "the tide"), "B", "Noor", "1921-06-01T00:00:00Z")
    store.add_decision(graded.decision())
    card = source(store, "Tide")
    assert (card.row.reliability, card.grades) == ("B", (graded,))


def test_a_source_that_is_not_on_record_is_not_made_up(store: Store) -> None:
    for ask in (source, known_source):
        with pytest.raises(NotFound, match="goes by 'Coast Weakly'; nearest: Coast Weekly"):
            ask(store, "Coast Weakly")
    with pytest.raises(NotFound, match="could be any of these sources"):
        source(store, "e")
