"""Full-text search: from words to the lines that hold them."""

import re
from collections.abc import Iterator

from sqlalchemy import Connection, text

from onrecord.model import Span
from onrecord.store.base import Hit

__all__ = ["find"]

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Marks around found words: noncharacters, which no interchanged text holds."""

_QUERY = text("""
    SELECT document.id, highlight(document_words, 1, :open, :close) AS marked
    FROM document_words JOIN document ON document.seq = document_words.rowid
    WHERE document_words MATCH :match
    AND document_words.rowid >= coalesce((SELECT seq FROM document WHERE id = :since), 0)
    ORDER BY bm25(document_words, 4.0, 1.0), document.id
    LIMIT :limit
""")


def find(
    connection: Connection, words: str, limit: int, since: str | None = None
) -> tuple[Hit, ...]:
    """What `Store.search` gives."""
    match = _match(words)
    if not match:
        return ()
    values = {"open": _OPEN, "close": _CLOSE, "match": match, "since": since, "limit": limit}
    found: list[Hit] = []
    for document, marked in connection.execute(_QUERY, values):
        found.extend(_best(document, marked))
    return tuple(found[:limit])


def _match(words: str) -> str:
    """The words as FTS5 phrases, all of which must occur."""
    phrases = (phrase or word for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', words))
    return " ".join(f'"{each}"' for each in phrases if any(map(str.isalnum, each)))


def _best(document: str, marked: str) -> list[Hit]:
    """The lines in which the most different words were found; the first where none was."""
    plain, found = _unmark(marked)
    hits = [
        Hit(document, line, tuple(span for span in found if line.contains(span)))
        for line in _lines(plain)
    ]
    many = [len({span.of(plain).casefold() for span in hit.matches}) for hit in hits]
    best = [hit for hit, count in zip(hits, many, strict=True) if count == max(many)]
    return best if any(many) else best[:1]


def _unmark(marked: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the words that were marked."""
    plain, found = "", []
    for piece in re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", marked):
        words = piece.strip(_OPEN + _CLOSE)
        if words != piece:
            found.append(Span(len(plain), len(plain) + len(words)))
        plain += words
    return plain, found


def _lines(plain: str) -> Iterator[Span]:
    for line in re.finditer(r"[^\n]+", plain):
        yield Span(*line.span())
