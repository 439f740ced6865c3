"""Sources and their grades."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.serve.test_entity import token
from tests.weigh import wire

from onrecord import views
from onrecord.model import HolderClass
from onrecord.serve import application
from onrecord.settings import load
from onrecord.store import Store, open_store

TIDE = "/sources/Tide"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "onrecord.db"
    with open_store(path) as store:
        wire.fill(store)
    return path


@pytest.fixture
def client(record: Path) -> Iterator[TestClient]:
    settings = load({"record": str(record)}, {}, record.parent)
    with TestClient(application(settings, "tester"), base_url="http://localhost") as client:
        yield client


def test_all_sources_are_listed_with_their_figures(client: TestClient, store: Store) -> None:
    page, twin = client.get("/sources").text, client.get("/sources.json").json()
    assert twin == views.plain(views.sources(store))
    assert all(f"<bdi>{each['name']}</bdi>" in page for each in twin)


def test_copies_stand_under_the_report_that_they_copy(client: TestClient) -> None:
    page = client.get(TIDE).text
    tree = page[page.index('<ul class="tree">') :]
    first, copies = tree.split("<ul>", 1)
    assert "Meridian Agency" in first
    assert copies.index("Lindal Herald") < copies.index("The Tide") < copies.index("</ul>")
    assert tree.count("<ul") == tree.count("</ul>")
    assert tree.count("<li>") == tree.count("</li>")
    assert client.get(f"{TIDE}.json").json()["row"]["name"] == "Tide"


def test_a_grade_is_given_and_undone(client: TestClient, store: Store) -> None:
    signed = {"token": token(client, TIDE)}
    given = signed | {"letter": "B", "why": "was right on the flood"}
    answer = client.post(f"{TIDE}/grade", data=given, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, TIDE)
    (grade,) = views.source(store, "Tide").grades
    assert (grade.reliability, grade.by, grade.why) == ("B", "tester", "was right on the flood")
    assert "was right on the flood" in client.get(TIDE).text
    undone = signed | {"by": grade.by, "at": grade.at}
    assert client.post(f"{TIDE}/undo", data=undone).status_code == 200
    assert views.source(store, "Tide").grades == ()


def test_what_is_no_grade_is_refused(client: TestClient, store: Store) -> None:
    signed = {"token": token(client, TIDE)}
    assert client.post(f"{TIDE}/grade", data=signed | {"letter": "G"}).status_code == 400
    wrong = signed | {"letter": "A", "topic": "TEA"}
    assert "no type of event" in client.post(f"{TIDE}/grade", data=wrong).text
    assert client.post(f"{TIDE}/grade", data={"letter": "A"}).status_code == 400
    assert not store.decisions()
    assert client.get("/sources/nobody").status_code == 404


def test_only_who_can_be_graded_has_a_form_for_it(client: TestClient, store: Store) -> None:
    tide = store.document(next(store.documents()).id)
    said = next(each for each in store.statements(document=tide.id))
    office = replace(said.holders[-1], name="the governor's office", cls=HolderClass.ORGANISATION)
    reading = store.reading(tide.id)
    assert reading is not None
    others = [each for each in reading.statements if each.id != said.id]
    told = replace(said, holders=(office, *said.holders[-1:]))
    store.put_reading(replace(reading, statements=(told, *others)))
    for row in views.sources(store):
        page = client.get(f"/sources/{row.name}").text
        assert ("Give a grade" in page) == (row.name not in (office.name, views.UNNAMED)), row.name
    assert "a description that others may share" in client.get(f"/sources/{office.name}").text
