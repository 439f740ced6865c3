"""What counts as right in the dev parts."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.trees import analysis
from training.judge import judged
from training.text import Labels, Record, Text

from onrecord.model import (
    Analysis,
    Labelled,
    Nominal,
    Passage,
    Related,
    RoleArc,
    Sentence,
    Span,
    SpokenSpans,
)
from onrecord.nlp.decode import JUDGED
from onrecord.nlp.pairs import Extent
from training import judge as subject

ROWS = """
    Adaeze  Adaeze  PROPN NNP 2 nsubj person
    said    say     VERB  VBD 0 root
    rain    rain    NOUN  NN  4 nsubj
    fell    fall    VERB  VBD 2 ccomp
    on      on      ADP   IN  6 case
    Lagos   Lagos   PROPN NNP 4 obl place
    .       .       PUNCT .   2 punct
"""
TEXT, PARSED, _ = analysis(ROWS)
SPANS = [word.span for word in PARSED.words]


class _Network:
    """Gives the same analysis of anything."""

    digest = ""

    def __init__(self, found: Analysis, facts: Sequence[tuple[int, int, str, float]] = ()) -> None:
        sure = {layer: (0.5,) * len(found.words) for layer in JUDGED}
        self._found, self._facts = replace(found, confidence=sure), list(facts)

    def analyse(self, _text: str, _sentences: Sequence[Sentence]) -> Analysis:
        return self._found

    def facts(self, *_given: object) -> list[tuple[int, int, str, float]]:
        return self._facts


@pytest.fixture
def items(monkeypatch: pytest.MonkeyPatch) -> Any:
    """(layer, score, right) of a network's words on one dev text."""

    def judge(
        network: _Network, labels: Labels, corpus: str = "ewt", record: Record | None = None
    ) -> list[tuple[str, float, bool]]:
        text = Text("one", corpus, TEXT, SPANS, [list(range(len(SPANS)))], [0], labels)
        told = {corpus: [{"id": "one", "text": TEXT, **(record or {})}]} if record else {}
        monkeypatch.setattr(subject, "documents", lambda _folder, _part: [text])
        monkeypatch.setattr(subject, "read_jsonl", lambda _folder, name, _part: told.get(name, []))
        network_: Any = network
        return [(x.layer, x.score, x.right) for x in judged(network_, Path())]

    return judge


def _span(first: int, last: int | None = None) -> Span:
    return SPANS[first].cover(SPANS[first if last is None else last])


def test_labels_of_words_are_compared_where_they_are_known(items: Any) -> None:
    words = list(PARSED.words)
    words[1] = replace(words[1], event="REPORTING", polarity="POS")
    words[3] = replace(words[3], event="OCCURRENCE", polarity="NEG")
    labels = Labels(
        words={
            "upos": ["PROPN", "VERB", "VERB", "VERB", "ADP", "PROPN", None],
            "head": [1, 1, 1, 1, 5, 3, 1],
            "event": ["O", "REPORTING", "O", "STATE", "O", "O", "O"],
            "polarity": [None, None, None, "NEG", None, None, None],
        }
    )
    found = items(_Network(replace(PARSED, words=tuple(words))), labels)
    right = {
        layer: [ok for own, _, ok in found if own == layer]
        for layer in ("upos", "head", "event", "polarity")
    }
    assert right["upos"] == [True, True, False, True, True, True]
    assert right["head"] == [True, True, False, True, True, True, True]
    assert right["event"] == [True, True, True, False, True, True, True]
    assert right["polarity"] == [True]


def test_a_span_needs_its_label_and_both_ends(items: Any) -> None:
    given = (
        Labelled(_span(0), "PER", 0.9),
        Labelled(_span(5), "ORG", 0.8),
        Labelled(_span(4, 5), "LOC", 0.7),
    )
    labels = Labels(spans={"name": [(0, 1, "PER"), (5, 6, "LOC")]})
    found = items(_Network(replace(PARSED, layers={"name": given})), labels)
    assert found == [("name", 0.9, True), ("name", 0.8, False), ("name", 0.7, False)]


def test_a_role_needs_predicate_argument_and_label(items: Any) -> None:
    arcs = [(1, 0, "ARG0"), (1, 3, "ARG0"), (3, 2, "ARG1"), (1, 2, "ARG1")]
    roles = tuple(RoleArc(*arc, 0.9) for arc in arcs)
    labels = Labels(roles={1: {0: "ARG0", 3: "ARG1"}, 3: {2: "ARG1"}})
    labels.words["predicate"] = ["O", "PRED", "O", "PRED", "O", "O", "O"]
    found = items(_Network(replace(PARSED, roles=roles)), labels)
    assert [ok for layer, _, ok in found if layer == "role"] == [True, False, True, False]


