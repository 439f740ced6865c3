"""A wider head of roles, trained alone on the finished encoder.

Roles are known for few words and their many small classes learn slowly beside all else; alone,
on word vectors that are made once, the head reads them often enough in two minutes.
"""

import json
import random
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import batch_of, plan, samples
from training.corpora import documents
from training.model import Network, Pairs
from training.scheme import IGNORED, Scheme
from training.train import Settings, tokenizer_of

__all__ = ["role_head", "train_roles"]

_SIZE, _EPOCHS, _RATE, _WARM_UP = 128, 12, 2e-3, 100
_Step = tuple[Tensor, list[tuple[int, int, Tensor]]]


def role_head(run: Path, scheme: Scheme) -> Pairs:
    """The head that `train_roles` saved in a run."""
    head = Pairs(_SIZE, len(scheme.labels["role"]))
    head.load_state_dict(torch.load(run / "roles.pt", weights_only=True))
    return head


def train_roles(corpora: Path, pretrained: Path, run: Path, settings: Settings) -> None:
    """Trains the head on the encoder of a finished run; does nothing if that is done."""
    if (run / "roles.pt").exists():
        return
    scheme = Scheme(json.loads((run / "labels.json").read_text()))
    network = Network(scheme)
    saved = torch.load(run / "checkpoint.pt", weights_only=True)
    network.load_state_dict(saved["network"])
    torch.manual_seed(settings.seed)
    head = Pairs(_SIZE, len(scheme.labels["role"]))
    steps = _vectors(network.eval(), scheme, corpora, pretrained, settings)
    _fit(head, steps, settings.seed)
    torch.save(head.state_dict(), run / "roles.pt")


def _vectors(
    network: Network, scheme: Scheme, corpora: Path, pretrained: Path, settings: Settings
) -> list[_Step]:
    """Word vectors [windows, words, hidden] of the texts with roles, and the roles."""
    texts = [text for text in documents(corpora, "train") if text.labels.roles]
    once = dict.fromkeys(settings.epochs, 1)
    found = samples(texts, scheme, tokenizer_of(pretrained), once, settings.seed)
    steps: list[_Step] = []
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for chosen in plan(found, settings.size, settings.seed):
            batch, gold = batch_of([found[i] for i in chosen])
            if gold.roles:
                steps.append((network.words(batch).float(), gold.roles))
    return steps


def _fit(head: Pairs, steps: list[_Step], seed: int) -> None:
    optimiser = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=0.01)
    rng = random.Random(seed)
    total = _EPOCHS * len(steps)
    for number in range(total):
        if number % len(steps) == 0:
            rng.shuffle(steps)
        for group in optimiser.param_groups:
            group["lr"] = _RATE * min(1.0, (number + 1) / _WARM_UP) * (1 - number / total)
        _loss(head, *steps[number % len(steps)]).backward()
        torch.nn.utils.clip_grad_norm_(head.parameters(), 5.0)
        optimiser.step()
        optimiser.zero_grad()


def _loss(head: Pairs, words: Tensor, roles: list[tuple[int, int, Tensor]]) -> Tensor:
    """Cross entropy of all words of a predicate's sentence, summed, by predicate."""
    rows = torch.tensor([row for row, _, _ in roles])
    places = torch.tensor([place for _, place, _ in roles])
    goal = torch.stack([row for _, _, row in roles])
    left, right = head.sides(words)
    scores = head.crossed(left[rows, places].unsqueeze(1), right[rows]).squeeze(1)
    total = functional.cross_entropy(scores, goal, ignore_index=IGNORED, reduction="sum")
    return total / len(roles)
