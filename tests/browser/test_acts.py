"""People say which place is meant and what is one event, by keyboard, and take it back."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect
from tests.browser.conftest import findings, too_wide, twin

from onrecord.store import open_store


def _tab_to(page: Page, chosen: str) -> None:
    """Press Tab until what has the focus fits a selector."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("chosen => document.activeElement.matches(chosen)", chosen):
            return
    raise AssertionError(f"no Tab leads to {chosen}")


def test_a_place_is_looked_up_and_put_by_keyboard(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, record = own_workbench
    with open_store(record) as store:
        placed = next(x for x in store.statements() if x.place and x.place.text == "Sarajevo")
    page = open_page(f"{address}/review/statements/{placed.id}")
    _tab_to(page, "[name=map]")
    page.keyboard.press("Control+a")
    page.keyboard.type("Alexandria")
    _tab_to(page, "[formaction*=places]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places#map")
    sites = page.locator(".site")
    assert sites.count() > 3
    expect(sites.first).to_contain_text("Egypt")
    assert findings(page) == []
    second = str(sites.nth(1).locator("input").get_attribute("value"))
    _tab_to(page, "[name=site]")
    page.keyboard.press("ArrowDown")
    _tab_to(page, "[name=note]")
    page.keyboard.type("the other one")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review?done=*")
    expect(page.locator(".last")).to_contain_text(second)
    expect(page.locator(".last")).to_contain_text("the other one")
    with open_store(record) as store:
        now = store.statement(placed.id).place
    assert now is not None and now.place is not None
    assert now.place.name == "Alexandria" and f"#{now.place.geonames_id}" in second
    page.keyboard.press("u")
    expect(page.locator(".last")).to_have_count(0)
    with open_store(record) as store:
        assert store.statement(placed.id).place == placed.place


def test_an_event_is_parted_joined_again_and_both_undone_by_keyboard(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, _ = own_workbench
    rows = twin(address, "/events.json")["rows"]
    event = max(rows, key=lambda each: len(each["statements"]))
    here = f"{address}/events/{event['reference'].removeprefix('event:')}"
    page = open_page(here)
    page.get_by_role("link", name="Why is this one event?").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/why")
    expect(page.locator("[name=accounts]")).to_have_count(len(event["statements"]))
    assert (findings(page), too_wide(page)) == ([], 0)
    last = page.locator("[name=accounts]").last
    parted = str(last.get_attribute("value"))
    last.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    _tab_to(page, "[name=reason]")
    page.keyboard.type("another day")
    page.keyboard.press("Enter")
    expect(page.locator("[name=accounts]")).to_have_count(len(event["statements"]) - 1)
    expect(page.locator(".verdict")).to_contain_text("another event than")
    page.goto(f"{address}/events/{parted}/why")
    expect(page.locator("[name=accounts]")).to_have_count(1)
    page.locator("[name=named]").focus()
    page.keyboard.type(f"{here}?x=1")
    _tab_to(page, "[name=reason]")
    page.keyboard.type("no, the same")
    page.keyboard.press("Enter")
    expect(page.locator("[name=accounts]")).to_have_count(len(event["statements"]))
    page.goto(f"{address}/decisions")
    expect(page.locator(".verdict")).to_have_count(2)
    expect(page.locator(".verdict").first).to_contain_text("no, the same")
    for left in (1, 0):
        page.locator(".verdict button").first.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".verdict")).to_have_count(left)
    assert twin(address, "/events.json")["rows"] == rows


def test_the_queue_asks_of_events(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, _ = own_workbench
    before = twin(address, "/review.json")["events"]
    page = open_page(f"{address}/review")
    first = page.locator("#joined ~ .item").first
    first.focus()
    page.wait_for_function("!document.querySelector('[data-switch]').hidden")
    page.keyboard.press("r")
    expect(page.locator("#said")).to_contain_text("Different")
    after = twin(address, "/review.json")["events"]
    assert before[0] not in after
    page.wait_for_function("!document.querySelector('[data-switch]').hidden")
    page.keyboard.press("u")
    expect(page.locator(".last")).to_have_count(0)
    assert twin(address, "/review.json")["events"] == before


def test_an_edit_of_an_explanation_is_undone_where_all_decisions_are(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, _ = own_workbench
    rivalry = twin(address, "/hypotheses.json")["rows"][0]
    here = f"{address}/hypotheses/{rivalry['event']['reference'].removeprefix('event:')}"
    before = twin(address, here.removeprefix(address) + ".json")
    page = open_page(here)
    page.locator("#add ~ form [name=words]").fill("a stranger with a lantern")
    page.keyboard.press("Enter")
    expect(page.get_by_text("a stranger with a lantern").first).to_be_visible()
    page.goto(f"{address}/decisions")
    expect(page.locator(".ruling")).to_have_text("Added")
    expect(page.locator(".verdict")).to_contain_text("a stranger with a lantern")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".verdict")).to_have_count(0)
    assert twin(address, here.removeprefix(address) + ".json") == before
