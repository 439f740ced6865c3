"""The fair exam's draw: by hash alone, and the labels lie in what was drawn."""

import json
from collections import Counter
from pathlib import Path

import pytest
from evals.exam.draw import SHARED, Drawn, digest
from evals.exam.score import Item, read
from evals.fair import draw
from evals.fair.draw import COUNTS, documents, sealed, sentences

from onrecord.model import Factuality, HolderClass, Predicate, Status

LABELS = Path(draw.__file__).parent
HALVES = ("open", "sealed")
PARTS = (*HALVES, "sealed2")
MODES = SHARED / "corpora" / "plover_scheme.json"
here = pytest.mark.skipif(not SHARED.exists(), reason=f"the corpora are not here ({SHARED})")


def _split(text: str, title: str | None = None) -> list[str]:
    return [text[begin:end] for begin, end in sentences({"text": text, "title": title})]


def test_only_running_text_is_drawn() -> None:
    text = "Ferry sinks off Alwen\nThe ferry sank off Alwen at dawn. So it goes.\nPhotos: two"
    assert _split(text) == ["The ferry sank off Alwen at dawn."]


def test_a_title_with_a_stop_is_left_out_where_it_opens_the_text() -> None:
    text = "The ferry sank off Alwen.\n\nThe ferry sank off Alwen."
    title = "The ferry sank off Alwen"
    assert list(sentences({"text": text, "title": title})) == [(27, 52)]
    assert len(_split(text)) == 2


def test_texts_whose_offsets_would_move_are_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "reports" / "wikinews"
    folder.mkdir(parents=True)
    for name, text in {"kept": "Plain.", "zero": "Pl\u200bain.", "apart": "Cafe\u0301."}.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
        (folder / f"{name}.json").write_text(json.dumps({"title": name}), "utf-8")
    monkeypatch.setattr(draw, "SHARED", tmp_path)
    documents.cache_clear()
    assert list(documents("wikinews")) == ["kept"]
    documents.cache_clear()


def test_each_corpus_gives_its_lowest_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Rain fell all over the valley. The road to the mill was closed."
    every = {f"d{n}": {"id": f"d{n}", "text": text, "title": None} for n in range(60)}
    monkeypatch.setattr(draw, "documents", lambda corpus: every)
    drawn = draw.draw()
    ranks = [digest(f"fair {one.corpus} {one.id} {one.span[0]}") for one in drawn]
    assert ranks == sorted(ranks)
    for corpus, count in COUNTS.items():
        lowest = sorted(digest(f"fair {corpus} {name} {at}") for name in every for at in (0, 31))
        assert [r for r, one in zip(ranks, drawn, strict=True) if one.corpus == corpus] == (
            lowest[:count]
        )


def test_half_of_the_documents_are_sealed_whatever_their_order() -> None:
    drawn = [Drawn("re3d", f"d{number // 2}", (number, number + 1)) for number in range(21)]
    assert len(sealed(drawn)) == 5
    assert sealed(drawn) == sealed(drawn[::-1])


def _labels(part: str) -> list[Item]:
    return [item for items in read(LABELS / f"{part}.jsonl").values() for item in items]


@here
def test_the_labelled_sentences_are_those_that_are_drawn() -> None:
    drawn = draw.draw()
    closed = sealed(drawn)
    for half in HALVES:
        labelled = {(s["corpus"], s["id"], tuple(s["span"])) for s in _labels(half)}
        wanted = {one for one in drawn if ((one.corpus, one.id) in closed) == (half == "sealed")}
        assert labelled == {(one.corpus, one.id, one.span) for one in wanted}


@here
def test_what_is_drawn_again_is_labelled_and_of_other_documents() -> None:
    again, first = draw.draw_again(), draw.draw()
    labelled = {(s["corpus"], s["id"], tuple(s["span"])) for s in _labels("sealed2")}
    assert labelled == {(one.corpus, one.id, one.span) for one in again}
    assert Counter(one.corpus for one in again) == draw.AGAIN
    assert max(Counter((one.corpus, one.id) for one in again).values()) <= 5
    assert not {*first} & {*again}
    used = {(one.corpus, one.id) for one in first}
    shared = used & {(one.corpus, one.id) for one in again}
    assert {corpus for corpus, _ in shared} == {"wikinews"}
    assert shared <= sealed(first)


@here
@pytest.mark.parametrize("part", PARTS)
def test_the_labelled_words_are_those_that_were_read(part: str) -> None:
    for sentence in _labels(part):
        begin, end = sentence["span"]
        text = documents(sentence["corpus"])[sentence["id"]]["text"]
        assert digest(text[begin:end]).startswith(sentence["sha256"])


@pytest.mark.parametrize("part", PARTS)
def test_labels_are_well_formed(part: str) -> None:
    for sentence in _labels(part):
        begin, end = sentence["span"]
        for label in sentence["statements"]:
            spans = [label["trigger"], *(s for each in label["roles"].values() for s in each)]
            assert all(begin <= first < last <= end for first, last in spans)
            assert {label["predicate"], *label["also"]} <= set(Predicate)
            assert set(label["factuality"]) <= set(Factuality) and label["factuality"]
            assert set(label["status"]) <= set(Status) and label["status"]
            assert {holder["class"] for holder in label["holders"]} <= set(HolderClass)
            assert all(len(bounds) == 3 for bounds in label["counts"].values())


@here
@pytest.mark.parametrize("part", PARTS)
def test_modes_are_those_of_the_scheme(part: str) -> None:
    types = json.loads(MODES.read_text("utf-8"))["types"]
    modes = {(each["type"], mode["mode"]) for each in types for mode in each["modes"]}
    for sentence in _labels(part):
        for label in sentence["statements"]:
            assert label["mode"] is None or (label["predicate"], label["mode"]) in modes
