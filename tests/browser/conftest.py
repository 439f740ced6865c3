"""A real headless Chromium on a real server, on copies of the demo's record.

Every page that a test opens is watched: a request to anywhere else, an error in the console or a
breach of the content security policy fails the test.
"""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    Route,
    expect,
    sync_playwright,
)

AXE = files("axe_playwright_python") / "axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SIZES = {"wide": (1440, 900), "phone": (390, 844)}
_PATIENCE_S = 60
# Machines are shared: a decision, which is followed at once, may take its time.
expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium here (apt install chromium)"))


@pytest.fixture(scope="session")
def demo_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's record, as `onrecord demo` leaves it; copy it before it is changed."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    subprocess.run(_command("demo", "--record", str(path)), check=True, capture_output=True)
    return path


@pytest.fixture(scope="session")
def workbench(demo_record: Path) -> Iterator[str]:
    """The address of a workbench on the demo's record, for tests that only look."""
    with serving(demo_record) as address:
        yield address


@pytest.fixture
def own_workbench(demo_record: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a workbench on a copy of its own, and the copy, for tests that change it."""
    copy = Path(shutil.copy(demo_record, tmp_path / "onrecord.db"))
    with serving(copy) as address:
        yield address, copy


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """A workbench in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = _command("serve", "--headless", "--port", str(port), "--record", str(record))
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        try:
            address = f"http://localhost:{port}"
            _wait(process, address)
            yield address
        finally:
            process.terminate()


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", "onrecord", *words]


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        assert process.poll() is None, process.stderr and process.stderr.read().decode()
        try:
            urlopen(f"{address}/static/onrecord.css").close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} did not answer in {_PATIENCE_S} s")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    """What is looked at: wide, and phone."""
    return str(request.param)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens watched pages: `open_page(address, size="wide", scripts=True, expected=())`.

    `expected` are parts of errors that the test means to bring about.
    """
    wrong: list[str] = []
    contexts = []
    meant: list[str] = []

    def only_ours(route: Route, request: Request) -> None:
        if request.url.startswith(("http://localhost:", "data:", "blob:")):
            route.continue_()
        else:
            wrong.append(f"asked for {request.url}")
            route.abort()

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error":
            wrong.append(said.text)

    def opened(
        address: str, size: str = "wide", scripts: bool = True, expected: Sequence[str] = ()
    ) -> Page:
        meant.extend(expected)
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.route("**/*", only_ours)
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not [each for each in wrong if not any(part in each for part in meant)]


def findings(page: Page) -> list[str]:
    """What axe-core finds on a page that is serious or critical, a line each."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
    )
    return [
        f"{each['id']}: {each['help']}: {node['target']}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
    ]


def twin(workbench: str, address: str) -> Any:
    """The values of a page."""
    with urlopen(f"{workbench}{address}") as answer:
        return json.load(answer)


def too_wide(page: Page) -> int:
    """By how many pixels a page has to be scrolled sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(0, int(wide))
