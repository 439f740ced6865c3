"""Learns the weights of resolve/happened on reports whose events are marked and put together.

    python training/happened/weights.py RECORD shared/corpora/ecbplus.train.jsonl.gz

RECORD holds the reports, read whole; the address of each ends in its id. Logistic regression on the
pairs of statements that share a key, where each tells of one marked event. The reports have no
days, and such pairs are few: weights are held to values set by hand, the table's next column, by a
normal prior with a deviation of one bit. Prints precision and recall of such pairs, each topic by a
fit without it, and writes lexicon/data/happened.tsv.
"""

import argparse
import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from evals.joining.score import marked
from scipy.optimize import minimize

from onrecord.lexicon import tables
from onrecord.model import PredicateFamily
from onrecord.resolve import Account, Telling, about, candidates, near, telling_keys, tellings
from onrecord.resolve.happened.compare import compare, kind_of
from onrecord.store import Store, open_store

TABLE = Path(tables.__file__).parent / "data" / "happened.tsv"
HEADER = (
    "# kind\tcomparison\tlevel\tweight in bits\tits value before it was learned"
    "\thow far it pins an event down\n"
    "# written by training/happened/weights.py\n"
)
BACKGROUND, FIRMLY = frozenset({"about", "bare", "company", "published", "reported", "time"}), 100.0
"""What is not learned: these reports have no days, and share no names as those of one war do."""
BIT, SHOWN = float(np.log(2)), (0.5, 0.7, 0.8, 0.9)
Array: TypeAlias = npt.NDArray[np.float64]
Level: TypeAlias = tuple[str, str, str]
Pair: TypeAlias = tuple[list[Level], bool, str]


def learn_from(store: Store, lines: Sequence[dict[str, Any]]) -> list[Pair]:
    """The levels found of each pair of marked statements, whether it is one event, its topic."""
    entity_of = {chain: each.id for each in store.entities() for chain in each.chains}
    by_id = {each["id"]: each for each in lines}
    told: dict[str, Telling] = {}
    gold: dict[str, str | None] = {}
    topic: dict[str, str] = {}
    listed: dict[str, list[str]] = {}
    for document in store.documents():
        own = by_id[str(document.url).rpartition("/")[2]]
        reading = store.reading(document.id)
        assert reading is not None
        every = [x for x in reading.statements if x.predicate.family is PredicateFamily.EVENT]
        every.sort(key=lambda each: each.span.begin)
        names = (each.company for each in candidates(document, reading))
        account = Account(None, frozenset().union(*names), about(every, entity_of))
        told |= {each.id: each for each in tellings(every, entity_of, account)}
        for each in every:
            gold[each.id], topic[each.id] = marked(each, own["mentions"]), own["topic"]
            for key in telling_keys(told[each.id]):
                listed.setdefault(key, []).append(each.id)
    pairs = sorted({pair for sharing in listed.values() for pair in near(sharing)})
    return [
        (levels(told[one], told[other]), gold[one] == gold[other], topic[one])
        for one, other in pairs
        if gold[one] and gold[other]
    ]


def levels(one: Any, other: Any) -> list[Level]:
    """The levels found, and the prior."""
    kind = kind_of(one, other)
    found = [(kind, each.comparison, each.level) for each in compare(one, other)]
    return [(kind, "prior", "-"), *found]


def fit(features: Array, right: Array, held: Array, hold: Array) -> Array:
    """The likeliest weights in bits, where each is held to a value as firmly as `hold` says."""

    def loss(weights: Array) -> tuple[float, Array]:
        score, off = BIT * (features @ weights), weights - held
        value = (np.logaddexp(0, score) - right * score).sum() + hold @ off**2 / 2
        return float(value), BIT * (features.T @ (1 / (1 + np.exp(-score)) - right)) + hold * off

    return np.asarray(minimize(loss, held.copy(), jac=True, method="L-BFGS-B").x)


def chances(features: Array, weights: Array) -> Array:
    """The probability of each pair."""
    return np.asarray(1 / (1 + np.exp(-BIT * (features @ weights))))


def main() -> None:
    """Prints the figures and writes the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("record", type=Path)
    parser.add_argument("train", type=Path)
    given = parser.parse_args()
    lines = [json.loads(line) for line in gzip.open(given.train, "rt", encoding="utf-8")]
    with open_store(given.record, must_exist=True) as store:
        data = learn_from(store, lines)
    table = tables.rows("happened", 6)
    place = {(kind, name, level): at for at, (kind, name, level, *_) in enumerate(table)}
    held = np.array([float(each[4]) for each in table])
    hold = np.array([FIRMLY if each[1] in BACKGROUND else 1.0 for each in table])
    features = np.zeros((len(data), len(table)))
    for row, (found, *_) in enumerate(data):
        features[row, [place[each] for each in found]] = 1.0
    right = np.array([is_one for _, is_one, _ in data], float)
    topic = np.array([each for *_, each in data])
    likely = np.zeros(len(data))
    for each in sorted(set(topic)):
        out = topic == each
        likely[out] = chances(features[out], fit(features[~out], right[~out], held, hold))
    print(f"{len(data)} pairs, {right.sum():.0f} of them one event")
    for least in SHOWN:
        joined = likely >= least
        true = right[joined].sum()
        print(f"from {least}: precision {true / joined.sum():.3f} recall {true / right.sum():.3f}")
    weights = fit(features, right, held, hold)
    rows = (
        "\t".join((*each[:3], f"{weight:.2f}", *each[4:]))
        for each, weight in zip(table, weights, strict=True)
    )
    TABLE.write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()
