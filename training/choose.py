"""The thresholds: what is taken off the score of "none" in a layer before it is decoded.

The rule: from 0, in steps of a half to either side, as long as the layer's figure on the dev part
gets better. Layers are chosen one after the other, each with those before it as chosen.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from evals.measure import TASKS, Task, scorer

from onrecord.nlp.bundle import Bundle, load_bundle
from onrecord.nlp.network import Network
from training.measure import measure, read
from training.text import read_jsonl

__all__ = ["FIGURES", "choose", "climbed"]

_STEP = 0.5
FIGURES: dict[str, tuple[tuple[str, ...], str]] = {
    "mention": (("entities",), "exact all"),
    "relation": (("relations",), "relaxed"),
    "source": (("attribution",), "span all"),
    "cue": (("attribution",), "span all"),
    "toponym": (("places", "places_local"), "recognition overlap"),
    "filler": (("incidents",), "CEAF-REE all"),
    "fact": (("facts",), "relations"),
    "coreference": (("coreference",), "CoNLL"),
    "police": (("police",), "micro"),
}
"""By layer the tasks of evals/ and their figure, of which the mean counts."""


def choose(folder: Path) -> dict[str, float]:
    """Chooses the thresholds of the bundle in `folder` and writes them into it."""
    bundle = load_bundle(folder, threads=2)
    chosen: dict[str, float] = {}
    known: dict[tuple[str, ...], Bundle] = {}
    for layer in FIGURES:
        corpora = tuple(task.corpus for task in _tasks(layer))
        if corpora not in known:
            # What was remembered of other corpora is let go.
            known = {corpora: _remembering(bundle)}
        chosen[layer] = climbed(partial(_with, known[corpora], chosen, layer))
    path = folder / "labels.json"
    told = json.loads(path.read_text()) | {"bias": chosen}
    path.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n")
    return chosen


def climbed(figure: Callable[[float], float]) -> float:
    """The value at which `figure` stops to rise, in steps of a half from 0 to the better side."""
    start, up, down = figure(0.0), figure(_STEP), figure(-_STEP)
    if max(up, down) <= start:
        return 0.0
    step, value, height = (_STEP, _STEP, up) if up >= down else (-_STEP, -_STEP, down)
    while (higher := figure(value + step)) > height:
        value, height = value + step, higher
    return value


def _with(bundle: Bundle, chosen: dict[str, float], layer: str, value: float) -> float:
    return _figure(Network(replace(bundle, bias={**chosen, layer: value})), layer)


def _figure(network: Network, layer: str) -> float:
    names, figure = FIGURES[layer]
    if layer == "toponym":
        return float(np.mean([_recognised(network, task, figure) for task in _tasks(layer)]))
    found = measure(network, names)
    return float(np.mean([found[f"{name}: {figure}"] for name in names]))


def _recognised(network: Network, task: Task, figure: str) -> float:
    """What the places of the network alone, which have no coordinates, are worth."""
    pairs = []
    for record in read_jsonl(task.gold.parent, task.corpus, "dev"):
        found = read(network, record["text"]).analysis.layers["toponym"]
        places = [{"span": [x.span.begin, x.span.end]} for x in found]
        pairs.append((record, {"id": record["id"], "places": places}))
    return float(scorer().TASKS[task.scorer](pairs)[figure]["F1"])


def _tasks(layer: str) -> list[Task]:
    return [task for task in TASKS if task.name in FIGURES[layer][0]]


@dataclass(slots=True)
class _Session:
    """A session that runs no input twice."""

    session: Any
    known: dict[bytes, list[npt.NDArray[np.float32]]] = field(default_factory=dict)

    def get_outputs(self) -> list[Any]:
        """The session's own."""
        outputs: list[Any] = self.session.get_outputs()
        return outputs

    def run(
        self, names: Sequence[str] | None, fed: dict[str, npt.NDArray[Any]]
    ) -> list[npt.NDArray[np.float32]]:
        """Copies, for they may be written to."""
        seen = hashlib.blake2b()
        for array in fed.values():
            seen.update(array.tobytes())
        key = seen.digest()
        if key not in self.known:
            self.known[key] = self.session.run(names, fed)
        return [array.copy() for array in self.known[key]]


def _remembering(bundle: Bundle) -> Bundle:
    sessions: dict[str, Any] = {name: _Session(own) for name, own in bundle.sessions.items()}
    return replace(bundle, sessions=sessions)
