"""What a saved page declares of its article: JSON-LD first, then meta elements, then its marks.

A date counts only where the publisher put it as the date of publication. One in the article's
text, a date of change, or one whose day and month could be swapped does not.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from onrecord.intake.report import Metadata, iso_date

__all__ = ["declared", "headline"]

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
_NAME_META = ("og:site_name", "application-name", "dc.publisher", "publisher")
_DATED_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?=[/-])")
_MARKED = (
    "//*[@itemprop='datePublished']|//article//time[not(ancestor::p)]"
    "|//h1/following::*[self::time or contains(@class, 'date') or contains(@class, 'publish')]"
)
_CHANGED = re.compile("modif|updat", re.IGNORECASE)
_MARK_LENGTH = 80


def declared(tree: HtmlElement, source: str) -> Metadata:
    """The metadata that the page declares, None for what it does not."""
    article = next(_articles(tree), {})
    metas = _metas(tree)
    address = _address(tree, metas, source)
    return Metadata(
        publisher=_name(article.get("publisher")) or _first(metas, _NAME_META),
        byline=_name(article.get("author")),
        published=iso_date(article.get("datePublished"))
        or next(filter(None, (iso_date(metas.get(name)) for name in _DATE_META)), None)
        or _marked_date(tree)
        or _dated_address(address),
        url=address,
    )


def headline(tree: HtmlElement, title: str | None) -> str | None:
    """The page's own heading that says what its title says, None if it has none."""
    for heading in tree.xpath("//h1"):
        words = " ".join(heading.text_content().split())
        if words and title and (words in title or title in words):
            return words
    return None


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every dated object of the page's JSON-LD, outermost first; malformed blocks are passed by."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting: list[Any] = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, dict):
                if isinstance(item.get("datePublished"), str):
                    yield item
                waiting += item.values()
            elif isinstance(item, list):
                waiting += item


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Contents of the page's meta elements by name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        found.setdefault(name.lower(), meta.get("content").strip())
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if metas.get(name)), None)


def _name(given: object) -> str | None:
    """The name or names that JSON-LD gives as words, as an object or as a list of either."""
    if isinstance(given, list):
        return "; ".join(filter(None, map(_name, given))) or None
    words = given.get("name") if isinstance(given, dict) else given
    return words.strip() or None if isinstance(words, str) else None


def _address(tree: HtmlElement, metas: dict[str, str], source: str) -> str | None:
    links = tree.xpath("//link[@rel='canonical']/@href")
    saved = _SAVED_FROM.search(source[:4096])
    candidates = (*links, metas.get("og:url"), saved and saved[1])
    return next((str(c) for c in candidates if c and c.startswith(("http://", "https://"))), None)


def _marked_date(tree: HtmlElement) -> str | None:
    for element in tree.xpath(_MARKED):
        marks = f"{element.get('class')} {element.get('itemprop')}"
        block = element.xpath("ancestor::p[1]") or [element]
        if _CHANGED.search(marks) or len(block[0].text_content()) > _MARK_LENGTH:
            continue
        words = element.get("datetime") or element.get("content") or element.text_content()
        found = iso_date(words)
        if found:
            return found
    return None


def _dated_address(address: str | None) -> str | None:
    found = _DATED_ADDRESS.search(address or "")
    return iso_date("-".join(found.groups())) if found else None
