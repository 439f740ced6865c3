"""Filters of the templates: small words and addresses made of values."""

import re
from collections.abc import Callable, Mapping
from enum import Enum
from urllib.parse import urlsplit

from onrecord.model import NameSort
from onrecord.views import counted, spell_words

__all__ = [
    "FILTERS",
    "aspect",
    "event_address",
    "number",
    "outside",
    "side",
    "sort_words",
    "spoken",
]


_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")

_ASPECTS = {
    "actor": "by whom",
    "recipient": "to whom",
    "target": "on what",
    "instrument": "with what",
    "purpose": "what for",
    "time": "when",
    "place": "where",
    "map": "on the map",
    "factuality": "whether it happened",
    "certainty": "how sure",
    "holder": "who says so",
    "speaker": "who says so",
    "date": "when",
    "predicate": "what",
    "type": "what",
    "roles": "who and what",
}
_SORTS = {
    NameSort.VARIANT: "spelt",
    NameSort.TRANSLATION: "in English",
    NameSort.BIRTH: "born",
    NameSort.FORMER: "formerly",
}


def aspect(name: str) -> str:
    """What accounts of an event answer or disagree on, in words."""
    bare = name.removeprefix("role.").removeprefix("count.")
    return _ASPECTS.get(bare) or spoken(bare)


def event_address(reference: str) -> str:
    """The page of an event by its reference, which has its kind in front."""
    return f"/events/{reference.removeprefix('event:')}"


def number(value: float) -> str:
    """A figure with at most one decimal."""
    return f"{value:,.1f}".removesuffix(".0")


def outside(address: str | None) -> str | None:
    """An address that a report gives, if it is one of the web: no script hides in it."""
    return address if address and urlsplit(address).scheme in ("http", "https") else None


def sort_words(sort: NameSort) -> str:
    """What kind of name it is, in words."""
    return _SORTS.get(sort) or spoken(sort)


def spoken(value: object) -> str:
    """A label of ours as words: "claims_responsibility" as "claims responsibility"."""
    words = str(value.value if isinstance(value, Enum) else value)
    return words.replace("_", " ")


def side(words: str | None) -> str:
    """The direction that most of a text is written in; a name at its beginning does not turn it."""
    written = words or ""
    return "rtl" if 2 * sum(map(len, _RIGHT_TO_LEFT.findall(written))) > len(written) else "ltr"


FILTERS: Mapping[str, Callable[..., object]] = {
    "aspect": aspect,
    "counted": counted,
    "event_address": event_address,
    "number": number,
    "outside": outside,
    "side": side,
    "sort_words": sort_words,
    "spell_words": spell_words,
    "spoken": spoken,
}
