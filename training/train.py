"""The training run: a fixed plan of steps from a seed, checkpoints, and going on after a break."""

import json
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.batches import Sample, batch_of, plan, samples
from training.corpora import documents
from training.loss import losses
from training.model import Network
from training.scheme import learned

__all__ = ["Settings", "tokenizer_of", "train"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What fixes a run. `epochs` is by corpus; `size` is word pieces a step."""

    seed: int = 1914
    size: int = 1024
    encoder_rate: float = 2.5e-4
    layer_decay: float = 0.9
    head_rate: float = 1.5e-3
    warm_up: float = 0.06
    epochs: dict[str, int] = field(
        default_factory=lambda: {
            "polnear": 2,
            "ewt": 4,
            "gum": 5,
            "re3d": 12,
            "redocred": 2,
            "lgl": 1,
            "trnews": 6,
            "timebank": 4,
        }
    )


def tokenizer_of(folder: Path) -> Tokenizer:
    """The pretrained encoder's tokenizer, without its own cutting and padding."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def train(
    corpora: Path, pretrained: Path, run: Path, settings: Settings, minutes: float
) -> Network:
    """Trains, or goes on with, the run in folder `run`; saves every `minutes`.

    Steps are seeded one by one, so that a run that was broken off ends as one that was not.
    """
    run.mkdir(parents=True, exist_ok=True)
    texts = list(documents(corpora, "train"))
    scheme = learned(texts)
    (run / "labels.json").write_text(json.dumps(scheme.labels, indent=1, sort_keys=True))
    (run / "settings.json").write_text(json.dumps(asdict(settings), indent=1))
    found = samples(texts, scheme, tokenizer_of(pretrained), settings.epochs, settings.seed)
    steps = plan(found, settings.size, settings.seed)
    torch.manual_seed(settings.seed)
    network = Network(scheme)
    network.encoder.start(pretrained / "model.safetensors")
    optimiser = _optimiser(network, settings)
    done = _resume(run, network, optimiser)
    _Loop(run, network, optimiser, settings, minutes).go(found, steps, done)


def _optimiser(network: Network, settings: Settings) -> torch.optim.Optimizer:
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = settings.head_rate
        if name.startswith("encoder.blocks."):
            depth = 5 - int(name.split(".")[2])
            rate = settings.encoder_rate * settings.layer_decay**depth
        elif name.startswith("encoder.") and "cases" not in name:
            rate = settings.encoder_rate * settings.layer_decay**6
        groups.setdefault(rate, []).append(parameter)
    return torch.optim.AdamW(
        [{"params": group, "lr": rate, "full": rate} for rate, group in groups.items()],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )


def _resume(run: Path, network: Network, optimiser: torch.optim.Optimizer) -> int:
    path = run / "checkpoint.pt"
    if not path.exists():
        return 0
    saved = torch.load(path, weights_only=True)
    network.load_state_dict(saved["network"])
    optimiser.load_state_dict(saved["optimiser"])
    return int(saved["step"])


class _Loop:
    """The steps of a run, with its log and checkpoints."""

    def __init__(
        self,
        run: Path,
        network: Network,
        optimiser: torch.optim.Optimizer,
        settings: Settings,
        minutes: float,
    ) -> None:
        self._run, self._network, self._optimiser = run, network, optimiser
        self._settings, self._every = settings, minutes * 60
        self._sums: dict[str, list[float]] = {}

    def go(self, found: list[Sample], steps: list[list[int]], done: int) -> None:
        """Runs the steps from number `done` on."""
        self._network.train()
        saved = begun = time.monotonic()
        pieces = 0
        for number in range(done, len(steps)):
            group = [found[i] for i in steps[number]]
            self._step(number, len(steps), group)
            pieces += sum(len(sample.window.ids) for sample in group)
            if number % 50 == 49:
                self._log(number + 1, len(steps), pieces / (time.monotonic() - begun))
            if time.monotonic() - saved > self._every:
                self._save(number + 1)
                saved = time.monotonic()
        self._save(len(steps))

    def _step(self, number: int, total: int, group: list[Sample]) -> None:
        torch.manual_seed(self._settings.seed + number)
        warm = self._settings.warm_up * total
        factor = min((number + 1) / warm, (total - number) / (total - warm))
        for part in self._optimiser.param_groups:
            part["lr"] = part["full"] * factor
        batch, gold = batch_of(group)
        with torch.autocast("cpu", torch.bfloat16):
            found = losses(self._network, batch, gold)
        torch.stack(list(found.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), 2.0)
        self._optimiser.step()
        self._optimiser.zero_grad()
        for name, loss in found.items():
            self._sums.setdefault(name, []).append(float(loss.detach()))

    def _log(self, number: int, total: int, speed: float) -> None:
        means = {name: sum(values) / len(values) for name, values in sorted(self._sums.items())}
        told = " ".join(f"{name}={mean:.3f}" for name, mean in means.items())
        print(f"{number}/{total} {speed:.0f} pieces/s {told}", flush=True)
        self._sums.clear()

    def _save(self, number: int) -> None:
        state = {
            "step": number,
            "network": self._network.state_dict(),
            "optimiser": self._optimiser.state_dict(),
        }
        torch.save(state, self._run / "checkpoint.new")
        (self._run / "checkpoint.new").replace(self._run / "checkpoint.pt")
