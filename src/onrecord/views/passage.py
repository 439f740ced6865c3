"""Paragraphs of reports with what matters in them marked."""

from dataclasses import dataclass

from onrecord.model import Document, Span
from onrecord.views.ledger import Ledger

__all__ = ["Passage", "ReportCard", "paragraph", "passage", "report_card"]


@dataclass(frozen=True, slots=True)
class ReportCard:
    """What is known of a report itself; None where it does not say."""

    reference: str
    title: str | None
    publisher: str | None
    byline: str | None
    published: str | None
    url: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a report; `marks` are pairs of offsets into `text`, in text order."""

    report: ReportCard
    span: Span
    text: str
    marks: tuple[tuple[int, int], ...]


def report_card(ledger: Ledger, document: Document) -> ReportCard:
    """The head of a report."""
    return ReportCard(
        reference=ledger.short[document.id],
        title=document.title,
        publisher=document.publisher,
        byline=document.byline,
        published=document.published,
        url=document.url,
        language=document.language,
    )


def paragraph(document: Document, span: Span) -> Span:
    """The lines of the text that `span` stands in, without the line ends."""
    begin = document.text.rfind("\n", 0, span.begin) + 1
    end = document.text.find("\n", max(span.begin, span.end - 1))
    return Span(begin, end if end != -1 else len(document.text))


def passage(ledger: Ledger, document: Document, span: Span, marks: tuple[Span, ...]) -> Passage:
    """The paragraph around `span`, with as much of `marks` as lies in it."""
    around = paragraph(document, span)
    inside = sorted(mark for mark in marks if around.overlaps(mark))
    begin, end = around.begin, around.end
    return Passage(
        report=report_card(ledger, document),
        span=around,
        text=around.of(document.text),
        marks=tuple((max(m.begin, begin) - begin, min(m.end, end) - begin) for m in inside),
    )
