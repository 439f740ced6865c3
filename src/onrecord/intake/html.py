"""Saved web pages: the article's own words and what the page says of it.

Menus, captions, comments and tables stay out. The text is the page's visible words a block a line,
the headline first where the page has one.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from onrecord.errors import InputError
from onrecord.intake.encoding import decode
from onrecord.intake.page import locate
from onrecord.intake.report import Metadata, Report, iso_date

__all__ = ["read_html"]

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_DATE_META = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
)
# The publisher's own marks only: no search in the text, and no limit that moves with the clock.
_DATE_SEARCH = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1800-01-01",
    "max_date": "2999-12-31",
}


def read_html(content: bytes) -> Report:
    """The article of a page. Raises InputError if the bytes are no page or hold no article.

    Offsets of text that is not found in the page point to the last place that is.
    """
    declared = _DECLARED.search(content[:4096])
    source, encoding = decode(content, declared and declared[1].decode("ascii"))
    tree = load_html(source.removeprefix("\ufeff"))
    page = None if tree is None else _extracted(tree)
    if tree is None or page is None or not (page.text or "").strip():
        raise InputError("no article found in the page")
    text = "\n".join(line.removeprefix("- ").strip() for line in page.text.splitlines())
    address = _SAVED_FROM.search(source[:4096])
    metadata = Metadata(
        title=page.title,
        publisher=page.sitename,
        byline=page.author,
        published=_published(tree) or iso_date(page.date),
        url=page.url or (address and address[1]),
    )
    return Report(text, locate(text, source), encoding, metadata)


def _extracted(tree: HtmlElement) -> Any:
    return bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATE_SEARCH,
    )


def _published(tree: HtmlElement) -> str | None:
    """The exact time of publication that the page declares, from JSON-LD, then from meta."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        for given in _objects(script.text or ""):
            found = iso_date(given.get("datePublished"))
            if found:
                return found
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta
        for meta in reversed(tree.xpath("//meta[@content]"))
    }
    dates = (iso_date(metas[name].get("content")) for name in _DATE_META if name in metas)
    return next(filter(None, dates), None)


def _objects(words: str) -> Iterator[dict[str, Any]]:
    """Every object with a date in a block of JSON-LD, outermost first; none if it is malformed."""
    try:
        waiting: list[Any] = [json.loads(unescape(words) if "&quot;" in words else words)]
    except (ValueError, RecursionError):
        return
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                yield item
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
