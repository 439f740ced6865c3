"""Who is who at scale: made-up reports linked all at once, and one more into a record of many.

python -m benchmarks.linkage                        1,000, 10,000 and 100,000 mentions, in memory
python -m benchmarks.linkage --sizes 1000 5000
python -m benchmarks.linkage --reports 1000 10000   one report into a record of so many
python -m benchmarks.linkage --reports 100000 --keep a.db
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict
from itertools import chain, islice
from pathlib import Path
from statistics import median

from benchmarks.made_up import A_REPORT, World
from benchmarks.run import peak_mb
from onrecord.model import Document, Original, Reading
from onrecord.pipeline import reconcile
from onrecord.resolve import candidates, entities, judge
from onrecord.store import Store, change, engine, open_store, row, table

__all__: list[str] = []

MORE = 9
"""Reports that are put into a record of many, one by one."""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--reports", type=int, nargs="+", help="link one report into so many")
    parser.add_argument("--keep", type=Path, help="where the last record is kept")
    given = parser.parse_args()
    if not given.reports:
        _in_memory(given.sizes)
    for count in given.reports or ():
        with tempfile.TemporaryDirectory() as folder:
            _in_record(given.keep or Path(folder, "a.db"), count)


def _in_memory(sizes: Iterable[int]) -> None:
    before: tuple[int, float] | None = None
    for size in sizes:
        reports = World(size).reports(size // A_REPORT)
        made = list(chain.from_iterable(candidates(*report) for report in reports))
        # What was made beforehand is not the linkage's to look through for garbage.
        gc.collect()
        gc.freeze()
        begin = time.process_time()
        judgements = judge(made)
        judged = time.process_time() - begin
        found = entities(made, judgements)
        took = time.process_time() - begin
        growth = "" if before is None else f", growth {_growth(before, (size, took)):.2f}"
        print(
            f"{len(made):,} mentions: {took:.1f} s of the processor ({judged:.1f} to judge), "
            f"{len(judgements):,} judgements, {len(found):,} entities, {peak_mb():.0f} MB{growth}",
            flush=True,
        )
        before = size, took


def _growth(before: tuple[int, float], now: tuple[int, float]) -> float:
    """How many times as long a mention takes as in the smaller size; 1 is linear."""
    return (now[1] / now[0]) / (before[1] / before[0])


def _in_record(path: Path, count: int) -> None:
    reports = World(count * A_REPORT).reports(count + MORE)
    with open_store(path) as store:
        _put_all(path, islice(reports, count))
        begin = time.process_time()
        reconcile(store)
        took = time.process_time() - begin
        held = store.counts()
        print(
            f"{count:,} reports: linked anew in {took:.0f} s of the processor, {held.judgements:,} "
            f"judgements, {held.entities:,} entities, {peak_mb():.0f} MB",
            flush=True,
        )
        spent = [_put_one(store, *each) for each in reports]
        clock, processor = ([each[side] for each in spent] for side in (0, 1))
        print(
            f"{count:,} reports: one more in {median(clock):.2f} s (at most {max(clock):.2f}), "
            f"{median(processor):.2f} s of the processor (at most {max(processor):.2f})",
            flush=True,
        )


def _put_one(store: Store, document: Document, reading: Reading) -> tuple[float, float]:
    """Seconds by the clock and of the processor until a report that was read is linked."""
    store.add_document(document, _original(document))
    begin, used = time.monotonic(), time.process_time()
    store.put_reading(reading)
    reconcile(store)
    return time.monotonic() - begin, time.process_time() - used


def _put_all(path: Path, reports: Iterable[tuple[Document, Reading]]) -> None:
    """What `add_document` and `put_reading` write, many reports in one transaction."""
    opened = engine.connect(str(path))
    source = iter(reports)
    while page := tuple(islice(source, 2_000)):
        with engine.writes(opened) as connection:
            documents = [document for document, _ in page]
            readings = [reading for _, reading in page]
            originals = [_original(each) for each in documents]
            contents = [{"sha256": each.sha256, "bytes": each.content} for each in originals]
            rows = zip(documents, originals, strict=True)
            for held, added in (
                (table.content, contents),
                (table.document, [asdict(each) for each in documents]),
                (table.original, [row.original_row(each.id, given) for each, given in rows]),
                (table.reading, [row.reading_row(each) for each in readings]),
                (table.chain, [x for each in readings for x in row.chain_rows(each)]),
                (table.statement, [x for each in readings for x in row.statement_rows(each)]),
                (table.statement_chain, [x for each in readings for x in row.link_rows(each)]),
                (table.unlinked, [{"document": each.id} for each in documents]),
            ):
                change.insert_all(connection, held, added)
    opened.dispose()


def _original(document: Document) -> Original:
    content = document.text.encode()
    return Original(document.sha256, f"{document.id}.txt", "text/plain", "utf-8", content)


if __name__ == "__main__":
    main()
