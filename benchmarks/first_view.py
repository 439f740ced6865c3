"""How long until somebody can use a page of the workbench on a large record, in Chromium.

python -m benchmarks.first_view big.db              each page opened anew five times

The record is copied first, and nothing is read meanwhile. From the start of the navigation, in a
browser that keeps nothing: `parsed` is DOMContentLoaded, when all that the server wrote stands and
its scripts ran; `painted` the first contentful paint; `input` when a key that was pressed as soon
as the page was parsed has been taken; `drawn` when a picture stands, where there is one.
"""

import argparse
import shutil
import sqlite3
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.workbench import served
from onrecord.store import Store, open_store
from onrecord.views import Ledger

__all__: list[str] = []

_PICTURES = ("timeline", "map", "network")
_HEAR = "addEventListener('keydown', () => { window.heard ??= performance.now(); }, true)"
_TIMES = """() => ({
  parsed: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
  painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  input: window.heard,
})"""


def main() -> None:
    """Opens and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("record", type=Path)
    parser.add_argument("--turns", type=int, default=5, help="how often each page is opened")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.record.parent) as folder:
        record = Path(folder, "record.db")
        with sqlite3.connect(given.record) as whole, sqlite3.connect(record) as copy:
            whole.backup(copy)
        with open_store(record) as store:
            pages = _pages(store)
        with served(record) as port, sync_playwright() as playwright:
            chromium = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            print("milliseconds from the start of the navigation, median and most")
            for kind, path in pages.items():
                address = f"http://localhost:{port}{path}"
                turns = [_opened(browser, address, kind) for _ in range(given.turns)]
                print(f"{kind:20} {_row(turns)}")


def _pages(store: Store) -> dict[str, str]:
    """Addresses; the dossier and the event are those of which most is told."""
    ledger = Ledger(store)
    (most,), (told,) = store.look.roll((), None, 0, 1), store.look.debated((), 0, 1)
    return {
        "front": "/",
        "dossier, most named": f"/entities/{ledger.entity_reference(most)}",
        "event, most told": f"/events/{ledger.short[told].removeprefix('event:')}",
        **{kind: f"/{kind}" for kind in _PICTURES},
    }


def _opened(browser: Browser, address: str, kind: str) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(_HEAR)
    page.goto(address, wait_until="domcontentloaded")
    page.keyboard.press("Shift")
    page.wait_for_function("window.heard !== undefined")
    times: dict[str, float] = page.evaluate(_TIMES)
    if kind in _PICTURES:
        page.wait_for_selector('[data-state="ready"]', timeout=60_000)
        times["drawn"] = float(page.evaluate("performance.now()"))
    context.close()
    return times


def _row(turns: list[dict[str, float]]) -> str:
    named = {name: [turn[name] for turn in turns] for name in turns[0]}
    return "  ".join(f"{name} {median(x):5.0f} {max(x):5.0f}" for name, x in named.items())


if __name__ == "__main__":
    main()
