"""Whose words a report prints: the agency that it credits in its dateline, byline or last line."""

import re

from onrecord.lexicon.outlets import agency, is_outlet, outlet_name
from onrecord.model import Document

__all__ = ["WIRE", "credited"]

WIRE = "wire service"
"""The agency of a report that credits one without its name."""

_TOP, _END = 3, 3
"""How many lines at either end of a report may hold its credit."""

_NAME = r"[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4}"
_DATELINE = re.compile(rf"^(?:[A-Z][^()]{{0,60}})?[(/]({_NAME})[)/]\s*(?:--|[-–—:])(?:\s|$)")
_BYLINE = re.compile(r"^(?:by|from)\s+(?P<name>.{2,50}?)\.?$", re.IGNORECASE)
_LAST = re.compile(
    r"(?:^|.*[.!?”\"’)\]])\s*(?:--|[-–—])\s*(?P<dash>.{2,40}?)\.?$"
    r"|.*\((?:with\s+(?:inputs?|reporting|files|material)\s+(?:from|by)\s+)?(?P<brackets>[^()]{2,40})\)$"
    r"|^(?:source|credit|©|copyright)s?\s*:?\s*(?:\d{4}\s+)?(?P<source>.{2,40}?)\.?$"
    r"|^(?:additional\s+)?(?:reporting|reports?)\s+(?:by|from)\s+(?P<by>.{2,50}?)\.?$"
    r"|^with\s+(?:inputs?|reporting|files|material)\s+(?:from|by)\s+(?P<with>.{2,50}?)\.?$",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:our|news|the|staff and|international)?\s*"
    r"(?:wires?|wire (?:service|services|reports|copy)|agencies|agency reports)$",
    re.IGNORECASE,
)


def credited(document: Document) -> str | None:
    """The agency whose text a report prints by its own word, by its usual name.

    None where no other than its publisher is credited. A dateline may credit any outlet ("PORT
    ALWEN, May 3 (Meridian) --"); elsewhere only what is known for an agency is a credit.
    """
    lines = [line.strip() for line in document.text.splitlines() if line.strip()]
    found = (
        *(_in_dateline(line) for line in lines[:_TOP]),
        _in_byline(f"by {document.byline}") if document.byline else None,
        *(_in_byline(line) for line in lines[:_TOP]),
        *(_in_last(line) for line in lines[: -_END - 1 : -1]),
    )
    name = next((outlet_name(each) for each in found if each), None)
    return None if name is None or _own(name, document.publisher) else name


def _in_dateline(line: str) -> str | None:
    found = _DATELINE.match(line)
    return found[1] if found else None


def _in_byline(line: str) -> str | None:
    found = _BYLINE.match(line)
    return _known(found["name"]) if found else agency(line.strip(" ."))


def _in_last(line: str) -> str | None:
    found = _LAST.match(line)
    return next(filter(None, map(_known, filter(None, found.groups()))), None) if found else None


def _known(names: str) -> str | None:
    """The first agency of several names."""
    if _UNNAMED.fullmatch(names.strip(" .")):
        return WIRE
    parts = (part.strip(" .;") for part in re.split(r",| and |/", names))
    return next((known for part in parts if (known := agency(part))), None)


def _own(name: str, publisher: str | None) -> bool:
    """Whether a credit is to the publisher itself, by its name or the beginning of it."""
    if publisher is None:
        return False
    own, other = outlet_name(publisher).casefold(), name.casefold()
    return own == other or own.startswith(f"{other} ") or (is_outlet(other) and other in own)
