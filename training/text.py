"""A training document: its words, cut as at run time, and all that is known of it."""

import gzip
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from onrecord.extract.layout import layout
from onrecord.extract.sentences import sentences as body
from onrecord.model import Document, Reading, Span
from onrecord.nlp.pairs import Extent
from onrecord.nlp.segment import sentences, words

__all__ = ["Labels", "Record", "Text", "laid_out", "read_jsonl", "segmented"]

Record = dict[str, Any]


@dataclass(slots=True)
class Labels:
    """What is known of a text; a layer that is missing is unknown, not empty.

    `spans` maps a BIO layer to (begin word, end word, label), half-open. `words` maps a word layer
    to labels, None where unknown; "lemma" holds edit scripts, "head" the word itself for a root.
    `links` maps a role to {first word of a span: first word of what it points to}, and "first" and
    "last" the head word of a mention to those. `roles` maps a predicate's word to {head word of an
    argument: role}. `pools` maps a layer to (begin word, end word, label, labels or value) of
    passages labelled as a whole. Of the document: `places` are mentions in text order, `clusters`
    the entity of each; `relations` has labels of pairs of mentions, `facts` (head cluster, tail
    cluster, label), `incidents` the kinds reported.
    """

    spans: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    words: dict[str, list[Any]] = field(default_factory=dict)
    links: dict[str, dict[int, int]] = field(default_factory=dict)
    roles: dict[int, dict[int, str]] = field(default_factory=dict)
    pools: dict[str, list[tuple[int, int, Any]]] = field(default_factory=dict)
    places: list[Extent] = field(default_factory=list)
    clusters: list[str] | None = None
    relations: dict[tuple[int, int], str] | None = None
    facts: set[tuple[str, str, str]] | None = None
    incidents: set[str] | None = None


@dataclass(slots=True)
class Text:
    """A document in words; `sentences` lists the words of each sentence, `blocks` its line."""

    id: str
    corpus: str
    text: str
    spans: list[Span]
    sentences: list[list[int]]
    blocks: list[int]
    labels: Labels = field(default_factory=Labels)

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that holds `word`."""
        return next(n for n, members in enumerate(self.sentences) if word <= members[-1])

    def covered(self, begin: int, end: int) -> tuple[int, int] | None:
        """The words that share a character with [begin, end), half-open; None if there are none."""
        low, high = 0, len(self.spans)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.spans[middle].end <= begin else (low, middle)
        stop = low
        while stop < len(self.spans) and self.spans[stop].begin < end:
            stop += 1
        return (low, stop) if stop > low else None


def read_jsonl(folder: Path, name: str, part: str) -> list[Record]:
    """The documents of one part of a corpus."""
    with gzip.open(folder / f"{name}.{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def segmented(record: Record, corpus: str) -> Text:
    """A text cut by rule into lines, sentences and words."""
    text: str = record["text"]
    lines = enumerate(re.finditer(r"[^\n]+", text))
    cut = [(s, block) for block, line in lines for s in sentences(text, Span(*line.span()))]
    return _worded(record, corpus, cut)


def laid_out(record: Record, corpus: str) -> Text:
    """A text cut as at run time: its furniture and datelines have no words."""
    document = Document(record["id"], record["text"])
    reading = Reading(document.id)
    reading = replace(reading, blocks=layout(document, reading))
    cut = [(sentence.span, sentence.block) for sentence in body(document, reading)]
    return _worded(record, corpus, cut)


def _worded(record: Record, corpus: str, cut: Iterable[tuple[Span, int]]) -> Text:
    text: str = record["text"]
    spans: list[Span] = []
    numbers: list[list[int]] = []
    blocks: list[int] = []
    for sentence, block in cut:
        found = words(text, sentence)
        numbers.append(list(range(len(spans), len(spans) + len(found))))
        spans.extend(found)
        blocks.append(block)
    return Text(record["id"], corpus, text, spans, numbers, blocks)
