"""One folder onto the record, as a process of its own does it."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.samples import FERRY, HARBOUR, read_simply

from onrecord.lexicon.imports import Addition
from onrecord.pipeline import Reader, Step, Summary, ingest
from onrecord.store import open_store


def _reader(cache: Path, more: Sequence[Addition]) -> Reader:
    return read_simply


def test_a_folder_is_read_and_its_reports_go_by_their_names_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["onrecord.pipeline.ingest"], "reader", _reader)
    folder, record = tmp_path / "000001", tmp_path / "a.db"
    folder.mkdir()
    for name, (document, _) in {"ferry": FERRY, "harbour": HARBOUR}.items():
        (folder / f"{name}.txt").write_text(document.text)
    (folder / "bad.html").write_text("<p></p>")
    here, steps = Path.cwd(), list[Step]()
    assert ingest(str(record), tmp_path, folder, steps.append) == Summary(2, 0, 0, 1)
    assert Path.cwd() == here
    assert {each.name for each in steps} == {"bad.html", "ferry.txt", "harbour.txt"}
    with open_store(record) as store:
        assert {each.name for each in store.entities()} >= {"Amaru Quispe", "Ingrid Oyelaran"}
