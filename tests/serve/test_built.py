"""What the pictures are built into is there, whole, and asks nothing of any other machine."""

import re
from pathlib import Path

import pytest

import onrecord.serve

BUILT = Path(onrecord.serve.__file__).parent / "static" / "built"
FILES = {
    "NOTICE",
    "arrange.js",
    "htmx.js",
    "map-worker.js",
    "map.css",
    "map.js",
    "network.css",
    "network.js",
    "timeline.css",
    "timeline.js",
    "world.json",
}

pytestmark = pytest.mark.skipif(
    not BUILT.is_dir(), reason="the pictures are not built (pip install -e .)"
)


def test_all_is_built() -> None:
    assert FILES <= {path.name for path in BUILT.iterdir()}
    assert all((BUILT / name).stat().st_size for name in FILES)


def test_what_is_bundled_is_named_with_its_licence() -> None:
    notice = (BUILT / "NOTICE").read_text("utf-8")
    for name in ("cytoscape", "maplibre-gl", "vis-timeline", "world-atlas", "htmx.org", "d3-force"):
        assert re.search(rf"^{re.escape(name)} [\d.]+ \(.+\)$", notice, re.MULTILINE), name
    assert not re.search(r"\((?:A?GPL|LGPL|SSPL)", notice)


@pytest.mark.parametrize("path", sorted(BUILT.glob("*.css")), ids=lambda path: path.name)
def test_no_style_asks_for_an_outside_address(path: Path) -> None:
    asked = re.findall(r"(?:url\(|@import)\s*['\"]?([^)'\"]*)", path.read_text("utf-8"))
    assert [each for each in asked if not each.startswith("data:")] == []


@pytest.mark.parametrize("path", sorted(BUILT.glob("*.js")), ids=lambda path: path.name)
def test_no_script_asks_for_an_outside_address(path: Path) -> None:
    script = path.read_text("utf-8")
    loading = r"(?:import|fetch|importScripts|Worker|EventSource|WebSocket)\s*\(\s*['\"`]"
    assert re.findall(loading + r"(?:https?:)?//[^'\"`]*", script) == []
    assert re.findall(r"\bfrom\s*['\"]https?:[^'\"]*", script) == []
