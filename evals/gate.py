"""Holds accuracy: every figure at or above its pinned floor, over the corpora it was pinned on.

python -m evals.gate                  measure all tasks; exit 1 if a figure is below its floor
python -m evals.gate times places     only these
python -m evals.gate --update         raise floors to what was measured, less the tolerance
python -m evals.gate --update --allow-regression     lower them too; say why in CHANGELOG
"""

import argparse
import json
import sys
from pathlib import Path

from evals import holders, policing
from evals.endtoend import facts
from evals.fair import sitting as fair
from evals.joining import score as joining
from evals.measure import SHARED, TASKS, Figures, measure
from evals.names import score as names
from evals.reports import figures as reports

FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.3
"""Points that a floor stays under the figure it was pinned at: other processors round otherwise."""


def main() -> int:
    """Measures, prints, compares; the exit status."""
    arguments = _arguments()
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    own = {"endtoend": facts.measure, "names": names.measure}
    if SHARED.exists():
        own |= {
            "fair": fair.measure,
            "holders": holders.measure,
            "joining": joining.measure,
            "policing": policing.measure,
            "reports": reports.measure,
        }
    measured = {name: told() for name, told in own.items() if _wanted(arguments, name)}
    for name in measured:
        _show(name, measured[name], floors)
    for task in TASKS:
        if not _wanted(arguments, task.name):
            continue
        if not task.gold.exists():
            print(f"{task.name}: skipped, {task.gold} is not here")
            continue
        measured[task.name] = measure(task)
        _show(task.name, measured[task.name], floors)
    if arguments.update:
        return _update(floors, measured, arguments.allow_regression)
    failed = [line for name, figures in measured.items() for line in _below(name, figures, floors)]
    print("\n".join(failed) or "all figures at or above their floors")
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("tasks", nargs="*", help="only these")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    return parser.parse_args()


def _wanted(arguments: argparse.Namespace, name: str) -> bool:
    return not arguments.tasks or name in arguments.tasks


def _show(name: str, figures: Figures, floors: dict[str, dict[str, object]]) -> None:
    for figure, (value, low, high) in figures.values.items():
        floor = _floor(floors, name, figure)
        shown = "none" if floor is None else f"{floor:.1f}"
        print(
            f"{name:14} {figure:28} {value:6.2f} [{low:.1f}, {high:.1f}]  floor {shown}", flush=True
        )


def _floor(floors: dict[str, dict[str, object]], name: str, figure: str) -> float | None:
    pinned = floors.get(name, {}).get("figures", {})
    assert isinstance(pinned, dict)
    value = pinned.get(figure)
    return None if value is None else float(value)


def _below(name: str, figures: Figures, floors: dict[str, dict[str, object]]) -> list[str]:
    """One line for each figure under its floor, and one if the corpus is another."""
    lines = []
    pinned = floors.get(name)
    if pinned is None:
        return [f"{name}: no floor is pinned; run with --update"]
    if pinned["corpus_sha256"] != figures.corpus_sha256:
        lines.append(f"{name}: the corpus is not the one that the floor was pinned on")
    for figure, (value, _, _) in figures.values.items():
        floor = _floor(floors, name, figure)
        if floor is None or value < floor:
            lines.append(f"{name}: {figure} is {value:.4g}, its floor {floor}")
    return lines


def _beneath(value: float) -> float:
    """The floor for a figure: a percentage, or a correlation from 0 to 1."""
    return round(value - TOLERANCE, 2) if value > 1 else round(value - TOLERANCE / 100, 4)


def _update(floors: dict[str, dict[str, object]], measured: dict[str, Figures], lower: bool) -> int:
    refused = []
    for name, figures in measured.items():
        pinned: dict[str, float] = {}
        for figure, (value, _, _) in figures.values.items():
            new = _beneath(value)
            old = _floor(floors, name, figure)
            if old is not None and new < old and not lower:
                refused.append(f"{name}: {figure} would fall from {old} to {new}")
                new = old
            pinned[figure] = new
        floors[name] = {
            "figures": pinned,
            "documents": figures.documents,
            "corpus_sha256": figures.corpus_sha256,
        }
    FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    print("\n".join(refused) or f"pinned {len(measured)} tasks; corpora under {SHARED}")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
