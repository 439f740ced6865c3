"""Sitting the fair exam: what is passed on, and what stops it."""

from pathlib import Path

import pytest
from evals.exam.draw import digest
from evals.exam.score import Item
from evals.fair import __main__ as main
from evals.fair import sitting
from evals.fair.sitting import document_of, paired

TEXT = "Snow fell at Oriel on\u00a0Monday.\n"
DOCUMENT = {"id": "d", "text": TEXT, "published": "2031-06-20", "genre": "news", "labels": []}
GOLD: list[Item] = [{"span": [0, 29], "sha256": digest(TEXT[:29])[:16], "statements": []}]


@pytest.fixture(autouse=True)
def one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitting, "documents", lambda corpus: {"d": DOCUMENT})


def _lines(text: str) -> list[Item]:
    return [
        {"kind": "document", "id": "r1", "text": text},
        {"kind": "entity", "id": "e1", "names": [{"text": "Oriel"}, {"text": "Oriel Bay"}]},
        {"kind": "statement", "id": "s1", "document": "r1"},
        {"kind": "statement", "id": "s2", "document": "r2"},
    ]


def test_the_program_sees_the_text_and_its_head_and_no_label() -> None:
    wanted = {key: DOCUMENT[key] for key in ("id", "text", "published")}
    assert document_of("re3d", "d", GOLD) == wanted


def test_another_text_than_the_one_that_was_labelled_is_refused() -> None:
    with pytest.raises(ValueError, match="re3d d at 0: not the text that was labelled"):
        document_of("re3d", "d", [{"span": [0, 4], "sha256": digest("Rain")[:16]}])


def test_a_document_is_paired_with_its_own_statements_though_spaces_differ() -> None:
    read = TEXT.replace("\u00a0", " ").rstrip()
    ((gold, found),) = paired([GOLD], [DOCUMENT], _lines(read))
    assert gold == GOLD
    assert [line["id"] for line in found.statements] == ["s1"]
    assert found.names == {"e1": ["Oriel", "Oriel Bay"]}


def test_a_document_that_is_not_on_record_or_moved_is_refused() -> None:
    with pytest.raises(ValueError, match="d: not on record"):
        paired([GOLD], [DOCUMENT], _lines("Rain."))
    with pytest.raises(ValueError, match="d at 0: moved"):
        paired([GOLD], [DOCUMENT], _lines("   " + TEXT))


def test_without_the_corpora_it_says_why_it_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(main, "SHARED", tmp_path / "shared")
    monkeypatch.setattr("sys.argv", ["fair"])
    assert main.main() == 0
    assert f"skipped, the corpora are not here ({tmp_path}/shared)" in capsys.readouterr().out
