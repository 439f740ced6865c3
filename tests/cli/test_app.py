"""How the command line behaves as a whole: exit codes, records, settings, pipes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.handmade import record

from onrecord.store import open_store

ONRECORD = (sys.executable, "-m", "onrecord")


def shell(
    folder: Path, *words: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*ONRECORD, *words],
        cwd=folder,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["nonsense"], 2),
        (["show"], 2),
        (["show", "zzzzzz"], 4),
        (["dossier", "Nobody At All"], 4),
        (["--record", "missing.db", "events"], 5),
        (["--record", "text.txt", "events"], 5),
        (["import", "text.txt"], 3),
        (["import", "missing.jsonl"], 3),
        (["annotate", "missing.jsonl"], 3),
    ],
)
def test_every_way_to_end_has_its_exit_code(
    run: Run, tmp_path: Path, words: list[str], code: int
) -> None:
    (tmp_path / "text.txt").write_text("no record\n" * 200)
    ended = run(*words)
    assert ended.exit_code == code, ended.output
    if code > 2:
        assert ended.stderr.startswith("onrecord: ")
        assert ended.stderr.count("\n") == 1
        assert ended.stdout == ""


def test_a_process_ends_so_too(tmp_path: Path) -> None:
    ended = shell(tmp_path, "events")
    assert ended.returncode == 5
    assert ended.stderr == (
        "onrecord: onrecord.db: no record is there yet; make one with `onrecord read`\n"
    )


def test_a_wrong_setting_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "onrecord.toml").write_text("colour = 1\n")
    ended = run("events")
    assert ended.exit_code == 8
    assert ended.stderr == "onrecord: onrecord.toml: no setting is called 'colour'\n"


def test_the_record_is_chosen_by_flag_then_variable_then_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "onrecord.db").rename(tmp_path / "full.db")
    for name in ("a.db", "b.db"):
        with open_store(tmp_path / name):
            pass
    (tmp_path / "onrecord.toml").write_text('record = "full.db"\n')
    assert "Vellmar" in run("events").stdout
    monkeypatch.setenv("ONRECORD_RECORD", "a.db")
    assert run("events").stdout == "No event is on record yet.\n"
    assert "Vellmar" in run("--record", "full.db", "events").stdout
    assert "Vellmar" in run("--record", "b.db", "events", "--record", "full.db").stdout


def test_a_broken_pipe_is_quiet(tmp_path: Path) -> None:
    record(tmp_path / "onrecord.db")
    for words in (["timeline"], ["export"], ["events", "--json"]):
        with subprocess.Popen(
            [*ONRECORD, *words], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""


def test_colour_is_only_for_those_who_want_it(tmp_path: Path) -> None:
    record(tmp_path / "onrecord.db")
    forced = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    words = ["dossier", "Ikaika Mbeki"]
    assert "\x1b[33m" in shell(tmp_path, *words, env=forced).stdout
    plain = shell(tmp_path, *words, env={**forced, "NO_COLOR": "1"}).stdout
    assert "\x1b[33m" not in plain
    assert "alleged, possible" in plain


def test_an_export_is_imported_without_loss(run: Run, tmp_path: Path) -> None:
    exported = run("export").stdout
    (tmp_path / "out.jsonl").write_text(exported)
    result = run("--record", "second.db", "import", "out.jsonl")
    assert result.exit_code == 0, result.stderr
    assert "2 reports" in result.stderr
    assert run("--record", "second.db", "export").stdout == exported
    assert run("--record", "second.db", "import", "-", typed=exported).exit_code == 0
    assert len(run("--record", "second.db", "highlights", "--json").stdout.splitlines()) >= 3
