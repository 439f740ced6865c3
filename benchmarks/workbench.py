"""How long the workbench's pages take on a record of many reports while more are being read.

python -m benchmarks.workbench big.db               asks every page 40 times
python -m benchmarks.workbench big.db --each 100 --quiet   nothing is read meanwhile

The record is copied first. `benchmarks.retold` makes one.
"""

import argparse
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from http.client import HTTPConnection
from itertools import islice
from math import ceil
from pathlib import Path
from statistics import median
from urllib.parse import quote

from benchmarks.retold import reports
from onrecord.store import Store, open_store
from onrecord.views import Ledger

__all__: list[str] = []

_TRIVIAL = "/static/mark.svg"
_MORE = 400
"""Reports that are read meanwhile, at most."""


def main() -> None:
    """Asks and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("record", type=Path)
    parser.add_argument("--each", type=int, default=40, help="how often each page is asked")
    parser.add_argument("--quiet", action="store_true", help="nothing is read meanwhile")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.record.parent) as folder:
        record = Path(folder, "record.db")
        with sqlite3.connect(given.record) as whole, sqlite3.connect(record) as copy:
            whole.backup(copy)
        with open_store(record) as store:
            print(f"{store.counts()}")
            pages = dict(_pages(store, given.each))
        with _served(record) as port, _reading(record, Path(folder), quiet=given.quiet):
            _ask_all(port, pages)


def _pages(store: Store, each: int) -> Iterator[tuple[str, list[str]]]:
    """Addresses by what they are of: things drawn by hash, and those of which most is told."""
    ledger = Ledger(store)
    documents = _drawn(store.look.document_ids(), each)
    events = _drawn([*store.look.event_ids(0, None)], each)
    named = store.look.roll((), None, 0, 10 * each)
    shown = {
        "reports": [ledger.short[x] for x in documents],
        "events": [ledger.short[x].removeprefix("event:") for x in events],
        "entities": [ledger.entity_reference(x) for x in _drawn(named, each)],
        "most named": [ledger.entity_reference(x) for x in named[: each // 4]],
    }
    words = [ledger.by_chain[x].name for x in _drawn(named, each)]
    yield "trivial", [_TRIVIAL] * each
    yield "front", ["/"] * each
    yield "report", [f"/reports/{x}" for x in shown["reports"]]
    yield "event", [f"/events/{x}" for x in shown["events"]]
    yield "events", [f"/events?first={50 * x}" for x in range(each)]
    yield "entities", [f"/entities?first={100 * x}" for x in range(each // 2)]
    yield "entities by name", [f"/entities?q={quote(x)}" for x in words]
    yield "search", [f"/search?q={quote(x)}" for x in words]
    yield "entity", [f"/entities/{x}" for x in shown["entities"]]
    yield "entity, most named", [f"/entities/{x}" for x in shown["most named"]]
    yield "why", [f"/entities/{x}/why" for x in shown["entities"]]
    yield "claims", [f"/entities/{x}/claims" for x in shown["entities"]]
    yield "timeline of one", [f"/timeline?entity={x}" for x in shown["entities"][: each // 2]]
    for picture in ("timeline", "map", "network"):
        yield picture, [f"/{picture}?q={quote(x)}" for x in ("", *words[: each // 2])]
    yield "watch", ["/watch"] * (each // 4)


def _drawn(ids: Sequence[str], count: int) -> list[str]:
    return sorted(ids, key=lambda each: sha256(each.encode()).digest())[:count]


@contextmanager
def _served(record: Path) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = ["serve", "--headless", "--port", str(port), "--record", str(record)]
    with subprocess.Popen([sys.executable, "-m", "onrecord", *command]) as server:
        try:
            _wait(port)
            yield port
        finally:
            server.terminate()


def _wait(port: int) -> None:
    for _ in range(300):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError("the workbench does not answer")


@contextmanager
def _reading(record: Path, folder: Path, *, quiet: bool) -> Iterator[None]:
    """Reads more reports into the record meanwhile, in a process of its own."""
    if quiet:
        yield
        return
    more = folder / "more.jsonl"
    told = (each._replace(text=f"{each.text}\n\nAgain.") for each in islice(reports(), _MORE))
    more.write_text("".join(each.line() for each in told), "utf-8")
    command = [sys.executable, "-m", "onrecord", "read", str(more), "--record", str(record)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as reader:
        try:
            yield
            print("still reading at the end" if reader.poll() is None else "all was read before")
        finally:
            reader.terminate()


def _ask_all(port: int, pages: dict[str, list[str]]) -> None:
    asked = [(kind, address) for kind, addresses in pages.items() for address in addresses]
    # In an order by hash, so that no page has the machine for itself.
    asked.sort(key=lambda pair: sha256(pair[1].encode()).digest())
    took: dict[str, list[float]] = {}
    failed = 0
    connection = HTTPConnection("127.0.0.1", port)
    for kind, address in asked:
        begin = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        took.setdefault(kind, []).append(1000 * (time.perf_counter() - begin))
        if answer.status != 200:
            failed += 1
            print(f"{answer.status} {address}", file=sys.stderr)
    trivial = median(took["trivial"])
    for kind in pages:
        times = sorted(took[kind])
        p50, p95, p99 = (_at(times, share) for share in (0.5, 0.95, 0.99))
        ratio = p95 / trivial
        print(f"{kind:20} p50 {p50:7.1f}  p95 {p95:7.1f}  p99 {p99:7.1f} ms  x{ratio:.0f}")
    every = sorted(each for kind, times in took.items() if kind != "trivial" for each in times)
    print(f"{'all':20} p50 {_at(every, 0.5):7.1f}  p95 {_at(every, 0.95):7.1f} ms, {failed} failed")
    print(f"load of the machine {os.getloadavg()[0]:.1f}")


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[ceil(share * len(ordered)) - 1]


if __name__ == "__main__":
    main()
