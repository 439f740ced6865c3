"""Ways to run the command line over the handmade record."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from tests import groups
from tests.handmade import record
from typer.testing import CliRunner, Result

from onrecord.cli import app

Run: TypeAlias = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in an empty folder, over the handmade record in it, 80 columns wide."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_RECORD", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    record(tmp_path / "onrecord.db")

    def invoke(*words: str, typed: str | None = None) -> Result:
        return CliRunner().invoke(app, words, input=typed, prog_name="onrecord")

    return invoke


@pytest.fixture
def groups_run(run: Run, tmp_path: Path) -> Run:
    """The same over the record of two reports on a group."""
    (tmp_path / "onrecord.db").unlink()
    groups.record(tmp_path / "onrecord.db")
    return run
