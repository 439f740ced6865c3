"""The page of a group's history, and of a post in a dossier, to the letter."""

import json
from collections.abc import Callable

import pytest
from rich.cells import cell_len
from tests.cli.conftest import Run

PAGES = {
    "lineage": ("lineage", "Reed Brotherhood"),
    "lineage-part": ("lineage", "Tern Cell"),
    "dossier-posts": ("dossier", "Ilse Okafor"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_should(
    groups_run: Run, golden: Callable[[str, str], None], name: str
) -> None:
    result = groups_run(*PAGES[name])
    assert result.exit_code == 0
    golden(f"{name}.txt", result.stdout)


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("name", PAGES)
def test_no_line_is_too_wide_and_no_word_is_cut(
    groups_run: Run, monkeypatch: pytest.MonkeyPatch, name: str, columns: int
) -> None:
    whole = groups_run(*PAGES[name]).stdout
    monkeypatch.setenv("COLUMNS", str(columns))
    told = groups_run(*PAGES[name]).stdout
    assert max(cell_len(line) for line in told.splitlines()) <= columns
    assert sorted(told.replace("─", "").split()) == sorted(whole.replace("─", "").split())


def test_the_same_stands_in_json(groups_run: Run) -> None:
    history = json.loads(groups_run("lineage", "Marsh Circle", "--json").stdout)
    assert history["name"] == "Reed Brotherhood"
    (leaders,) = [c for c in history["chapters"] if c["title"] == "Leaders"]
    assert [post["spell"]["began"][0]["earliest"] for post in leaders["bonds"]] == [
        "1998-01-01",
        "2005-01-01",
    ]


def test_who_has_no_history_is_told_so(groups_run: Run) -> None:
    assert "No history is on record." in groups_run("lineage", "Sunniva Rao").stdout
