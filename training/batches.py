"""Windows with labels as numbers, and the plan of which are read in which step."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from onrecord.nlp.window import Window, case_of, pieces_of, windows
from training.augment import altered
from training.model import Batch
from training.scheme import IGNORED, LAYERS, POOLS, WORD_LAYERS, Scheme
from training.stage import Stage
from training.text import Text
from training.whole import Whole, whole_of

__all__ = ["PIECES", "Gold", "Sample", "Unit", "batch_of", "plan", "units"]

PIECES = 192
"""Pieces a window holds, with its marks."""
_POINTERS = ("head", "content", "cue", "first", "last")


@dataclass(slots=True)
class Sample:
    """A window with its labels, [words] each; indices of words are those of the window.

    `pools` maps a layer to (begin, end, goal) of passages that lie whole in the window.
    """

    window: Window
    tags: dict[str, np.ndarray]
    pointers: dict[str, np.ndarray]
    factuality: np.ndarray | None
    roles: list[tuple[int, dict[int, int]]]
    pools: dict[str, list[tuple[int, int, Any]]]

    @property
    def labelled(self) -> bool:
        """Whether anything is known of the window."""
        known = bool(self.tags or self.pointers or self.roles) or self.factuality is not None
        return known or any(self.pools.values())


@dataclass(slots=True)
class Unit:
    """What is read in one step: a window, or all windows of a document labelled as a whole."""

    samples: list[Sample]
    whole: Whole | None


@dataclass(slots=True)
class Gold:
    """Padded labels of a batch, [windows, words]; `roles` lists (window, predicate, [words]).

    `pools` lists (window, begin, end, goal) by layer; `wholes` the windows of a document with its
    labels.
    """

    tags: dict[str, torch.Tensor]
    pointers: dict[str, torch.Tensor]
    factuality: torch.Tensor | None
    roles: list[tuple[int, int, torch.Tensor]]
    pools: dict[str, list[tuple[int, int, int, Any]]]
    wholes: list[tuple[list[int], Whole]]


class _Numbered:
    """A document's pieces and labels as numbers, made once."""

    def __init__(self, text: Text, scheme: Scheme, tokenizer: Tokenizer) -> None:
        self.text, self._scheme, self._tokenizer = text, scheme, tokenizer
        self.forms = [span.of(text.text) for span in text.spans]
        size, labels = len(self.forms), text.labels
        self.tags = {k: scheme.bio(k, v, size) for k, v in labels.spans.items() if k in LAYERS}
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
        self.pools = {
            layer: [(b, e, _goal(scheme, layer, told)) for b, e, told in passages]
            for layer, passages in labels.pools.items()
        }

    def units(self, forms: Sequence[str], first: int) -> Iterable[Unit]:
        """One unit of the whole document if it has labels as such, else one a labelled window."""
        text = self.text
        pieces = pieces_of(self._tokenizer, forms)
        cases = [int(case_of(form)) for form in forms]
        cut = windows(pieces, cases, text.sentences, text.blocks, (first, PIECES))
        samples = [self._sample(window) for window in cut]
        whole = whole_of(text, self._scheme, forms)
        if whole is not None:
            return [Unit(samples, whole)]
        return [Unit([sample], None) for sample in samples if sample.labelled]

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
        pools = {
            layer: [
                (place[b], place[e - 1] + 1, goal)
                for b, e, goal in passages
                if b in place and e - 1 in place
            ]
            for layer, passages in self.pools.items()
        }
        return Sample(window, tags, pointers, known, roles, pools)


def _pointer(links: dict[int, int], size: int) -> np.ndarray:
    goals = np.full(size, IGNORED, np.int64)
    for word, goal in links.items():
        goals[word] = goal
    return goals


def _goal(scheme: Scheme, layer: str, told: Any) -> Any:
    """A number of a label, a row of zeros and ones for several, or the value itself."""
    if layer not in POOLS:
        return float(told)
    labels = scheme.labels[layer]
    if isinstance(told, str):
        return labels.index(told)
    return [float(label in told) for label in labels]


