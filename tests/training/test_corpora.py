"""Readers of corpora that label words."""

from pathlib import Path
from typing import Any

import pytest
from tests.training.made import bank, corpora, every, parsed, span
from training.corpora import documents
from training.text import Record, Text


def _one(folder: Path, **records: list[Record]) -> Text:
    (text,) = documents(corpora(folder, **records), "train")
    return text


def _told(text: Text, spans: list[tuple[int, int, str]]) -> list[tuple[str, str]]:
    forms = [x.of(text.text) for x in text.spans]
    return [(" ".join(forms[begin:end]), label) for begin, end, label in spans]


def test_heads_are_counted_through_the_document_and_a_root_is_its_own(tmp_path: Path) -> None:
    text = _one(tmp_path, ud=[bank()[0]])
    assert text.labels.words["head"] == [2, 2, 2, 5, 5, 2, 2, 9, 9, 9, 9]
    assert text.labels.words["lemma"][:3] == ["l0/", "k0/", "k0/"]
    assert text.sentences == [list(range(7)), list(range(7, 11))]
    assert "entity" not in text.labels.words and text.labels.clusters is None


@pytest.mark.parametrize(
    ("licence", "kept"), [("CC BY 2.5", True), ("CC BY-NC-SA 4.0", False), (None, False)]
)
def test_texts_that_are_not_free_are_left_out(
    tmp_path: Path, licence: str | None, kept: bool
) -> None:
    tree = bank()[0] | {"corpus": "gum", "text_licence": licence}
    assert bool(list(documents(corpora(tmp_path, ud=[tree]), "train"))) is kept


def test_copulas_are_predicates_and_auxiliaries_are_not(tmp_path: Path) -> None:
    tree, roles = bank()
    text = _one(tmp_path, ud=[tree], propbank=[roles])
    marks = text.labels.words["predicate"]
    assert [n for n, mark in enumerate(marks) if mark == "PRED"] == [2, 8]
    assert set(marks) == {"PRED", "O"}
    assert text.labels.roles == {2: {0: "ARG1", 5: "ARG0"}, 8: {9: "ARG2"}}, "heads of arguments"


def test_predicates_of_sentences_that_are_not_annotated_are_unknown(tmp_path: Path) -> None:
    tree, roles = bank()
    roles["sentences"] = roles["sentences"][:1]
    roles["predicates"] = roles["predicates"][:2]
    marks = _one(tmp_path, ud=[tree], propbank=[roles]).labels.words["predicate"]
    assert marks == ["O", "O", "PRED", *["O"] * 4, *[None] * 4]


def test_a_word_heads_the_type_of_its_widest_nominal(tmp_path: Path) -> None:
    text = "The captain of the ferry slept."
    rows = "The/DET/1/det captain/NOUN/5/nsubj of/ADP/4/case the/DET/4/det ferry/NOUN/1/nmod"
    tree = parsed(text, [f"{rows} slept/VERB/-1/root ./PUNCT/5/punct"], corpus="gum")
    entities = [
        {"span": span(text, words), "head": span(text, head), "type": kind, "cluster": n}
        for n, (words, head, kind) in enumerate(
            [
                ("The captain of the ferry", "captain", "person"),
                ("The captain", "captain", "abstract"),
                ("the ferry", "ferry", "object"),
            ]
        )
    ]
    gum = {"id": "tree", "text": text, "entities": entities}
    found = _one(tmp_path, ud=[tree | {"text_licence": "CC BY 4.0"}], gum=[gum]).labels
    assert found.words["entity"] == ["O", "person", "O", "O", "object", "O", "O"]
    assert found.links == {"first": {1: 0, 4: 3}, "last": {1: 4, 4: 4}}
    assert [(p.begin, p.end, p.head) for p in found.places] == [(0, 5, 1), (0, 2, 1), (3, 5, 4)]
    assert found.clusters == ["0", "1", "2"]


def _timebank(folder: Path, denied: int, modality: str | None = None) -> Text:
    text = " ".join(f"Word{n}" for n in range(10))
    events = [
        {"span": span(text, f"Word{n}"), "class": "STATE", "modality": modality}
        | {"polarity": "NEG" if n < denied else "POS"}
        for n in range(5)
    ]
    return _one(folder, timebank=[{"id": "x", "text": text, "timexes": [], "events": events}])


def test_polarity_is_unknown_in_files_where_much_is_denied(tmp_path: Path) -> None:
    few = _timebank(tmp_path, 0).labels.words
    assert few["event"] == ["STATE"] * 5 + ["O"] * 5
    assert few["polarity"] == ["POS"] * 5 + [None] * 5, "words that are no events have none"
    many = _timebank(tmp_path, 1).labels.words
    assert many["polarity"] == [None] * 10 and many["event"] == few["event"]


@pytest.mark.parametrize(
    ("given", "kept"), [(None, "none"), ("COULD", "could"), ("would have", "would"), ("all", None)]
)
def test_a_modality_is_a_modal_verb(tmp_path: Path, given: str | None, kept: Any) -> None:
    assert _timebank(tmp_path, 0, given).labels.words["modality"] == [kept] * 5 + [None] * 5


def test_of_spans_in_each_other_the_widest_that_is_trusted_stays(tmp_path: Path) -> None:
    text = "The port of Beira reopened."
    told = [("The port of Beira", 0.4), ("port of Beira", 0.5), ("Beira", 1)]
    entities = [{"span": span(text, w), "type": w[:2], "confidence": c} for w, c in told]
    found = _one(tmp_path, re3d=[{"id": "x", "text": text, "entities": entities, "relations": []}])
    assert _told(found, found.labels.spans["mention"]) == [("port of Beira", "po")]


def test_contents_point_to_cues_and_cues_to_sources(tmp_path: Path) -> None:
    text = next(x for x in documents(every(tmp_path), "train") if x.corpus == "polnear")
    forms = [x.of(text.text) for x in text.spans]
    links = {
        (role, forms[word]): forms[goal]
        for role, pairs in text.labels.links.items()
        for word, goal in pairs.items()
    }
    assert links.pop(("content", "the")) == "said" and links.pop(("cue", "said")) == "Kofi"
    assert links.pop(("cue", "think")) == "think", "there is no source"
    assert links.pop(("content", "Rain")) == "think" and links.pop(("cue", "added")) == "she"
    assert set(links.items()) == {(("content", "“"), "added")}
    assert _told(text, text.labels.spans["content"])[1:3] == [
        ("“ We slept ”", "content"),
        ("“ until noon ”", "content"),
    ]


def test_every_corpus_is_read(tmp_path: Path) -> None:
    texts = list(documents(every(tmp_path), "train"))
    found = [text.corpus for text in texts]
    assert sorted(set(found)) == sorted(
        "ewt gum re3d redocred lgl trnews timebank polnear muc4 plover police commitment".split()
    )
    for text in texts:
        numbers = [word for members in text.sentences for word in members]
        assert numbers == list(range(len(text.spans)))
        assert all(len(labels) == len(numbers) for labels in text.labels.words.values())
