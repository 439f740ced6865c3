"""Which accounts are of one event is decided from the event's page and from the queue."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.samples import read_simply, report

from onrecord import pipeline
from onrecord.serve import application
from onrecord.settings import load
from onrecord.store import open_store

MORNING = report(
    "Amaru Quispe attacked the ferry on 3 May 1921, killing two.",
    published="1921-05-04",
    title="A <b>ferry</b> is attacked",
)
EVENING = report(
    "Two died. Amaru Quispe attacked the ferry on 3 May 1921, killing two, a clerk said.",
    published="1921-05-05",
    title="The ferry",
)


@pytest.fixture
def ferry(tmp_path: Path) -> Iterator[TestClient]:
    path = tmp_path / "ferry.db"
    with open_store(path) as store:
        pipeline.read([MORNING, EVENING], store, lambda: read_simply)
        pipeline.reconcile(store)
    settings = load({"record": str(path)}, {}, tmp_path)
    with TestClient(application(settings, "tester"), base_url="http://localhost") as client:
        yield client


def events(client: TestClient) -> list[str]:
    rows = client.get("/events.json").json()["rows"]
    return [f"/events/{each['reference'].removeprefix('event:')}" for each in rows]


def test_an_event_is_parted_merged_and_undone(ferry: TestClient) -> None:
    (here,) = events(ferry)
    page = ferry.get(f"{here}/why").text
    assert "&lt;b&gt;ferry&lt;/b&gt;" in page
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token is not None
    signed = {"token": token[1]}
    accounts = re.findall(r'name="accounts" value="([^"]+)"', page)
    assert ferry.post(f"{here}/split", data=signed).status_code == 400
    assert ferry.post(f"{here}/split", data=signed | {"accounts": accounts}).status_code == 409
    unsigned = {"accounts": accounts[1:]}
    assert ferry.post(f"{here}/split", data=unsigned).status_code == 400
    given = signed | {"accounts": accounts[1:], "reason": "<i>two</i> ferries"}
    parted = ferry.post(f"{here}/split", data=given)
    assert "&lt;i&gt;two&lt;/i&gt; ferries" in parted.text
    assert len(events(ferry)) == 2
    other = next(each for each in events(ferry) if each != here)
    assert ferry.post(f"{here}/merge", data=signed).status_code == 400
    assert ferry.post(f"{here}/merge", data=signed | {"named": "zz"}).status_code == 404
    address = f"http://localhost{other}?back=/#accounts"
    ferry.post(f"{here}/merge", data=signed | {"named": address, "reason": "one ferry"})
    assert events(ferry) == [here]
    # What was cited while it was another opens the event that it is of now.
    assert ferry.get(other).status_code == ferry.get(f"{other}/why").status_code == 200
    told = ferry.get("/decisions.json").json()["rows"]
    assert [each["ruling"] for each in told] == ["same", "different"]
    undone = signed | {"by": "tester", "at": told[0]["at"]}
    assert ferry.post(f"{here}/undo", data=undone).status_code == 200
    assert len(events(ferry)) == 2


def test_the_queue_takes_an_answer(ferry: TestClient) -> None:
    page = ferry.get(f"{events(ferry)[0]}/why").text
    left, right = re.findall(r'name="accounts" value="([^"]+)"', page)
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token is not None
    given = {"token": token[1], "left": left, "right": right, "note": "two days"}
    wrong = ferry.post("/review/accounts", data=given | {"opinion": "perhaps"})
    assert wrong.status_code == 400
    assert ferry.post("/review/accounts", data=given | {"opinion": "different"}).status_code == 200
    assert len(events(ferry)) == 2
    assert "two days" in ferry.get("/decisions").text
