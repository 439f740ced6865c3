"""People decide on pages: plain forms, one line for what is wrong, and back."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.handmade import DEPOT

from onrecord.model import Predicate, Ruling, Statement
from onrecord.store import Store


def _told(store: Store, predicate: Predicate) -> Statement:
    return next(x for x in store.statements(document=DEPOT.id) if x.predicate is predicate)


def _send(client: TestClient, address: str, **fields: str) -> Any:
    token = re.search(r'name="token" value="([^"]+)"', client.get("/review").text)
    assert token is not None
    return client.post(address, data={"token": token[1], **fields}, follow_redirects=False)


def test_the_queue_shows_what_was_read_and_its_words(client: TestClient, store: Store) -> None:
    page = client.get("/review").text
    assert "<mark>He was born in Tashkel in 1979</mark>" in page
    assert client.get("/review.json").json()["statements"] == store.counts().statements


def test_a_form_comes_filled_and_gives_back_nothing_new(client: TestClient, store: Store) -> None:
    born = _told(store, Predicate.BORN)
    page = client.get(f"/review/statements/{born.id}").text
    fields = dict(re.findall(r'<input name="([\w.]+)" value="([^"]*)"', page))
    assert (fields["type"], fields["role.object"], fields["date"]) == (
        "born",
        "Tashkel",
        "1979 1979",
    )
    answer = _send(client, f"/review/statements/{born.id}", **fields)
    assert answer.status_code == 400
    assert "nothing is changed by this" in answer.text


def test_a_correction_holds_and_is_told(client: TestClient, store: Store) -> None:
    born = _told(store, Predicate.BORN)
    answer = _send(
        client,
        f"/review/statements/{born.id}",
        place="Vellmar",
        note="by the register",
        back=f"/reports/{DEPOT.id}#s-{born.id}",
    )
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        f"/reports/{DEPOT.id}#s-{born.id}",
    )
    now = store.statement(born.id)
    assert now.place is not None
    assert now.place.text == "Vellmar"
    assert now.decided is not None
    assert (now.decided.ruling, now.decided.by) == (Ruling.CORRECTED, "tester")
    page = client.get("/decisions").text
    assert "by the register" in page
    assert "corrected by <bdi>tester</bdi>" in client.get(f"/reports/{DEPOT.id}").text


def test_what_is_wrong_stands_at_the_form_with_what_was_typed(
    client: TestClient, store: Store
) -> None:
    born = _told(store, Predicate.BORN)
    answer = _send(client, f"/review/statements/{born.id}", place="Atlantis", note="<b>sure</b>")
    assert answer.status_code == 400
    assert "“Atlantis” does not stand in the report" in answer.text
    assert 'name="place" value="Atlantis"' in answer.text
    assert "&lt;b&gt;sure&lt;/b&gt;" in answer.text
    assert store.decisions() == ()


def test_rejected_and_undone(client: TestClient, store: Store) -> None:
    born = _told(store, Predicate.BORN)
    answer = _send(client, f"/review/statements/{born.id}/reject", back="/review?first=0#i-2")
    where = answer.headers["location"]
    assert re.fullmatch(r"/review\?first=0&done=[^#]+#i-2", where)
    assert all(each.id != born.id for each in store.statements())
    assert "Rejected: “He was born in Tashkel in 1979” born" in client.get(where).text
    [decision] = store.decisions()
    _send(client, "/decisions/undo", by=decision.by, at=decision.at)
    assert store.statement(born.id).decided is None
    assert client.get("/decisions.json").json()["rows"] == []


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_no_form_leads_elsewhere(client: TestClient, store: Store, back: str) -> None:
    born = _told(store, Predicate.BORN)
    page = client.get(f"/review/statements/{born.id}", params={"back": back}).text
    assert f'href="{back}' not in page
    assert f'value="{back}' not in page
    answer = _send(client, f"/review/statements/{born.id}/accept", back=back)
    assert answer.headers["location"] == "/"


def test_wrong_answers_get_one_line(client: TestClient, store: Store) -> None:
    born = _told(store, Predicate.BORN)
    assert _send(client, f"/review/statements/{born.id}/bless").status_code == 400
    assert _send(client, "/review/statements/zz/accept").status_code == 404
    lost = _send(client, "/review/pairs", left="a:1", right="b:2", opinion="same")
    assert lost.status_code == 404
    assert _send(client, "/decisions/undo", by="nobody", at="never").status_code == 404
    assert client.post(f"/review/statements/{born.id}/accept").status_code == 400