def test_links_are_judged_among_mentions_that_are_right(items: Any) -> None:
    places = [(0, 0, 0), (2, 0, 1), (3, 3, 2), (5, 0, 1)]
    nominals = tuple(
        Nominal(_span(at), at, "person", entity, 0.9, 0.1 * linked) for at, entity, linked in places
    )
    told = [(0, "person", "a"), (2, "object", "b"), (5, "person", "b")]
    entities = [
        {"span": [_span(n).begin, _span(n).end], "type": t, "cluster": c} for n, t, c in told
    ]
    found = items(
        _Network(replace(PARSED, nominals=nominals)), Labels(), "gum", {"entities": entities}
    )
    assert [ok for layer, _, ok in found if layer == "nominal"] == [True, False, False, True]
    # Right: the first has nothing before it. Wrong: "rain" hangs on it. Right: Lagos on "rain".
    assert [ok for layer, _, ok in found if layer == "coreference"] == [True, False, True]


@pytest.mark.parametrize(
    ("source", "content", "right"),
    [
        ((0, 0), (2, 5), True),
        ((0, 0), (2, 3), True),
        ((0, 0), (2, 2), False),
        ((0, 0), (0, 6), True),
        ((1, 1), (2, 5), False),
        (None, (2, 5), False),
    ],
)
def test_an_attribution_needs_half_the_content_and_a_word_of_the_source(
    items: Any, source: tuple[int, int] | None, content: tuple[int, int], right: bool
) -> None:
    spoken = SpokenSpans(() if source is None else (_span(*source),), (), (_span(*content),), 0.9)
    whole = _span(2, 5)
    gold = {"source": [[0, 6]], "cue": [], "content": [[whole.begin, whole.end]]}
    network = _Network(replace(PARSED, spoken=(spoken,)))
    assert items(network, Labels(), "polnear", {"attributions": [gold]}) == [
        ("attribution", 0.9, right)
    ]


def test_relations_may_overlap_and_some_have_no_direction(items: Any) -> None:
    told = [(0, 5, "BelongsTo"), (5, 0, "BelongsTo"), (5, 0, "CoLocated"), (0, 5, "Apart")]
    relations = tuple(Related(_span(one), _span(other), label, 0.9) for one, other, label in told)
    labels = Labels(relations={(0, 1): "BelongsTo"})
    labels.places = [Extent(0, 1, 0, 0), Extent(4, 6, 5, 0)]
    network = _Network(replace(PARSED, relations=relations))
    assert [ok for *_, ok in items(network, labels)] == [True, False, False, False]
    labels.relations = {(0, 1): "CoLocated"}
    assert [ok for *_, ok in items(network, labels)] == [False, False, True, False]


def test_facts_are_of_the_entities_that_were_given(items: Any) -> None:
    labels = Labels(facts={("x", "y", "P17")}, clusters=["y", "x"])
    labels.places = [Extent(0, 1, 0, 0), Extent(5, 6, 5, 0)]
    network = _Network(PARSED, [(1, 0, "P17", 0.6), (0, 1, "P17", 0.7)])
    assert items(network, labels) == [("fact", 0.6, True), ("fact", 0.7, False)]


def test_documents_and_sentences_have_the_labels_they_are_given(items: Any) -> None:
    passages = tuple(Passage(0, "police", label, 0.9) for label in ("KILL", "ARREST"))
    network = _Network(replace(PARSED, passages=passages, incidents={"arson": 0.7, "attack": 0.2}))
    labels = Labels(pools={"police": [(2, 6, ["ARREST"])]}, incidents={"attack"})
    assert items(network, labels) == [
        ("incident", 0.7, False),
        ("incident", 0.2, True),
        ("police", 0.9, False),
        ("police", 0.9, True),
    ]


def test_types_and_modes_of_events_are_those_coded(items: Any) -> None:
    passages = (Passage(0, "plover", "AID", 0.6), Passage(0, "mode", "none", 0.7))
    network = _Network(replace(PARSED, passages=passages))
    event = {"type": "AID", "mode": None, "mode_coded": None}
    found = items(network, Labels(), "plovergsr", {"events": [event]})
    assert found == [("plover", 0.6, True), ("mode", 0.7, True)]
    found = items(network, Labels(), "plovergsr", {"events": [event | {"mode_coded": "old"}]})
    assert found == [("plover", 0.6, True)]
