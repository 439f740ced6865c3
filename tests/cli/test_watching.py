"""What is watched and what is new, through the command line."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.handmade import DEPOT, FLIGHT
from tests.samples import FERRY, read_simply

from onrecord import pipeline
from onrecord.cli import reading
from onrecord.lexicon.imports import Addition
from onrecord.pipeline import Reader


def _reader(cache: Path, more: Sequence[Addition]) -> Reader:
    return read_simply


def test_a_watch_is_added_shown_and_taken_back(run: Run) -> None:
    added = run("watches", "add", "the Heron", "--by", "Noor")
    assert (added.exit_code, added.stderr) == (0, "On record: watching Ikaika Mbeki.\n")
    run("watches", "add", "--type", "assault", "--by", "Ito")
    run("watches", "add", "--type", "ASSAULT", "--by", "Noor")
    run("watches", "add", "--words", "ferryman", "--by", "Ito")
    (mbeki, assault, ferryman) = map(
        json.loads, run("watches", "show", "--json").stdout.split("\n")[:3]
    )
    assert (mbeki["name"], mbeki["type"], mbeki["by"]) == ("Ikaika Mbeki", "Person", "Noor")
    assert (assault["anchor"], assault["by"]) == ("type:ASSAULT", "Ito")
    assert ferryman["sort"] == "words"
    page = run("watches", "show").stdout
    assert "Ikaika Mbeki" in page and "Person · Noor" in page
    assert "Ito: watched: the words “ferryman”" in run("undo", "--list").stdout
    assert "Undone: " in run("undo").stderr
    assert "no longer watching ASSAULT" in run("watches", "drop", "assault").stderr
    assert "no longer watching Ikaika Mbeki" in run("watches", "drop", mbeki["reference"]).stderr
    assert "Nothing is watched" in run("watches", "show").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add",), 3, "give a name, --type or --words"),
        (("add", "the Heron", "--words", "ferry"), 3, "watch one thing"),
        (("add", "--type", "picnic"), 3, "no type of event"),
        (("add", "Nobody Atall"), 4, "nobody"),
        (("drop", "the Heron"), 4, "not watched"),
    ],
)
def test_what_cannot_be_watched_is_told(
    run: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    result = run("watches", *words)
    assert result.exit_code == code
    assert said in result.stderr


def test_news_are_told_until_they_are_seen(run: Run) -> None:
    run("watches", "add", "the Heron")
    run("watches", "add", "--words", "ferryman")
    page = run("news", "--by", "Noor").stdout
    assert "2 reports came in so far." in page
    assert page.index("IKAIKA MBEKI") < page.index("THE WORDS “FERRYMAN”") < page.index("REPORTS")
    assert page.index(f"[{FLIGHT.id[:6]}]") < page.index(f"[{DEPOT.id[:6]}]")
    assert json.loads(run("news", "--by", "Noor", "--json").stdout)["until"] == FLIGHT.id
    assert run("news", "--seen", "--by", "Noor").stdout == page
    assert run("news", "--by", "Noor").stdout.startswith("0 reports came in since 20")
    assert "so far" in run("news", "--by", "Ito").stdout


def test_a_feed_is_exported(run: Run) -> None:
    run("watches", "add", "--words", "ferryman")
    feed = run("export", "--format", "atom").stdout
    assert feed.startswith("<?xml") and "<title>ferryman: The Heron has flown</title>" in feed


def test_what_arrives_in_a_folder_is_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arriving = tmp_path / "in"
    arriving.mkdir()

    def follow(folder: Path, every: float) -> Iterator[tuple[Path, ...]]:
        assert (folder, every) == (Path("in"), 2.0)
        for name, text in (("ferry.txt", FERRY[0].text), ("ferry.jpg", "x")):
            (arriving / name).write_text(text)
        yield (arriving / "ferry.txt", arriving / "ferry.jpg")
        yield (arriving / "ferry.txt",)
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "reader", _reader)
    monkeypatch.setattr(pipeline, "follow", follow)
    result = run("--record", "new.db", "watch", "in")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ("Reports: 1 read, 1 failed.\nReports: 0 read, 1 on record already.\n")
    assert "no known format has the suffix '.jpg'" in result.stderr
    assert result.stderr.endswith("Stopped watching; what was read is kept.\n")


def test_a_folder_that_is_not_there_is_an_input_error(run: Run) -> None:
    result = run("watch", "nowhere")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "nowhere: not a folder" in result.stderr
