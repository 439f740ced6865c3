"""The main job on the real reports in ../shared/reports, through the command line."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

Line = dict[str, Any]


def onrecord(record: Path, *words: str) -> str:
    command = [sys.executable, "-m", "onrecord", "--record", str(record), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def record(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reports") / "record.db"
    onrecord(path, "read", str(shared / "reports"))
    return path


@pytest.fixture(scope="module")
def export(record: Path) -> str:
    return onrecord(record, "export")


@pytest.fixture(scope="module")
def lines(export: str) -> list[Line]:
    return [json.loads(line) for line in export.split("\n") if line]


def test_every_report_is_on_record(lines: list[Line], shared: Path) -> None:
    documents = [line for line in lines if line["kind"] == "document"]
    assert len(documents) == len(list((shared / "reports").rglob("*.txt")))


def test_every_quotation_stands_in_its_document(lines: list[Line]) -> None:
    texts = {line["id"]: line["text"] for line in lines if line["kind"] == "document"}
    statements = [line for line in lines if line["kind"] == "statement"]
    assert len(statements) > 1000
    for line in statements:
        text, (begin, end) = texts[line["document"]], line["span"]
        assert text[begin:end] == line["quote"]
        for filler in (f for fillers in line["roles"].values() for f in fillers):
            assert text[filler["span"][0] : filler["span"][1]] == filler["text"]
        for hedge in line["certainty"]["hedges"]:
            assert text[hedge["span"][0] : hedge["span"][1]] == hedge["text"]


def test_every_statement_has_a_holder(lines: list[Line]) -> None:
    assert all(line["holders"] for line in lines if line["kind"] == "statement")


def test_reading_again_and_rebuilding_change_nothing(
    record: Path, export: str, shared: Path
) -> None:
    onrecord(record, "read", str(shared / "reports"))
    assert onrecord(record, "export") == export
    onrecord(record, "rebuild")
    assert onrecord(record, "export") == export


def test_an_import_of_the_export_exports_the_same(export: str, tmp_path: Path) -> None:
    given = tmp_path / "export.jsonl"
    given.write_text(export, encoding="utf-8")
    onrecord(tmp_path / "copy.db", "import", str(given))
    assert onrecord(tmp_path / "copy.db", "export") == export
