"""Whose words they are, by the record's own statements and not by the tagger.

Each link of a statement's chain gives the statement's words to a source, so that statements can be
turned back into attributions and scored as such against PolNeAR. Where a statement stands is not
the same as how far the words go: only what some statement quotes counts as held.
"""

import gzip
import hashlib
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.model import Document, Holder, Reading, Span, Statement

if TYPE_CHECKING:
    from evals.measure import Figures

__all__ = ["GOLD", "attributed", "chains_right", "measure"]

GOLD = Path(__file__).parents[3] / "shared" / "corpora" / "polnear.dev.jsonl.gz"
_HEAD = ("title", "publisher", "published", "url")
Line = dict[str, Any]


def measure() -> "Figures":
    """Content with the right source, and the share of chains that are right, as the gate wants."""
    from evals.measure import RESAMPLES, Figures, scorer
    from onrecord.cli.reading import tools
    from onrecord.settings import load

    raw = GOLD.read_bytes()
    lines = [json.loads(line) for line in gzip.decompress(raw).decode().split("\n") if line]
    read = tools(load({}, {}, Path.cwd()).cache)[0]
    readings = [read(_document(line)) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "out.jsonl")
        rows = (
            {"id": line["id"], "attributions": list(attributed(reading))}
            for line, reading in zip(lines, readings, strict=True)
        )
        found.write_text("".join(json.dumps(row) + "\n" for row in rows))
        scored = scorer().score("attribution", GOLD, found, resamples=RESAMPLES)
    whole = scored["content>=50 + source"]
    right = [chains_right(*each) for each in zip(lines, readings, strict=True)]
    share = 100 * sum(r for r, _ in right) / sum(n for _, n in right)
    values = {
        "content>=50 + source": (whole["F1"], whole["F1_low"], whole["F1_high"]),
        "chains right": (share, share, share),
    }
    return Figures(values, len(lines), hashlib.sha256(raw).hexdigest())


def _document(line: Line) -> Document:
    head = {key: line[key] for key in _HEAD if line.get(key)}
    return Document(str(line["id"]), line["text"], **head, language="en")


def attributed(reading: Reading) -> Iterator[Line]:
    """The attributions that the chains of holders amount to: for each link the words quoted by the
    statements that it holds, without those that name it."""
    held: dict[Holder, list[Span]] = defaultdict(list)
    for statement in reading.statements:
        for holder in statement.holders:
            if holder.span is not None:
                held[holder].append(statement.span)
    for holder, words in held.items():
        content = list(_without(_merged(words), _naming(reading, holder)))
        if content:
            yield {
                "source": [[span.begin, span.end] for span in _sources(reading, holder)],
                "cue": [[span.begin, span.end] for span in (holder.cue,) if span],
                "content": [[span.begin, span.end] for span in content],
            }


def _sources(reading: Reading, holder: Holder) -> list[Span]:
    """Where the holder stands: by its name, and by the "who" that stands for it in the clause."""
    if holder.span is None or holder.span == holder.cue:
        return []
    own = [span for each in reading.attributions if each.holder == holder for span in each.source]
    return _merged([holder.span, *own])


def _naming(reading: Reading, holder: Holder) -> list[Span]:
    return _sources(reading, holder) + ([holder.cue] if holder.cue else [])


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.begin <= merged[-1].end:
            merged[-1] = merged[-1].cover(span)
        else:
            merged.append(span)
    return merged


def _without(spans: Iterable[Span], taken: Iterable[Span]) -> Iterator[Span]:
    """What is left of the spans."""
    for span in spans:
        begin = span.begin
        for each in sorted(taken):
            if begin < each.begin < span.end:
                yield Span(begin, each.begin)
            begin = max(begin, each.end) if each.begin < span.end else begin
        if begin < span.end:
            yield Span(begin, span.end)


def chains_right(gold: Line, reading: Reading) -> tuple[int, int]:
    """Of the statements that somebody else than the publisher holds: how many have a chain all of
    whose links are right, and how many there are."""
    told = [s for s in reading.statements if any(holder.span for holder in s.holders)]
    right = [
        all(_is_right(gold, reading, statement, each) for each in statement.holders if each.span)
        for statement in told
    ]
    return sum(right), len(told)


def _is_right(gold: Line, reading: Reading, statement: Statement, holder: Holder) -> bool:
    """Whether the words, by half at least, stand in what the corpus gives to the same source."""
    sources = _sources(reading, holder)
    words = list(_without([statement.span], _naming(reading, holder)))
    for attribution in gold["attributions"]:
        given = [Span(*span) for span in attribution["source"]]
        if any(one.overlaps(other) for one in sources for other in given) or not (sources or given):
            shared = sum(_shared(w, Span(*p)) for w in words for p in attribution["content"])
            if shared and 2 * shared >= sum(map(len, words)):
                return True
    return False


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.begin, other.begin))
