"""The model card: what is in the bundle, from what it was made, and how well it does."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from training.calibrate import BINS, Trust
from training.choose import FIGURES

__all__ = ["write_card"]

_TEMPLATE = Path(__file__).with_name("card.template.md")


def write_card(
    run: Path,
    folder: Path,
    figures: Mapping[str, float],
    full: Mapping[str, float],
    trust: Mapping[str, Trust],
) -> None:
    """Writes card.md into `folder`; `figures` are those of the bundle, `full` of float32."""
    told = json.loads((folder / "labels.json").read_text())
    stages = sorted(run.glob("*/settings.json"), key=lambda path: path.stat().st_mtime)
    text = _TEMPLATE.read_text("utf-8").format(
        pieces=told["pieces"],
        settings=json.dumps([json.loads(path.read_text()) for path in stages]),
        rows=_lines([name, f"{value:.2f}", f"{full[name]:.2f}"] for name, value in figures.items()),
        thresholds=_lines(
            [layer, f"{told['bias'][layer]:g}", f"{', '.join(tasks)}: {figure}"]
            for layer, (tasks, figure) in FIGURES.items()
        ),
        trust=_lines(_judged(layer, x, told["calibration"][layer]) for layer, x in trust.items()),
        offsets=_lines(
            [layer, ", ".join(f"{label} {value:+.1f}" for label, value in own.items())]
            for layer, own in told["offsets"].items()
        ),
        curves=_lines(_curve(layer, x) for layer, x in trust.items()),
        **_ablations(run / "ablations.json"),
    )
    (folder / "card.md").write_text(text, "utf-8")


def _judged(layer: str, trust: Trust, fit: Sequence[float]) -> list[str]:
    errors = (trust.share, trust.raw, trust.error, trust.chance, trust.coarse)
    shown = [f"{value:.3f}" for value in errors]
    return [layer, f"{trust.count:,}", *shown, f"{fit[0]:.2f}, {fit[1]:.2f}"]


def _curve(layer: str, trust: Trust) -> list[str]:
    points = [f"{100 * said:.0f} {100 * was:.0f}" for said, was in trust.curve]
    return [layer, *points, *[""] * (BINS - len(points))]


def _ablations(path: Path) -> dict[str, object]:
    """The number of figures compared, and a row a variant of what `training.ablate` measured."""
    known = json.loads(path.read_text()) if path.exists() else {}
    whole = known.pop("all", {})
    rows = []
    for variant, figures in sorted(known.items()):
        gains = {name: figures[name] - value for name, value in whole.items() if name in figures}
        # Correlations go from -1 to 1, all else from 0 to 100.
        told = {n: gain * (100 if "Pearson" in n else 1) for n, gain in gains.items()}
        rows.append([variant, *(_moved(told, sign) for sign in (-1, 1))])
    return {"compared": len(whole), "ablated": _lines(rows or [["not measured", "", ""]])}


def _moved(gains: Mapping[str, float], sign: int) -> str:
    """The figures that moved a point or more to the side of `sign`, most first."""
    told = sorted((-sign * gain, name) for name, gain in gains.items() if sign * gain >= 1)
    return ", ".join(f"{name} {-size:.1f}" for size, name in told)


def _lines(rows: Iterable[Sequence[str]]) -> str:
    """Rows of a table in Markdown."""
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
