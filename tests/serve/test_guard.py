"""What must never get through, whatever a report or another site holds."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import pytest
from fastapi import APIRouter, Depends, Form
from fastapi.testclient import TestClient
from tests.handmade import DEPOT

from onrecord.model import Original
from onrecord.serve import application
from onrecord.serve.guard import signed
from onrecord.settings import load
from onrecord.store import Store

HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(2)>"


def test_every_answer_forbids_what_is_not_ours(client: TestClient) -> None:
    for address in ("/", "/index.json", "/static/onrecord.css", "/no-such-page"):
        policy = client.get(address).headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy


def test_a_name_that_is_not_this_machine_is_refused(client: TestClient) -> None:
    for host in ("elsewhere.example", "localhost.elsewhere.example", ""):
        assert client.get("/", headers={"host": host}).status_code == 403
    for host in ("localhost:8420", "127.0.0.1:8420", "[::1]:8420"):
        assert client.get("/", headers={"host": host}).status_code == 200


def test_what_a_report_holds_is_inert(client: TestClient, store: Store) -> None:
    text = f"{HOSTILE}\n\n{HOSTILE}"
    digest = sha256(text.encode()).hexdigest()
    hostile = replace(
        DEPOT, id=digest[:16], text=text, sha256=digest, title=HOSTILE, publisher=HOSTILE,
        byline=HOSTILE, url="javascript:alert(3)",
    )  # fmt: skip
    store.add_document(
        hostile, Original(digest, "hostile.txt", "text/plain", "utf-8", text.encode())
    )
    page = client.get(f"/reports/{hostile.id}").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "javascript:" not in page
    assert "<script>alert" not in client.get("/search", params={"q": HOSTILE}).text


@pytest.fixture
def writing(record: Path) -> Iterator[TestClient]:
    """A workbench with one page more, which writes."""
    router = APIRouter()
    written: list[str] = []

    @router.post("/write", dependencies=[Depends(signed)])
    def write(words: Annotated[str, Form()]) -> int:
        written.append(words)
        return len(written)

    app = application(load({"record": str(record)}, {}, record.parent), "tester")
    app.include_router(router)
    with TestClient(app, base_url="http://localhost") as client:
        yield client


def test_a_write_needs_the_token_of_our_pages(writing: TestClient) -> None:
    token = writing.app.state.token  # type: ignore[attr-defined]
    assert writing.post("/write", data={"words": "a"}).status_code == 400
    assert writing.post("/write", data={"words": "a", "token": "b"}).status_code == 400
    assert writing.post("/write", data={"words": "a", "token": token}).text == "1"
    assert writing.post("/write", data={"words": "a"}, headers={"x-token": token}).text == "2"


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "http://localhost:9"},
        {"origin": "null"},
    ],
)
def test_a_write_from_elsewhere_is_refused(writing: TestClient, headers: dict[str, str]) -> None:
    data = {"words": "a", "token": writing.app.state.token}  # type: ignore[attr-defined]
    assert writing.post("/write", data=data, headers=headers).status_code == 403
    ours = {"sec-fetch-site": "same-origin", "origin": "http://localhost"}
    assert writing.post("/write", data=data, headers=ours).text == "1"
