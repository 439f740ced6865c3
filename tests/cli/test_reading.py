"""Reading through the command line, with a reader simple enough to be checked by eye."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.samples import FERRY, HARBOUR, read_simply

from onrecord.cli import reading
from onrecord.errors import ModelError
from onrecord.intake import STDIN
from onrecord.lexicon.imports import Addition
from onrecord.model import Document, Reading
from onrecord.pipeline import Reader


@pytest.fixture(autouse=True)
def simple_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "reader", _reader)


def _reader(cache: Path, more: Sequence[Addition]) -> Reader:
    return read_simply


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, (document, _) in {"ferry": FERRY, "harbour": HARBOUR}.items():
        (folder / f"{name}.txt").write_text(document.text)
    return folder


def test_reports_are_put_on_record_once(run: Run, reports: Path) -> None:
    first = run("--record", "new.db", "read", str(reports))
    assert first.exit_code == 0, first.stderr
    assert "Reports: 2 read.\n" in first.stdout
    assert "On record in new.db: 2 reports, 3 statements" in first.stdout
    exported = run("--record", "new.db", "export").stdout
    again = run("--record", "new.db", "read", str(reports))
    assert "Reports: 0 read, 2 on record already.\n" in again.stdout
    assert run("--record", "new.db", "export").stdout == exported
    assert run("--record", "new.db", "rebuild").exit_code == 0
    assert run("--record", "new.db", "export").stdout == exported


def test_what_cannot_be_read_is_told_and_the_run_goes_on(run: Run, reports: Path) -> None:
    (reports / "strange.xyz").write_bytes(b"\x00\x01")
    (reports / "french.txt").write_text(
        "Le port est calme ce matin et les pêcheurs attendent le retour des bateaux. "
        "Personne ne sait quand la tempête doit finir, dit la patronne du café du quai.\n"
    )
    result = run("--record", "new.db", "read", str(reports))
    assert result.exit_code == 0
    assert "Reports: 2 read, 1 kept, but not in English, 1 failed.\n" in result.stdout
    assert "failed: " in result.stderr
    assert "strange.xyz" in result.stderr
    assert "skipped: " in result.stderr


def test_a_path_that_is_not_there_is_an_input_error(run: Run) -> None:
    result = run("--record", "new.db", "read", "nowhere")
    assert result.exit_code == 3
    assert "nowhere" in result.stderr
    assert result.stderr.endswith("onrecord: nothing could be read\n")


def test_a_report_comes_from_standard_input(run: Run) -> None:
    result = run("--record", "new.db", "read", str(STDIN), typed=FERRY[0].text)
    assert "Reports: 1 read.\n" in result.stdout


def test_a_missing_network_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(cache: Path, more: Sequence[Addition]) -> Reader:
        raise ModelError("the network is not there")

    monkeypatch.setattr(reading, "reader", missing)
    result = run("--record", "new.db", "read", "-", typed=FERRY[0].text)
    assert result.exit_code == 6
    assert result.stderr.endswith("onrecord: the network is not there\n")


def test_an_interruption_keeps_what_was_read(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tired(cache: Path, more: Sequence[Addition]) -> Reader:
        def read(document: Document) -> Reading:
            if document.text == FERRY[0].text:
                raise KeyboardInterrupt
            return read_simply(document)

        return read

    with monkeypatch.context() as patch:
        patch.setattr(reading, "reader", tired)
        stopped = run("--record", "new.db", "read", str(reports / "ferry.txt"), str(reports))
    assert stopped.exit_code == 130
    assert stopped.stderr.startswith("onrecord: stopped; what was read is kept")
    result = run("--record", "new.db", "read", str(reports))
    assert "Reports: 1 read, 2 on record already.\n" in result.stdout


def test_the_demo_shows_highlights_and_the_central_person(run: Run, tmp_path: Path) -> None:
    first = run("demo")
    assert first.exit_code == 0, first.stderr
    assert (tmp_path / "onrecord-demo.db").exists()
    assert "HIGHLIGHTS" in first.stdout
    assert " · Person" in first.stdout
    assert run("demo").stdout == first.stdout
