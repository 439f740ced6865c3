"""Labels of documents as a whole."""

import importlib
from typing import Any

import pytest
from training.scheme import Scheme
from training.text import Text, segmented

from onrecord.nlp.pairs import Extent

pytest.importorskip("torch", reason="labels of documents are torch's tensors")
whole_of: Any = importlib.import_module("training.whole").whole_of

FORMS = "Ines saw Ana and Ines waved".split()
INES, ANA, AGAIN = Extent(0, 1, 0, 0), Extent(2, 3, 2, 0), Extent(4, 5, 4, 0)
LABELS = Scheme(
    {
        "relation": ["none", "BelongsTo", "CommWith"],
        "fact": ["none", "P1", "P2"],
        "incident": ["arson", "robbery"],
        "filler": ["O", "B-victim", "I-victim"],
    }
)


def _text(corpus: str, *places: Extent) -> Text:
    text = segmented({"id": "x", "text": " ".join(FORMS)}, corpus)
    text.labels.places = list(places)
    return text


def test_a_text_without_such_labels_has_none() -> None:
    assert whole_of(_text("polnear"), LABELS, FORMS) is None


def test_mentions_have_all_earlier_ones_of_their_entity_as_goals() -> None:
    text = _text("gum", INES, ANA, AGAIN)
    text.labels.clusters = ["7", "8", "7"]
    whole = whole_of(text, LABELS, FORMS)
    assert whole.places.tolist() == [[0, 0, 0], [2, 2, 2], [4, 4, 4]]
    assert whole.coreference.pairs.tolist() == [[1, 0], [2, 0], [2, 1]]
    assert whole.coreference.goal.tolist() == [False, True, False]
    assert whole.coreference.entities.tolist() == [1, 2, 2]
    assert (whole.relation, whole.fact, whole.incidents, whole.filler) == (None,) * 4


def test_what_is_counted_is_of_the_words_that_are_read() -> None:
    text = _text("gum", INES, AGAIN)
    text.labels.clusters = ["7", "7"]
    same = whole_of(text, LABELS, FORMS).coreference.features
    other = whole_of(text, LABELS, ["Otso", *FORMS[1:]]).coreference.features
    assert (same != other).nonzero().tolist() == [[0, 2]], "names are no longer alike"


def test_relations_without_direction_are_goals_both_ways() -> None:
    text = _text("re3d", INES, ANA, AGAIN)
    text.labels.relations = {(0, 1): "CommWith", (2, 1): "BelongsTo"}
    relation = whole_of(text, LABELS, FORMS).relation
    rows = zip(relation.pairs.tolist(), relation.goal.tolist(), strict=True)
    assert {tuple(pair): goal for pair, goal in rows} == {
        (0, 1): 2,
        (1, 0): 2,
        (2, 1): 1,
        (1, 2): 0,
        (0, 2): 0,
        (2, 0): 0,
    }


def test_facts_are_of_pairs_of_entities() -> None:
    text = _text("redocred", INES, ANA, AGAIN)
    text.labels.clusters = ["a", "b", "a"]
    text.labels.facts = {("b", "a", "P2"), ("a", "b", "P1"), ("a", "b", "P2"), ("c", "a", "P1")}
    fact = whole_of(text, LABELS, FORMS).fact
    assert fact.owned.tolist() == [[1, 0, 1], [0, 1, 0]]
    assert fact.pairs.tolist() == [[0, 1], [1, 0]], "entities without mentions do not count"
    assert fact.goal.tolist() == [[0, 1, 1], [0, 0, 1]]
    assert fact.orders.shape == (2,)


def test_one_entity_alone_has_no_pairs() -> None:
    text = _text("redocred", INES, AGAIN)
    text.labels.clusters, text.labels.facts = ["a", "a"], set()
    fact = whole_of(text, LABELS, FORMS).fact
    assert fact.pairs.shape == (0, 2) and fact.orders.shape == (0,) and len(fact.goal) == 0


@pytest.mark.parametrize(("told", "kinds"), [({"robbery"}, [0, 1]), (set(), [0, 0])])
def test_incidents_are_told_by_kind_and_fillers_by_word(told: set[str], kinds: list[int]) -> None:
    text = _text("muc4")
    text.labels.incidents = told
    text.labels.spans["filler"] = [(0, 1, "victim"), (2, 5, "victim")]
    whole = whole_of(text, LABELS, FORMS)
    assert whole.incidents.tolist() == kinds
    assert whole.filler.tolist() == [1, 0, 1, 2, 2, 0]
    assert whole.places.shape == (0, 3)
