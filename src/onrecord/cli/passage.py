"""Reports and paragraphs as they are printed."""

from collections.abc import Iterator
from datetime import date

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from onrecord.cli.layout import Entry, flat, joined
from onrecord.views import Passage, ReportCard

__all__ = ["clipped", "head_parts", "quoted", "report_head"]

_CONTEXT = 160
"""Characters kept on either side of the words found."""


def report_head(report: ReportCard) -> Iterator[RenderableType]:
    """A report's title, then who published it when and where."""
    title = Text(flat(report.title or "(no title)"), "name")
    yield Entry([(0, title)], [report.reference])
    known = [report.publisher, report.byline, _published(report), report.url]
    yield Entry([(0, joined([part for part in known if part]))])
    yield Rule(style="source")


def head_parts(report: ReportCard, with_publisher: bool = True) -> list[str]:
    """Who published a report and when, and its title."""
    publisher = report.publisher if with_publisher else None
    return [part for part in (publisher, _published(report), report.title) if part]


def _published(report: ReportCard) -> str:
    """The day of publication in words, or whatever stands for it."""
    if report.published is None:
        return "no date of publication"
    try:
        day = date.fromisoformat(report.published[:10])
    except ValueError:
        return f"published {report.published}"
    return f"published {day.day} {day:%B} {day.year}"


def quoted(passage: Passage) -> Text:
    """A paragraph with its marks in «quotation marks» and, on a terminal, set off."""
    text, at = Text(), 0
    for begin, end in passage.marks:
        text.append(passage.text[at:begin]).append(f"«{passage.text[begin:end]}»", "mark")
        at = end
    return text.append(passage.text[at:])


def clipped(passage: Passage) -> Text:
    """The part of a paragraph around the first words found, those set off."""
    first = passage.marks[0][0] if passage.marks else 0
    begin = passage.text.rfind(" ", 0, max(first - _CONTEXT, 0)) + 1
    end = passage.text.find(" ", first + _CONTEXT)
    end = len(passage.text) if end == -1 else end
    text = Text(passage.text[begin:end])
    for mark in passage.marks:
        if begin <= mark[0] and mark[1] <= end:
            text.stylize("mark", mark[0] - begin, mark[1] - begin)
    return Text.assemble("… " if begin else "", text, " …" if end < len(passage.text) else "")
