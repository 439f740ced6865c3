"""Numbers and counts as English words give them, with the bounds that the words set."""

import re
from collections.abc import Sequence

from onrecord.model import Magnitude

__all__ = ["magnitude", "number"]

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {"both": 2}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {
    "dozen": 12,
    "score": 20,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
_PLURALS = {"tens": 20} | {f"{word}s": 2 * value for word, value in _SCALES.items()}
_VAGUE = {"couple": 2, "few": 3, "several": 3, "handful": 3}
"""The least that the word can mean."""

_LEAST = "at least|a minimum of|minimum of|no fewer than|no less than|not fewer than|not less than"
_ABOVE = "more than|over|upwards of|above|in excess of|well over|greater than"
_MOST = "up to|at most|no more than|as many as|a maximum of|maximum of|not more than|as high as"
_BELOW = "fewer than|less than|under|below"
_ABOUT = (
    "about|around|some|roughly|approximately|estimated|an estimated|approx|circa|perhaps|maybe|"
    "probably|nearly|almost|close to|somewhere around|in the region of|possibly"
)
_BEFORE = {
    tuple(phrase.split()): kind
    for kind, phrases in (
        ("least", _LEAST),
        ("above", _ABOVE),
        ("most", _MOST),
        ("below", _BELOW),
        ("about", _ABOUT),
    )
    for phrase in phrases.split("|")
}
_AFTER = {
    ("or", "more"): "least",
    ("and", "more"): "least",
    ("at", "least"): "least",
    ("plus",): "least",
    ("+",): "least",
    ("or", "so"): "about",
    ("-", "odd"): "about",
    ("odd",): "about",
    ("or", "fewer"): "most",
    ("or", "less"): "most",
    ("at", "most"): "most",
}
_FILLERS = frozenset({"another", "other", "further", "additional", "the", "these", "those"})
_RANGE = frozenset({"to", "-", "or", "and"})
_NO_COUNT = frozenset(
    {"%", "percent", "per", "year", "month", "week", "day", "th", "st", "nd", "rd"}
)
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|[a-z]+|[%+]|[-\u2010-\u2014]")


def _tokens(text: str) -> list[str]:
    found = _TOKEN.findall(text.lower())
    return [
        "-" if len(token) == 1 and token in "-\u2010\u2011\u2012\u2013\u2014" else token
        for token in found
    ]


def _digits(token: str) -> float | None:
    return float(token.replace(",", "")) if token[0].isdigit() else None


def _start(tokens: Sequence[str], at: int) -> tuple[float, int] | None:
    """The value of a number below a hundred, or in digits, and its length in tokens."""
    token, rest = tokens[at], tokens[at + 1 :]
    digits = _digits(token)
    if digits is not None:
        return digits, 1
    if token in _SMALL:
        return _SMALL[token], 1
    if token in _TENS:
        units = rest[1:2] if rest[:1] == ["-"] else rest[:1]
        unit = _SMALL.get(units[0], 0) if units else 0
        return (
            (_TENS[token] + unit, 3 if rest[:1] == ["-"] else 2)
            if 0 < unit < 10
            else (_TENS[token], 1)
        )
    if token == "a" and rest and rest[0] in _SCALES:
        return 1, 1
    if token == "half" and len(rest) > 1 and rest[0] == "a" and rest[1] in _SCALES:
        return 0.5, 2
    return None


def _cardinal(tokens: Sequence[str], at: int) -> tuple[float, int] | None:
    """The value of the number that begins at a token, and its length in tokens."""
    total, here = 0.0, at
    smallest = float("inf")
    while here < len(tokens):
        joint = here + 1 if here > at and tokens[here] == "and" and smallest >= 100 else here
        begun = _start(tokens, joint) if joint < len(tokens) else None
        if begun is None:
            break
        value, length = begun
        after = joint + length
        scale = 1
        while after < len(tokens) and tokens[after] in _SCALES:
            scale *= _SCALES[tokens[after]]
            after += 1
        if value * scale >= smallest or (here > at and smallest < 100):
            break
        total += value * scale
        smallest, here = float(scale), after
        if scale == 1:
            break
    return (total, here - at) if here > at else None


def number(text: str) -> int | float | None:
    """The value of a text that is a cardinal number and nothing else ("two hundred and five")."""
    tokens = _tokens(text)
    found = _cardinal(tokens, 0) if tokens else None
    if found is None or found[1] != len(tokens):
        return None
    return int(found[0]) if found[0].is_integer() else found[0]


def _vague(tokens: Sequence[str], at: int) -> tuple[int, int] | None:
    """The least that a vague count can mean ("dozens", "several hundred"), and its length."""
    token = tokens[at]
    least = _PLURALS.get(token) or _VAGUE.get(token)
    if least is None or (token == "few" and (at == 0 or tokens[at - 1] != "a")):
        return None
    after = at + 1
    if token in _PLURALS and tokens[after : after + 1] == ["of"] and after + 1 < len(tokens):
        plural = _PLURALS.get(tokens[after + 1])
        return (least * plural // 2, 3) if plural else (least, 1)
    if token in _VAGUE:
        of = after + 1 if tokens[after : after + 1] == ["of"] else after
        scale = _SCALES.get(tokens[of]) if of < len(tokens) else None
        return (least * scale, of + 1 - at) if scale else (least, 1)
    return least, 1


def _kind(tokens: Sequence[str], begin: int, end: int) -> str | None:
    """How the words before or after a number bound it."""
    while begin and tokens[begin - 1] in _FILLERS:
        begin -= 1
    for length in (4, 3, 2, 1):
        kind = _BEFORE.get(tuple(tokens[begin - length : begin])) if begin >= length else None
        kind = kind or _AFTER.get(tuple(tokens[end : end + length]))
        if kind:
            return kind
    return None


def _bounded(value: int, kind: str | None) -> Magnitude:
    match kind:
        case "least":
            return Magnitude(value, value, None)
        case "above":
            return Magnitude(value + 1, value + 1, None)
        case "most":
            return Magnitude(None, None, value)
        case "below":
            return Magnitude(None, None, max(value - 1, 0))
        case "about":
            return Magnitude(None, value, None)
    return Magnitude(value, value, value)


def magnitude(text: str) -> Magnitude | None:
    """The first count in a phrase, with the bounds that its words set.

    "four" is 4, 4, 4; "at least 60" is 60, 60, open; "up to 60" open, open, 60; "about 60" open,
    60, open; "30 to 50" is 30, open, 50; "dozens" is 24 or more. Ages, shares and ordinals are no
    counts. None if there is no count.
    """
    tokens = _tokens(text)
    at = 0
    while at < len(tokens):
        vague = _vague(tokens, at)
        if vague:
            return Magnitude(vague[0], None, None)
        found = _cardinal(tokens, at)
        if found is None:
            at += 1
            continue
        value, end = found[0], at + found[1]
        if _counts(tokens, end) and value.is_integer():
            return _range(tokens, int(value), end) or _bounded(int(value), _kind(tokens, at, end))
        at = end
    return None


def _counts(tokens: Sequence[str], end: int) -> bool:
    """Whether a number counts things: no share, ordinal or age ("a 30-year-old")."""
    following = (
        tokens[end + 1 : end + 2] if tokens[end : end + 1] == ["-"] else tokens[end : end + 1]
    )
    return not following or following[0] not in _NO_COUNT


def _range(tokens: Sequence[str], low: int, end: int) -> Magnitude | None:
    if end + 1 >= len(tokens) or tokens[end] not in _RANGE:
        return None
    if tokens[end] == "and" and "between" not in tokens[:end]:
        return None
    upper = _cardinal(tokens, end + 1)
    if upper is None or upper[0] <= low or not _counts(tokens, end + 1 + upper[1]):
        return None
    return Magnitude(low, None, int(upper[0]))
