"""What the program has is documented, and what is documented the program has."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.core import TyperGroup

from onrecord import model
from onrecord.cli.app import app
from onrecord.errors import EXIT_AND_STATUS
from onrecord.intake import FORMATS
from onrecord.settings import SETTINGS, Setting

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md"), ROOT / "evals" / "README.md"])


def _rows(page: str) -> dict[str, list[str]]:
    """The cells of every table row of a page, by its first cell."""
    lines = (DOCS / page).read_text("utf-8").splitlines()
    cells = ([c.strip() for c in line.strip("|").split("|")] for line in lines if line[:1] == "|")
    return {row[0].strip("`"): row for row in cells}


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_setting_is_documented(setting: Setting) -> None:
    row = _rows("reference/settings.md")[setting.name]
    assert row[2:4] == [f"`{setting.variable}`", f"`{setting.default}`"]
    assert row[4].casefold() == setting.help.rstrip(".").casefold()


def test_every_exit_code_is_documented() -> None:
    documented = {int(code) for code in _rows("reference/settings.md") if code.isdecimal()}
    assert {code for code, _ in EXIT_AND_STATUS.values()} == documented - {0, 2, 130}


def _commands(group: Any) -> Iterator[tuple[str, Any]]:
    """The commands of a group by all their words, those of its groups among them."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from ((f"{name} {words}", each) for words, each in _commands(command))
        else:
            yield name, command


def test_commands_and_their_page_agree() -> None:
    page = (DOCS / "reference" / "commands.md").read_text("utf-8")
    documented = re.findall(r"^## `onrecord ([a-z ]*[a-z])", page, re.MULTILINE)
    commands = dict(_commands(typer.main.get_command(app)))
    assert sorted(documented) == sorted(commands)
    assert [name for name, command in commands.items() if not command.help] == []


def test_options_and_their_page_agree() -> None:
    page = (DOCS / "reference" / "commands.md").read_text("utf-8")
    commands = dict(_commands(typer.main.get_command(app)))
    for section in page.split("\n## ")[1:]:
        command = commands[re.findall(r"^`onrecord ([a-z ]*[a-z])", section)[0]]
        options = {option for parameter in command.params for option in parameter.opts}
        own = {option for option in options if option.startswith("--")} - {"--json", "--record"}
        assert own == set(re.findall(r"`(--\w+)", section)), command.name


def test_every_format_is_documented() -> None:
    page = (DOCS / "reference" / "input.md").read_text("utf-8")
    for row in FORMATS:
        if row.read is not None:
            assert all(f"`{suffix}`" in page for suffix in row.suffixes), row.media_type


def test_the_glossary_covers_the_domain_types() -> None:
    words = {word for word in _rows("glossary.md") if word[:1].isupper()}
    assert words == set(model.__all__)


def test_the_commands_of_the_readme_are_targets() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"\bmake ([a-z]+)\b", (ROOT / "README.md").read_text("utf-8"))
    assert {"demo", "test"} <= set(named) <= set(targets)


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## \[([\d.]+)\]", changelog, re.MULTILINE)
    assert newest is not None and newest[1] == project["version"]
    english = tomllib.loads((ROOT / "models/english/pyproject.toml").read_text("utf-8"))["project"]
    assert f"onrecord-english=={english['version']}" in project["dependencies"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target
