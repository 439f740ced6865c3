"""Windows put together again: what was counted by window is counted by report."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from tests.nlp.fakes import by_pair, fake

from onrecord.model import Analysis, Span
from onrecord.nlp.assembly import Assembly
from onrecord.nlp.bio import Piece
from onrecord.nlp.bundle import Bundle
from onrecord.nlp.decode import BIO_LAYERS, JUDGED, WORD_LAYERS, Decoded, Reach
from onrecord.nlp.spoken import Linked
from onrecord.nlp.window import Window

FORMS = tuple("Yusuf left Tromsø . He said they slept".split())
TEXT = " ".join(FORMS)
SPANS = [Span(TEXT.index(form), TEXT.index(form) + len(form)) for form in FORMS]
FIRST, SECOND = (0, 4), (4, 8)


def _window(words: tuple[int, int], sentences: str) -> Window:
    members = tuple(range(*words))
    return Window((), (), members, members, tuple(int(number) for number in sentences))


def _decoded(size: int = 4, **own: Any) -> Decoded:
    plain = Decoded(
        labels={layer: ["O" if layer != "upos" else "NOUN"] * size for layer in WORD_LAYERS},
        heads=[-1] + [0] * (size - 1),
        deprels=["root"] + ["dep"] * (size - 1),
        confidence=np.full((size, len(JUDGED)), 0.5, np.float32),
        factuality=[0.0] * size,
        spans={layer: [] for layer in BIO_LAYERS},
        spoken=[],
        roles=[],
        mentions=[],
        vectors=np.zeros((size, 2), np.float32),
        pools=np.zeros((size, 7), np.float32),
    )
    return replace(plain, **own)


def _closed(one: Decoded, other: Decoded, bundle: Bundle, sentences: str = "00001111") -> Analysis:
    assembly = Assembly(SPANS, FORMS)
    assembly.add(_window(FIRST, sentences[:4]), one)
    assembly.add(_window(SECOND, sentences[4:]), other)
    return assembly.close(bundle)


def _spans(layer: str, *pieces: tuple[int, int, str]) -> dict[str, list[Piece]]:
    empty: dict[str, list[Piece]] = {name: [] for name in BIO_LAYERS}
    return empty | {layer: [Piece(begin, end, label, 0.75) for begin, end, label in pieces]}


def _texts(*spans: Span) -> list[str]:
    return [span.of(TEXT) for span in spans]


def test_words_of_later_windows_have_heads_and_arguments_in_the_report() -> None:
    roles = [(1, 3, "ARG1", 0.5)]
    told = _closed(_decoded(), _decoded(roles=roles), fake())
    assert [word.head for word in told.words] == [-1, 0, 0, 0, -1, 4, 4, 4]
    assert [word.sentence for word in told.words] == [0, 0, 0, 0, 1, 1, 1, 1]
    assert [word.text for word in told.words] == list(FORMS)
    (arc,) = told.roles
    assert (told.words[arc.predicate].text, told.words[arc.argument].text) == ("said", "slept")


def test_a_sentence_over_two_windows_has_one_root() -> None:
    told = _closed(_decoded(), _decoded(), fake(), "00000000")
    assert [word.head for word in told.words] == [-1, 0, 0, 0, 0, 4, 4, 4]
    assert (told.words[0].deprel, told.words[4].deprel) == ("root", "parataxis")


def test_spans_and_attributions_are_where_they_stand_in_the_text() -> None:
    source, cue, content = (Piece(b, e, "x", 0.5) for b, e in ((0, 1), (1, 2), (2, 4)))
    spoken = [Linked((source,), (cue,), (content,), 0.25)]
    one = _decoded(spans=_spans("name", (0, 1, "PER"), (2, 3, "LOC")))
    told = _closed(one, _decoded(spans=_spans("name", (2, 4, "ORG")), spoken=spoken), fake())
    names = told.layers["name"]
    assert _texts(*(x.span for x in names)) == ["Yusuf", "Tromsø", "they slept"]
    assert [(x.label, x.score) for x in names] == [("PER", 0.75), ("LOC", 0.75), ("ORG", 0.75)]
    (found,) = told.spoken
    assert _texts(*found.source, *found.cue, *found.content) == ["He", "said", "they slept"]


def test_mentions_of_two_windows_can_be_one_entity() -> None:
    one = _decoded(mentions=[Reach(2, 2, 3, "place", 0.5), Reach(0, 0, 1, "person", 0.9)])
    other = _decoded(mentions=[Reach(0, 0, 1, "person", 0.8), Reach(2, 2, 3, "person", 0.7)])
    links = by_pair(1, {(2, 0): [3.0]})
    told = _closed(one, other, fake(coreference=links)).nominals
    assert _texts(*(x.span for x in told)) == ["Yusuf", "Tromsø", "He", "they"]
    assert [(x.head, x.label, x.entity) for x in told] == [
        (0, "person", 0),
        (2, "place", 1),
        (4, "person", 0),
        (6, "person", 3),
    ]
    assert [x.score for x in told] == pytest.approx([0.9, 0.5, 0.8, 0.7])
    assert all(0.9 < x.linked <= 1 for x in told)


def test_of_two_mentions_of_the_same_words_the_surer_stays_and_the_wider_comes_first() -> None:
    mentions = [
        Reach(0, 0, 2, "person", 0.4),
        Reach(1, 0, 2, "place", 0.6),
        Reach(2, 0, 4, "event", 0.3),
    ]
    told = _closed(_decoded(mentions=mentions), _decoded(), fake()).nominals
    assert [(x.head, x.label) for x in told] == [(2, "event"), (1, "place")]


def test_relations_hold_between_mentions_of_a_sentence_in_either_window() -> None:
    bundle = fake(relation=by_pair(3, {(1, 0): [0, 6, 0], (2, 3): [0, 0, 6], (0, 2): [0, 6, 0]}))
    one = _decoded(spans=_spans("mention", (0, 1, "Person"), (2, 3, "Location")))
    other = _decoded(spans=_spans("mention", (0, 1, "Person"), (2, 3, "Person")))
    told = _closed(one, other, bundle).relations
    assert [(*_texts(x.source, x.target), x.label) for x in told] == [
        ("Tromsø", "Yusuf", "BelongsTo"),
        ("He", "they", "CoLocated"),
    ]


def test_a_sentence_scores_as_all_its_words_in_the_mean() -> None:
    one, other = np.zeros((4, 7), np.float32), np.zeros((4, 7), np.float32)
    # Columns: AID PROTEST | none riot | ARREST KILL | commitment.
    one[:, [1, 2, 5]] = 1
    other[:, 0], other[:, 3], other[:, 4:6] = 3, 4, 2
    one[:, 4] = -9
    apart = _closed(_decoded(pools=one), _decoded(pools=other), fake()).passages
    assert [(x.sentence, x.layer, x.label) for x in apart] == [
        (0, "plover", "PROTEST"),
        (1, "plover", "AID"),
        (0, "mode", "none"),
        (1, "mode", "riot"),
        (0, "police", "KILL"),
        (1, "police", "ARREST"),
        (1, "police", "KILL"),
    ]
    assert all(0.5 < x.score <= 1 for x in apart)
    joined = _closed(_decoded(pools=one), _decoded(pools=other), fake(), "33333333").passages
    assert [(x.sentence, x.label) for x in joined] == [(3, "AID"), (3, "riot"), (3, "KILL")]
    assert joined[0].score == pytest.approx(1 / (1 + np.exp(-1)))


def test_sentences_without_words_have_no_passage() -> None:
    told = _closed(_decoded(), _decoded(), fake(), "11115555").passages
    assert [x.sentence for x in told if x.layer == "mode"] == [1, 5]


def test_confidence_is_by_layer_and_word() -> None:
    sure = np.tile(np.arange(len(JUDGED), dtype=np.float32) / 16, (4, 1))
    told = _closed(_decoded(confidence=sure), _decoded(confidence=sure * 0), fake()).confidence
    assert list(told) == list(JUDGED)
    for number, layer in enumerate(JUDGED):
        assert told[layer] == (number / 16,) * 4 + (0.0,) * 4


def test_polarity_and_modality_are_of_events_only_and_commitment_of_every_word() -> None:
    labels = {layer: ["x"] * 4 for layer in WORD_LAYERS} | {"event": ["O", "STATE", "O", "O"]}
    pools = np.arange(28, dtype=np.float32).reshape(4, 7)
    words = _closed(_decoded(labels=labels, pools=pools), _decoded(), fake()).words
    assert [word.polarity for word in words[:3]] == [None, "x", None]
    assert [word.modality for word in words[:3]] == [None, "x", None]
    assert [word.commitment for word in words[:4]] == [6, 13, 20, 27]


def test_scores_are_calibrated_by_layer() -> None:
    one = _decoded(spans=_spans("name", (0, 1, "PER")), confidence=np.full((4, 9), 0.75))
    plain = fake()
    told = _closed(one, _decoded(), replace(plain, calibration={"name": (0, 0), "upos": (2, 0)}))
    assert told.layers["name"][0].score == 0.5
    assert told.confidence["upos"][0] == pytest.approx(0.9)
    assert told.confidence["xpos"][0] == 0.75


def test_a_report_without_words_is_an_empty_analysis() -> None:
    told = Assembly([], []).close(fake())
    assert all(
        not getattr(told, field.name) for field in fields(Analysis) if field.name != "layers"
    )
    assert not any(told.layers.values())
    assert Assembly([], []).facts(fake(), [[Span(0, 3)], [Span(4, 5)]]) == []


def test_facts_are_of_entities_that_hold_words() -> None:
    assembly = Assembly(SPANS, FORMS)
    assembly.add(_window(FIRST, "0000"), _decoded())
    assembly.add(_window(SECOND, "1111"), _decoded())
    beyond = Span(len(TEXT) + 2, len(TEXT) + 5)
    # The middle of a name stands for the whole name: words that share a character are its words.
    entities = [[beyond], [Span(1, 3)], [beyond, SPANS[6]]]
    bundle = replace(fake(fact=by_pair(3, {(0, 1): [0, 0, 2.0]})), calibration={"fact": (0.0, 3.0)})
    told = assembly.facts(bundle, entities)
    assert [row[:3] for row in told] == [(1, 2, "P27")] and told[0][3] == pytest.approx(
        0.953, abs=1e-3
    )