def units(texts: Sequence[Text], scheme: Scheme, tokenizer: Tokenizer, stage: Stage) -> list[Unit]:
    """All that a stage of training reads.

    Each epoch cuts a document in other places; half an epoch is about every second document.
    """
    rng = random.Random(stage.seed)
    found: list[Unit] = []
    for text in texts:
        wanted = stage.epochs.get(text.corpus, 0)
        times = int(wanted) + (rng.random() < wanted % 1)
        numbered = _Numbered(text, scheme, tokenizer) if times else None
        for epoch in range(times):
            assert numbered is not None
            forms = numbered.forms
            if epoch >= stage.plain:
                forms = altered(forms, text, rng, stage.rates)
            # A passage must lie whole in a window: a short text is not cut.
            first = PIECES if "plover" in text.labels.pools else rng.randint(PIECES // 3, PIECES)
            found.extend(numbered.units(forms, first))
    return found


def plan(found: Sequence[Unit], size: int, seed: int) -> list[list[int]]:
    """Steps of about `size` pieces each: units of like length together, in random order."""
    rng = random.Random(seed)
    order = list(range(len(found)))
    rng.shuffle(order)
    steps: list[list[int]] = []
    pool = 512
    for begin in range(0, len(order), pool):
        part = sorted(order[begin : begin + pool], key=lambda i: _longest(found[i]))
        fresh: list[list[int]] = [[]]
        rows = 0
        for i in part:
            rows += len(found[i].samples)
            if rows * _longest(found[i]) > size and fresh[-1]:
                fresh.append([])
                rows = len(found[i].samples)
            fresh[-1].append(i)
        rng.shuffle(fresh)
        steps.extend(fresh)
    return steps


def _longest(unit: Unit) -> int:
    return max(len(sample.window.ids) for sample in unit.samples)


def _padded(rows: Sequence[Sequence[int] | np.ndarray], fill: int) -> torch.Tensor:
    out = np.full((len(rows), max(len(row) for row in rows)), fill, np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.tensor(out)


def batch_of(group: Sequence[Unit]) -> tuple[Batch, Gold]:
    """The units of one step, padded."""
    samples = [sample for unit in group for sample in unit.samples]
    cut = [sample.window for sample in samples]
    sentences = _padded([w.sentences for w in cut], -1)
    batch = Batch(
        ids=_padded([w.ids for w in cut], 0),
        cases=_padded([w.cases for w in cut], 0),
        mask=_padded([[1] * len(w.ids) for w in cut], 0),
        first=_padded([w.first for w in cut], 0),
        sentences=sentences,
    )
    gold = Gold(
        tags=_stacked(samples, (*LAYERS, *WORD_LAYERS, "deprel"), lambda s: s.tags),
        pointers=_stacked(samples, _POINTERS, lambda s: s.pointers),
        factuality=_known(samples, sentences.shape),
        roles=_rows(samples, sentences),
        pools={
            layer: [(i, *p) for i, s in enumerate(samples) for p in s.pools.get(layer, ())]
            for layer in (*POOLS, "commitment")
        },
        wholes=_wholes(group),
    )
    return batch, gold


def _stacked(
    samples: Sequence[Sample],
    names: Iterable[str],
    part: Callable[[Sample], dict[str, np.ndarray]],
) -> dict[str, torch.Tensor]:
    """What any sample has of `names`, padded, unknown in the others."""
    unknown = [np.full(len(sample.window.words), IGNORED) for sample in samples]
    pairs = list(zip(samples, unknown, strict=True))
    return {
        name: _padded([part(sample).get(name, none) for sample, none in pairs], IGNORED)
        for name in names
        if any(name in part(sample) for sample in samples)
    }


def _wholes(group: Sequence[Unit]) -> list[tuple[list[int], Whole]]:
    """For each document: the words that each of its windows has, windows before it as zero."""
    found: list[tuple[list[int], Whole]] = []
    before = 0
    for unit in group:
        if unit.whole is not None:
            sizes = [len(sample.window.words) for sample in unit.samples]
            found.append(([0] * before + sizes, unit.whole))
        before += len(unit.samples)
    return found


def _known(samples: Sequence[Sample], shape: torch.Size) -> torch.Tensor | None:
    if all(s.factuality is None for s in samples):
        return None
    out = np.full(tuple(shape), np.nan, np.float32)
    for i, sample in enumerate(samples):
        if sample.factuality is not None:
            out[i, : len(sample.factuality)] = sample.factuality
    return torch.tensor(out)


def _rows(
    samples: Sequence[Sample], sentences: torch.Tensor
) -> list[tuple[int, int, torch.Tensor]]:
    rows: list[tuple[int, int, torch.Tensor]] = []
    for i, sample in enumerate(samples):
        for predicate, arguments in sample.roles:
            row = torch.where(sentences[i] == sentences[i, predicate], 0, IGNORED)
            for word, role in arguments.items():
                row[word] = role
            rows.append((i, predicate, row))
    return rows
