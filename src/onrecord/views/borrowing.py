"""Whose words reports print: lines of copies, from the first report on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.lexicon.outlets import outlet_name
from onrecord.model import Copy, CopyKind
from onrecord.views.ledger import Ledger
from onrecord.views.passage import ReportCard, report_card
from onrecord.weigh import Evidence

__all__ = ["Borrowed", "borrowed"]


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A report in a line of copies: how far from the first it is, what it has of the one before.

    The first has no share; nor has one that only credits another's words that are not on record.
    """

    report: ReportCard
    depth: int
    share: float | None = None
    kind: CopyKind | None = None
    credit: str | None = None


def borrowed(
    ledger: Ledger, evidence: Evidence, name: str, documents: Iterable[str]
) -> Iterator[tuple[Borrowed, ...]]:
    """The lines of copies with a report of an outlet in them, or one that credits it, as far as
    some of the `documents` are in them."""
    copied: dict[str, list[Copy]] = {}
    for copy in evidence.copies.values():
        copied.setdefault(copy.of, []).append(copy)
    for first in sorted({_first(evidence, each) for each in documents}, key=ledger.place_of):
        if first in copied or _credit(evidence, first):
            line = tuple(_line(ledger, evidence, first, copied))
            if any(_is_of(each, name) for each in line):
                yield line


def _first(evidence: Evidence, document: str) -> str:
    while copy := evidence.copies.get(document):
        document = copy.of
    return document


def _line(
    ledger: Ledger, evidence: Evidence, first: str, copied: dict[str, list[Copy]]
) -> Iterator[Borrowed]:
    def place(copy: Copy) -> tuple[bool, str, str]:
        published = ledger.documents[copy.document].published
        return published is None, published or "", copy.document

    waiting: list[tuple[int, str, Copy | None]] = [(0, first, None)]
    while waiting:
        depth, document, copy = waiting.pop()
        card = report_card(ledger, ledger.documents[document])
        share, kind = (copy.share, copy.kind) if copy else (None, None)
        yield Borrowed(card, depth, share, kind, _credit(evidence, document))
        later = sorted(copied.get(document, ()), key=place, reverse=True)
        waiting += ((depth + 1, each.document, each) for each in later)


def _credit(evidence: Evidence, document: str) -> str | None:
    """Whose words a report says that it prints, if not its publisher's."""
    outlet, publisher = evidence.outlet(document), evidence.documents[document].publisher
    return None if publisher and outlet == outlet_name(publisher) else outlet


def _is_of(report: Borrowed, name: str) -> bool:
    publisher = report.report.publisher
    return name in (report.credit, publisher and outlet_name(publisher))
