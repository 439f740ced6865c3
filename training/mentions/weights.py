"""Fits the weights of resolve/mentions on reports whose mentions are marked and put together.

    python training/mentions/weights.py shared/corpora/ecbplus.train.jsonl.gz \\
        > src/onrecord/lexicon/data/mention_weights.tsv

Logistic regression on the pairs of one topic, for each kind of pair its own; events after all else,
with what was found of that. The least probability at which groups are joined is the one of `LEAST`
with the best CoNLL figure on topics that were left out of the fit.
"""

import argparse
import gzip
import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from onrecord.extract.reader import reader
from onrecord.lexicon.gazetteer import Gazetteer
from onrecord.model import Document, Span
from onrecord.nlp.network import Network
from onrecord.resolve.mentions import Report
from onrecord.resolve.mentions.across import Topic, company, topics, weighed
from onrecord.resolve.mentions.evidence import EVENT, Evidence, of_events, of_things
from onrecord.resolve.mentions.matrix import grouped
from onrecord.resolve.mentions.weights import WHOLE, Weights

Array: TypeAlias = npt.NDArray[np.float64]
Example: TypeAlias = tuple[Topic, Evidence, Evidence, list[str]]
LEAST = np.arange(0.2, 0.46, 0.05).round(2).tolist()
PENALTY = 2e-4
FOLDS = 5
NOTE = (
    "# Weights of evidence on marked mentions: training/mentions/weights.py on ECB+'s train part."
)


def read(path: Path, network: Network) -> tuple[list[Report], list[str]]:
    """The reports, and the gold cluster of each of their mentions."""
    through, reports, gold = reader(network, Gazetteer.open()), [], []
    for line in gzip.open(path, "rt", encoding="utf-8"):
        row = json.loads(line)
        document = Document(row["id"], row["text"], published=row["published"], language="en")
        marked = [(Span(*each["span"]), each["kind"]) for each in row["mentions"]]
        reports.append((document, through(document), marked))
        gold += [each["cluster"] for each in row["mentions"]]
    return reports, gold


def fit(data: Sequence[Example]) -> dict[str, dict[str, float]]:
    """For each case the weights under which its pairs are likeliest."""
    found = {}
    for case in data[0][2]:
        names = list(data[0][1])
        rows, right = [], []
        for topic, evidence, cases, gold in data:
            one, other = np.nonzero(np.triu(cases[case] * ~topic.apart(), 1))
            rows.append(np.stack([evidence[name][one, other] for name in names], axis=1))
            right.append(np.array(gold)[one] == np.array(gold)[other])
        told = climb(np.concatenate(rows), np.concatenate(right).astype(float))
        found[case] = dict(zip([*names, WHOLE], told, strict=True))
    return found


def climb(features: Array, right: Array) -> list[float]:
    """The weights of the features, and what is added."""
    middle, spread = features.mean(axis=0), features.std(axis=0) + 1e-6
    scaled = np.hstack([(features - middle) / spread, np.ones((len(features), 1))])

    def loss(weights: Array) -> tuple[float, Array]:
        score = scaled @ weights
        wrong = 1 / (1 + np.exp(-score)) - right
        off = np.append(weights[:-1], 0.0)
        value = (np.logaddexp(0, score) - right * score).mean() + PENALTY * (off @ off)
        return float(value), scaled.T @ wrong / len(right) + 2 * PENALTY * off

    best = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    weights = best[:-1] / spread
    return [*weights.tolist(), float(best[-1] - weights @ middle)]


def learned(data: Sequence[Example], score: Any) -> tuple[Weights, list[list[int]]]:
    """The weights, and the groups of each topic's mentions by fits without it."""
    fits = [fit([x for at, x in enumerate(data) if at % FOLDS != fold]) for fold in range(FOLDS)]
    groups: dict[float, list[list[int]]] = {least: [] for least in LEAST}
    for number, (topic, evidence, cases, _) in enumerate(data):
        chance = weighed(evidence, cases, Weights(fits[number % FOLDS], 0.0))
        chance[topic.apart()] = -np.inf
        for least in LEAST:
            groups[least].append(grouped(chance, least))
    best = max(LEAST, key=lambda least: conll(data, groups[least], score))
    return Weights(fit(data), best), groups[best]


def conll(data: Sequence[Example], groups: Sequence[Sequence[int]], score: Any) -> float:
    """The mean F1 of MUC, B3 and CEAF-e over all topics."""
    found, gold = {}, {}
    for number, ((topic, _, _, told), own) in enumerate(zip(data, groups, strict=True)):
        for row, group, cluster in zip(topic.rows, own, told, strict=True):
            found[row, row], gold[row, row] = f"{number} {group}", cluster
    return float(score.coref_figures([("all", gold, found)])["CoNLL"])


def lines(what: str, found: Weights) -> list[str]:
    """The rows of the table."""
    told: Mapping[str, Mapping[str, float]] = {WHOLE: {WHOLE: found.least}, **found.cases}
    return [
        f"{what}\t{case}\t{name}\t{weight:.3f}"
        for case, own in told.items()
        for name, weight in own.items()
    ]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("train", type=Path)
    path = parser.parse_args().train
    spec = importlib.util.spec_from_file_location("score", path.parent.parent / "bench/score.py")
    assert spec is not None and spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    network = Network.load()
    reports, gold = read(path, network)
    parts = list(topics(reports, network.contexts))
    things, events = [], []
    for part in parts:
        own = part.only("entity", "location", "time")
        things.append((own, *of_things(own.found, own.around), [gold[row] for row in own.rows]))
    told, groups = learned(things, score)
    for number, (part, (own, *_), group) in enumerate(zip(parts, things, groups, strict=True)):
        beside = company(own, [f"{number} {each}" for each in group])
        own = part.only(EVENT)
        evidence = of_events(own.found, own.around, beside)
        events.append((own, *evidence, [gold[row] for row in own.rows]))
    table = [NOTE, *lines("things", told), *lines("events", learned(events, score)[0])]
    print("\n".join(table))


if __name__ == "__main__":
    main()
