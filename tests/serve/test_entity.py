"""Dossiers, and who is who decided from the page."""

import re

from fastapi.testclient import TestClient

from onrecord import views
from onrecord.store import Store


def address(store: Store, name: str) -> str:
    ledger = views.Ledger(store)
    found = next(each for each in ledger.store.entities() if each.name == name)
    return f"/entities/{ledger.entity_reference(found.id)}"


def token(client: TestClient, page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(page).text)
    assert found is not None
    return found[1]


def test_what_is_open_stands_before_the_life(client: TestClient, store: Store) -> None:
    page = client.get(address(store, "Ikaika Mbeki")).text
    assert page.index("Disputed") < page.index("Nobody could verify") < page.index("Life line")
    assert page.index("presence at Tashkel") < page.index("Life line")
    assert "nobody on record holds that it is so" in page


def test_pages_on_somebody_have_twins(client: TestClient, store: Store) -> None:
    here = address(store, "Ikaika Mbeki")
    for each in (here, f"{here}/why", f"{here}/claims", "/entities"):
        assert f'href="{each}.json"' in client.get(each).text
    mbeki = next(each for each in store.entities() if each.name == "Ikaika Mbeki")
    card = client.get(f"{here}.json").json()["card"]
    assert card == views.plain(views.profile(store, mbeki).card)
    assert client.get(f"{here}/why.json").json() == views.plain(views.identity(store, mbeki))


def test_the_list_is_searched(client: TestClient) -> None:
    page = client.get("/entities", params={"q": "heron"}).text
    assert "Ikaika Mbeki" in page
    assert "Salt Road Front" not in page
    assert "Nobody and nothing" in client.get("/entities", params={"q": "qqq"}).text


def test_who_is_not_on_record_has_no_page(client: TestClient) -> None:
    for each in ("nobody", "zz:1"):
        assert client.get(f"/entities/{each}").status_code == 404
        assert client.post(f"/entities/{each}/merge", data={"other": "x"}).status_code == 400


def test_two_are_merged_and_it_is_undone(client: TestClient, store: Store) -> None:
    here = address(store, "Ikaika Mbeki")
    signed = {"token": token(client, f"{here}/why")}
    given = signed | {"other": "Noor Haddad", "reason": "one voice"}
    answer = client.post(f"{here}/merge", data=given, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{here}/why")
    page = client.get(f"{here}/why").text
    assert "one voice" in page
    assert "Noor Haddad" in page
    (judged, *_) = [each for each in store.judgements() if each.at is not None]
    assert judged.by == "tester"
    undone = signed | {"by": judged.by, "at": str(judged.at)}
    assert client.post(f"{here}/undo", data=undone).status_code == 200
    assert "one voice" not in client.get(f"{here}/why").text
    assert client.post(f"{here}/undo", data=undone).status_code == 404


def test_a_report_is_split_off(client: TestClient, store: Store) -> None:
    here = address(store, "Ikaika Mbeki")
    signed = {"token": token(client, f"{here}/why")}
    twin = client.get(f"{here}/why.json").json()
    reports = [join["report"]["reference"] for join in twin["joins"]]
    assert len(reports) == 2
    assert client.post(f"{here}/split", data=signed).status_code == 400
    assert client.post(f"{here}/split", data=signed | {"reports": reports}).status_code == 409
    answer = client.post(f"{here}/split", data=signed | {"reports": reports[1:]})
    assert answer.status_code == 200
    assert len(client.get(f"{here}/why.json").json()["joins"]) == 1
    assert "not the same as" in answer.text


def test_a_name_of_several_is_asked_back(client: TestClient, store: Store) -> None:
    here = address(store, "Salt Road Front")
    signed = {"token": token(client, f"{here}/why")}
    page = client.post(f"{here}/merge", data=signed | {"other": "Mbeki"})
    assert "Which" in page.text
    assert page.text.count('type="radio"') == 2
    assert not [each for each in store.judgements() if each.at is not None]
    nobody = client.post(f"{here}/merge", data=signed | {"other": "Tashkal"})
    assert nobody.status_code == 400
    assert "nearest: Tashkel" in nobody.text


def test_a_change_needs_the_token(client: TestClient, store: Store) -> None:
    here = address(store, "Ikaika Mbeki")
    for act in ("merge", "split", "undo"):
        data = {"other": "Noor Haddad", "reports": "x", "by": "a", "at": "b"}
        assert client.post(f"{here}/{act}", data=data).status_code == 400
    assert not store.decisions()
