"""What is public is listed, sorted, described, and cannot be changed behind one's back."""

import ast
import importlib
import inspect
import pkgutil
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import pytest

import onrecord
from onrecord import model

PACKAGE = Path(onrecord.__file__).parent
MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages([str(PACKAGE)], "onrecord.")
    if not found.name.endswith("__main__")
)


def _module(name: str) -> ModuleType:
    return importlib.import_module(name)


def _listed(module: ModuleType) -> list[str]:
    """What the module lists; a package that holds nothing but its docstring need not list it."""
    body = ast.parse(Path(str(module.__file__)).read_text("utf-8")).body
    return [] if len(body) == 1 else list(module.__all__)


def _order(public: str) -> tuple[int, str]:
    """Constants, then classes, then functions, as ruff sorts them."""
    return (0 if public.isupper() else 1 if public[0].isupper() else 2), public


@pytest.mark.parametrize("name", MODULES)
def test_a_module_lists_what_is_public(name: str) -> None:
    module = _module(name)
    listed = _listed(module)
    assert module.__doc__, "a module says what it is for"
    assert listed == sorted(listed, key=_order), "__all__ is sorted"
    assert len(set(listed)) == len(listed)
    assert [public for public in listed if not hasattr(module, public)] == []


@pytest.mark.parametrize("name", MODULES)
def test_nothing_public_is_left_off_the_list(name: str) -> None:
    module = _module(name)
    tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    classes = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    # A decorator such as a command's hands its function over: nobody takes it from the module.
    here = classes | {node.name for node in functions if not node.decorator_list}
    assert {public for public in here if not public.startswith("_")} <= set(_listed(module))


@pytest.mark.parametrize("name", MODULES)
def test_what_is_public_is_described(name: str) -> None:
    module = _module(name)
    for public in _listed(module):
        thing = getattr(module, public)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            described = inspect.getdoc(thing) or ""
            assert described and not described.startswith(f"{public}("), f"{public}: no docstring"


@pytest.mark.parametrize("public", model.__all__)
def test_a_domain_type_is_frozen_and_slotted(public: str) -> None:
    kind = getattr(model, public)
    if issubclass(kind, StrEnum):
        return
    assert kind.__dataclass_params__.frozen
    assert "__slots__" in vars(kind)
