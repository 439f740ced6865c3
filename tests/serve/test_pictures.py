"""Timeline, map and network as pages and twins, over one question."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord import views
from onrecord.serve import application
from onrecord.settings import load
from onrecord.store import Store

PICTURES = ("timeline", "map", "network")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_its_island_and_its_text(client: TestClient, name: str) -> None:
    page = client.get(f"/{name}?q=mbeki&from=1970").text
    assert f'data-island="{name}" data-source="/pictures/{name}.json?q=mbeki&amp;from=1970"' in page
    assert f'src="/static/built/{name}.js"' in page
    for other in PICTURES:
        assert f'href="/{other}?q=mbeki&amp;from=1970"' in page
    twin = client.get(f"/{name}.json", params={"q": "mbeki"}).text
    for each in twin.split('"reference":"')[1:]:
        assert each[:6] in client.get(f"/{name}", params={"q": "mbeki"}).text


def test_the_twin_is_the_view(client: TestClient, store: Store) -> None:
    ledger = views.Ledger(store)
    assert client.get("/timeline.json").json() == views.plain(views.times(ledger))
    assert client.get("/map.json").json() == views.plain(views.atlas(ledger))
    assert client.get("/network.json").json() == views.plain(views.network(ledger))


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_draws_what_its_page_tells(client: TestClient, name: str) -> None:
    told = client.get(f"/{name}.json?q=mbeki").text
    drawn = client.get(f"/pictures/{name}.json?q=mbeki").text
    assert drawn.count('"tone":') == told.count('"sureness":') > 0
    assert '"quote"' not in drawn
    assert client.get(f"/pictures/{name}.json?from=soon").status_code == 400
    assert client.get("/pictures/party.json").status_code == 400


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("from=soon", 400),
        ("type=PARTY", 400),
        ("independent=-1", 400),
        ("certainty=maybe", 400),
        ("entity=Nobody+Atall", 404),
        ("other=thing", 200),
    ],
)
def test_a_question_that_cannot_be_gets_one_line(
    client: TestClient, question: str, status: int
) -> None:
    for name in PICTURES:
        assert client.get(f"/{name}?{question}").status_code == status
        assert client.get(f"/{name}.json?{question}").status_code == status


def test_only_tiles_that_the_settings_name_may_be_asked_for(
    client: TestClient, record: Path
) -> None:
    assert "data-tiles" not in client.get("/map").text
    address = "https://tiles.example/{z}/{x}/{y}.png"
    settings = load({"record": str(record), "tiles": address}, {}, record.parent)
    with TestClient(application(settings, "tester"), base_url="http://localhost") as asking:
        answer = asking.get("/map")
        assert f'data-tiles="{address}"' in answer.text
        policy = answer.headers["content-security-policy"]
        assert "connect-src 'self' https://tiles.example" in policy.split("; ")
        assert "data-tiles" not in asking.get("/timeline").text
