"""How fluid timeline, map and network are at 2,000 items: frames while one drags and zooms.

Run `python -m benchmarks.islands [ITEMS]` with the pictures built and Chromium there. The items are
made up, the same each time; pages, scripts and values are answered without a server, so that only
the browser is measured.
"""

import json
import random
import shutil
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Route, sync_playwright

from onrecord import views
from onrecord.model import PredicateFamily as Family

STATIC = Path(__file__).parent.parent / "src" / "onrecord" / "serve" / "static"
ISLANDS = ("timeline", "map", "network")
ORIGIN = "http://localhost:9"
_POLICY = "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_STEPS = 60
_STEP_MS = 16

_PAGE = """<!doctype html><html lang="en"><title>{0}</title>
<link rel="stylesheet" href="/static/onrecord.css">
<link rel="stylesheet" href="/static/built/{0}.css">
<script type="module" src="/static/built/{0}.js"></script>
<div data-island="{0}" data-source="/pictures/{0}.json"></div></html>"""

_COUNT_FRAMES = """() => {
  window.frames_ms = [];
  window.counting = true;
  let last = performance.now();
  const next = (now) => {
    window.frames_ms.push(now - last);
    last = now;
    if (window.counting) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}"""


def dot(chance: random.Random, number: int, on: date) -> views.Dot:
    """A statement as a picture holds it."""
    tone = views.Tone.HEDGED if chance.random() < 0.3 else views.Tone.CERTAIN
    days = chance.choice((0, 0, 0, 29, 364))
    return views.Dot(
        reference=f"{number:06x}",
        family=chance.choice((Family.EVENT, Family.RELATION, Family.SPEECH)),
        sentence=f"Party {number % 97}: armed attack on town {number % 53}",
        toll="",
        holders=("an official", "Lindal Herald"),
        publisher="Lindal Herald",
        tone=tone,
        sure=tone.value,
        when=str(on),
        precision="span" if days else "day",
        earliest=on,
        latest=on + timedelta(days),
        parties=(),
    )


def drawn(items: int) -> dict[str, Any]:
    """What each picture is asked to draw."""
    chance = random.Random(7)
    first = date(2011, 1, 1)
    days = [first + timedelta(int(chance.random() * 3650)) for _ in range(items)]
    marks = [views.plain(dot(chance, number, on)) for number, on in enumerate(days)]
    return {
        "timeline": {"dated": marks, "undated": [], "without_date": 0, "left_out": 0},
        "map": {"spots": [_spot(chance, each) for each in marks], "unplaced": [], "not_on_map": 0},
        "network": {
            "nodes": [
                {"reference": f"n{n}", "name": f"Party {n}", "type": "Group", "links": 2}
                for n in range(items)
            ],
            "links": [_link(chance, n, each, items) for n, each in enumerate(marks)],
        },
    }


def _spot(chance: random.Random, told: Any) -> dict[str, Any]:
    place = {
        "name": "Town",
        "lat": round(chance.uniform(-40, 60), 3),
        "lon": round(chance.uniform(-120, 140), 3),
        "precision": chance.choice(("exact", "region")),
        "radius_km": chance.choice((2.0, 40.0)),
        "country": None,
    }
    return {"words": "Town", "place": place, "marks": [told]}


def _link(chance: random.Random, number: int, told: Any, items: int) -> dict[str, Any]:
    # Most are linked with few who have many links, as parties are.
    other = int(items * chance.random() ** 3)
    return {
        "left": f"n{number}",
        "right": f"n{other if other != number else (number + 1) % items}",
        "sort": chance.choice(("allied", "rival", "fights", "belongs")),
        "mutual": False,
        "predicates": ["fights"],
        "events": [],
        "disputed": chance.random() < 0.1,
        "independent_sources": 1,
        "statements": [told["reference"]],
        "marks": [told],
    }


def measured(browser: Browser, name: str, data: Any) -> dict[str, float]:
    """Milliseconds until a picture is drawn, and between frames while it is dragged and zoomed;
    and those that the page's main thread works for a frame, which other programs do not lengthen.
    """
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route("**/*", lambda route: _answer(route, name, data))
    page.goto(f"{ORIGIN}/{name}")
    page.wait_for_selector('[data-state="ready"]', timeout=120_000)
    ready = float(page.evaluate("performance.now()"))
    if name != "timeline":
        page.wait_for_selector("[data-settled]", timeout=120_000)
    page.wait_for_timeout(1000)
    found = {"ready_ms": ready}
    for act, does in {"pan": _pan, "zoom": _zoom}.items():
        frames, worked = _frames(page, does)
        found |= {
            f"{act}_median": median(frames),
            f"{act}_p95": quantiles(frames, n=20)[-1],
            f"{act}_longest": max(frames),
            f"{act}_work": worked / len(frames),
        }
    found["elements"] = float(page.evaluate("document.querySelectorAll('.island-stage *').length"))
    page.close()
    return found


def _frames(page: Page, does: Callable[[Page], None]) -> tuple[list[float], float]:
    """Milliseconds between frames, and of work, while something is done."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.evaluate(_COUNT_FRAMES)
    before = _worked(session)
    does(page)
    frames = [float(each) for each in page.evaluate("window.frames_ms")][2:]
    worked = _worked(session) - before
    page.evaluate("window.counting = false")
    session.detach()
    return frames, worked


def _worked(session: CDPSession) -> float:
    found = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(each["value"] for each in found if each["name"] == "TaskDuration"))


def _answer(route: Route, name: str, data: Any) -> None:
    path = route.request.url.removeprefix(ORIGIN).split("?")[0]
    file = STATIC / path.removeprefix("/static/")
    if path == f"/pictures/{name}.json":
        route.fulfill(body=json.dumps(data), content_type=_TYPES[".json"])
    elif path.startswith("/static/") and file.is_file():
        route.fulfill(body=file.read_bytes(), content_type=_TYPES[file.suffix])
    elif path == f"/{name}":
        headers = {"content-security-policy": _POLICY, "content-type": "text/html"}
        route.fulfill(body=_PAGE.format(name), headers=headers)
    else:
        route.fulfill(status=404)


def _pan(page: Page) -> None:
    x, y = _middle(page)
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(_STEPS):
        page.mouse.move(x + 4 * step, y - step)
        page.wait_for_timeout(_STEP_MS)
    page.mouse.up()


def _zoom(page: Page) -> None:
    """As a wheel does, in and out again."""
    page.mouse.move(*_middle(page))
    page.keyboard.down("Control")
    for step in range(_STEPS):
        page.mouse.wheel(0, -40 if step < _STEPS / 2 else 40)
        page.wait_for_timeout(_STEP_MS)
    page.keyboard.up("Control")


def _middle(page: Page) -> tuple[float, float]:
    box = page.locator(".island-stage").bounding_box()
    assert box is not None
    # Near the lower edge: under no mark that would be dragged instead.
    return box["x"] + box["width"] / 2, box["y"] + box["height"] - 8


def main() -> None:
    items = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, data in drawn(items).items():
            figures = measured(browser, name, data)
            shown = "  ".join(f"{key} {value:.0f}" for key, value in figures.items())
            print(f"{name:<9} {items} items  {shown}")


if __name__ == "__main__":
    main()
