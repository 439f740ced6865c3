"""Holding the exam: what is passed on, and what stops it."""

from pathlib import Path

import pytest
from evals.exam import __main__ as exam
from evals.exam.draw import digest

TEXT = "Snow fell at Oriel on Monday."
DOCUMENT = {"id": "d", "text": TEXT, "published": "2031-06-20", "genre": "news", "labels": []}


@pytest.fixture(autouse=True)
def one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exam, "documents", lambda corpus: {"d": DOCUMENT})


def test_the_program_sees_the_text_and_its_head_and_no_label() -> None:
    gold = [{"span": [0, len(TEXT)], "sha256": digest(TEXT)[:16]}]
    assert exam._line("gum", "d", gold) == {
        key: DOCUMENT[key] for key in ("id", "text", "published")
    }


def test_another_text_than_the_one_that_was_labelled_is_refused() -> None:
    with pytest.raises(ValueError, match="gum d at 0: not the text that was labelled"):
        exam._line("gum", "d", [{"span": [0, 4], "sha256": digest("Rain")[:16]}])


def test_without_the_corpora_it_says_why_it_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(exam, "SHARED", tmp_path / "shared")
    monkeypatch.setattr("sys.argv", ["exam"])
    assert exam.main() == 0
    assert f"skipped, the corpora are not here ({tmp_path}/shared)" in capsys.readouterr().out
