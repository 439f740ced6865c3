"""What arrives in a folder, and when it counts as whole."""

import os
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.pipeline import follow
from onrecord.pipeline.folder import Inbox


def _touch(path: Path, words: str, at: int = 0) -> None:
    path.write_text(words)
    os.utime(path, ns=(at, at))


def test_a_file_is_given_once_when_it_is_as_it_was_a_look_before(tmp_path: Path) -> None:
    inbox, ferry = Inbox(tmp_path), tmp_path / "ferry.txt"
    assert inbox.look() == ()
    _touch(ferry, "The ferry")
    assert inbox.look() == ()
    _touch(ferry, "The ferry sank.")
    assert inbox.look() == ()
    assert inbox.look() == (ferry,)
    assert inbox.look() == ()
    _touch(ferry, "The ferry sank!", at=1)
    assert inbox.look() == ()
    assert inbox.look() == (ferry,)


def test_a_sidecar_that_comes_late_brings_its_report_again(tmp_path: Path) -> None:
    inbox, ferry = Inbox(tmp_path), tmp_path / "ferry.txt"
    _touch(ferry, "The ferry sank.")
    inbox.look()
    assert inbox.look() == (ferry,)
    _touch(ferry.with_suffix(".json"), '{"title": "A ferry"}')
    inbox.look()
    assert inbox.look() == (ferry,)


@pytest.mark.parametrize("name", ["a.txt.part", "a.html.crdownload", "a.txt~", ".a.txt"])
def test_what_some_program_still_writes_is_left_alone(tmp_path: Path, name: str) -> None:
    inbox = Inbox(tmp_path)
    _touch(tmp_path / name, "The ferry")
    inbox.look()
    assert inbox.look() == ()


def test_an_empty_file_is_waited_for_and_a_folder_may_go(tmp_path: Path) -> None:
    inbox, folder = Inbox(tmp_path / "in"), tmp_path / "in"
    folder.mkdir()
    _touch(folder / "a.txt", "")
    inbox.look()
    assert inbox.look() == ()
    (folder / "a.txt").unlink()
    folder.rmdir()
    assert inbox.look() == ()


def test_a_folder_is_followed_until_somebody_stops(tmp_path: Path) -> None:
    waits: list[float] = []
    _touch(tmp_path / "a.txt", "The ferry sank.")

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            raise KeyboardInterrupt

    found = follow(tmp_path, 0.5, wait)
    assert next(found) == (tmp_path / "a.txt",)
    assert waits == [0.5]
    with pytest.raises(KeyboardInterrupt):
        next(found)
    assert waits == [0.5, 0.5, 0.5]


def test_what_is_no_folder_is_not_followed(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a folder"):
        next(follow(tmp_path / "none", 1.0))
