"""A run that is broken off ends as one that was not."""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.training.conftest import VOCABULARY
from tests.training.made import every
from tokenizers import Tokenizer
from training.stage import Stage

torch: Any = pytest.importorskip("torch", reason="the network is trained with torch")
train: Any = importlib.import_module("training.train")

_HIDDEN, _INNER, _POSITIONS = 384, 1536, 256
_LONG = 1e9
STAGES = (
    Stage("words", {"ewt": 2, "polnear": 1, "lgl": 1}, 1e-3, 1e-2, size=32),
    Stage("documents", {"gum": 2, "muc4": 1, "redocred": 1, "police": 0.5}, 1e-3, 1e-2, size=32),
    Stage("heads", {"gum": 2, "lgl": 1}, 0.0, 1e-2, ("document", "pools"), passes=2, size=32),
)


class BreakOff(Exception):
    """The power fails."""


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora"
    folder.mkdir()
    return every(folder)


@pytest.fixture
def pretrained(small: None, tmp_path: Path, tokenizer: Tokenizer) -> Path:
    """Random weights under BERT's names, and the tokenizer."""
    folder = tmp_path / "pretrained"
    folder.mkdir()
    tokenizer.save(str(folder / "tokenizer.json"))
    sizes = {
        "word_embeddings": (VOCABULARY, _HIDDEN),
        "position_embeddings": (_POSITIONS, _HIDDEN),
        "token_type_embeddings": (2, _HIDDEN),
    }
    shapes: dict[str, tuple[int, ...]] = {
        f"embeddings.{name}.weight": size for name, size in sizes.items()
    }
    shapes |= _layer("embeddings.LayerNorm", _HIDDEN)
    inside = "encoder.layer.0"
    for name in ("self.query", "self.key", "self.value", "output.dense"):
        shapes |= _layer(f"{inside}.attention.{name}", _HIDDEN, _HIDDEN)
    shapes |= _layer(f"{inside}.attention.output.LayerNorm", _HIDDEN)
    shapes |= _layer(f"{inside}.intermediate.dense", _INNER, _HIDDEN)
    shapes |= _layer(f"{inside}.output.dense", _HIDDEN, _INNER)
    shapes |= _layer(f"{inside}.output.LayerNorm", _HIDDEN)
    made = torch.Generator().manual_seed(3)
    weights = {name: torch.randn(size, generator=made) * 0.05 for name, size in shapes.items()}
    saved: Any = importlib.import_module("safetensors.torch")
    saved.save_file(weights, folder / "model.safetensors")
    return folder


def _layer(name: str, *size: int) -> dict[str, tuple[int, ...]]:
    return {f"{name}.weight": size, f"{name}.bias": size[:1]}


def _saved(run: Path, stage: str) -> dict[str, Any]:
    found: dict[str, Any] = torch.load(run / stage / "checkpoint.pt", weights_only=True)
    return found


def _until(patch: pytest.MonkeyPatch, end: int) -> None:
    """Breaks a run off in the step of number `end`."""
    left, losses = iter(range(end)), train.losses

    def told(*given: Any) -> Any:
        if next(left, None) is None:
            raise BreakOff
        return losses(*given)

    patch.setattr(train, "losses", told)


def test_a_run_that_is_broken_off_ends_as_one_that_was_not(
    corpora: Path, pretrained: Path, tmp_path: Path
) -> None:
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    train.train(corpora, pretrained, whole, STAGES, _LONG)
    steps = [_saved(whole, stage.name)["steps"] for stage in STAGES]
    assert min(steps) > 2
    # In the first stage, after two steps of the second, after one of the third.
    for end in (2, steps[0], steps[1] - 1):
        with pytest.MonkeyPatch.context() as patch, pytest.raises(BreakOff):
            _until(patch, end)
            train.train(corpora, pretrained, broken, STAGES, 0)
    assert _saved(broken, "heads")["step"] == 1
    train.train(corpora, pretrained, broken, STAGES, _LONG)
    for stage, count in zip(STAGES, steps, strict=True):
        wanted, found = (_saved(run, stage.name) for run in (whole, broken))
        assert found["step"] == found["steps"] == count
        for name, weight in wanted["network"].items():
            assert torch.equal(found["network"][name], weight), (stage.name, name)
    with pytest.MonkeyPatch.context() as patch:
        _until(patch, 0)
        train.train(corpora, pretrained, broken, STAGES, 0)  # Nothing is left to do.


def test_a_stage_changes_what_it_trains_alone(
    corpora: Path, pretrained: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    train.train(corpora, pretrained, run, STAGES, _LONG)
    words, documents, heads = (_saved(run, stage.name)["network"] for stage in STAGES)
    given = importlib.import_module("safetensors.torch").load_file(pretrained / "model.safetensors")
    assert torch.equal(heads["encoder.pieces.weight"], given["embeddings.word_embeddings.weight"])
    assert words["encoder.cases.weight"].any(), "case is learned from nothing"
    for name in ("encoder.blocks.0.up.weight", "tags.weight"):
        assert not torch.equal(words[name], documents[name]) and documents[name].isfinite().all()
    changed = {name for name in heads if not torch.equal(documents[name], heads[name])}
    assert changed and all(name.startswith(("document.coreference.",)) for name in changed)
    labels = json.loads((run / "labels.json").read_text())
    assert len(labels["fact"]) == len(heads["document.fact.out.bias"]) == 3
    told = json.loads((run / "words" / "settings.json").read_text())
    assert told["epochs"] == STAGES[0].epochs and told["rates"]["people"] == 0.5


def test_every_weight_that_learns_has_one_rate_lower_the_deeper_it_lies(network: Any) -> None:
    network.encoder.pieces.weight.requires_grad_(False)
    groups = train._optimiser(network, STAGES[0]).param_groups
    rate = {id(weight): group["lr"] for group in groups for weight in group["params"]}
    learning = [weight for weight in network.parameters() if weight.requires_grad]
    assert len(rate) == sum(len(group["params"]) for group in groups) == len(learning)
    encoder = network.encoder
    rates = [
        rate[id(weight)]
        for weight in (encoder.positions.weight, encoder.blocks[0].up.weight, network.tags.weight)
    ]
    assert rates == sorted(rates) and rates[-1] == rate[id(encoder.cases.weight)] == 1e-2
