"""A report as published, paragraph by paragraph, with what it states beside."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Block, BlockKind, CopyKind, Document, Span
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line
from onrecord.views.passage import ReportCard, report_card
from onrecord.views.scales import Scales

__all__ = ["Kindred", "Paragraph", "Piece", "Report", "report"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same statements quote; `lines` are the references of theirs."""

    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text in its pieces, and the lines of the statements that begin in it."""

    kind: BlockKind
    span: Span
    pieces: tuple[Piece, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Kindred:
    """Another report, and what share of the later one's words the earlier one has."""

    report: ReportCard
    share: float
    kind: CopyKind


@dataclass(frozen=True, slots=True)
class Report:
    """All of one report.

    `read` is whether its statements were looked for. `copies` are earlier reports that it prints,
    `copied` later ones that print it; `corrects` are those that it takes something back of,
    `corrected` those that take something of it back. `retracted` are the references of its lines
    that were taken back. `versions` were read under the same address, this one too.
    """

    report: ReportCard
    read: bool
    paragraphs: tuple[Paragraph, ...]
    copies: tuple[Kindred, ...]
    copied: tuple[Kindred, ...]
    corrects: tuple[ReportCard, ...]
    corrected: tuple[ReportCard, ...]
    retracted: tuple[str, ...]
    versions: tuple[ReportCard, ...]


def report(store: Store, reference: str) -> Report:
    """The report that `reference` opens. Raises NotFound if it opens none."""
    ledger = Ledger(store)
    document = ledger.documents[ledger.full_id(reference, "document")]
    statements = tuple(store.statements(document=document.id))
    lines = ledger.lines(statements)
    evidence = Scales(ledger).evidence
    taken_back = {each.id for each in statements if evidence.retracted(each)}

    def cards(documents: Collection[str]) -> tuple[ReportCard, ...]:
        return tuple(report_card(ledger, ledger.documents[each]) for each in sorted(documents))

    return Report(
        report=report_card(ledger, document),
        read=store.reading(document.id) is not None,
        paragraphs=tuple(_paragraphs(document, ledger.reading(document.id).blocks, lines)),
        copies=_kindred(ledger, document.id, earlier=True),
        copied=_kindred(ledger, document.id, earlier=False),
        corrects=cards({each.of for each in evidence.corrected_by(document.id)}),
        corrected=cards({each.document for each in evidence.corrections_of(document.id)}),
        retracted=tuple(x.reference for x in lines if taken_back.issuperset(x.statements)),
        versions=tuple(report_card(ledger, each) for each in _versions(store, document)),
    )


def _versions(store: Store, document: Document) -> tuple[Document, ...]:
    return store.versions(document.url) if document.url else (document,)


def _paragraphs(
    document: Document, blocks: Sequence[Block], lines: Sequence[Line]
) -> Iterator[Paragraph]:
    for block in blocks or _plain_blocks(document.text):
        here = [line for line in lines if block.span.begin <= line.span.begin < block.span.end]
        over = [line for line in lines if line.span.overlaps(block.span)]
        yield Paragraph(
            kind=block.kind,
            span=block.span,
            pieces=tuple(_pieces(document.text, block.span, over)),
            lines=tuple(sorted(here, key=lambda line: (line.span, line.reference))),
        )


def _plain_blocks(text: str) -> Iterator[Block]:
    """The lines of a text that was not read."""
    begin = 0
    for line in text.split("\n"):
        if line.strip():
            yield Block(Span(begin, begin + len(line)), BlockKind.PARAGRAPH)
        begin += len(line) + 1


def _pieces(text: str, span: Span, lines: Sequence[Line]) -> Iterator[Piece]:
    """A paragraph cut wherever a quotation begins or ends."""
    ends = {end for line in lines for end in (line.span.begin, line.span.end)}
    cuts = sorted({span.begin, span.end, *(end for end in ends if span.begin < end < span.end)})
    for begin, end in pairwise(cuts):
        piece = Span(begin, end)
        over = tuple(line.reference for line in lines if line.span.overlaps(piece))
        yield Piece(piece.of(text), over)


def _kindred(ledger: Ledger, document: str, *, earlier: bool) -> tuple[Kindred, ...]:
    look = ledger.store.look
    copies = look.copies([document]).values() if earlier else look.copies_of(document)
    cards = ((each, each.of if earlier else each.document) for each in copies)
    return tuple(
        Kindred(report_card(ledger, ledger.documents[other]), each.share, each.kind)
        for each, other in cards
    )
