"""A place that was joined to a namesake is put where a person says, by number, point or name."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.samples import PORT, read_simply, report

from onrecord import pipeline, views
from onrecord.errors import InputError
from onrecord.export import export_lines
from onrecord.export.corrections import correction_lines
from onrecord.lexicon.gazetteer import Candidate, Gazetteer
from onrecord.model import Place, Precision, Statement
from onrecord.resolve import Act
from onrecord.store import Store, open_store

NOOR = Act("Noor", "1921-06-01T12:00:00Z", ("it has a lighthouse",))
ITO = Act("Ito", "1921-06-02T12:00:00Z")
NORTH = Candidate("Port Alwen", 61.25, 4.5, "YY", None, "PPL", 900, 78, 3.0)
BAY = Candidate("Alwen Bay", 61.5, 4.75, "YY", None, "BAY", 0, None, 10.0)
REPORT = report(
    "Amaru Quispe met Ingrid Oyelaran in Port Alwen. Amaru Quispe met Tomasz Banda.\n"
    "Tomasz Banda attacked the ferry off Port Alwen.",
    published="1921-05-04",
)
NORTHERN = Place("Port Alwen", 61.25, 4.5, Precision.EXACT, 3.0, "YY", 78, "PPL")


@pytest.fixture
def atlas(tmp_path: Path) -> Callable[[], Gazetteer]:
    path = tmp_path / "places-1.sqlite"
    south = Candidate("Port Alwen", 12.5, -3.25, "ZZ", None, "PPL", 4000, 77, 4.0)
    named = [(south, ("Port Alwen",)), (NORTH, ("Port Alwen",)), (BAY, ("Alwen Bay",))]
    Gazetteer.of(named, path).close()
    return partial(Gazetteer, path)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as made:
        pipeline.read([REPORT], made, lambda: read_simply)
        pipeline.reconcile(made)
        yield made


def placed(store: Store) -> list[Statement]:
    return [each for each in store.statements() if each.place is not None]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("#78", NORTHERN),
        ("78", NORTHERN),
        ("Port Alwen, YY #78", NORTHERN),
        ("Port Alwen, YY 61.25, 4.5", NORTHERN),
        ("Alwen Bay", Place("Alwen Bay", 61.5, 4.75, Precision.AREA, 10.0, "YY", None, "BAY")),
        ("61.3, -4.5", Place("61.3, -4.5", 61.3, -4.5, Precision.EXACT)),
        ("", None),
    ],
)
def test_a_place_is_told_in_several_ways(
    store: Store, atlas: Callable[[], Gazetteer], words: str, meant: Place | None
) -> None:
    meeting, raid = placed(store)
    pipeline.correct(store, meeting.id, {"map": words}, NOOR, atlas)
    now = store.statement(meeting.id)
    assert now.place is not None and meeting.place is not None
    assert (now.place.place, now.place.text, now.place.span) == (
        meant,
        "Port Alwen",
        meeting.place.span,
    )
    assert store.statement(raid.id) == raid


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Port Alwen", "2 places are called “Port Alwen”; give one of them"),
        ("Atlantis", "no place that is known is called “Atlantis”"),
        ("#5", "no place that is known has the GeoNames number 5"),
        ("95, 10", "is no point of the earth"),
        ("Port Alwen, ZZ #77", "nothing is changed by this"),
    ],
)
def test_what_is_no_place_is_told_in_one_line(
    store: Store, atlas: Callable[[], Gazetteer], words: str, said: str
) -> None:
    with pytest.raises(InputError) as caught:
        pipeline.correct(store, placed(store)[0].id, {"map": words}, NOOR, atlas)
    assert said in str(caught.value) and "\n" not in str(caught.value)


def test_a_place_needs_its_words(store: Store, atlas: Callable[[], Gazetteer]) -> None:
    without = next(each for each in store.statements() if each.place is None)
    with pytest.raises(InputError, match="no words of the report tell where"):
        pipeline.correct(store, without.id, {"map": "#78"}, NOOR, atlas)
    form = {"place": "Port Alwen", "map": "#78"}
    pipeline.correct(store, without.id, form, NOOR, atlas)
    now = store.statement(without.id).place
    assert now is not None and now.place == NORTHERN
    pipeline.correct(store, without.id, {"place": "the ferry"}, ITO, atlas)
    other = store.statement(without.id).place
    assert other is not None and (other.text, other.place) == ("the ferry", None)


def test_the_whole_report_follows_survives_a_rebuild_and_is_undone(
    store: Store, atlas: Callable[[], Gazetteer]
) -> None:
    before = list(export_lines(store))
    meeting, raid = placed(store)
    pipeline.correct(store, meeting.id, {"map": "#78"}, NOOR, atlas, everywhere=True)

    def seen() -> list[tuple[Place | None, float]]:
        return [(x.place.place if x.place else None, x.confidence) for x in placed(store)]

    # Who says where the raid was vouches for no more of it.
    assert seen() == [(NORTHERN, 1.0), (NORTHERN, raid.confidence)]
    [port] = [each for each in store.entities() if each.name == "Port Alwen"]
    assert port.place == NORTHERN
    after = list(export_lines(store))
    pipeline.rebuild(store, lambda: read_simply)
    assert list(export_lines(store)) == after
    pipeline.undo(store, NOOR, "Ito", ITO.at)
    assert seen() == [(PORT, meeting.confidence), (PORT, raid.confidence)]
    bare = [each for each in export_lines(store) if json.loads(each)["kind"] != "decision"]
    assert bare == before


def test_an_acceptance_outlasts_what_is_said_of_the_place(
    store: Store, atlas: Callable[[], Gazetteer]
) -> None:
    meeting, raid = placed(store)
    pipeline.accept(store, raid.id, NOOR)
    pipeline.correct(store, meeting.id, {"map": "#78"}, ITO, atlas, everywhere=True)
    now = store.statement(raid.id)
    assert now.confidence == 1.0 and now.place is not None and now.place.place == NORTHERN


def test_it_can_be_learned_from(store: Store, atlas: Callable[[], Gazetteer]) -> None:
    meeting, _ = placed(store)
    pipeline.correct(store, meeting.id, {"map": "#78"}, NOOR, atlas, everywhere=True)
    first, second = map(json.loads, correction_lines(store))
    assert [each["places"][0]["geonames_id"] for each in (first, second)] == [78, 78]
    assert first["read"]["place"]["geonames_id"] == 77
    assert (first["vouched"], second["vouched"]) == (True, False)


def test_a_dossier_of_a_place_is_put_where_it_is(
    store: Store, atlas: Callable[[], Gazetteer]
) -> None:
    [port] = [each for each in store.entities() if each.name == "Port Alwen"]
    with pytest.raises(InputError, match="nothing is changed"):
        pipeline.site(store, port, "Port Alwen, ZZ #77", NOOR, atlas)
    [person] = [each for each in store.entities() if each.name == "Tomasz Banda"]
    with pytest.raises(InputError, match="nothing on record is told to be at Tomasz Banda"):
        pipeline.site(store, person, "#78", NOOR, atlas)
    before = [(each.place, each.confidence) for each in store.statements()]
    pipeline.site(store, port, "#78", NOOR, atlas)
    assert store.entity(port.id).place == NORTHERN
    assert {x.place.place for x in placed(store) if x.place} == {NORTHERN}
    (row,) = views.acts(store).rows
    assert (row.ruling, row.more, row.note) == ("corrected", 1, "it has a lighthouse")
    pipeline.rebuild(store, lambda: read_simply)
    assert store.entity(port.id).place == NORTHERN
    pipeline.undo(store, NOOR, "Ito", ITO.at)
    assert store.entity(port.id).place == PORT
    assert [(each.place, each.confidence) for each in store.statements()] == before
