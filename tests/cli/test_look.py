"""The commands that look at the record: what is printed, to the letter."""

import json
from collections.abc import Callable

import pytest
from rich.cells import cell_len
from tests.cli.conftest import Run

PAGES = {
    "highlights": ("highlights",),
    "dossier": ("dossier", "Ikaika Mbeki"),
    "dossier-place": ("dossier", "Tashkel"),
    "timeline": ("timeline",),
    "timeline-undated": ("timeline", "Ikaika Mbeki", "--undated"),
    "events": ("events",),
    "compare": ("compare", "event:8fd7c7"),
    "claims": ("claims", "Noor Haddad"),
    "search": ("search", "tashkel"),
    "show-statement": ("show", "c8d7c8"),
    "show-report": ("show", "e99ea3"),
    "show-event": ("show", "event:8fd7c7"),
    "show-span": ("show", "e99ea3:188-230"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_should(run: Run, golden: Callable[[str, str], None], name: str) -> None:
    result = run(*PAGES[name])
    assert result.exit_code == 0
    golden(f"{name}.txt", result.stdout)


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("name", PAGES)
def test_no_line_is_too_wide_and_no_word_is_cut(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, columns: int
) -> None:
    whole = run(*PAGES[name]).stdout
    monkeypatch.setenv("COLUMNS", str(columns))
    result = run(*PAGES[name])
    assert max(cell_len(line) for line in result.stdout.splitlines()) <= columns
    assert sorted(result.stdout.replace("─", "").split()) == sorted(whole.replace("─", "").split())


@pytest.mark.parametrize("name", PAGES)
def test_what_is_piped_is_plain(run: Run, name: str) -> None:
    assert "\x1b" not in run(*PAGES[name]).stdout


@pytest.mark.parametrize("name", PAGES)
def test_every_view_is_json_too(run: Run, name: str) -> None:
    result = run(*PAGES[name], "--json")
    assert result.exit_code == 0
    for line in result.stdout.splitlines():
        assert isinstance(json.loads(line), dict)


def test_the_same_values_stand_in_json(run: Run) -> None:
    card = json.loads(run("dossier", "the Heron", "--json").stdout)
    assert card["name"] == "Ikaika Mbeki"
    assert [section["title"] for section in card["sections"]][-1] == "Not taken as certain"
    line = card["sections"][-1]["lines"][0]
    assert line["quote"] == "Mbeki allegedly smuggles cigarettes"
    assert line["holders"] == ["an official", "the Meridian agency", "Lindal Herald"]
    assert line["sureness"]["hedges"] == ["allegedly"]


def test_a_name_of_several_lists_them(run: Run) -> None:
    result = run("dossier", "Mbeki")
    assert result.exit_code == 4
    assert result.stdout == ""
    assert "1  Ikaika Mbeki (also Mbeki, the Heron), Person, [e99ea3:126]" in result.stderr
    assert "2  Sefa Mbeki, Person, [3d1df6:68]" in result.stderr


def test_a_name_of_several_is_asked_for_at_a_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.cli.choose._is_terminal", lambda: True)
    result = run("dossier", "Mbeki", typed="7\n2\n")
    assert result.exit_code == 0
    assert "\nSefa Mbeki · Person" in result.stdout
    assert "Ikaika" not in result.stdout


def test_an_entity_is_found_by_its_reference(run: Run) -> None:
    assert run("dossier", "3d1df6:68").stdout.startswith("Sefa Mbeki · Person")


def test_a_name_not_on_record_offers_the_nearest(run: Run) -> None:
    result = run("timeline", "Noor Hadad")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "nobody on record goes by 'Noor Hadad'; nearest: Noor Haddad" in result.stderr


def test_what_is_copied_with_its_brackets_opens(run: Run) -> None:
    assert run("show", "[c8d7c8]").stdout == run("show", "c8d7c8").stdout


def test_highlights_of_one_report(run: Run) -> None:
    assert "ferryman" in run("highlights", "3d1df6").stdout
    assert "ferryman" not in run("highlights", "e99ea3").stdout
    assert run("highlights", "c8d7c8").exit_code == 4
