"""Corrections as examples to learn from."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.handmade import DEPOT, fill

from onrecord import pipeline
from onrecord.export.corrections import correction_lines
from onrecord.model import Predicate
from onrecord.resolve import Act
from onrecord.store import Store, open_store

NOOR = Act("Noor", "2021-04-01T12:00:00Z", ("by the register",))
ITO = Act("Ito", "2021-04-02T12:00:00Z")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        fill(opened)
        yield opened


def _id(store: Store, predicate: Predicate) -> str:
    found = store.statements(document=DEPOT.id)
    return next(each.id for each in found if each.predicate is predicate)


def _lines(store: Store) -> list[dict[str, Any]]:
    return [json.loads(line) for line in correction_lines(store)]


def _pairs(value: object, key: str = "") -> Iterator[tuple[list[int], str | None]]:
    """Every span in a line, with the words that it says stand there."""
    if isinstance(value, dict):
        words = value.get("text") if "roles" not in value else None
        for name, each in value.items():
            if name == "span" and each:
                yield each, words
            else:
                yield from _pairs(each, name)
    elif isinstance(value, list):
        if key in ("source", "cue", "content"):
            yield from ((each, None) for each in value)
        else:
            for each in value:
                yield from _pairs(each)


def test_a_correction_tells_what_was_read_and_what_is_right(store: Store) -> None:
    form = {"place": "Vellmar", "speaker": "Ana Horvat"}
    pipeline.correct(store, _id(store, Predicate.BORN), form, NOOR)
    [line] = _lines(store)
    text = line["text"]
    assert DEPOT.text[line["offset"] :].startswith(text)
    assert (line["ruling"], line["by"], line["note"]) == ("corrected", "Noor", "by the register")
    assert (line["read"]["place"]["name"], line["given"]["place"]["name"]) == ("Tashkel", "Vellmar")
    [said] = line["attributions"]
    [[begin, end]] = said["source"]
    assert text[begin:end] == "Ana Horvat"
    assert [text[slice(*each)] for each in said["content"]] == ["He was born in Tashkel in 1979"]
    assert [each["value"] for each in line["timexes"]] == ["1979"]


def test_every_span_lies_in_the_text(store: Store) -> None:
    pipeline.correct(store, _id(store, Predicate.BORN), {"speaker": "Ana Horvat"}, NOOR)
    pipeline.accept(store, _id(store, Predicate.ASSAULT), ITO)
    for line in _lines(store):
        found = list(_pairs({key: line[key] for key in ("read", "given", "attributions")}))
        assert found
        for (begin, end), words in found:
            assert 0 <= begin < end <= len(line["text"])
            assert words is None or line["text"][begin:end] == words


def test_rejected_accepted_and_undone(store: Store) -> None:
    pipeline.reject(store, _id(store, Predicate.BORN), NOOR)
    pipeline.accept(store, _id(store, Predicate.ASSAULT), ITO)
    by_ruling = {each["ruling"]: each for each in _lines(store)}
    assert by_ruling["rejected"]["given"] is None
    assert by_ruling["rejected"]["read"]["predicate"] == "born"
    accepted = by_ruling["accepted"]
    confidence = accepted["read"].pop("confidence")
    assert (accepted["read"], confidence) == (accepted["given"], 1.0)
    pipeline.take_back(store, NOOR.by, NOOR.at, ITO)
    assert [each["ruling"] for each in _lines(store)] == ["accepted"]
