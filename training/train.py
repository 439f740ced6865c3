"""The training run: a fixed plan of steps from a seed, checkpoints, and going on after a break."""

import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from training.batches import Unit, batch_of, plan, units
from training.corpora import documents
from training.loss import losses
from training.model import Batch, Network
from training.scheme import learned
from training.stage import Stage

__all__ = ["tokenizer_of", "train"]


_FIXED = "encoder.pieces.weight"
"""The word embeddings stay as they were trained."""


def tokenizer_of(folder: Path) -> Tokenizer:
    """The pretrained encoder's tokenizer, without its own cutting and padding."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def train(
    corpora: Path, pretrained: Path, run: Path, stages: Sequence[Stage], minutes: float
) -> None:
    """Trains, or goes on with, the run in folder `run`; saves every `minutes`.

    Each stage starts from the weights of the one before. Steps are seeded one by one, so that a
    run that was broken off ends as one that was not.
    """
    run.mkdir(parents=True, exist_ok=True)
    texts = list(documents(corpora, "train"))
    scheme = learned(texts)
    (run / "labels.json").write_text(json.dumps(scheme.labels, indent=1, sort_keys=True))
    torch.manual_seed(stages[0].seed)
    network = Network(scheme)
    network.encoder.start(pretrained / "model.safetensors")
    for stage in stages:
        folder = run / stage.name
        folder.mkdir(exist_ok=True)
        (folder / "settings.json").write_text(json.dumps(asdict(stage), indent=1))
        for name, parameter in network.named_parameters():
            chosen = name.startswith(stage.heads) if stage.heads else name != _FIXED
            parameter.requires_grad_(chosen)
        before = {name: value.clone() for name, value in network.state_dict().items()}
        optimiser = _optimiser(network, stage)
        done, total = _resume(folder, network, optimiser)
        if done != total:
            found = units(texts, scheme, tokenizer_of(pretrained), stage)
            once, rng = plan(found, stage.size, stage.seed), random.Random(stage.seed)
            steps = [step for _ in range(stage.passes) for step in rng.sample(once, len(once))]
            _Loop(folder, network, optimiser, stage, minutes).go(found, steps, done)
        network.load_state_dict(_blended(network, before, stage))


def _blended(network: Network, before: dict[str, torch.Tensor], stage: Stage) -> dict[str, Any]:
    """The mean of the weights before and after a stage, but for what it began (Wortsman et al.
    2022: such a mean keeps what was known)."""
    after = network.state_dict()
    begun = torch.cat(
        [
            torch.full((size,), layer in stage.begun)
            for layer, size in zip(network.layers, network.sizes, strict=True)
        ]
    )
    for name, own in after.items():
        if name.startswith(stage.begun):
            continue
        mean = own + stage.kept * (before[name] - own)
        if name.startswith("tags."):
            mean[begun] = own[begun]
        after[name] = mean
    return after


def _optimiser(network: Network, stage: Stage) -> torch.optim.Optimizer:
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = stage.head_rate
        if name.startswith("encoder.blocks."):
            depth = 5 - int(name.split(".")[2])
            rate = stage.encoder_rate * stage.layer_decay**depth
        elif name.startswith("encoder.") and "cases" not in name:
            rate = stage.encoder_rate * stage.layer_decay**6
        groups.setdefault(rate, []).append(parameter)
    return torch.optim.AdamW(
        [{"params": group, "lr": rate, "full": rate} for rate, group in groups.items()],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )


def _resume(
    folder: Path, network: Network, optimiser: torch.optim.Optimizer
) -> tuple[int, int | None]:
    """The steps done, and of how many."""
    path = folder / "checkpoint.pt"
    if not path.exists():
        return 0, None
    saved = torch.load(path, weights_only=True, map_location=torch.get_default_device())
    network.load_state_dict(saved["network"])
    if saved["step"] < saved["steps"]:
        optimiser.load_state_dict(saved["optimiser"])
    return int(saved["step"]), int(saved["steps"])


class _Loop:
    """The steps of a run, with its log and checkpoints."""

    def __init__(
        self,
        folder: Path,
        network: Network,
        optimiser: torch.optim.Optimizer,
        stage: Stage,
        minutes: float,
    ) -> None:
        self._folder, self._network, self._optimiser = folder, network, optimiser
        self._stage, self._every = stage, minutes * 60
        self._sums: dict[str, list[float]] = {}
        self._read: dict[int, torch.Tensor] = {}

    def go(self, found: list[Unit], steps: list[list[int]], done: int) -> None:
        """Runs the steps from number `done` on."""
        self._network.train()
        saved = begun = time.monotonic()
        pieces = 0
        for number in range(done, len(steps)):
            group = [found[i] for i in steps[number]]
            self._step(number, len(steps), group)
            pieces += sum(len(s.window.ids) for unit in group for s in unit.samples)
            if number % 50 == 49:
                self._log(number + 1, len(steps), pieces / (time.monotonic() - begun))
            if time.monotonic() - saved > self._every:
                self._save(number + 1, len(steps))
                saved = time.monotonic()
        self._save(len(steps), len(steps))

    def _step(self, number: int, total: int, group: list[Unit]) -> None:
        torch.manual_seed(self._stage.seed + number)
        warm = self._stage.warm_up * total
        factor = min((number + 1) / max(warm, 1), (total - number) / (total - warm))
        for part in self._optimiser.param_groups:
            part["lr"] = part["full"] * factor
        batch, gold = batch_of(group)
        with torch.autocast(torch.get_default_device().type, torch.bfloat16):
            words = self._words(group, batch)
            found = losses(self._network, words, batch, gold)
        taught = {name: loss for name, loss in found.items() if loss.requires_grad}
        if not taught:
            return
        torch.stack(list(taught.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), 2.0)
        self._optimiser.step()
        self._optimiser.zero_grad()
        for name, loss in taught.items():
            self._sums.setdefault(name, []).append(float(loss.detach()))

    def _words(self, group: list[Unit], batch: Batch) -> torch.Tensor:
        """The vectors of words; an encoder that stays as it is reads each step once."""
        if not self._stage.heads:
            return self._network.words(batch)
        if id(group[0]) not in self._read:
            with torch.no_grad():
                self._network.eval()
                self._read[id(group[0])] = self._network.words(batch)
                self._network.train()
        return self._read[id(group[0])]

    def _log(self, number: int, total: int, speed: float) -> None:
        means = {name: sum(values) / len(values) for name, values in sorted(self._sums.items())}
        told = " ".join(f"{name}={mean:.3f}" for name, mean in means.items())
        print(f"{number}/{total} {speed:.0f} pieces/s {told}", flush=True)
        self._sums.clear()

    def _save(self, number: int, total: int) -> None:
        state = {
            "step": number,
            "steps": total,
            "network": self._network.state_dict(),
            "optimiser": self._optimiser.state_dict(),
        }
        torch.save(state, self._folder / "checkpoint.new")
        (self._folder / "checkpoint.new").replace(self._folder / "checkpoint.pt")
