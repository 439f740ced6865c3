"""What is watched, and what is new, as pages of text."""

from collections.abc import Sequence

from rich.text import Text

from onrecord.cli.layout import Entry, flat, heading, joined
from onrecord.cli.line import line_entry
from onrecord.cli.page import Page, search_page
from onrecord.cli.passage import head_parts
from onrecord.lexicon.watches import Watch, WatchSort
from onrecord.model import CopyKind
from onrecord.views import Arrival, Corrected, Disputed, News, Watched, WatchNews, counted

__all__ = ["news_page", "watch_words", "watched_page"]

_COPIES = {
    CopyKind.SAME: "the same text as",
    CopyKind.NEAR: "a copy of",
    CopyKind.QUOTES: "quotes",
}


def watch_words(watch: Watch) -> str:
    """A watch in one line."""
    return flat(f"watching {_what(watch.sort, watch.name)}")


def _what(sort: WatchSort, name: str) -> str:
    return f"the words “{name}”" if sort is WatchSort.WORDS else name


def watched_page(rows: Sequence[Watched]) -> Page:
    """A line for each thing that is watched."""
    for row in rows:
        if row.sort is WatchSort.ENTITY:
            kind = row.type.value if row.type else "no longer on record"
        else:
            kind = {WatchSort.TYPE: "events", WatchSort.WORDS: "words"}[row.sort]
        told = joined([kind, f"{row.by}, {row.at[:10]}"])
        yield Entry([(0, Text(flat(row.name), "name")), (2, told)], _references(row))
    if not rows:
        yield "Nothing is watched; `onrecord watches add NAME` changes that."


def _references(row: Watched) -> list[str]:
    return [row.reference] if row.reference else []


def news_page(news: News) -> Page:
    """What came in, then what is new on what is watched, in dispute, corrected and not read."""
    since = f"since {news.since[:16].replace('T', ' ')}" if news.since else "so far"
    count = len(news.reports) + news.earlier
    yield Text(f"{counted(count, 'report')} came in {since}.", "name")
    for each in news.watched:
        yield from _watch_news(each)
    yield from _section("Newly disputed", [_disputed(each) for each in news.disputed])
    yield from _section("Corrected", [[_corrected(each)] for each in news.corrected])
    failed = [[Entry([(2, Text(flat(f"{x.name}: {x.reason}")))])] for x in news.failures]
    yield from _section("Not read", failed)
    yield from _section("Reports", [[_arrival(each)] for each in news.reports])
    if news.earlier:
        earlier = counted(news.earlier, "earlier report")
        yield Text(f"\n{earlier} came in since, and {_was(news.earlier)} not looked at.", "source")


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def _section(title: str, entries: Sequence[Sequence[Entry]]) -> Page:
    if entries:
        yield heading(title)
        for each in entries:
            yield from each


def _watch_news(news: WatchNews) -> Page:
    if news.count:
        yield heading(_what(news.watched.sort, news.watched.name))
        for line in news.lines:
            yield line_entry(line)
        if news.found:
            yield from search_page(news.found, news.watched.name)
        elif news.count > len(news.lines):
            yield Text(f"  {counted(news.count, 'statement')} in all.", "source")


def _disputed(each: Disputed) -> list[Entry]:
    on = joined([Text(f"disputed: {', '.join(each.on)}", "unsure")])
    head = Entry([(2, Text(flat(each.event.sentence), "name")), (4, on)], [each.event.reference])
    return [head, *(line_entry(line, 4) for line in each.lines)]


def _corrected(each: Corrected) -> Entry:
    how = "takes back" if each.whole else "corrects"
    told = joined([f"{how} [{each.of.reference}]", *head_parts(each.of)])
    return Entry([(2, joined(head_parts(each.report))), (4, told)], [each.report.reference])


def _arrival(each: Arrival) -> Entry:
    copy = f"{_COPIES[each.copy]} [{each.of.reference}]" if each.copy and each.of else ""
    version = f"a new version of [{each.version_of}]" if each.version_of else ""
    told = joined([counted(each.statements, "statement"), copy, version])
    return Entry([(2, joined(head_parts(each.report))), (4, told)], [each.report.reference])
