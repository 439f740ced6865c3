"""Pages and their twins."""

import pytest
from fastapi.testclient import TestClient
from tests.handmade import DEPOT

from onrecord import views
from onrecord.store import Store


def test_a_page_and_its_twin_show_the_same(client: TestClient, store: Store) -> None:
    page = client.get("/events")
    assert f'href="{"/events.json"}"' in page.text
    twin = client.get("/events.json").json()
    assert twin["rows"] == views.plain(views.events(store))
    assert twin["total"] == len(twin["rows"])
    assert all(each["reference"].removeprefix("event:") in page.text for each in twin["rows"])


def test_reports_are_listed_in_parts(client: TestClient, store: Store) -> None:
    page = client.get("/reports")
    assert DEPOT.title and DEPOT.title in page.text
    rows = views.reports(store, views.Part(0, 50)).rows
    assert views.reports(store, views.Part(1, 1)).rows == rows[1:2]
    assert client.get("/reports.json?first=1").json()["total"] == len(rows)


def test_events_are_narrowed_by_what_is_asked(client: TestClient, store: Store) -> None:
    every = views.events(store)
    for kind in {each.type for each in every}:
        found = client.get("/events.json", params={"type": kind.value}).json()
        assert [x["type"] for x in found["rows"]] == [kind.value] * found["total"]
        assert found["total"] == sum(each.type is kind for each in every)
    dated = [each for each in every if each.time.earliest]
    assert dated
    year = str(dated[0].time.earliest)[:4]
    in_year = client.get("/events.json", params={"from": year, "to": year}).json()
    assert dated[0].reference in [x["reference"] for x in in_year["rows"]]
    assert client.get("/events.json", params={"from": "2999"}).json()["total"] == 0
    actor = client.get("/events", params={"entity": "nobody at all"})
    assert actor.status_code == 404


def test_a_report_stands_beside_what_it_states(client: TestClient, store: Store) -> None:
    page = client.get(f"/reports/{DEPOT.id}").text
    for line in views.Ledger(store).lines(store.statements(document=DEPOT.id)):
        assert f'id="s-{line.reference}"' in page


def test_a_statement_is_found_in_its_report(client: TestClient, store: Store) -> None:
    line = views.Ledger(store).lines(store.statements(document=DEPOT.id))[0]
    answer = client.get(f"/statements/{line.statements[0]}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/reports/{line.document}#s-{line.reference}"


@pytest.mark.parametrize("address", ["/reports/zz", "/events/zz", "/statements/zz", "/nowhere"])
def test_what_is_not_on_record_gets_one_line(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "<h1>Not on record</h1>" in answer.text
    if address != "/statements/zz":
        assert client.get(f"{address}.json").status_code == 404


def test_names_are_suggested_as_somebody_types(client: TestClient) -> None:
    assert '<option value="Ikaika Mbeki"' in client.get("/suggest?q=mbe").text
    assert "<option" not in client.get("/suggest?q=m").text
    assert "<option" not in client.get("/suggest?q=qqqq").text
    page = client.get("/search?q=Mbeki").text
    assert ">Ikaika Mbeki</bdi></a>" in page


def test_a_wrong_question_gets_one_line(client: TestClient) -> None:
    assert client.get("/search").status_code == 200
    assert client.post("/search").status_code == 405
