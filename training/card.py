"""The model card: what is in the bundle, from what it was made, and how well it does."""

import json
from pathlib import Path

__all__ = ["write_card"]

_TEMPLATE = Path(__file__).with_name("card.template.md")


def write_card(run: Path, folder: Path, figures: dict[str, float], full: dict[str, float]) -> None:
    """Writes card.md into `folder`; `figures` are those of the bundle, `full` of float32."""
    told = json.loads((folder / "labels.json").read_text())
    rows = "\n".join(
        f"| {name} | {value:.2f} | {full[name]:.2f} |" for name, value in figures.items()
    )
    bias = ", ".join(f"{layer} {value:g}" for layer, value in sorted(told["bias"].items()))
    text = _TEMPLATE.read_text("utf-8").format(
        pieces=told["pieces"],
        settings=json.dumps(json.loads((run / "settings.json").read_text())),
        rows=rows,
        bias=bias or "none",
    )
    (folder / "card.md").write_text(text, "utf-8")
