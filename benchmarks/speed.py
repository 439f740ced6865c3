"""Words a second, memory and time to load beside spaCy's small pipeline, in turn on one core.

python -m benchmarks.speed                reports of ../shared/reports, five turns
python -m benchmarks.speed --turns 3 FOLDER
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median

from benchmarks import peer
from benchmarks.run import Run
from onrecord import intake
from onrecord.model import Document, Failure

__all__: list[str] = []

ROOT = Path(__file__).parent.parent
REPORTS = ROOT.parent / "shared" / "reports"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
APART = ("network", "load network", "load gazetteer")
"""What is timed within, or before, the stages."""


def main() -> int:
    """Measures and prints; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("reports", nargs="?", type=Path, default=REPORTS, help="a folder of them")
    parser.add_argument("--turns", type=int, default=5, help="runs of each, one after the other")
    arguments = parser.parse_args()
    if sys.platform == "linux":
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # the processes to come inherit it
    documents = _documents(arguments.reports)
    if not documents:
        print(f"{arguments.reports}: no reports there", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        _measure(documents, Path(folder), arguments.turns)
    return 0


def _documents(folder: Path) -> list[Document]:
    found = intake.read([folder]) if folder.is_dir() else ()
    return [each[0] for each in found if not isinstance(each, Failure)]


def _measure(documents: Sequence[Document], folder: Path, turns: int) -> None:
    words = sum(len(document.text.split()) for document in documents)
    reports, none = folder / "reports.jsonl", folder / "none.jsonl"
    reports.write_text("".join(json.dumps(asdict(each)) + "\n" for each in documents), "utf-8")
    none.touch()
    print(f"{len(documents)} reports, {words:,} words, one thread on one core, {turns} turns")
    first = _run(sys.executable, "ours", none, folder)
    python = peer.environment()
    ours: list[Run] = []
    theirs: list[Run] = []
    for _ in range(turns):
        ours.append(_run(sys.executable, "ours", reports, folder))
        if isinstance(python, Path):
            theirs.append(_run(str(python), "spacy_small", reports))
    _show(words, ours, theirs)
    _show_parts(ours)
    print(
        f"the very first run builds the index of places: {first.parts['load gazetteer']:.1f} s, "
        f"{first.peak:.0f} MB at most"
    )
    if isinstance(python, str):
        print(f"no comparison: spaCy could not be installed: {python}")


def _run(python: str, module: str, *paths: Path) -> Run:
    told = subprocess.run(
        [python, "-m", f"benchmarks.{module}", *map(str, paths), str(time.monotonic())],
        cwd=ROOT,
        env={**os.environ, **ONE_THREAD},
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    return Run(**json.loads(told))


def _show(words: int, ours: Sequence[Run], theirs: Sequence[Run]) -> None:
    """The figures of both, medians with the least and the most."""
    rows: tuple[tuple[str, Callable[[Run], float], str], ...] = (
        ("words a second", lambda run: words / run.took, ",.0f"),
        ("ready to read after, s", lambda run: run.ready, ".2f"),
        ("peak memory, MB", lambda run: run.peak, ".0f"),
    )
    print(f"\n{'median [least, most]':24}{'onrecord':>24}{'spaCy small' if theirs else '':>24}")
    for name, figure, form in rows:
        sides = (_spread([figure(run) for run in runs], form) for runs in (ours, theirs) if runs)
        print(f"{name:24}" + "".join(f"{side:>24}" for side in sides))
    if theirs:
        ratios = [their.took / our.took for our, their in zip(ours, theirs, strict=True)]
        print(f"{'ratio of words a second':24}{_spread(ratios, '.2f'):>24}")


def _show_parts(ours: Sequence[Run]) -> None:
    """Where our time goes: the network, and each stage without it."""
    share = {
        name: median(run.parts[name] / run.took for run in ours)
        for name in ours[0].parts
        if name not in APART
    }
    network = median(run.parts["network"] / run.took for run in ours)
    share["analysis"] -= network
    loads = median(run.parts["load network"] for run in ours)
    print(f"\nnetwork loads in {loads:.2f} s; its share of reading: {network:.1%}; then")
    for name, value in sorted(share.items(), key=lambda item: -item[1]):
        print(f"  {name + (' (decoding)' if name == 'analysis' else ''):22}{value:6.1%}")


def _spread(values: Sequence[float], form: str) -> str:
    return f"{median(values):{form}} [{min(values):{form}}, {max(values):{form}}]"


if __name__ == "__main__":
    sys.exit(main())
