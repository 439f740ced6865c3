"""Draws sentences from public corpora by hash: nothing that onrecord finds has a say in it.

python -m evals.exam.draw     prints them with what stands around them, to be read
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

__all__ = [
    "COUNT",
    "SHARED",
    "SHARES",
    "Drawn",
    "digest",
    "documents",
    "draw",
    "sealed",
    "sentences",
    "show",
]

SHARED = Path(__file__).parents[3] / "shared"
COUNT = 480
"""About how many sentences are drawn; each corpus's share is rounded."""
SHARES = {
    "polnear": 24,
    "muc4": 20,
    "gum": 12,
    "redocred": 12,
    "re3d": 10,
    "plover": 8,
    "police": 7,
    "ewt": 7,
}
"""Sentences of each hundred that come from a corpus."""
_FILES = {"ewt": "ud"}
_GENRES = {"ewt": ("weblog", "newsgroup")}
_SHORTEST = 20
_END = re.compile(
    r"[.!?](?<!\b[A-Z].)(?<!\b(?:Mr|Ms|Dr|St|Lt|Co|No|Jr|Sr|vs).)(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Col|Sgt|"
    r"Rev|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Inc|Ltd).)(?<!\b(?:Capt|Prof|Sept).)"
    r"[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])"
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sentence that was drawn: where it stands in which document of which corpus."""

    corpus: str
    id: str
    span: tuple[int, int]


def digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


@cache
def documents(corpus: str) -> dict[str, dict[str, Any]]:
    """The train part of a corpus, by document id; raises FileNotFoundError if it is not here."""
    path = SHARED / "corpora" / f"{_FILES.get(corpus, corpus)}.train.jsonl.gz"
    genres = _GENRES.get(corpus)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        parsed = (json.loads(line) for line in lines)
        return {
            line["id"]: line
            for line in parsed
            if line["corpus"] == corpus and (genres is None or line["genre"] in genres)
        }


def sentences(document: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Spans of its sentences: the corpus's own where it has some, else ends of lines and stops."""
    text = document["text"]
    own = document.get("sentences")
    spans = _own(own) if own else _split(text)
    for begin, end in spans:
        if len(text[begin:end].strip()) >= _SHORTEST:
            yield begin, end


def _own(told: list[Any]) -> Iterator[tuple[int, int]]:
    for sentence in told:
        begin, end = sentence["span"] if isinstance(sentence, dict) else sentence
        yield begin, end


def _split(text: str) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"\S[^\n]*", text):
        begin = line.start()
        for stop in _END.finditer(text, line.start(), line.end()):
            yield begin, stop.end() - len(stop[0]) + len(stop[0].rstrip())
            begin = stop.end()
        if begin < line.end():
            yield begin, line.end()


def draw(count: int = COUNT) -> list[Drawn]:
    """The sentences: of each corpus its share, those of the lowest hashes."""
    drawn = []
    for corpus, share in SHARES.items():
        every = (
            Drawn(corpus, name, span)
            for name, document in documents(corpus).items()
            for span in sentences(document)
        )
        lowest = sorted(every, key=lambda d: digest(f"{d.corpus} {d.id} {d.span[0]}"))
        drawn += lowest[: round(count * share / 100)]
    return drawn


def sealed(drawn: list[Drawn], salt: str = "half") -> set[tuple[str, str]]:
    """Corpus and id of the documents, half of all, whose sentences are opened only at the end."""
    every = {(one.corpus, one.id) for one in drawn}
    return set(sorted(every, key=lambda d: digest(f"{salt} {d[0]} {d[1]}"))[: len(every) // 2])


def show(document: dict[str, Any], drawn: Drawn, around: int) -> str:
    """A sentence in its document, with so many characters before it and half as many after."""
    text, (begin, end) = document["text"], drawn.span
    head = f"{drawn.corpus} {drawn.id} {document['published']} {document.get('publisher') or ''}"
    before = text[max(0, begin - around) : begin]
    return f"{head}\n{before}[[{text[begin:end]}]]{text[end : end + around // 2]}"


if __name__ == "__main__":
    for number, one in enumerate(draw()):
        print(f"--- {number} {show(documents(one.corpus)[one.id], one, 240)}")
