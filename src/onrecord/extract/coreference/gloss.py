"""What a report says that a name is ("a nom de guerre"), and what it means ("the lion")."""

import re

from onrecord.model import Gloss, NameSort, Span

__all__ = ["APPOSED", "gloss_after", "sort_told"]

_NOUNS = (
    (r"noms? de guerre|(?:war|fighting|battle)[ -]names?|kunyas?", NameSort.NOM_DE_GUERRE),
    (r"(?:birth|real|true) names?|names? at birth", NameSort.BIRTH),
    (r"nick ?names?|sobriquets?|monikers?", NameSort.NICKNAME),
    (r"alias(?:es)?|pseudonyms?|pen names?|code ?names?", NameSort.ALIAS),
)
_TOLD = tuple((re.compile(rf"\b(?:{noun})\b", re.IGNORECASE), sort) for noun, sort in _NOUNS)
_ANY = "|".join(noun for noun, _ in _NOUNS)
APPOSED = re.compile(rf"[\"”’»]?,\s+(?:a|an|his|her|their|the)\s+(?:{_ANY})\b", re.IGNORECASE)
"""What stands behind a name that it calls one of these."""
_MEANS = (
    r"(?:roughly\s+|literally\s+|loosely\s+)*"
    r"(?:means?|meaning|signifying|translat(?:es|ed|ing)(?:\s+(?:roughly|loosely|literally))?"
    r"\s+(?:as|to|into)|[A-Z][a-z]+\s+for)\s+(?:roughly\s+|literally\s+|loosely\s+)*"
)
_BEHIND = rf"[\"”’»]?\s*[,(–—-]*\s*(?:(?:a|an|his|her|their|the)\s+(?:{_ANY})\s+)?"
_QUOTED = re.compile(
    rf"{_BEHIND}(?:(?:that|which)\s+)?(?:{_MEANS}|(?<=[,(–—-]\s)(?:or\s+)?|(?<=[(–—-])(?:or\s+)?)"
    r"(?:the\s+)?[\"“‘«]\s*([^\"”’»\n]{2,60}?)\s*[,.]?\s*[\"”’»]"
)
_PLAIN = re.compile(
    rf"{_BEHIND}(?:(?:that|which)\s+)?{_MEANS}"
    r"((?:[\w'’-]+\s+){0,5}?[\w'’-]+)(?=\s+in\s+(?:the\s+)?[A-Z]|[,.;)\n]|\s+(?:was|is|had|has)\b)"
)
_WORDS = 6
"""The most words of a meaning: more are somebody's words."""
_SPEAKS = re.compile(r"(?:I|we|my|our|you)\b", re.IGNORECASE)


def sort_told(words: str) -> NameSort | None:
    """The sort that words before or behind a name call it, if they do."""
    return next((sort for pattern, sort in _TOLD if pattern.search(words)), None)


def gloss_after(text: str, name: Span) -> Gloss | None:
    """What the words behind a name say that it means."""
    for pattern in (_QUOTED, _PLAIN):
        found = pattern.match(text, name.end)
        if found is None or _SPEAKS.match(found[1]) or len(found[1].split()) > _WORDS:
            continue
        span = Span(*found.span(1))
        return Gloss(span.of(text), span)
    return None
