"""Learns the weights of resolve/linkage.py from a record, and checks them on labelled pairs.

    python training/linkage/weights.py RECORD --check shared/corpora/ecbplus.train.jsonl.gz

Expectation maximisation over the patterns of findings of all pairs that share a key (Fellegi and
Sunter 1969; Winkler 1988), by kind. How often levels are found by chance (u) is counted on pairs
drawn at random, as Splink does; only for names, which agree in some way in all pairs that share a
key, it is learned with the rest. The share of such pairs that are one (the prior) is not learned:
left to itself it falls on whether two reports tell of one matter. It is what was found by reading
(`PRIOR`). Writes lexicon/data/linkage.tsv.

The reports to `--check` are those of the record whose address ends in their id; their mentions
have gold clusters across reports.
"""

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from onrecord.lexicon import tables
from onrecord.resolve.block import pairs
from onrecord.resolve.candidate import Candidate, candidates
from onrecord.resolve.compare import compare, kind_of
from onrecord.resolve.judge import THRESHOLD
from onrecord.resolve.linkage import Linkage, linkage
from onrecord.store import Store, open_store

TABLE = Path(tables.__file__).parent / "data" / "linkage.tsv"
HEADER = "# kind\tcomparison\tlevel\tm\tu\n# written by training/linkage/weights.py\n"
KINDS = ("person", "body", "place")
PRIOR = {"person": 0.97, "body": 0.93, "place": 0.95}
HELD = {
    ("name", "acronym only"): 1 / 16,
    ("name", "initials"): 1 / 6,
    ("name", "namesakes"): 1 / 45,
    ("setting", "local"): 1 / 16,
    ("setting", "other"): 1 / 64,
    ("setting", "same"): 32.0,
}
"""m / u of levels that are not learned: few bodies of these reports share their letters only, and
the letters fit many names; what has namesakes is one only in one country, which most of these
reports are about."""
ROUNDS, DRAWN, SEED, LEAST = 200, 60_000, 1914, 0.5

Level = tuple[str, str]
Pattern = tuple[Level, ...]
Rates = dict[Level, float]


def known(store: Store) -> list[Candidate]:
    """All named candidates of a record."""
    readings = ((each, store.reading(each.id)) for each in store.documents())
    found = (c for document, r in readings if r is not None for c in candidates(document, r))
    return [each for each in found if each.chain.named]


def pattern(left: Candidate, right: Candidate) -> Pattern:
    """The levels found."""
    return tuple((finding.comparison, finding.level) for finding in compare(left, right))


def by_chance(every: Sequence[Candidate], kind: str) -> Counter[Level]:
    """How often each level is found in pairs of different reports drawn at random."""
    rng = random.Random(SEED)
    own = [each for each in every if kind_of(each) == kind]
    counted: Counter[Level] = Counter()
    for _ in range(DRAWN):
        left, right = rng.choice(own), rng.choice(every)
        if left.document != right.document:
            counted.update(pattern(left, right))
    return counted


def rates(counted: Mapping[Level, float], levels: Iterable[Level]) -> Rates:
    """The share of each of `levels` in its comparison, none of them zero."""
    known_ = {level: counted.get(level, 0.0) + LEAST for level in levels}
    total: defaultdict[str, float] = defaultdict(float)
    for (comparison, _), count in known_.items():
        total[comparison] += count
    return {level: count / total[level[0]] for level, count in known_.items()}


def learned(
    patterns: Counter[Pattern], chance: Counter[Level], prior: float
) -> tuple[Rates, Rates]:
    """m and u by expectation maximisation."""
    levels = {level for each in patterns for level in each}
    m, u = rates({}, levels), rates(chance, levels)
    for _ in range(ROUNDS):
        same: defaultdict[Level, float] = defaultdict(float)
        other: defaultdict[Level, float] = defaultdict(float)
        for each, count in patterns.items():
            odds = prior / (1 - prior)
            for level in each:
                odds *= m[level] / u[level]
            share = odds / (1 + odds)
            for level in each:
                same[level] += share * count
                other[level] += (1 - share) * count
        m = rates(same, levels)
        u |= {level: x for level, x in rates(other, levels).items() if level[0] == "name"}
    held = {level: ratio for level, ratio in HELD.items() if level in levels}
    u |= {level: min(u[level], 1 / ratio) for level, ratio in held.items()}
    return m | {level: u[level] * ratio for level, ratio in held.items()}, u


