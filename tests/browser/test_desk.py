"""Dossiers, sources and explanations in a real browser, looked at and worked with."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect
from tests.browser.conftest import twin

from onrecord.store import open_store


def test_two_are_merged_and_it_is_undone_without_scripts(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, record = own_workbench
    one, other = twin(address, "/entities.json?type=Person")["rows"][:2]
    here = f"{address}/entities/{one['reference']}"
    page = open_page(f"{here}/why", scripts=False)
    before = page.locator(".joins tbody tr").count()
    page.get_by_label("Name or reference").fill(other["reference"])
    page.locator("#merge ~ form").get_by_label("Reason").fill("a test of mine")
    page.get_by_role("button", name="Merge with").click()
    expect(page.locator(".joins tbody tr")).to_have_count(before + other["reports"])
    expect(page.get_by_text("a test of mine").first).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".joins tbody tr")).to_have_count(before)
    expect(page.get_by_text("a test of mine")).to_have_count(0)
    with open_store(record) as store:
        assert [each.kind for each in store.decisions()] == ["undo"]
        assert any(each.at for each in store.judgements())


def test_a_report_is_split_off_by_keyboard_alone(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, _ = own_workbench
    rows = twin(address, "/entities.json?type=Person")["rows"]
    row = next(each for each in rows if each["reports"] > 2)
    page = open_page(f"{address}/entities/{row['reference']}/why")
    before = page.locator(".joins tbody tr").count()
    reach(page, 'input[name="reports"] >> nth=-1')
    page.keyboard.press("Space")
    reach(page, 'button:has-text("Split")')
    page.keyboard.press("Enter")
    expect(page.locator(".joins tbody tr")).to_have_count(before - 1)
    expect(page.get_by_text("not the same as")).to_be_visible()


def test_a_source_is_graded_by_keyboard_alone(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, _ = own_workbench
    name = twin(address, "/sources.json")[0]["name"]
    page = open_page(f"{address}/sources/{quote(name)}")
    reach(page, 'input[name="letter"] >> nth=0')
    page.keyboard.press("ArrowDown")
    reach(page, 'button:has-text("Grade")')
    page.keyboard.press("Enter")
    expect(page.locator(".figure .grade")).to_have_text("B")
    page.get_by_role("button", name="Undo the grade B").click()
    expect(page.locator(".figure .grade")).to_have_text("F")


def test_a_cell_is_marked_and_the_ranks_follow(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, _ = own_workbench
    rivalry = twin(address, "/hypotheses.json")["rows"][0]
    event = rivalry["event"]["reference"].removeprefix("event:")
    page = open_page(f"{address}/hypotheses/{event}")
    page.get_by_role("textbox", name="Explanation").fill("somebody else")
    page.get_by_role("button", name="Add").click()
    expect(page.locator(".answer", has_text="somebody else")).to_be_visible()
    cell = page.locator(".matrix").first.locator("tbody tr").first.locator("td.cell").last
    cell.locator("summary").focus()
    page.keyboard.press("Enter")
    cell.get_by_label("inconsistent").check()
    cell.get_by_label("Note").fill("was elsewhere")
    cell.get_by_role("button", name="Mark").click()
    expect(page.get_by_text("was elsewhere")).to_have_count(1)
    expect(page.locator("td.cell.inconsistent").last).to_be_visible()


def reach(page: Page, wanted: str) -> None:
    """Press Tab until what is wanted has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.locator(wanted).first.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError(f"{wanted} cannot be reached by keyboard")
