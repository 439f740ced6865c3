"""How long the workbench's pages take on a record of many reports while more are being read.

python -m benchmarks.workbench big.db               asks every page 40 times, then decides
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
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from http.client import HTTPConnection
from itertools import islice
from math import ceil
from pathlib import Path
from statistics import median
from urllib.parse import quote, urlencode

from benchmarks.retold import reports
from onrecord.store import Store, open_store
from onrecord.views import Ledger

__all__ = ["served"]

_TRIVIAL = "/static/mark.svg"
_MORE = 400
"""Reports that are read meanwhile, at most."""


def main() -> None:
    """Asks and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("record", type=Path)
    parser.add_argument("--each", type=int, default=40, help="how often each page is asked")
    parser.add_argument("--quiet", action="store_true", help="nothing is read meanwhile")
    parser.add_argument("--without", nargs="*", default=[], help="pages that are not asked")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.record.parent) as folder:
        record = Path(folder, "record.db")
        with sqlite3.connect(given.record) as whole, sqlite3.connect(record) as copy:
            whole.backup(copy)
        with open_store(record) as store:
            print(f"{store.counts()}")
            pages = _pages(store, given.each, given.without)
        with served(record) as port:
            with _reading(record, Path(folder), quiet=given.quiet):
                _ask_all(port, pages)
            with open_store(record) as store:
                _decide(port, store, given.each // 4)


def _pages(store: Store, each: int, without: Collection[str]) -> dict[str, list[str]]:
    """Addresses by what they are of: things drawn by hash, and those of which most is told."""
    ledger = Ledger(store)
    documents = _drawn(store.look.document_ids(), each)
    events = _drawn([*store.look.event_ids(0, None)], each)
    named = store.look.roll((), None, 0, 10 * each)
    shown = {
        "reports": [ledger.short[x] for x in documents],
        "events": [ledger.short[x].removeprefix("event:") for x in events],
        "entities": [ledger.entity_reference(x) for x in _drawn(named, each)],
        "statements": [ledger.short[x.id] for x in store.look.undecided(each)],
        "most named": [ledger.entity_reference(x) for x in named[: each // 4]],
    }
    words = [ledger.by_chain[x].name for x in _drawn(named, each)]
    sources = [quote(x, safe="") for x in (*store.look.publishers(), *words)][: each // 4]
    asked = {
        "trivial": [_TRIVIAL] * each,
        "front": ["/"] * each,
        "reports": [f"/reports?first={50 * x}" for x in range(each)],
        "report": [f"/reports/{x}" for x in shown["reports"]],
        "event": [f"/events/{x}" for x in shown["events"]],
        "events": [f"/events?first={50 * x}" for x in range(each)],
        "entities": [f"/entities?first={100 * x}" for x in range(each // 2)],
        "entities by name": [f"/entities?q={quote(x)}" for x in words],
        "search": [f"/search?q={quote(x)}" for x in words],
        "entity": [f"/entities/{x}" for x in shown["entities"]],
        "entity, most named": [f"/entities/{x}" for x in shown["most named"]],
        "why": [f"/entities/{x}/why" for x in shown["entities"]],
        "claims": [f"/entities/{x}/claims" for x in shown["entities"]],
        "timeline of one": [f"/timeline?entity={x}" for x in shown["entities"][: each // 2]],
        "hypotheses": [f"/hypotheses?first={12 * x}" for x in range(each // 2)],
        "case": [f"/hypotheses/{x}" for x in shown["events"]],
        "sources": ["/sources"] * (each // 4),
        "source": [f"/sources/{x}" for x in sources],
        "review": [f"/review?first={20 * x}" for x in range(each // 4)],
        "correct": [f"/review/statements/{x}" for x in shown["statements"]],
        "audit": ["/audit"] * (each // 4),
        "decisions": ["/decisions"] * (each // 4),
        "watch": ["/watch"] * (each // 4),
        "feed": ["/feed.atom"] * (each // 4),
        "add": ["/add"] * (each // 4),
    }
    for picture in ("timeline", "map", "network"):
        asked[picture] = [f"/{picture}?q={quote(x)}" for x in ("", *words[: each // 2])]
    return {kind: at for kind, at in asked.items() if kind not in without}


def _drawn(ids: Sequence[str], count: int) -> list[str]:
    return sorted(ids, key=lambda each: sha256(each.encode()).digest())[:count]


@contextmanager
def served(record: Path) -> Iterator[int]:
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
        print(f"{_figures(kind, took[kind])}  x{_at(sorted(took[kind]), 0.95) / trivial:.0f}")
    every = [each for kind, times in took.items() if kind != "trivial" for each in times]
    print(f"{_figures('all', every)}, {failed} failed")
    print(f"load of the machine {os.getloadavg()[0]:.1f}")


def _decide(port: int, store: Store, each: int) -> None:
    """Times what people decide, from the click to the answer that all that it touches was derived
    again; each decision is taken back, and its undoing timed."""
    ledger = Ledger(store)
    named = store.look.roll((), None, 0, 8 * each)
    middle = [ledger.entity_reference(x) for x in named[2 * each :: 3]]
    least = [ledger.short[x.id] for x in store.look.undecided(2 * each)]
    acts: dict[str, list[tuple[str, dict[str, str]]]] = {
        "merge": [
            (f"/entities/{one}/merge", {"other": other})
            for one, other in zip(middle[:each], middle[each:], strict=False)
        ],
        "merge, most named": [
            (f"/entities/{ledger.entity_reference(one)}/merge", {"other": other})
            for one, other in zip(named[: each // 2], middle, strict=False)
        ],
        "accept": [(f"/review/statements/{x}/accept", {}) for x in least[:each]],
        "reject": [(f"/review/statements/{x}/reject", {}) for x in least[each:]],
    }
    for kind, made in acts.items():
        did, undid = zip(*(_decided(port, store, *each) for each in made), strict=True)
        print(_figures(kind, did))
        print(_figures(f"{kind}, undone", undid))


def _decided(port: int, store: Store, address: str, form: dict[str, str]) -> tuple[float, float]:
    """How long a decision and its undoing take, in milliseconds."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/add")
    token = connection.getresponse().read().decode().partition('name="token" value="')[2]
    signed = {"token": token.partition('"')[0]}
    did = _posted(connection, address, form | signed)
    at, by = max(
        *((x.at or "", x.by) for x in store.look.people()),
        *((x.at, x.by) for x in store.decisions()),
    )
    undid = _posted(connection, "/decisions/undo", {"by": by, "at": at} | signed)
    time.sleep(1)  # Acts are told apart by their second.
    return did, undid


def _posted(connection: HTTPConnection, address: str, form: dict[str, str]) -> float:
    headers = {"content-type": "application/x-www-form-urlencoded"}
    begin = time.perf_counter()
    connection.request("POST", address, urlencode(form), headers)
    answer = connection.getresponse()
    answer.read()
    took = 1000 * (time.perf_counter() - begin)
    if answer.status != 303:
        print(f"{answer.status} {address}", file=sys.stderr)
    return took


def _figures(kind: str, times: Sequence[float]) -> str:
    p50, p95, p99 = (_at(sorted(times), share) for share in (0.5, 0.95, 0.99))
    return f"{kind:26} p50 {p50:7.1f}  p95 {p95:7.1f}  p99 {p99:7.1f} ms"


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[ceil(share * len(ordered)) - 1]


if __name__ == "__main__":
    main()