def judged(
    store: Store, every: Sequence[Candidate], path: Path, model: Linkage
) -> Iterator[tuple[str, float, bool, str]]:
    """Kind, probability, whether it is true, and names, of each pair that gold clusters know."""
    gold: dict[str, dict[str, set[tuple[int, int]]]] = {}
    topic: dict[str, str] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            spans: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
            for mention in record["mentions"]:
                spans[mention["cluster"]].add(tuple(mention["span"]))
            gold[record["id"]], topic[record["id"]] = spans, record["topic"]
    names = {each.id: (each.url or "").rpartition("/")[2] for each in store.documents()}
    meant = {each.chain.id: cluster_of(each, gold.get(names[each.document], {})) for each in every}
    for left, right in pairs(every):
        one, other = meant[left.chain.id], meant[right.chain.id]
        if one and other and topic[names[left.document]] == topic[names[right.document]]:
            found = compare(left, right)
            kind = kind_of(left)
            told = f"{left.chain.name} | {right.chain.name} | {one} {other}"
            yield kind, model.probability(kind, found), one == other, told


def cluster_of(candidate: Candidate, gold: Mapping[str, set[tuple[int, int]]]) -> str | None:
    """The gold cluster that most of a candidate's names stand in."""
    votes: Counter[str] = Counter()
    for name in candidate.names:
        for cluster, spans in gold.items():
            votes[cluster] += sum(b < name.span.end and name.span.begin < e for b, e in spans)
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] else None


def report(checked: Sequence[tuple[str, float, bool, str]]) -> None:
    """Precision and recall of what would be joined, by kind, and what is joined wrongly."""
    for kind in KINDS:
        own = [each for each in checked if each[0] == kind]
        joined = [each for each in own if each[1] >= THRESHOLD]
        true = sum(each[2] for each in own)
        right = sum(each[2] for each in joined)
        print(f"{kind}: {len(own)} pairs, {true} the same; {len(joined)} joined, {right} rightly")
        for _, score, same, told in own:
            if (score >= THRESHOLD) != same:
                print(f"  {'missed' if same else 'wrong'} {score:.3f} {told}")


def main() -> None:
    """The command line."""
    told = argparse.ArgumentParser(description="Learn the weights of linkage.")
    told.add_argument("record")
    told.add_argument("--check", type=Path)
    told.add_argument("--keep", action="store_true", help="check only, with the weights there are")
    given = told.parse_args()
    with open_store(given.record, must_exist=True) as store:
        every = known(store)
        if not given.keep:
            patterns: dict[str, Counter[Pattern]] = {kind: Counter() for kind in KINDS}
            for left, right in pairs(every):
                patterns[kind_of(left)][pattern(left, right)] += 1
            lines = []
            for kind in KINDS:
                prior = PRIOR[kind]
                m, u = learned(patterns[kind], by_chance(every, kind), prior)
                lines.append(f"{kind}\tprior\t-\t{prior:.4f}\t{1 - prior:.4f}")
                for comparison, level in sorted(m):
                    pair = (comparison, level)
                    lines.append(f"{kind}\t{comparison}\t{level}\t{m[pair]:.6f}\t{u[pair]:.6f}")
                print(kind, patterns[kind].total(), "pairs")
            TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
            tables.rows.cache_clear()
        print(TABLE.read_text("utf-8"))
        if given.check:
            report(list(judged(store, every, given.check, linkage())))


if __name__ == "__main__":
    main()
