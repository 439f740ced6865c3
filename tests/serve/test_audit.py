"""The audit's draws on a page, and what their answers come to."""

import re
from typing import Any

from fastapi.testclient import TestClient

from onrecord.store import Store
from onrecord.weigh.audit import Answer, Layer, Verdict


def _answered(client: TestClient, place: int, **fields: Any) -> Any:
    page = client.get(f"/audit?place={place}").text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    return client.post("/audit", data={**hidden, **fields}, follow_redirects=False)


def _kind(client: TestClient, place: int) -> str:
    seen = client.get(f"/audit.json?place={place}").json()["seen"]
    return "statement" if "layers" in seen else "sentence"


def test_statements_and_sentences_take_turns(client: TestClient) -> None:
    assert [_kind(client, place) for place in range(4)] == ["statement", "sentence"] * 2


def test_an_answer_counts_and_the_next_is_asked(client: TestClient, store: Store) -> None:
    answer = _answered(client, 0, verdict="partly", layers=["time", "place"])
    assert answer.headers["location"] == "/audit?place=1#i-1"
    _answered(client, 1, missed="2")
    statement, sentence = (Answer.of(each) for each in store.decisions())
    assert (statement.verdict, statement.by) == (Verdict.PARTLY, "tester")
    assert statement.wrong == {Layer.TIME, Layer.PLACE}
    assert sentence.missed == 2
    shown = client.get("/audit.json").json()
    assert (shown["place"], shown["answered"]) == (2, 2)
    assert shown["figures"]["partly"]["value"] == 1.0


def test_a_second_answer_takes_the_place_of_the_first(client: TestClient, store: Store) -> None:
    _answered(client, 0, verdict="wrong", layers=["quote"])
    assert "You said wrong" in client.get("/audit?place=0").text
    _answered(client, 0, verdict="right")
    assert len(store.decisions()) == 2
    assert client.get("/audit.json").json()["figures"]["right"]["value"] == 1.0


def test_what_is_no_answer_gets_one_line_and_is_not_kept(client: TestClient, store: Store) -> None:
    wrong: tuple[tuple[dict[str, Any], str], ...] = (
        ({"verdict": "right", "layers": ["time"]}, "is not right"),
        ({"verdict": "wrong"}, "mark which layers"),
        ({}, "how many statements are missing"),
        ({"missed": "-1"}, "greater than or equal to 0"),
    )
    for fields, told in wrong:
        answer = _answered(client, 0, **fields)
        assert answer.status_code == 400
        assert told in answer.text
    assert store.decisions() == ()


def test_the_ends_of_what_is_drawn_are_its_ends(client: TestClient) -> None:
    many = client.get("/audit.json").json()["many"]
    assert client.get(f"/audit.json?place={many + 5}").json()["place"] == many - 1
    assert client.get("/audit.json?place=-3").json()["place"] == 0
