"""Asking for Spark on the command line, and what is told where it cannot be had."""

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from onrecord.cli import app
from onrecord.lexicon.gazetteer import Gazetteer
from onrecord.pipeline.spark import cluster


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("ONRECORD_RECORD", "ONRECORD_SPARK"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words, prog_name="onrecord")


def test_the_demo_on_spark_is_the_demo(
    needs_spark: None,
    gazetteer: Gazetteer,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ONRECORD_CACHE", str(request.config.cache.mkdir("gazetteer")))
    here = run("--record", "here.db", "demo")
    monkeypatch.setenv("ONRECORD_SPARK", "local[2]")
    there = run("--record", "there.db", "demo")
    assert there.exit_code == 0, there.stderr
    assert there.stdout.replace("there.db", "here.db") == here.stdout
    exported = [run("--record", name, "export").stdout for name in ("here.db", "there.db")]
    assert exported[0] == exported[1]


def test_a_flag_wins_over_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_SPARK", "nonsense")
    result = run("read", "--spark", "off", "nowhere")
    assert result.exit_code == 3, result.stderr


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda name: None)
    result = run("read", "--spark", "local[2]", os.curdir)
    assert result.exit_code == 9
    assert result.stderr == (
        "onrecord: Spark is not installed here: pip install 'onrecord[spark]'\n"
    )


def test_without_java_one_line_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda name: object())
    monkeypatch.setenv("JAVA_HOME", str(folder))
    result = run("read", "--spark", "local[2]", os.curdir)
    assert result.exit_code == 9
    assert result.stderr.startswith("onrecord: Spark needs Java 17 or later: install it")
    assert result.stderr.count("\n") == 1
