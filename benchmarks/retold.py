"""A record of as many reports as are wanted: those of ../shared/corpora, and the same retold.

python -m benchmarks.retold big.db                  10,000 reports, read by the ordinary `read`
python -m benchmarks.retold big.db --count 2000     goes on where it was cut off

When all are read once they are told again, other people's names in them and other years.
"""

import argparse
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from onrecord.lexicon.names import sex

__all__ = ["Report", "batches", "reports"]

_HOME = Path(__file__).parent.parent
CORPORA = _HOME.parent / "shared" / "corpora"
_NAMES = _HOME / "training" / "names" / "names.tsv"
_NEWS = ("ecbplus", "gum", "lgl", "muc4", "police", "polnear", "re3d", "timebank", "trnews")
_BATCH = 250
"""Reports that are read, and then linked, at a time."""
_PERSON = re.compile(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?([A-Z][a-z]{2,})\b")
_YEAR = re.compile(r"\b(?:19[5-9]\d|20[01]\d)\b")
_WORD = re.compile(r"\b[A-Z][a-z]+\b")


class Report(NamedTuple):
    """A report as a line of JSONL has it."""

    text: str
    title: str | None
    published: str | None
    url: str

    def line(self) -> str:
        """The line."""
        return json.dumps({**self._asdict(), "publisher": None}, ensure_ascii=False) + "\n"


def reports(folder: Path = CORPORA) -> Iterator[Report]:
    """The news of the corpora in an order by hash, then again and again with other names and years
    where they have any."""
    told = sorted(_told(folder), key=lambda each: sha256(each.url.encode()).digest())
    yield from told
    for turn in count(1):
        again = ((each, _retold(each, turn)) for each in told)
        yield from (retold for each, retold in again if retold.text != each.text)


def batches(source: Iterable[Report], size: int = _BATCH) -> Iterator[tuple[Report, ...]]:
    """So many reports at a time; the last may be fewer."""
    left = iter(source)
    while batch := tuple(islice(left, size)):
        yield batch


def main() -> None:
    """Makes a record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("record", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for number, batch in enumerate(batches(islice(reports(), given.count))):
            path = Path(folder, f"{number:04}.jsonl")
            path.write_text("".join(each.line() for each in batch), "utf-8")
            command = [sys.executable, "-m", "onrecord", "read", str(path)]
            subprocess.run([*command, "--record", str(given.record)], check=True)


def _told(folder: Path) -> Iterator[Report]:
    for corpus in _NEWS:
        for part in ("train", "dev"):
            with gzip.open(folder / f"{corpus}.{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
                for each in map(json.loads, lines):
                    url = each["url"] or f"https://{corpus}.example/{each['id']}"
                    yield Report(each["text"], each["title"], each["published"], url)


def _retold(report: Report, turn: int) -> Report:
    """A report with other people in it, so many years later."""
    rng = random.Random(f"{turn} {report.url}")
    years = rng.randint(1, 9)
    names = _others(report.text, rng)

    def told(text: str) -> str:
        later = _YEAR.sub(lambda year: str(int(year[0]) + years), text)
        return _WORD.sub(lambda word: names.get(word[0], word[0]), later)

    title = report.title and told(report.title)
    published = report.published and _later(report.published, years)
    return Report(told(report.text), title, published, f"{report.url}#{turn}")


def _others(text: str, rng: random.Random) -> dict[str, str]:
    """Other names for people's: those of one report from one region, of men for men."""
    names = _names()
    region = names[rng.choice(sorted(names))]
    found: dict[str, str] = {}
    for given, family in _PERSON.findall(text):
        kind = sex(f"{given} {family}")
        if kind:
            found.setdefault(given, rng.choice(region[kind]))
            found.setdefault(family, rng.choice(region["family"]))
    return found


@cache
def _names() -> dict[str, dict[str, list[str]]]:
    """Region to kind of name to names."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in _NAMES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            region, kind, names = line.split("\t")
            found.setdefault(region, {})[kind] = names.split(", ")
    return found


def _later(published: str, years: int) -> str:
    day = date.fromisoformat(published[:10])
    moved = day.replace(year=day.year + years, day=min(day.day, 28))
    return moved.isoformat() + published[10:]


if __name__ == "__main__":
    main()
