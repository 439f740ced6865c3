"""What a format's reader gives, before it is normalised and named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from email.utils import parsedate_to_datetime

__all__ = ["MAX_BYTES", "Metadata", "Report", "iso_date"]

MAX_BYTES = 32 * 1024 * 1024
"""A single report larger than this is refused: no report is, and its map would not fit."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a report besides its text; `published` and `retrieved` are ISO 8601."""

    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    retrieved: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, given: Mapping[str, object]) -> "Metadata":
        """Metadata from a sidecar or a line of JSON; other keys and empty values are ignored."""
        found = {key: value.strip() for key, value in given.items() if isinstance(value, str)}
        known = {field.name: found.get(field.name) or None for field in fields(cls)}
        known["published"] = iso_date(known["published"])
        known["retrieved"] = iso_date(known["retrieved"])
        return cls(**known)

    def under(self, other: "Metadata") -> "Metadata":
        """These values, with those of `other` above them where it has any."""
        names = [field.name for field in fields(self)]
        return Metadata(**{name: getattr(other, name) or getattr(self, name) for name in names})


@dataclass(frozen=True, slots=True)
class Report:
    """One report as its format gives it.

    `at` has, for each character of `text` and for its end, an offset into the decoded source.
    """

    text: str
    at: Sequence[int]
    encoding: str
    metadata: Metadata = Metadata()


# Day, month in words, year: forms with the month as a number are ambiguous and stay unread.
_FORMS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%A, %B %d, %Y", "%A, %d %B %Y")


def iso_date(words: str | None) -> str | None:
    """ISO 8601 date, or date and time, if `words` can mean one day only; else None.

    Reads ISO 8601, RFC 5322 dates, and a day with the month's English name.
    """
    if not words:
        return None
    words = words.strip()
    for parse in (_from_iso, _from_mail, _from_words):
        found = parse(words)
        if found:
            return found
    return None


def _from_iso(words: str) -> str | None:
    try:
        if len(words) > len("2013-01-17"):
            return datetime.fromisoformat(words).isoformat()
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return None


def _from_mail(words: str) -> str | None:
    if ":" not in words:
        return None
    try:
        return parsedate_to_datetime(words).isoformat()
    except ValueError:
        return None


def _from_words(words: str) -> str | None:
    for form in _FORMS:
        try:
            return datetime.strptime(words, form).date().isoformat()
        except ValueError:
            continue
    return None
