"""Words that leave no room for another: "the only reason", "acted alone"."""

import re

__all__ = ["is_sole"]

_SOLE = re.compile(
    r"\b(?:only|sole|solely|alone|exclusively|purely|nothing but|no other|"
    r"no(?:thing|body|t anything| one) else)\b",
    re.IGNORECASE,
)


def is_sole(words: str) -> bool:
    """Whether words say that what they name is the only one."""
    return _SOLE.search(words) is not None
