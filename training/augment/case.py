"""Case: wires in capitals, notes in lower case, headlines."""

import random
from collections.abc import Sequence

from training.text import Text

__all__ = ["headline_capitals", "in_capitals", "in_lower_case"]

_HEADLINE = 20
"""Words of the longest line that can be a headline."""


def in_lower_case(forms: Sequence[str], text: Text, rng: random.Random) -> list[str]:
    """All words in lower case."""
    return [form.lower() for form in forms]


def in_capitals(forms: Sequence[str], text: Text, rng: random.Random) -> list[str]:
    """All words in capitals."""
    return [form.upper() for form in forms]


def headline_capitals(forms: Sequence[str], text: Text, rng: random.Random) -> list[str]:
    """The first line in capitals, if it is no longer than a headline."""
    first = [
        word
        for sentence, block in zip(text.sentences, text.blocks, strict=True)
        if block == text.blocks[0]
        for word in sentence
    ]
    chosen = set(first) if len(first) <= _HEADLINE else set()
    return [form.upper() if word in chosen else form for word, form in enumerate(forms)]
