"""Windows with labels as numbers, and the plan of which are read in which step."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.nlp.window import Window, case_of, pieces_of, windows
from training.corpora import Text
from training.model import Batch
from training.scheme import IGNORED, LAYERS, WORD_LAYERS, Scheme

__all__ = ["PIECES", "Gold", "Sample", "batch_of", "plan", "samples"]

PIECES = 192
"""Pieces a window holds, with its marks."""


@dataclass(slots=True)
class Sample:
    """A window with its labels, [words] each; indices of words are those of the window."""

    window: Window
    tags: dict[str, np.ndarray]
    pointers: dict[str, np.ndarray]
    factuality: np.ndarray | None
    roles: list[tuple[int, dict[int, int]]]


@dataclass(slots=True)
class Gold:
    """Padded labels of a batch, [windows, words]; `roles` lists (window, predicate, [words])."""

    tags: dict[str, torch.Tensor]
    pointers: dict[str, torch.Tensor]
    factuality: torch.Tensor | None
    roles: list[tuple[int, int, torch.Tensor]]


class _Numbered:
    """A document's pieces and labels as numbers, made once."""

    def __init__(self, text: Text, scheme: Scheme, tokenizer: Tokenizer) -> None:
        self.text = text
        forms = [span.of(text.text) for span in text.spans]
        self.pieces = pieces_of(tokenizer, forms)
        self.cases = [int(case_of(form)) for form in forms]
        size, labels = len(forms), text.labels
        self.tags = {k: scheme.bio(k, v, size) for k, v in labels.spans.items()}
        for layer in (*WORD_LAYERS, "deprel"):
            if layer in labels.words:
                self.tags[layer] = scheme.numbers(layer, labels.words[layer])
        self.pointers = {k: _pointer(v, size) for k, v in labels.links.items()}
        if "head" in labels.words:
            self.pointers["head"] = np.array(labels.words["head"], np.int64)
        self.factuality = None
        if "factuality" in labels.words:
            values = [np.nan if v is None else v for v in labels.words["factuality"]]
            self.factuality = np.array(values, np.float32)
        index = {label: i for i, label in enumerate(scheme.labels["role"])}
        self.roles = {
            p: {a: index[r] for a, r in row.items() if r in index}
            for p, row in labels.roles.items()
        }

    def samples(self, first: int) -> Iterable[Sample]:
        text = self.text
        cut = windows(self.pieces, self.cases, text.sentences, text.blocks, (first, PIECES))
        return [self._sample(window) for window in cut]

    def _sample(self, window: Window) -> Sample:
        words = np.array(window.words)
        place = {word: i for i, word in enumerate(window.words)}
        pointers = {
            name: np.array([place.get(int(goal), IGNORED) for goal in goals[words]], np.int64)
            for name, goals in self.pointers.items()
        }
        roles = [
            (place[word], {place[a]: r for a, r in self.roles[word].items() if a in place})
            for word in window.words
            if word in self.roles
        ]
        tags = {layer: numbers[words] for layer, numbers in self.tags.items()}
        known = None if self.factuality is None else self.factuality[words]
        return Sample(window, tags, pointers, known, roles)


def _pointer(links: dict[int, int], size: int) -> np.ndarray:
    goals = np.full(size, IGNORED, np.int64)
    for word, goal in links.items():
        goals[word] = goal
    return goals


def samples(
    texts: Sequence[Text], scheme: Scheme, tokenizer: Tokenizer, epochs: dict[str, int], seed: int
) -> list[Sample]:
    """Every window that training reads; each epoch cuts a document in other places."""
    rng = random.Random(seed)
    found: list[Sample] = []
    for text in texts:
        numbered = _Numbered(text, scheme, tokenizer)
        for _ in range(epochs[text.corpus]):
            found.extend(numbered.samples(rng.randint(PIECES // 3, PIECES)))
    return found


def plan(found: Sequence[Sample], size: int, seed: int) -> list[list[int]]:
    """Steps of about `size` pieces each: windows of like length together, in random order."""
    rng = random.Random(seed)
    order = list(range(len(found)))
    rng.shuffle(order)
    steps: list[list[int]] = []
    pool = 512
    for begin in range(0, len(order), pool):
        part = sorted(order[begin : begin + pool], key=lambda i: len(found[i].window.ids))
        fresh: list[list[int]] = [[]]
        for i in part:
            if (len(fresh[-1]) + 1) * len(found[i].window.ids) > size and fresh[-1]:
                fresh.append([])
            fresh[-1].append(i)
        rng.shuffle(fresh)
        steps.extend(fresh)
    return steps


def _padded(rows: Sequence[Sequence[int] | np.ndarray], fill: int) -> torch.Tensor:
    out = np.full((len(rows), max(len(row) for row in rows)), fill, np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def batch_of(group: Sequence[Sample]) -> tuple[Batch, Gold]:
    """The samples of one step, padded."""
    cut = [sample.window for sample in group]
    ids = _padded([w.ids for w in cut], 0)
    mask = _padded([[1] * len(w.ids) for w in cut], 0)
    sentences = _padded([w.sentences for w in cut], -1)
    batch = Batch(
        ids, _padded([w.cases for w in cut], 0), mask, _padded([w.first for w in cut], 0), sentences
    )
    unknown = [np.full(len(w.words), IGNORED) for w in cut]
    pairs = list(zip(group, unknown, strict=True))
    tags = {
        layer: _padded([sample.tags.get(layer, none) for sample, none in pairs], IGNORED)
        for layer in (*LAYERS, *WORD_LAYERS, "deprel")
        if any(layer in s.tags for s in group)
    }
    pointers = {
        name: _padded(
            [s.pointers.get(name, u) for s, u in zip(group, unknown, strict=True)], IGNORED
        )
        for name in ("head", "content", "cue")
        if any(name in s.pointers for s in group)
    }
    return batch, Gold(tags, pointers, _known(group, sentences.shape), _rows(group, sentences))


def _known(group: Sequence[Sample], shape: torch.Size) -> torch.Tensor | None:
    if all(s.factuality is None for s in group):
        return None
    out = np.full(tuple(shape), np.nan, np.float32)
    for i, sample in enumerate(group):
        if sample.factuality is not None:
            out[i, : len(sample.factuality)] = sample.factuality
    return torch.from_numpy(out)


def _rows(group: Sequence[Sample], sentences: torch.Tensor) -> list[tuple[int, int, torch.Tensor]]:
    rows: list[tuple[int, int, torch.Tensor]] = []
    for i, sample in enumerate(group):
        for predicate, arguments in sample.roles:
            row = torch.where(sentences[i] == sentences[i, predicate], 0, IGNORED)
            for word, role in arguments.items():
                row[word] = role
            rows.append((i, predicate, row))
    return rows
