"""Noise: slips of the finger, and of machines that read scanned pages; never in a number."""

import random
from collections.abc import Callable, Sequence

from training.text import Text

__all__ = ["misread", "mistyped"]

MISTYPED = 0.015
"""Share of the words of a document that is typed badly."""
MISREAD = 0.02
"""Share of the words of a document that is scanned badly."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST = 4
_LOOKALIKES = tuple(
    tuple(pair.split(">"))
    for pair in (
        "rn>m m>rn cl>d d>cl vv>w w>vv c>e e>c l>1 l>I I>l I>1 i>l O>0 o>0 h>b b>h u>n n>u ri>n "
        "tt>it S>5 B>8 fi>ﬁ fl>ﬂ s>f"
    ).split()
)
"""What is read for what; a long s is read as an f, never the other way round."""


def mistyped(forms: Sequence[str], text: Text, rng: random.Random) -> list[str]:
    """Letters swapped, left out, doubled or hit beside the key in some words."""
    return _some(forms, rng, MISTYPED, _slip)


def misread(forms: Sequence[str], text: Text, rng: random.Random) -> list[str]:
    """Letters taken for their look-alikes in some words."""
    return _some(forms, rng, MISREAD, _lookalike)


def _some(
    forms: Sequence[str],
    rng: random.Random,
    share: float,
    change: Callable[[str, random.Random], str],
) -> list[str]:
    fit = [word for word, form in enumerate(forms) if form.isalpha() and len(form) >= _SHORTEST]
    chosen = {word for word in fit if rng.random() < share * len(forms) / len(fit)}
    return [change(form, rng) if word in chosen else form for word, form in enumerate(forms)]


def _slip(form: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(form) - 1)
    before, letter, after = form[:at], form[at], form[at + 1 :]
    slips = (
        before + after[0] + letter + after[1:],
        before + after,
        before + letter + letter + after,
        before + _beside(letter, rng) + after,
    )
    return rng.choice(slips)


def _beside(letter: str, rng: random.Random) -> str:
    """A letter of a key beside that of `letter`, in its case; itself if it is on no key."""
    for row in _ROWS:
        at = row.find(letter.lower())
        if at >= 0:
            other = rng.choice(row[max(at - 1, 0) : at] + row[at + 1 : at + 2])
            return other.upper() if letter.isupper() else other
    return letter


def _lookalike(form: str, rng: random.Random) -> str:
    fit = [pair for pair in _LOOKALIKES if pair[0] in form]
    if not fit:
        return form
    seen, read = rng.choice(fit)
    places = [at for at in range(len(form)) if form.startswith(seen, at)]
    at = rng.choice(places)
    return form[:at] + read + form[at + len(seen) :]
