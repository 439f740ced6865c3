"""The document pass over graphs that are functions."""

from collections.abc import Mapping

import numpy as np
import pytest
from tests.nlp.fakes import by_pair, fake

from onrecord.nlp import document
from onrecord.nlp.bundle import Bundle
from onrecord.nlp.document import DocumentPass
from onrecord.nlp.pairs import SAME_BOTH_WAYS, Extent

FORMS = "Chipo flew to Quito . Her aunt lives there . Quito is high .".split()
CHIPO, QUITO = Extent(0, 1, 0, 0), Extent(3, 4, 3, 0)
HER, HER_AUNT, THERE = Extent(5, 6, 5, 1), Extent(5, 7, 6, 1), Extent(8, 9, 8, 1)
AGAIN = Extent(10, 11, 10, 2)


def _pass(bundle: Bundle) -> DocumentPass:
    vectors = np.arange(len(FORMS) * 2, dtype=np.float32).reshape(-1, 2)
    return DocumentPass(bundle, vectors, FORMS)


def test_mentions_chain_through_their_antecedents() -> None:
    links = by_pair(1, {(2, 0): [4], (2, 1): [2], (4, 1): [3], (5, 4): [1], (5, 1): [0.5]})
    told = _pass(fake(coreference=links)).entities([CHIPO, QUITO, HER_AUNT, HER, THERE, AGAIN])
    assert [entity for entity, _ in told] == [0, 1, 0, 3, 1, 1]
    assert all(0.5 < sure <= 1 for _, sure in told)
    assert told[0][1] == 1, "nothing stands before the first"


@pytest.mark.parametrize(("score", "entity"), [(-0.01, 1), (0.01, 0)])
def test_no_mention_hangs_on_one_that_scores_below_nothing(score: float, entity: int) -> None:
    told = _pass(fake(coreference=by_pair(1, {(1, 0): [score]}))).entities([QUITO, AGAIN])
    assert told[1][0] == entity and told[1][1] == pytest.approx(0.5, abs=0.01)


def test_the_bias_of_a_bundle_makes_links_more_or_fewer() -> None:
    links = by_pair(1, {(1, 0): [1.0]})
    for bias, entity in ((-1.5, 1), (0.5, 0)):
        bundle = fake({"coreference": bias}, coreference=links)
        assert _pass(bundle).entities([QUITO, AGAIN])[1][0] == entity


def test_no_mentions_have_no_entities_and_no_relations() -> None:
    empty = _pass(fake())
    assert empty.entities([]) == [] and empty.relations([]) == []
    assert empty.facts([]) == [] and empty.facts([[CHIPO]]) == [] and empty.facts([[], []]) == []


def test_a_relation_has_its_direction() -> None:
    found = by_pair(3, {(1, 0): [0, 9, 0]})
    ((one, other, label, sure),) = _pass(fake(relation=found)).relations([CHIPO, QUITO])
    assert (one, other, label) == (1, 0, "BelongsTo") and 0.99 < sure <= 1


def test_two_mentions_are_related_once_as_the_surer_way_says() -> None:
    found = by_pair(3, {(0, 1): [0, 2, 0], (1, 0): [0, 5, 0]})
    told = _pass(fake(relation=found)).relations([CHIPO, QUITO])
    assert [row[:3] for row in told] == [(1, 0, "BelongsTo")]


def test_a_relation_without_direction_is_given_once_in_the_order_of_the_text() -> None:
    assert "CoLocated" in SAME_BOTH_WAYS
    for told in ({(0, 1): [0, 0, 3.0], (1, 0): [0, 0, 4.0]}, {(1, 0): [0, 0, 3.0]}):
        rows = _pass(fake(relation=by_pair(3, told))).relations([CHIPO, QUITO])
        assert [row[:3] for row in rows] == [(0, 1, "CoLocated")]


def test_mentions_of_two_sentences_are_not_related() -> None:
    every = {(one, other): [0.0, 9, 0] for one in range(3) for other in range(3)}
    told = _pass(fake(relation=by_pair(3, every))).relations([CHIPO, QUITO, HER])
    assert {frozenset(row[:2]) for row in told} == {frozenset({0, 1})}


