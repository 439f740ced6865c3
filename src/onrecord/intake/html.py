"""Saved web pages: the article's own words, and what the page says of it.

Menus, captions, comments and tables stay out. The text has one block of the page a line, the
headline first where the page shows one.
"""

import re
from typing import Any

from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from onrecord.errors import InputError
from onrecord.intake.declared import declared, headline
from onrecord.intake.encoding import decode
from onrecord.intake.page import locate
from onrecord.intake.report import Metadata, Report

__all__ = ["read_html"]

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)
_FEWEST_WORDS = 5


def read_html(content: bytes) -> Report:
    """The article of a page. Raises InputError if the bytes are no page or hold no article.

    Offsets of text that is not found in the page point to the end of the last text that is.
    """
    encoding_mark = _DECLARED.search(content[:4096])
    source, encoding = decode(content, encoding_mark and encoding_mark[1].decode("ascii"))
    tree = load_html(source.removeprefix("\ufeff"))
    page = None if tree is None else _extracted(tree)
    if tree is None or page is None or len((page.text or "").split()) < _FEWEST_WORDS:
        raise InputError("no article found in the page")
    lines = [line.removeprefix("- ").strip() for line in page.text.splitlines()]
    heading = headline(tree, page.title)
    if heading and heading not in lines:
        lines.insert(0, heading)
    text = "\n".join(lines)
    found = Metadata(title=page.title, publisher=page.sitename, byline=page.author, url=page.url)
    metadata = found.under(declared(tree, source))
    return Report(text, locate(text, source), encoding, metadata)


def _extracted(tree: HtmlElement) -> Any:
    return bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=True)
