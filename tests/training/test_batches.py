"""Windows with labels, and the plan of steps."""

import importlib
import random
from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from training.augment import KINDS, Rates
from training.scheme import IGNORED, Scheme
from training.stage import Stage
from training.text import Text, segmented

pytest.importorskip("torch", reason="batches are torch's tensors")
batches: Any = importlib.import_module("training.batches")

ALWAYS = Rates(**dict.fromkeys(KINDS, 1.0))
POLICE = "Officers fired twice . Two men ran . The rest stayed there ."
MET = "Aiko met Bo . Cem met Dee ."


def _stage(epochs: dict[str, float], seed: int = 5, plain: int = 9) -> Stage:
    return Stage("words", epochs, 1e-4, 1e-3, plain=plain, rates=ALWAYS, seed=seed)


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows hold four words, the first too, which is elsewhere of a random size."""
    monkeypatch.setattr(batches, "PIECES", 6)
    monkeypatch.setattr(random.Random, "randint", lambda _, low, high: high)


def _of(corpus: str, texts: list[Text]) -> list[Text]:
    return [text for text in texts if text.corpus == corpus]


def _read(unit: Any) -> list[tuple[Any, ...]]:
    return [(sample.window.words, sample.window.ids) for sample in unit.samples]


def test_units_are_the_same_for_a_seed_and_others_for_another(
    texts: list[Text], scheme: Scheme, tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "PIECES", 15)
    epochs = dict.fromkeys({text.corpus for text in texts}, 2.5)
    one, same, other = (
        [_read(u) for u in batches.units(texts, scheme, tokenizer, _stage(epochs, seed, 1))]
        for seed in (5, 5, 6)
    )
    assert one == same and one != other


def test_half_an_epoch_is_about_every_second_document(
    texts: list[Text], scheme: Scheme, tokenizer: Tokenizer
) -> None:
    (text,) = _of("re3d", texts)
    for epochs, least, most in ((0.5, 30, 70), (1.5, 130, 170), (2, 200, 200), (0, 0, 0)):
        found = batches.units([text] * 100, scheme, tokenizer, _stage({"re3d": epochs}))
        assert least <= len(found) <= most
    assert batches.units([text], scheme, tokenizer, _stage({"gum": 3})) == []


def test_epochs_cut_a_document_in_other_places(
    texts: list[Text], scheme: Scheme, tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "PIECES", 12)
    found = batches.units(_of("gum", texts), scheme, tokenizer, _stage({"gum": 8}))
    assert len({tuple(s.window.words for s in unit.samples) for unit in found}) > 1
    for unit in found:
        assert [w for s in unit.samples for w in s.window.words] == list(range(11))
        assert unit.whole is not None, "its windows stay together"


def test_only_the_first_epochs_are_read_as_they_stand(
    texts: list[Text], scheme: Scheme, tokenizer: Tokenizer
) -> None:
    stage = _stage({"polnear": 4}, plain=2)
    found = [_read(u) for u in batches.units(_of("polnear", texts), scheme, tokenizer, stage)]
    assert found[0] == found[1] and found[0] not in found[2:]


def test_words_of_another_window_are_no_goals(
    narrow: None, scheme: Scheme, tokenizer: Tokenizer
) -> None:
    text = segmented({"id": "x", "text": MET}, "ewt")
    text.labels.words["head"] = [1, 1, 6, 1, 5, 5, 5, 5]
    text.labels.roles = {1: {0: "ARG1", 6: "ARG2"}, 5: {1: "ARG0", 4: "ARG0", 6: "unheard of"}}
    text.labels.links = {"content": {0: 4, 5: 6}}
    found = batches.units([text], scheme, tokenizer, _stage({"ewt": 1}))
    one, other = (sample for unit in found for sample in unit.samples)
    assert one.window.words == (0, 1, 2, 3)
    assert one.pointers["head"].tolist() == [1, 1, IGNORED, 1]
    assert other.pointers["head"].tolist() == [1, 1, 1, 1]
    assert one.pointers["content"].tolist() == [IGNORED] * 4
    assert other.pointers["content"].tolist() == [IGNORED, 2, IGNORED, IGNORED]
    role = scheme.labels["role"].index
    assert (one.roles, other.roles) == ([(1, {0: role("ARG1")})], [(1, {0: role("ARG0")})])


def test_passages_that_are_cut_and_windows_without_labels_are_not_learned_from(
    narrow: None, scheme: Scheme, tokenizer: Tokenizer
) -> None:
    text = segmented({"id": "x", "text": POLICE}, "police")
    text.labels.pools["police"] = [(0, 4, ["ARREST"]), (4, 8, []), (7, 13, [])]
    found = batches.units([text], scheme, tokenizer, _stage({"police": 1}))
    told = [(s.window.words, s.pools) for unit in found for s in unit.samples]
    assert told == [
        ((0, 1, 2, 3), {"police": [(0, 4, [1.0])]}),
        ((4, 5, 6, 7), {"police": [(0, 4, [0.0])]}),
    ]


def test_stories_with_one_label_are_not_cut(
    texts: list[Text], scheme: Scheme, tokenizer: Tokenizer
) -> None:
    found = batches.units(_of("plover", texts), scheme, tokenizer, _stage({"plover": 20}))
    assert len(found) == 40 and all(len(unit.samples) == 1 for unit in found)
    goals = {unit.samples[0].pools["plover"][0][2] for unit in found}
    assert goals == {0, 1}


@settings(max_examples=30)
@given(
    st.lists(st.lists(st.integers(3, 190), min_size=1, max_size=4), max_size=60),
    st.integers(64, 2000),
    st.integers(0, 99),
)
def test_every_unit_is_in_one_step_of_about_the_size(
    sizes: list[list[int]], size: int, seed: int
) -> None:
    found = [
        SimpleNamespace(
            samples=[SimpleNamespace(window=SimpleNamespace(ids=range(n))) for n in lengths]
        )
        for lengths in sizes
    ]
    steps = batches.plan(found, size, seed)
    assert Counter(i for step in steps for i in step) == Counter(range(len(found)))
    assert steps == batches.plan(found, size, seed)
    for step in steps:
        rows = sum(len(sizes[i]) for i in step)
        assert len(step) == 1 or (step and rows * max(max(sizes[i]) for i in step) <= size)


def test_a_batch_is_padded_and_what_is_unknown_is_ignored(
    texts: list[Text], scheme: Scheme, tokenizer: Tokenizer
) -> None:
    chosen = [*_of("lgl", texts), *_of("ewt", texts), *_of("gum", texts)]
    stage = _stage({"lgl": 1, "ewt": 1, "gum": 1})
    place, tree, talk = batches.units(chosen, scheme, tokenizer, stage)
    batch, gold = batches.batch_of([place, tree, talk])
    rows, words = batch.first.shape
    assert (rows, words) == (3, len(place.samples[0].window.words))
    assert batch.ids.shape == batch.cases.shape == batch.mask.shape
    assert batch.mask.sum(1).tolist() == [len(u.samples[0].window.ids) for u in (place, tree, talk)]
    assert (batch.sentences[1, 11:] == -1).all() and (batch.sentences[1, :11] >= 0).all()
    upos, toponym = gold.tags["upos"], gold.tags["toponym"]
    assert (upos[0] == IGNORED).all() and (upos[1:, 11:] == IGNORED).all()
    assert (upos[1:, :11] >= 0).all() and (toponym[1:] == IGNORED).all()
    assert (toponym[0] >= 0).all() and int((toponym[0] > 0).sum()) == 1
    assert "name" not in gold.tags and "content" not in gold.pointers
    assert gold.factuality is not None and int((~gold.factuality.isnan()).sum()) == 1
    ((sizes, whole),) = gold.wholes
    assert sizes == [0, 0, 11] and whole is talk.whole


def test_roles_are_of_the_words_of_a_predicates_sentence(
    texts: list[Text], scheme: Scheme, tokenizer: Tokenizer
) -> None:
    stage = _stage({"lgl": 1, "ewt": 1})
    chosen = [*_of("lgl", texts), *_of("ewt", texts)]
    _, gold = batches.batch_of(batches.units(chosen, scheme, tokenizer, stage))
    names = scheme.labels["role"]
    told = {
        (row, place): {n: names[g] for n, g in enumerate(goal.tolist()) if g != IGNORED}
        for row, place, goal in gold.roles
    }
    none = dict.fromkeys(range(7), "none")
    assert told == {
        (1, 2): none | {0: "ARG1", 5: "ARG0"},
        (1, 8): dict.fromkeys(range(7, 11), "none") | {9: "ARG2"},
    }
