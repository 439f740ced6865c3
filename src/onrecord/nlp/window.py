"""Word pieces of a document, packed into the windows that the network reads at a time.

Training and run time share these functions. A window holds whole sentences, with a separator
between two lines of the report; a sentence longer than a window is cut between words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from tokenizers import Tokenizer

__all__ = ["Case", "Window", "case_of", "pieces_of", "windows"]

_CLS, _SEP, _UNKNOWN = 101, 102, 100
_PIECES_A_WORD = 16


class Case(IntEnum):
    """How a word is written; the encoder itself sees lower case only."""

    OTHER = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    MIXED = 4
    DIGIT = 5


@dataclass(frozen=True, slots=True)
class Window:
    """Input of one pass.

    `ids` and `cases` have one entry a piece. `words` are indices of the document's words, `first`
    the index of the first piece of each, `sentences` the number of the sentence of each.
    """

    ids: tuple[int, ...]
    cases: tuple[int, ...]
    words: tuple[int, ...]
    first: tuple[int, ...]
    sentences: tuple[int, ...]


def case_of(word: str) -> Case:
    """The case of `word` as the network is told it."""
    if any(c.isdigit() for c in word):
        return Case.DIGIT
    if not any(c.isupper() or c.islower() for c in word):
        return Case.OTHER
    if word.islower():
        return Case.LOWER
    if word[:1].isupper() and (len(word) == 1 or word[1:].islower()):
        return Case.TITLE
    return Case.UPPER if word.isupper() else Case.MIXED


def pieces_of(tokenizer: Tokenizer, words: Sequence[str]) -> list[tuple[int, ...]]:
    """The word pieces of each word, at least one; very long words are cut short."""
    known = {
        word: tuple(tokenizer.encode(word, add_special_tokens=False).ids[:_PIECES_A_WORD])
        for word in set(words)
    }
    return [known[word] or (_UNKNOWN,) for word in words]


def windows(
    pieces: Sequence[Sequence[int]],
    cases: Sequence[int],
    sentences: Sequence[Sequence[int]],
    blocks: Sequence[int],
    limits: tuple[int, int],
) -> list[Window]:
    """Packs a document.

    `pieces` and `cases` are by word; `sentences` lists the words of each sentence, `blocks` its
    line. `limits` are the pieces that the first window and the others may hold.
    """
    packer = _Packer(pieces, cases, limits)
    for number, (members, block) in enumerate(zip(sentences, blocks, strict=True)):
        packer.add(number, members, block)
    return packer.close()


class _Packer:
    """Fills windows one after the other."""

    def __init__(
        self, pieces: Sequence[Sequence[int]], cases: Sequence[int], limits: tuple[int, int]
    ) -> None:
        self._pieces, self._cases = pieces, cases
        self._limit, self._rest = limits
        self._done: list[Window] = []
        self._block = -1
        self._start()

    def _start(self) -> None:
        self._ids, self._marks = [_CLS], [int(Case.OTHER)]
        self._words: list[int] = []
        self._first: list[int] = []
        self._numbers: list[int] = []

    def add(self, number: int, members: Sequence[int], block: int) -> None:
        """Appends a sentence, in a new window if it does not fit into this."""
        if not members:
            return
        size = sum(len(self._pieces[w]) for w in members)
        if self._words and len(self._ids) + size + 2 > self._limit:
            self._flush()
        if self._words and block != self._block:
            self._ids.append(_SEP)
            self._marks.append(int(Case.OTHER))
        self._block = block
        for word in members:
            if len(self._ids) + len(self._pieces[word]) + 1 > self._limit:
                self._flush()
            self._first.append(len(self._ids))
            self._words.append(word)
            self._numbers.append(number)
            self._ids.extend(self._pieces[word])
            self._marks.extend([self._cases[word]] * len(self._pieces[word]))

    def _flush(self) -> None:
        window = Window(
            (*self._ids, _SEP),
            (*self._marks, int(Case.OTHER)),
            tuple(self._words),
            tuple(self._first),
            tuple(self._numbers),
        )
        self._done.append(window)
        self._limit = self._rest
        self._start()

    def close(self) -> list[Window]:
        if self._words:
            self._flush()
        return self._done
