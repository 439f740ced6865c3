"""The matrix of competing explanations, edited from the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests import rivals
from tests.serve.test_entity import token

from onrecord import views
from onrecord.serve import application
from onrecord.settings import load
from onrecord.store import Store, open_store


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "onrecord.db"
    with open_store(path) as store:
        rivals.fill(store)
    return path


@pytest.fixture
def client(record: Path) -> Iterator[TestClient]:
    settings = load({"record": str(record)}, {}, record.parent)
    with TestClient(application(settings, "tester"), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def here(store: Store) -> str:
    return f"/hypotheses/{views.Ledger(store).short[rivals.EVENT].removeprefix('event:')}"


def answers(store: Store) -> list[str]:
    found = views.case(views.Ledger(store), [rivals.EVENT]).analyses[0]
    return [each.answer.words for each in found.matrix.hypotheses]


def test_events_with_rival_answers_are_listed(client: TestClient, here: str, store: Store) -> None:
    assert f'href="{here}"' in client.get("/hypotheses").text
    twin = client.get("/hypotheses.json").json()
    assert twin == views.plain(views.rivalries(views.Ledger(store), views.Part(0, 12)))


def test_the_matrix_cites_each_statement(client: TestClient, here: str, store: Store) -> None:
    page = client.get(here).text
    for analysis in views.case(views.Ledger(store), [rivals.EVENT]).analyses:
        for row in analysis.matrix.rows:
            assert f'href="/statements/{analysis.lines[row.statement].reference}"' in page
        for hypothesis in analysis.matrix.hypotheses:
            assert hypothesis.answer.words in page
    assert "least against it" in page
    assert "If one source is left out" in page


def test_an_explanation_is_added_renamed_and_dropped(
    client: TestClient, here: str, store: Store
) -> None:
    signed = {"token": token(client, here), "question": "who"}
    added = client.post(f"{here}/add", data=signed | {"words": " The  miller "})
    assert added.status_code == 200
    assert "added by" in added.text
    assert "The miller" in answers(store)
    key = signed | {"key": "the miller"}
    client.post(f"{here}/reword", data=key | {"words": "The miller himself"})
    assert "The miller himself" in answers(store)
    client.post(f"{here}/drop", data=key)
    assert "The miller himself" not in answers(store)
    assert client.post(f"{here}/add", data=signed | {"words": "  "}).status_code == 400


def test_a_cell_is_marked_with_a_note(client: TestClient, here: str, store: Store) -> None:
    analysis = views.case(views.Ledger(store), [rivals.EVENT]).analyses[0]
    row, key = analysis.matrix.rows[0], analysis.matrix.hypotheses[0].key
    other = "inconsistent" if row.cells[0].value == "consistent" else "consistent"
    form = {
        "token": token(client, here),
        "question": "who",
        "key": key,
        "statement": analysis.lines[row.statement].reference,
        "cell": other,
        "why": "he was abroad",
    }
    assert client.post(f"{here}/mark", data=form).status_code == 200
    after = views.case(views.Ledger(store), [rivals.EVENT]).analyses[0]
    again = next(each for each in after.matrix.rows if each.statement == row.statement)
    assert (again.cells[0].value, again.by[0]) == (other, "tester")
    (note,) = after.notes
    assert (note.statement, note.key, note.words) == (row.statement, key, "he was abroad")
    assert "he was abroad" in client.get(here).text
    assert client.post(f"{here}/mark", data=form | {"cell": "perhaps"}).status_code == 400
    assert client.post(f"{here}/mark", data=form | {"token": ""}).status_code == 400


def test_every_edit_is_an_act_that_is_undone_with_all_others(
    client: TestClient, here: str, store: Store
) -> None:
    before = client.get(f"{here}.json").json()
    matrix = views.case(views.Ledger(store), [rivals.EVENT]).analyses[0].matrix
    first, row = matrix.hypotheses[0], matrix.rows[0]
    plain = {"token": token(client, here), "question": matrix.question.value}
    own = plain | {"key": first.key}
    client.post(f"{here}/add", data=plain | {"words": "a stranger"})
    client.post(f"{here}/reword", data=own | {"words": "that one"})
    cell = {"statement": row.statement, "cell": "neutral", "why": "hearsay"}
    client.post(f"{here}/mark", data=own | cell)
    client.post(f"{here}/drop", data=own)
    told = client.get("/decisions.json").json()["rows"]
    assert [each["ruling"] for each in told] == ["dropped", "marked", "reworded", "added"]
    assert told[1]["note"] == "hearsay" and told[1]["statement"]
    assert "a stranger" in client.get("/decisions").text
    for each in told:
        undone = {"token": plain["token"], "by": each["by"], "at": each["at"]}
        assert client.post("/decisions/undo", data=undone).status_code == 200
    assert client.get(f"{here}.json").json() == before
    assert client.get("/decisions.json").json()["rows"] == []
