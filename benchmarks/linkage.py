"""Who is who at scale: made-up reports linked, in three sizes.

python -m benchmarks.linkage                    1,000, 10,000 and 100,000 mentions
python -m benchmarks.linkage --sizes 1000 5000
"""

import argparse
import random
import time
from collections.abc import Iterator
from itertools import accumulate

from benchmarks.run import peak_mb
from onrecord.model import Chain, EntityType, Name, NameSort, Span
from onrecord.resolve import Candidate, entities, judge

__all__: list[str] = []

SEED = 1914
A_REPORT = 8
"""Chains a report."""
KINDS = (EntityType.PERSON, EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE)
SYLLABLES = "ba ko ri ma sen du lo fa ni ta ru vel gor hi zan che mu pol shi dra".split()


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    before: tuple[int, float] | None = None
    for size in parser.parse_args().sizes:
        made = list(candidates(size))
        begin = time.process_time()
        judgements = judge(made)
        judged = time.process_time() - begin
        found = entities(made, judgements)
        took = time.process_time() - begin
        growth = "" if before is None else f", growth {_growth(before, (size, took)):.2f}"
        print(
            f"{size:,} mentions: {took:.1f} s of the processor ({judged:.1f} to judge), "
            f"{len(judgements):,} judgements, {len(found):,} entities, {peak_mb():.0f} MB{growth}"
        )
        before = size, took


def _growth(before: tuple[int, float], now: tuple[int, float]) -> float:
    """How many times as long a mention takes as in the smaller size; 1 is linear."""
    return (now[1] / now[0]) / (before[1] / before[0])


def candidates(size: int) -> Iterator[Candidate]:
    """Chains of reports on a world that grows with them: a few names often, most seldom (Zipf)."""
    rng = random.Random(SEED)
    names = [(_name(rng), rng.choice(KINDS)) for _ in range(max(10, size // 5))]
    weights = [1 / (rank + 1) for rank in range(len(names))]
    totals = list(accumulate(weights))
    for report in range(size // A_REPORT):
        document = f"{report:08x}"
        held = dict(rng.choices(names, cum_weights=totals, k=A_REPORT))
        company = frozenset(name.lower() for name in held)
        published = f"{2000 + report % 20}-{1 + report % 12:02}-{1 + report % 28:02}"
        for place, (name, kind) in enumerate(held.items()):
            span = Span(place * 40, place * 40 + len(name))
            chain = Chain(
                f"{document}:{span.begin}",
                kind,
                name,
                True,
                (place,),
                (Name(name, NameSort.NAME, span),),
            )
            yield Candidate(
                chain, document, published, chain.names, company=company - {name.lower()}
            )


def _name(rng: random.Random) -> str:
    return " ".join(
        "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).capitalize() for _ in range(2)
    )


if __name__ == "__main__":
    main()
