"""What is new about what is watched, as an Atom feed (RFC 4287): an entry a report.

The same feed gives the same bytes. An entry is named after its document, so that it stays one entry
whatever reads the report. Atom asks for a time where the record has none: a day is its first second
in UTC, and a feed in which nothing stands is as old as its last watch.
"""

import re
from datetime import UTC, datetime
from urllib.parse import urljoin
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from onrecord.views import Feed, FeedItem, Found, Line

__all__ = ["MEDIA_TYPE", "atom"]

MEDIA_TYPE = "application/atom+xml"

_SPACE = "http://www.w3.org/2005/Atom"
_OURS = UUID("6f6e7265-636f-5264-8000-000000000000")
"""The name space of our ids."""
_BEFORE_ALL = "1970-01-01T00:00:00Z"
"""The time of a feed on a record in which nothing is watched."""
_NOBODY = "unknown"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed, name: str, base: str | None = None) -> bytes:
    """The feed as a document in UTF-8; `name` is the record's.

    `base` is the address of the workbench that serves the record, such as
    "http://localhost:8000/", to which entries link; without it they link to the reports' own
    addresses only.
    """
    root = Element("feed", xmlns=_SPACE)
    _put(root, "id", _id(f"feed {name}"))
    _put(root, "title", f"onrecord: what is watched in {name}")
    times = [item.changed for item in feed.items] or [each.at for each in feed.watched]
    _put(root, "updated", max(map(_time, times), default=_BEFORE_ALL))
    _put(SubElement(root, "author"), "name", "onrecord")
    if base:
        SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=urljoin(base, "feed.atom"))
        SubElement(root, "link", rel="alternate", type="text/html", href=urljoin(base, "watch"))
    for item in feed.items:
        _entry(root, item, base)
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _entry(root: Element, item: FeedItem, base: str | None) -> None:
    entry, report = SubElement(root, "entry"), item.report
    _put(entry, "id", _id(item.document))
    _put(entry, "title", f"{', '.join(item.names)}: {report.title or report.reference}")
    _put(entry, "updated", _time(item.changed))
    if report.published:
        _put(entry, "published", _time(report.published))
    author = SubElement(entry, "author")
    _put(author, "name", report.byline or report.publisher or _NOBODY)
    if base:
        address = urljoin(base, f"reports/{report.reference}")
        SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    if report.url and report.url.startswith(("http://", "https://")):
        SubElement(entry, "link", rel="via" if base else "alternate", href=report.url)
    for name in item.names:
        SubElement(entry, "category", term=_clean(name))
    content = _put(entry, "content", _content(item, base))
    content.set("type", "html")


def _content(item: FeedItem, base: str | None) -> str:
    """What stands in the report, as HTML in which all of its words are escaped."""
    listed = Element("ul")
    for line in item.lines:
        _line(SubElement(listed, "li"), line, base)
    for each in item.found:
        _found(SubElement(listed, "li"), each)
    return tostring(listed, encoding="unicode", method="html")


def _line(entry: Element, line: Line, base: str | None) -> None:
    """What, in which words, then who says so and how sure."""
    said = SubElement(entry, "p")
    if base:
        address = urljoin(base, f"statements/{line.reference}")
        _put(said, "a", line.sentence).set("href", address)
    else:
        _put(said, "b", line.sentence)
    _put(entry, "blockquote", line.quote)
    circumstances = (" > ".join(line.holders), line.sureness.words, line.time.words)
    _put(entry, "p", " · ".join(filter(None, circumstances)))


def _found(entry: Element, found: Found) -> None:
    """A paragraph with the words that are watched marked."""
    text, end = found.passage.text, 0
    last: Element | None = None
    quoted = SubElement(entry, "blockquote")
    for begin, until in found.passage.marks:
        between = _clean(text[end:begin])
        if last is None:
            quoted.text = between
        else:
            last.tail = between
        last = _put(quoted, "mark", text[begin:until])
        end = until
    rest = _clean(text[end:])
    if last is None:
        quoted.text = rest
    else:
        last.tail = rest


def _put(parent: Element, tag: str, words: str) -> Element:
    child = SubElement(parent, tag)
    child.text = _clean(words)
    return child


def _clean(words: str) -> str:
    """Words without the characters that no XML may hold."""
    return _NOT_XML.sub(" ", words)


def _id(name: str) -> str:
    return uuid5(_OURS, name).urn


def _time(moment: str) -> str:
    """A moment as RFC 3339 has it, in UTC."""
    found = datetime.fromisoformat(moment)
    found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return found.strftime("%Y-%m-%dT%H:%M:%SZ")
