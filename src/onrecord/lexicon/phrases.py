"""Patterns of lemmas, found in a text at a given word, the longest first.

In a pattern "a|b" is a choice and "x?" may be left out: "can not be independently? verify|confirm".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

__all__ = ["Found", "Phrases", "expand"]

T = TypeVar("T")
Lemmas = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a phrase means, and how many words it covers."""

    value: T
    length: int


def expand(pattern: str) -> Iterator[Lemmas]:
    """All sequences of lemmas that a pattern stands for."""
    choices = [
        ("", *word[:-1].split("|")) if word.endswith("?") else tuple(word.split("|"))
        for word in pattern.split()
    ]
    for sequence in product(*choices):
        yield tuple(word for word in sequence if word)


class Phrases(Generic[T]):
    """An index from patterns, each with the part of speech of its first word, to values."""

    def __init__(self, entries: Iterable[tuple[str, str | None, T]]) -> None:
        """A part of speech of None admits any.

        Raises ValueError if two entries have a sequence of lemmas and its part of speech in common.
        """
        self._entries: dict[Lemmas, dict[str | None, T]] = {}
        self._longest: dict[str, int] = {}
        for pattern, upos, value in entries:
            for lemmas in expand(pattern):
                senses = self._entries.setdefault(lemmas, {})
                if upos in senses:
                    raise ValueError(f"two entries for {' '.join(lemmas)!r} as {upos}")
                senses[upos] = value
                self._longest[lemmas[0]] = max(self._longest.get(lemmas[0], 0), len(lemmas))

    def longest(
        self, lemmas: Sequence[str], at: int, upos: Sequence[str] | None = None
    ) -> Found[T] | None:
        """The longest phrase that begins with the word `at`; lemmas are in lower case.

        Without `upos`, of senses that differ in part of speech only, the one listed first.
        """
        for length in range(self._longest.get(lemmas[at], 0), 0, -1):
            sequence = tuple(lemmas[at : at + length])
            senses = self._entries.get(sequence, {}) if len(sequence) == length else {}
            for part, value in senses.items():
                if upos is None or part in (None, upos[at]):
                    return Found(value, length)
        return None
