"""A report full of scripts, read as any other, is inert on every page that shows it."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import serving

SCRIPT = "<script>window.struck = 1</script><img src=x onerror='window.struck = 1'>"
TEXT = f"""{SCRIPT} burns in Lindal

LINDAL, May 4 -- Colonel Ama {SCRIPT} Quaye said on Tuesday that gunmen of the {SCRIPT} Front had
attacked the depot in Lindal on Monday and killed four people. "{SCRIPT} was there," she said.

Police arrested Ikaika Mbeki, the leader of the Salt Road Front {SCRIPT}, on Wednesday.
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A workbench on a record of that report alone."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "report.txt").write_text(TEXT, "utf-8")
    told = {"title": SCRIPT, "publisher": SCRIPT, "byline": SCRIPT, "published": "2021-05-05"}
    (folder / "report.json").write_text(json.dumps(told | {"url": "javascript:struck=1"}), "utf-8")
    record = folder / "hostile.db"
    read = [sys.executable, "-m", "onrecord", "read", str(folder / "report.txt")]
    subprocess.run([*read, "--record", str(record)], check=True, capture_output=True)
    with serving(record) as address:
        yield address


def addresses(hostile: str) -> Iterator[str]:
    """All pages: those of everything on record, too."""
    pages = "/ /reports /events /entities /timeline /map /network /sources /hypotheses /review"
    yield from (*pages.split(), "/audit", "/decisions", "/watch", "/add", "/search?q=window")
    for twin, rows, page in (
        ("/reports.json", "rows", "/reports/{}"),
        ("/events.json", "rows", "/events/{}"),
        ("/entities.json", "rows", "/entities/{}"),
    ):
        with urlopen(f"{hostile}{twin}") as answer:
            for row in json.load(answer)[rows]:
                reference = row.get("reference") or row["report"]["reference"]
                yield page.format(reference.removeprefix("event:"))


def test_nothing_of_it_runs(hostile: str, open_page: Callable[..., Page]) -> None:
    seen = 0
    for address in addresses(hostile):
        page = open_page(hostile + address)
        assert page.evaluate("window.struck") is None, address
        assert page.locator("img[onerror], a[href^='javascript:']").count() == 0, address
        seen += 1
    assert seen > 17