def test_what_a_bundle_takes_off_none_makes_more_relations() -> None:
    found = by_pair(3, {(0, 1): [2, 1, 0]})
    assert _pass(fake(relation=found)).relations([CHIPO, QUITO]) == []
    assert _pass(fake({"relation": 1.5}, relation=found)).relations([CHIPO, QUITO])


def test_facts_are_all_labels_above_none() -> None:
    scores = by_pair(3, {(0, 1): [0, 2, 1], (1, 0): [0, -0.1, 0.1]})
    told = _pass(fake(fact=scores)).facts([[CHIPO], [QUITO]])
    assert [row[:3] for row in told] == [(0, 1, "P17"), (0, 1, "P27"), (1, 0, "P27")]
    assert [row[3] for row in told] == pytest.approx([0.881, 0.731, 0.525], abs=1e-3)


def test_a_bundle_can_ask_more_of_a_fact() -> None:
    scores = by_pair(3, {(0, 1): [0, 2, 1]})
    told = _pass(fake({"fact": 1.5}, fact=scores)).facts([[CHIPO], [QUITO]])
    assert [row[2] for row in told] == ["P17"] and told[0][3] == pytest.approx(0.622, abs=1e-3)


def test_entities_are_fed_with_their_own_mentions_and_how_far_they_are_apart() -> None:
    fed: dict[str, np.ndarray] = {}

    def graph(given: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        fed.update(given)
        return by_pair(3, {(1, 0): [0, 12, 0]})(given)

    told = _pass(fake(fact=graph)).facts([[AGAIN, QUITO], [], [CHIPO]])
    assert [row[:3] for row in told] == [(2, 0, "P17")], "the empty entity keeps its number"
    assert fed["places"].tolist() == [[10, 10, 10], [3, 3, 3], [0, 0, 0]]
    assert fed["owned"].tolist() == [[1, 1, 0], [0, 0, 1]]
    assert fed["pairs"].tolist() == [[0, 1], [1, 0]]
    assert fed["orders"].tolist() == [0, 8], "Chipo and Quito share a sentence, and Chipo is first"


def test_none_is_never_a_fact_however_high_its_score() -> None:
    told = _pass(fake({"fact": -50.0})).facts([[CHIPO], [QUITO]])
    assert {row[2] for row in told} == {"P17", "P27"}


def test_many_pairs_are_scored_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    def graph(fed: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        sizes.append(len(fed["pairs"]))
        assert len(fed["features"]) == sizes[-1]
        return [np.sin(fed["pairs"] @ np.array([[1], [7]]) + fed["features"][:, :1])]

    mentions = [CHIPO, QUITO, HER_AUNT, HER, THERE, AGAIN]
    sizes: list[int] = []
    whole = _pass(fake(coreference=graph)).entities(mentions)
    assert sizes == [15]
    monkeypatch.setattr(document, "_AT_ONCE", 4)
    assert _pass(fake(coreference=graph)).entities(mentions) == whole
    assert sizes[1:] == [4, 4, 4, 3]


def test_incidents_have_a_chance_each_and_fillers_may_begin_anywhere() -> None:
    def graph(fed: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        tags = np.tile(np.array([1, 0, 0], np.float32), (len(fed["vectors"]), 1))
        tags[[0, 0, 3, 4], [1, 2, 1, 2]] = 3, 4, 4, 4
        return [np.array([0, 2], np.float32), tags]

    kinds, fillers = _pass(fake(incidents=graph)).incidents()
    assert list(kinds) == ["arson", "robbery"]
    assert list(kinds.values()) == pytest.approx([0.5, 0.881], abs=1e-3)
    assert [(p.begin, p.end, p.label) for p in fillers] == [(0, 1, "target"), (3, 5, "target")]
    _, more = _pass(fake({"filler": 1.5}, incidents=graph)).incidents()
    assert len(more) > 2
