"""Draws sentences of running text by hash: nothing that onrecord finds has a say in it.

python -m evals.fair.draw [--again]     prints them with what stands around them, to be read
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import is_normalized

from evals.exam import draw as exam
from evals.exam.draw import SHARED, Drawn, digest

__all__ = ["AGAIN", "COUNTS", "documents", "draw", "draw_again", "sealed", "sentences"]

COUNTS = {"polnear": 90, "re3d": 40, "wikinews": 60, "muc4": 60}
"""How many sentences are drawn from each corpus."""
AGAIN = {"polnear": 43, "re3d": 19, "wikinews": 29, "muc4": 29}
"""How many are drawn a second time."""
_MOST = 5
"""How many sentences one document may give the second time."""
_WORDS = 5
_STOP = re.compile(r"[.!?][\"'”’)\]]*$")
_DROPPED = re.compile(r"[\u00ad\u200b\u200e\u200f\ufeff]")


@cache
def documents(corpus: str) -> dict[str, dict[str, Any]]:
    """Its texts by id; raises FileNotFoundError if it is not here.

    Texts whose length changes when they are read (zero-width characters, separate accents) are left
    out, so that offsets hold.
    """
    every = (
        _reports(SHARED / "reports" / corpus) if corpus == "wikinews" else exam.documents(corpus)
    )
    return {
        name: document
        for name, document in every.items()
        if is_normalized("NFC", document["text"]) and not _DROPPED.search(document["text"])
    }


def _reports(folder: Path) -> dict[str, dict[str, Any]]:
    return {
        path.stem: {
            "id": path.stem,
            "text": path.read_text("utf-8"),
            **json.loads(path.with_suffix(".json").read_text("utf-8")),
        }
        for path in sorted(folder.glob("*.txt"))
    }


def sentences(document: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Spans of running text's sentences: what ends with a stop, has some words and is no title."""
    text, title = document["text"], _plain(document["title"] or "")
    for begin, end in exam.sentences({"text": text}):
        words = text[begin:end].rstrip()
        running = _STOP.search(words) and len(words.split()) >= _WORDS
        if running and not (begin == 0 and _plain(words) in title):
            yield begin, begin + len(words)


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def draw() -> list[Drawn]:
    """The sentences in the order they are labelled in, corpora and halves mixed."""
    drawn: list[Drawn] = []
    for corpus, count in COUNTS.items():
        drawn += _ranked(corpus, "fair")[:count]
    return sorted(drawn, key=_rank("fair"))


def draw_again() -> list[Drawn]:
    """The second sealed part's sentences: none of `draw`, nor of a document that it drew from.

    Wikinews has too few of those: its documents of the first sealed half give other sentences.
    No document gives more than five.
    """
    first = draw()
    used = {(one.corpus, one.id) for one in first}
    used -= {(corpus, name) for corpus, name in sealed(first) if corpus == "wikinews"}
    drawn: list[Drawn] = []
    for corpus, count in AGAIN.items():
        given: Counter[str] = Counter()
        for one in _ranked(corpus, "fair again"):
            fresh = (corpus, one.id) not in used and one not in first
            if fresh and given.total() < count and given[one.id] < _MOST:
                given[one.id] += 1
                drawn.append(one)
    return sorted(drawn, key=_rank("fair again"))


def _ranked(corpus: str, salt: str) -> list[Drawn]:
    every = (
        Drawn(corpus, name, span)
        for name, document in documents(corpus).items()
        for span in sentences(document)
    )
    return sorted(every, key=_rank(salt))


def _rank(salt: str) -> Callable[[Drawn], str]:
    return lambda one: digest(f"{salt} {one.corpus} {one.id} {one.span[0]}")


def sealed(drawn: list[Drawn]) -> set[tuple[str, str]]:
    """Corpus and id of the documents, half of all, whose sentences are opened only at the end."""
    return exam.sealed(drawn, "fair half")


if __name__ == "__main__":
    every = draw_again() if "--again" in sys.argv else draw()
    for number, one in enumerate(every):
        print(f"--- {number} {exam.show(documents(one.corpus)[one.id], one, 500)}")
