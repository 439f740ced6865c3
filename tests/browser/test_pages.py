"""Every page in a real browser: nothing from elsewhere, nothing wide, nothing in anybody's way."""

import json
from collections.abc import Callable
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import findings, too_wide

PAGES = (
    "/",
    "/search?q=archduke",
    "/events",
    "/review",
    "/decisions",
    "/audit?place=0",
    "/audit?place=1",
    "/watch",
    "/add",
)
"""The pages that always have the same address; those of things on record are found from them."""


def first(workbench: str, twin: str, *path: str | int) -> str:
    """A value out of a page's twin."""
    with urlopen(f"{workbench}{twin}") as answer:
        value = json.load(answer)
    for step in path:
        value = value[step]
    return str(value)


@pytest.fixture(scope="session")
def addresses(workbench: str) -> tuple[str, ...]:
    report = first(workbench, "/index.json", "latest", 0, "report", "reference")
    events = (first(workbench, "/events.json", "rows", place, "reference") for place in (0, -1))
    return (*PAGES, f"/reports/{report}", *(f"/events/{x.removeprefix('event:')}" for x in events))


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
    statement = first(workbench, "/index.json", "highlights", 0, "statements", 0)
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
