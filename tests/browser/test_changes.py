"""Flows that change the record, as somebody at the page works through them."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from onrecord.store import open_store

REPORT = """A warehouse burned in Lindal

LINDAL, May 4 -- A warehouse burned down in Lindal on Tuesday, the fire chief Ama Quaye said.
"""


def test_a_watch_is_set_seen_and_dropped(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, record = own_workbench
    page = open_page(f"{address}/watch")
    page.get_by_role("main").get_by_role("combobox").select_option("words")
    page.get_by_label("Which").fill("archduke")
    page.get_by_role("button", name="Watch", exact=True).click()
    expect(page.locator("#changes ~ h3", has_text="archduke")).to_be_visible()
    page.get_by_role("button", name="I have seen this").click()
    page.goto(f"{address}/watch")
    expect(page.get_by_text("Nothing came in since.")).to_be_visible()
    page.get_by_role("button", name="Watch archduke no more").click()
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    with open_store(record) as store:
        kinds = [each.kind for each in store.decisions()]
    assert kinds == ["watch", "setting", "undo"]


def test_a_pasted_report_is_read_and_found(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, _ = own_workbench
    page = open_page(f"{address}/add")
    page.get_by_role("textbox", name="Text").fill(REPORT)
    page.get_by_label("Publisher").fill("Lindal Herald")
    page.get_by_label("Day of publication").fill("2021-05-05")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("1 report read")).to_be_visible(timeout=120_000)
    page.get_by_role("combobox", name="Search the record").fill("warehouse Lindal")
    page.keyboard.press("Enter")
    expect(page.locator("article.found")).to_have_count(2)


def test_a_dropped_file_that_is_no_report_gets_one_line(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page], tmp_path: Path
) -> None:
    address, _ = own_workbench
    wrong = tmp_path / "picture.png"
    wrong.write_bytes(b"\x89PNG")
    page = open_page(f"{address}/add", expected=["status of 400"])
    page.get_by_label("drop them here").set_input_files(wrong)
    page.get_by_role("button", name="Read them").click()
    expect(page.locator("main")).to_contain_text("picture.png: not a format that is read")
