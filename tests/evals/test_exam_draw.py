"""The exam's draw: by hash alone, and the labels lie in what was drawn."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from evals.exam import draw
from evals.exam.draw import SHARED, SHARES, Drawn, digest, documents, sealed, sentences
from evals.exam.score import Item, read

LABELS = Path(draw.__file__).parent
HALVES = ("open", "sealed")
here = pytest.mark.skipif(not SHARED.exists(), reason=f"the corpora are not here ({SHARED})")


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forty documents of three sentences in each corpus."""
    folder = tmp_path / "corpora"
    folder.mkdir()
    for corpus in SHARES:
        name = "ud" if corpus == "ewt" else corpus
        text = "Rain fell all over the valley. Dr. Okoye stayed at home! The road was closed."
        with gzip.open(folder / f"{name}.train.jsonl.gz", "wt") as lines:
            for number in range(40):
                head = {"id": f"d{number}", "corpus": corpus, "published": None}
                lines.write(json.dumps({**head, "text": text, "genre": "weblog"}) + "\n")
    monkeypatch.setattr(draw, "SHARED", tmp_path)
    documents.cache_clear()
    yield
    documents.cache_clear()


def _split(text: str) -> list[str]:
    return [text[begin:end] for begin, end in sentences({"text": text})]


def test_sentences_end_at_stops_and_lines_and_not_at_titles() -> None:
    text = "The court met Gen. Amara Diallo again.\nA heading of this page\nShe left."
    assert _split(text) == ["The court met Gen. Amara Diallo again.", "A heading of this page"]


def test_a_corpus_that_has_sentences_keeps_its_own() -> None:
    document = {"text": "Rain fell all day. And then it snowed.", "sentences": [{"span": [0, 38]}]}
    assert list(sentences(document)) == [(0, 38)]
    assert list(sentences({**document, "sentences": [[0, 38]]})) == [(0, 38)]


@pytest.mark.usefixtures("corpora")
def test_each_corpus_gives_its_share_by_lowest_hash() -> None:
    drawn = draw.draw(50)
    assert Counter(one.corpus for one in drawn) == {
        corpus: round(share / 2) for corpus, share in SHARES.items()
    }
    gum = [digest(f"gum {one.id} {one.span[0]}") for one in drawn if one.corpus == "gum"]
    every = [
        digest(f"gum {name} {begin}")
        for name, document in documents("gum").items()
        for begin, _ in sentences(document)
    ]
    assert gum == sorted(every)[: len(gum)]


@pytest.mark.usefixtures("corpora")
def test_a_longer_draw_holds_the_shorter() -> None:
    assert set(draw.draw(50)) < set(draw.draw(100))


def test_half_of_the_documents_are_sealed_whatever_their_order() -> None:
    drawn = [Drawn("gum", f"d{number // 2}", (number, number + 1)) for number in range(21)]
    assert len(sealed(drawn)) == 5
    assert sealed(drawn) == sealed(drawn[::-1])


def _labels(half: str) -> list[Item]:
    return [item for items in read(LABELS / f"{half}.jsonl").values() for item in items]


@here
def test_the_labelled_sentences_are_those_that_are_drawn() -> None:
    drawn = draw.draw()
    closed = sealed(drawn)
    for half in HALVES:
        labelled = {(s["corpus"], s["id"], tuple(s["span"])) for s in _labels(half)}
        wanted = {one for one in drawn if ((one.corpus, one.id) in closed) == (half == "sealed")}
        assert labelled == {(one.corpus, one.id, one.span) for one in wanted}


@here
@pytest.mark.parametrize("half", HALVES)
def test_the_labelled_words_are_those_that_were_read(half: str) -> None:
    for sentence in _labels(half):
        begin, end = sentence["span"]
        text = documents(sentence["corpus"])[sentence["id"]]["text"]
        assert digest(text[begin:end]).startswith(sentence["sha256"])


@pytest.mark.parametrize("half", HALVES)
def test_labels_are_well_formed(half: str) -> None:
    for sentence in _labels(half):
        begin, end = sentence["span"]
        for item in (*sentence["times"], *sentence["places"]):
            assert begin <= item["span"][0] < item["span"][1] <= end
        for time in sentence["times"]:
            assert time["type"] in ("DATE", "TIME", "DURATION", "SET")
            first, last = time["earliest"], time["latest"]
            assert (first is None) == (last is None)
            assert first is None or first <= last
        for place in sentence["places"]:
            assert place["use"] in ("place", "actor", "facility", "name")
            assert (place.get("lat") is None) == (place.get("lon") is None)


def test_there_are_150_of_each_and_no_corpus_has_more_than_two_fifths() -> None:
    every = [sentence for half in HALVES for sentence in _labels(half)]
    times: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for sentence in every:
        times[sentence["corpus"]] += len(sentence["times"])
        places[sentence["corpus"]] += sum(p["use"] == "place" for p in sentence["places"])
    for count in (times, places):
        assert count.total() >= 150
        assert max(count.values()) <= 0.4 * count.total()
