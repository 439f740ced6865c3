"""Losses of a small network on made-up documents of every corpus."""

import importlib
from typing import Any

import pytest
from tokenizers import Tokenizer
from training.scheme import Scheme
from training.stage import Stage
from training.text import Text

torch: Any = pytest.importorskip("torch", reason="losses are torch's tensors")
batches: Any = importlib.import_module("training.batches")
loss: Any = importlib.import_module("training.loss")
Pairs: Any = importlib.import_module("training.whole").Pairs

NAMES = set(
    "mention name toponym timex source cue content upos xpos lemma entity event predicate polarity "
    "modality arc deprel first last factuality role plover mode police commitment incident filler "
    "coreference relation fact".split()
) | {"content link", "cue link"}


@pytest.fixture
def units(texts: list[Text], scheme: Scheme, tokenizer: Tokenizer) -> dict[str, Any]:
    """A unit of each corpus, the first."""
    found: dict[str, Any] = {}
    for text in texts:
        stage = Stage("words", {text.corpus: 1}, 1e-4, 1e-3)
        found.setdefault(text.corpus, batches.units([text], scheme, tokenizer, stage)[0])
    return found


def _losses(network: Any, *units: Any) -> dict[str, Any]:
    batch, gold = batches.batch_of(units)
    found: dict[str, Any] = loss.losses(network, network.words(batch), batch, gold)
    return found


def _figures(network: Any, *units: Any) -> dict[str, float]:
    return {name: float(value.detach()) for name, value in _losses(network, *units).items()}


def test_every_head_has_a_loss_that_reaches_its_weights(
    network: Any, units: dict[str, Any]
) -> None:
    found = _losses(network, *units.values())
    assert set(found) == NAMES
    assert all(value.isfinite() and value > 0 for value in found.values())
    sum(found.values()).backward()
    idle = {
        name
        for name, weight in network.named_parameters()
        if name.endswith("weight") and (weight.grad is None or not weight.grad.any())
    }
    assert idle == set()


def test_losses_fall(network: Any, units: dict[str, Any]) -> None:
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-3)
    before = _figures(network, *units.values())
    for _ in range(8):
        sum(_losses(network, *units.values()).values()).backward()
        optimiser.step()
        optimiser.zero_grad()
    after = _figures(network, *units.values())
    assert {name for name in NAMES if after[name] >= before[name]} == set()
    assert sum(after.values()) < 0.7 * sum(before.values())


def test_a_loss_does_not_depend_on_what_else_is_in_the_step(
    network: Any, units: dict[str, Any]
) -> None:
    together = _figures(network, units["polnear"], units["gum"], units["lgl"])
    assert len(units["gum"].samples[0].window.ids) < len(units["lgl"].samples[0].window.ids)
    for corpus in ("polnear", "gum", "lgl"):
        for name, value in _figures(network, units[corpus]).items():
            assert together[name] == pytest.approx(value, rel=1e-4), name


def test_documents_of_a_step_count_alike(network: Any, units: dict[str, Any]) -> None:
    alone = _figures(network, units["gum"])["coreference"]
    beside = _figures(network, units["gum"], units["redocred"])["coreference"]
    assert beside == pytest.approx(alone / 2, rel=1e-4)


def test_a_document_in_two_windows_is_scored_as_one(
    network: Any, texts: list[Text], scheme: Scheme, tokenizer: Tokenizer, units: dict[str, Any]
) -> None:
    (talk,) = (text for text in texts if text.corpus == "gum")
    stage = Stage("words", {"gum": 1}, 1e-4, 1e-3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "PIECES", 10)
        (cut,) = batches.units([talk], scheme, tokenizer, stage)
    assert len(cut.samples) > 1
    for group in ([cut], [units["lgl"], cut], [units["police"], units["ewt"], cut]):
        _, gold = batches.batch_of(group)
        (sizes, _), before = gold.wholes[0], sum(len(unit.samples) for unit in group[:-1])
        assert sizes == [0] * before + [len(s.window.words) for s in cut.samples]
        assert sum(sizes) == len(talk.spans)
        alone, among = (_figures(network, *x)["coreference"] for x in ([cut], group))
        assert among == pytest.approx(alone, rel=1e-4)


def _pairs(rows: list[tuple[int, int]], goal: Any, entities: list[int]) -> Any:
    empty = torch.zeros(len(rows), 4, dtype=torch.int64)
    return Pairs(torch.tensor(rows), empty, goal, torch.tensor(entities))


def test_antecedents_are_judged_together_and_none_is_one_of_them() -> None:
    rows = [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2)]
    goal = torch.tensor([False, True, True, False, False, True])
    scores = torch.tensor([[1.5], [2.0], [-3.0], [0.5], [30.0], [1.0]], requires_grad=True)
    told = loss._antecedent(scores, _pairs(rows, goal, [row for row, _ in rows]))
    wanted = 0.0
    for mention in (1, 2, 3):
        mine = [n for n, (row, _) in enumerate(rows) if row == mention]
        every = torch.cat([scores[mine, 0], torch.zeros(1)]).logsumexp(0)
        true = [n for n in mine if goal[n]]
        right = scores[true, 0].logsumexp(0) if true else torch.zeros(())
        # A probability is never taken for less than one in a thousand million.
        wanted += float(torch.logaddexp(right - every, torch.tensor(1e-9).log()).detach())
    assert float(told.detach()) * 16 == pytest.approx(-wanted, rel=1e-3)
    told.backward()
    assert scores.grad.isfinite().all() and scores.grad[1] < 0 < scores.grad[0]


def test_facts_are_pushed_above_none_and_all_else_below() -> None:
    goal = torch.tensor([[0.0, 1, 0], [0, 0, 0]])
    scores = torch.tensor([[0.0, 9, -9], [9, 0, 0]], requires_grad=True)
    assert float(loss._thresholded(scores, goal).detach()) == pytest.approx(0, abs=2e-3)
    wrong = loss._thresholded(-scores, goal)
    assert float(wrong.detach()) > 5
    wrong.backward()
    assert scores.grad.isfinite().all() and scores.grad.any()
