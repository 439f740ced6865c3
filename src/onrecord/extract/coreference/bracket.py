"""What stands in brackets after a name: another name, perhaps an acronym."""

import re

from onrecord.lexicon import names
from onrecord.model import Span

__all__ = ["bare", "may_abbreviate"]

_ARTICLE = re.compile(
    r"[\s\"“‘']*(?:(?:meaning|or|literally|translated as|that is|i\.e\.),?\s+)?"
    r"(?:the\s+(?=[A-Z]))?[\"“‘']?",
    re.IGNORECASE,
)
_LONGEST_ACRONYM = 5


def bare(text: str, begin: int, end: int) -> Span | None:
    """The words of a bracket without its article, quotation marks and points."""
    article = _ARTICLE.match(text, begin, end)
    if article is not None:
        begin = article.end()
    while end > begin and text[end - 1] in " .,;:\"”’'":
        end -= 1
    return Span(begin, end) if end - begin >= 2 else None


def may_abbreviate(name: str) -> bool:
    """Whether a name can be an acronym, though its capitals be lost ("Fhf")."""
    return names.is_acronym(name) or (name.isalpha() and len(name) <= _LONGEST_ACRONYM)
