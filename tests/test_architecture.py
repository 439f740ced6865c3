"""Imports point only up the list of docs/design, section 2, and the house's measures hold."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "onrecord"

_TYPES = {"model", "errors"}
_DATA = _TYPES | {"lexicon"}
_LOWER = _DATA | {"nlp", "intake", "extract", "resolve", "weigh", "store"}
_UPPER = _LOWER | {"pipeline", "views", "export", "settings"}
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "settings": {"errors"},
    "model": {"errors"},
    "lexicon": _TYPES,
    "nlp": _TYPES,
    "intake": _DATA,
    "extract": _DATA | {"nlp"},
    "resolve": _DATA | {"nlp"},
    "weigh": _DATA,
    "store": _TYPES,
    "pipeline": _LOWER,
    "views": _DATA | {"store", "weigh"},
    "export": _DATA | {"store", "views"},
    "serve": _DATA | {"export", "views", "weigh", "pipeline", "store", "settings"},
    "cli": _UPPER | {"serve"},
}


def imported(path: Path, package: str) -> Iterator[str]:
    """Top-level modules of `package` that one file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = str(node.module)
            names = [f"{package}.{a.name}" for a in node.names] if module == package else [module]
        yield from (name.split(".")[1] for name in names if name.startswith(f"{package}."))


def not_allowed(root: Path) -> Iterator[tuple[str, str]]:
    """Every import that the table does not allow, as (file, module)."""
    for path in sorted(root.rglob("*.py")):
        here = path.relative_to(root).with_suffix("").parts[0]
        for there in imported(path, root.name) if not here.startswith("__") else ():
            if there != here and there not in ALLOWED[here]:
                yield str(path.relative_to(root)), there


def test_imports_point_only_up_the_list() -> None:
    assert list(not_allowed(PACKAGE)) == []


def test_an_import_down_the_list_is_seen(tmp_path: Path) -> None:
    package = tmp_path / "onrecord"
    (package / "model").mkdir(parents=True)
    hidden = "def f() -> None:\n    from onrecord import store\n    import onrecord.nlp.window\n"
    (package / "model" / "span.py").write_text(hidden)
    assert list(not_allowed(package)) == [("model/span.py", "store"), ("model/span.py", "nlp")]


def test_a_relative_import_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "span.py"
    path.write_text("from . import other\n")
    with pytest.raises(AssertionError, match="relative import"):
        list(imported(path, "onrecord"))


def test_every_module_has_a_row() -> None:
    files = (path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
    modules = {path.with_suffix("").parts[0] for path in files}
    assert modules - {"__init__", "__main__"} <= set(ALLOWED)


def test_the_table_is_a_list_from_top_to_bottom() -> None:
    """No module may import one that may, in the end, import it."""
    rows = list(ALLOWED)
    for row, above in ALLOWED.items():
        assert {name for name in above if rows.index(name) >= rows.index(row)} == set(), row


def test_the_domain_types_need_only_the_standard_library() -> None:
    for path in (PACKAGE / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                top = str(node.module).split(".")[0]
                assert top == "onrecord" or top in sys.stdlib_module_names, f"{path}: {top}"


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_files_and_functions_stay_small(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= 300
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines"
