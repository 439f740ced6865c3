"""Timeline, map and network as they are drawn: by mouse and by keyboard, saved, and without script.

The pages' own rules (nothing from elsewhere, no breach of the policy) hold by `open_page`.
"""

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import findings, too_wide

ISLANDS = ("timeline", "map", "network")
_PATIENCE_MS = 60_000
_SVG = "{http://www.w3.org/2000/svg}"


def drawn(page: Page) -> Page:
    page.wait_for_selector("[data-state]", timeout=_PATIENCE_MS)
    assert page.get_attribute("[data-island]", "data-state") == "ready"
    return page


@pytest.mark.parametrize("name", ISLANDS)
def test_an_island_is_drawn_with_its_legend(
    workbench: str, open_page: Callable[..., Page], name: str, size: str
) -> None:
    page = drawn(open_page(f"{workbench}/{name}", size))
    assert not too_wide(page)
    legend = page.inner_text(".island-legend")
    for words in ("certain", "alleged or hedged", "denied or not so"):
        assert words in legend


@pytest.mark.parametrize("name", ISLANDS)
def test_an_island_is_accessible(workbench: str, open_page: Callable[..., Page], name: str) -> None:
    page = drawn(open_page(f"{workbench}/{name}"))
    page.focus(".island-stage")
    page.keyboard.press("ArrowRight")
    assert findings(page) == []


@pytest.mark.parametrize("name", ISLANDS)
def test_the_keyboard_leads_to_a_sentence(
    workbench: str, open_page: Callable[..., Page], name: str
) -> None:
    page = drawn(open_page(f"{workbench}/{name}"))
    page.focus(".island-stage")
    page.keyboard.press("ArrowRight")
    first = page.inner_text(".island-panel")
    page.keyboard.press("ArrowRight")
    assert first != page.inner_text(".island-panel") != ""
    page.keyboard.press("Escape")
    assert page.inner_text(".island-panel") == ""
    page.keyboard.press("End")
    page.locator(".island-panel li a").first.press("Enter")
    page.wait_for_url(re.compile("/reports/.*#s-"))
    page.go_back()
    assert page.url == f"{workbench}/{name}"


@pytest.mark.parametrize("name", ISLANDS)
def test_a_picture_fits_on_paper_as_it_is_seen(
    workbench: str, open_page: Callable[..., Page], name: str
) -> None:
    page = drawn(open_page(f"{workbench}/{name}"))
    wide = "document.querySelector('.island-stage').getBoundingClientRect().width"
    seen = page.evaluate(wide)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(wide) <= 681 < seen
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(wide) == seen


def test_a_mark_leads_to_the_dossiers_of_whom_it_is_about(
    workbench: str, open_page: Callable[..., Page]
) -> None:
    page = drawn(open_page(f"{workbench}/timeline?q=serbia"))
    page.focus(".island-stage")
    page.keyboard.press("Home")
    page.locator(".island-panel a[href^='/entities/']").first.click()
    page.wait_for_url(re.compile("/entities/"))


def test_enter_opens_the_sentence(workbench: str, open_page: Callable[..., Page]) -> None:
    page = drawn(open_page(f"{workbench}/timeline"))
    page.focus(".island-stage")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/reports/.*#s-"))


def test_a_click_on_the_timeline_shows_what_is_said(
    workbench: str, open_page: Callable[..., Page]
) -> None:
    page = drawn(open_page(f"{workbench}/timeline"))
    mark = page.locator(".vis-item .mark-words").first
    words = mark.inner_text().rstrip("…")
    mark.click()
    assert words in page.inner_text(".island-panel")


def test_a_click_on_the_map_shows_what_was_there(
    workbench: str, open_page: Callable[..., Page]
) -> None:
    page = drawn(open_page(f"{workbench}/map?q=paris"))
    page.wait_for_selector("[data-settled]", timeout=_PATIENCE_MS)
    page.locator(".island-stage canvas").click()
    assert page.locator(".island-panel li").count() > 0


@pytest.mark.parametrize("name", ISLANDS)
def test_a_picture_is_saved_with_its_legend_and_sources(
    workbench: str, open_page: Callable[..., Page], tmp_path: Path, name: str
) -> None:
    page = drawn(open_page(f"{workbench}/{name}"))
    for kind in ("PNG", "SVG"):
        with page.expect_download() as saved:
            page.get_by_role("button", name=f"Save as {kind}").click()
        assert saved.value.suggested_filename == f"onrecord-{name}.{kind.lower()}"
        saved.value.save_as(tmp_path / kind)
    assert (tmp_path / "PNG").read_bytes().startswith(b"\x89PNG")
    drawing = ElementTree.parse(tmp_path / "SVG").getroot()
    words = " ".join(text.text or "" for text in drawing.iter(f"{_SVG}text"))
    assert "Sources: " in words
    assert "alleged or hedged" in words
    assert f"{workbench}/{name}" in words


@pytest.mark.parametrize("name", ISLANDS)
def test_without_scripts_the_text_says_the_same(
    workbench: str, open_page: Callable[..., Page], name: str
) -> None:
    page = open_page(f"{workbench}/{name}", scripts=False)
    assert page.locator("main a[href^='/statements/']").count() > 10


def test_a_narrower_question_shows_less(workbench: str, open_page: Callable[..., Page]) -> None:
    page = drawn(open_page(f"{workbench}/network"))
    everyone = page.locator("main tbody tr").count()
    page.fill("main input[name=q]", "serbia")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url(re.compile("q=serbia"))
    assert 0 < drawn(page).locator("main tbody tr").count() < everyone


def test_a_question_that_finds_nothing_is_drawn_empty(
    workbench: str, open_page: Callable[..., Page]
) -> None:
    for name in ISLANDS:
        drawn(open_page(f"{workbench}/{name}?q=xyzzyplugh"))


def test_the_same_network_lies_the_same(workbench: str, open_page: Callable[..., Page]) -> None:
    def places() -> list[str]:
        page = drawn(open_page(f"{workbench}/network"))
        page.wait_for_selector("[data-settled]", state="attached", timeout=_PATIENCE_MS)
        with page.expect_download() as saved:
            page.get_by_role("button", name="Save as SVG").click()
        drawing = ElementTree.parse(saved.value.path()).getroot()
        return [str(x.get("transform")) for x in drawing.iter(f"{_SVG}path") if x.get("transform")]

    assert places() == places()
