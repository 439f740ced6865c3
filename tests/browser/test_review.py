"""People work the queue, the form and the audit, most of it with the keyboard alone."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from onrecord.model import Ruling
from onrecord.store import open_store
from onrecord.weigh.audit import Answer, Layer, Verdict

expect.set_options(timeout=30_000)


def _ready(page: Page) -> None:
    """Wait until the page hears its keys."""
    page.wait_for_selector("[data-switch]:not([hidden])", state="attached")


def _tab_to(page: Page, name: str) -> None:
    """Go to a field of the form by the Tab key."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"no field {name} in reach of the Tab key")


def _rebuild(record: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "rebuild", "--record", str(record)]
    subprocess.run(command, check=True, capture_output=True, env=dict(os.environ))


def test_a_statement_corrected_by_keyboard_stays_so_after_a_rebuild(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, record = own_workbench
    page = open_page(f"{address}/review")
    statement = page.locator("#unsure ~ .item").first
    form = str(statement.locator("[aria-keyshortcuts=c]").get_attribute("href"))
    reference = form.partition("?")[0].rpartition("/")[2]
    place = int(str(statement.get_attribute("id")).removeprefix("i-"))
    _ready(page)
    for _ in range(place - 1):
        page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_url("**/review/statements/**")
    assert page.evaluate("document.activeElement.name") == "type"
    _tab_to(page, "certainty")
    page.keyboard.press("Control+a")
    page.keyboard.type("PS+ alleged")
    _tab_to(page, "note")
    page.keyboard.type("so it is told")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review?*")
    expect(page.locator("#said")).to_contain_text("Corrected")
    expect(page.locator(".last")).to_contain_text("PS+ alleged")
    with open_store(record) as store:
        corrected = next(each for each in store.statements() if each.decided)
    assert corrected.id.startswith(reference)
    _rebuild(record)
    with open_store(record) as store:
        now = store.statement(corrected.id)
    assert now.decided is not None
    assert (now.decided.ruling, now.certainty) == (Ruling.CORRECTED, corrected.certainty)


def test_words_marked_in_the_report_go_into_the_field(
    workbench: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{workbench}/review")
    page.locator("#unsure ~ .item [aria-keyshortcuts=c]").first.click()
    words = page.locator(".pick")
    page.locator("[name=speaker]").fill("")
    words.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    chosen = page.evaluate("getSelection().toString()")
    assert len(chosen.split()) == 2
    page.keyboard.press("Enter")
    expect(page.locator("[name=speaker]")).to_have_value(chosen)
    expect(page.locator("[name=speaker]")).to_be_focused()
    page.locator("[name=place]").focus()
    page.locator(".pick mark").first.dblclick(position={"x": 12, "y": 8})
    expect(page.locator("[name=place]")).not_to_have_value("")
    assert page.locator("[name=place]").input_value() in words.inner_text()


def test_a_mistake_keeps_what_was_typed(workbench: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{workbench}/review", expected=["status of 400"])
    page.locator("#unsure ~ .item [aria-keyshortcuts=c]").first.click()
    page.locator("[name=date]").fill("someday")
    page.get_by_role("button", name="Put on record").click()
    expect(page.get_by_role("alert")).to_contain_text("is no date of EDTF")
    expect(page.locator("[name=date]")).to_have_value("someday")


def test_accepted_rejected_and_undone_by_keyboard(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, record = own_workbench
    page = open_page(f"{address}/review?first=8")
    first, second = (page.locator(".item h3").nth(n).inner_text() for n in (0, 1))
    _ready(page)
    page.keyboard.press("a")
    expect(page.locator("#said")).to_contain_text("Accepted")
    expect(page.locator(".item h3").first).to_have_text(second.split("\n")[0])
    _ready(page)
    page.keyboard.press("r")
    expect(page.locator("#said")).to_contain_text("Rejected")
    with open_store(record) as store:
        assert store.counts().decisions == 2
        left = store.counts().statements
    _ready(page)
    page.keyboard.press("u")
    expect(page.locator(".last .ruling")).to_have_text("Accepted")
    page.goto(f"{address}/decisions")
    expect(page.locator(".verdict")).to_have_count(1)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Nobody decided anything yet")).to_be_visible()
    with open_store(record) as store:
        assert store.counts().statements == left + 1
        assert not [each for each in store.statements() if each.decided]
    page.goto(f"{address}/review?first=8")
    assert page.locator(".item h3").first.inner_text() == first


def test_keys_rest_while_somebody_types_and_can_be_turned_off(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, record = own_workbench
    page = open_page(f"{address}/review")
    _ready(page)
    note = page.locator("[name=note]").first
    note.fill("")
    note.focus()
    page.keyboard.type("a rare case")
    assert note.input_value() == "a rare case"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "i-1"
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "i-2"
    page.keyboard.press("k")
    page.keyboard.press("?")
    page.get_by_role("button", name="Keys are on").click()
    page.keyboard.press("r")
    with open_store(record) as store:
        assert store.counts().decisions == 0
    assert page.url == f"{address}/review"


def test_a_pair_is_judged_and_the_judgement_undone(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, record = own_workbench
    page = open_page(f"{address}/review")
    expect(page.locator("#pairs")).to_contain_text("1 pair waits")
    _ready(page)
    page.keyboard.press("r")
    expect(page.locator("#said")).to_contain_text("Different")
    expect(page.locator("#pairs")).to_have_count(0)
    with open_store(record) as store:
        assert [each.opinion.value for each in store.judgements() if each.at] == ["different"]
    _ready(page)
    page.keyboard.press("u")
    expect(page.locator("#pairs")).to_contain_text("1 pair waits")


def test_the_audit_takes_answers_by_keyboard(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, record = own_workbench
    page = open_page(f"{address}/audit", expected=["status of 400"])
    _ready(page)
    page.keyboard.press("5")
    page.keyboard.press("p")
    expect(page.locator("#asked")).to_contain_text("missing from this sentence")
    _ready(page)
    page.keyboard.press("1")
    expect(page.locator("#asked")).to_contain_text("you answered 2")
    _ready(page)
    page.keyboard.press("s")
    expect(page.locator("#asked")).to_contain_text("4 of")
    _ready(page)
    page.keyboard.press("b")
    page.wait_for_url("**/audit?place=2")
    _ready(page)
    page.keyboard.press("w")
    expect(page.get_by_role("alert")).to_contain_text("mark which layers")
    with open_store(record) as store:
        statement, sentence = (Answer.of(each) for each in store.decisions())
    assert (statement.verdict, statement.wrong) == (Verdict.PARTLY, frozenset({Layer.TIME}))
    assert sentence.missed == 1


def test_the_queue_works_without_scripts(
    own_workbench: tuple[str, Path], open_page: Callable[..., Page]
) -> None:
    address, record = own_workbench
    page = open_page(f"{address}/review", scripts=False)
    page.get_by_role("button", name="Reject").first.click()
    expect(page.locator(".last")).to_contain_text("Rejected")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".last")).to_have_count(0)
    with open_store(record) as store:
        assert [each.kind for each in store.decisions()] == ["correction", "undo"]
