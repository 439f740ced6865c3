"""Every page in a real browser: nothing from elsewhere, nothing wide, nothing in anybody's way."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import findings, too_wide, twin

PAGES = (
    "/",
    "/search?q=archduke",
    "/reports",
    "/events",
    "/entities",
    "/sources",
    "/hypotheses",
    "/review",
    "/decisions",
    "/audit?place=0",
    "/audit?place=1",
    "/watch",
    "/add",
)
"""The pages that always have the same address; those of things on record are found from them."""


@pytest.fixture(scope="session")
def addresses(workbench: str) -> tuple[str, ...]:
    report = twin(workbench, "/index.json")["latest"][0]["report"]["reference"]
    events = twin(workbench, "/events.json")["rows"]
    rivals = twin(workbench, "/hypotheses.json")["rows"][0]["event"]
    source = twin(workbench, "/sources.json")[0]["name"]
    rows = [
        twin(workbench, f"/entities.json?type={kind}")["rows"][0]
        for kind in ("Person", "Organisation", "Place")
    ]
    dossiers = [f"/entities/{row['reference']}" for row in rows]
    return (
        *PAGES,
        f"/reports/{report}",
        *(f"/events/{_bare(each)}" for each in (events[0], events[-1])),
        *dossiers,
        f"{dossiers[0]}/why",
        f"{dossiers[0]}/claims",
        f"/sources/{quote(source)}",
        f"/hypotheses/{_bare(rivals)}",
    )


def _bare(event: dict[str, Any]) -> str:
    return str(event["reference"]).removeprefix("event:")


def test_pages_fit_and_ask_nobody_else(
    workbench: str, addresses: tuple[str, ...], open_page: Callable[..., Page], size: str
) -> None:
    for address in addresses:
        page = open_page(workbench + address, size)
        assert not too_wide(page), address
        assert page.locator("h1").count() == 1, address


def test_pages_are_accessible(
    workbench: str, addresses: tuple[str, ...], open_page: Callable[..., Page], size: str
) -> None:
    found = {address: findings(open_page(workbench + address, size)) for address in addresses}
    assert not {address: each for address, each in found.items() if each}


def test_pages_can_be_read_without_scripts(
    workbench: str, addresses: tuple[str, ...], open_page: Callable[..., Page]
) -> None:
    for address in addresses:
        page = open_page(workbench + address, scripts=False)
        assert len(page.inner_text("main")) > 40, address


def test_a_statement_lights_its_words(workbench: str, open_page: Callable[..., Page]) -> None:
    statement = twin(workbench, "/index.json")["highlights"][0]["statements"][0]
    page = open_page(f"{workbench}/statements/{statement}")
    assert "#s-" in page.url
    lit = page.locator("mark.lit")
    assert lit.count() > 0
    other = page.locator("[data-line]:not(.lit)").first
    other.focus()
    name = str(other.get_attribute("data-line"))
    lines = str(page.locator("mark.lit").first.get_attribute("data-lines"))
    assert name in lines.split()


def test_the_search_works_by_keyboard_alone(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(workbench)
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("archduke")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=archduke")
    assert page.locator("article.found").count() > 0
    page.go_back()
    assert page.url == f"{workbench}/"


def test_names_are_suggested(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(workbench)
    page.get_by_role("combobox", name="Search the record").press_sequentially("princ")
    expect(page.locator("#names option").first).to_have_attribute("value", "Gavrilo Princip")


def test_an_event_in_a_list_leads_to_the_dossiers_of_whom_it_is_about(
    workbench: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{workbench}/events")
    party = page.locator(".events a[href^='/entities/']").first
    name = party.inner_text()
    party.click()
    assert page.inner_text("h1") == name
