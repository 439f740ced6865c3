"""The reports that go back to earlier ones, as far as new reports change that."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from onrecord.model import Copy
from onrecord.resolve import FIRST, Wording, copy_of, wording
from onrecord.store import Links

__all__ = ["retrace"]

_KEPT = 1000
"""How many reports' words are in memory at a time."""


def retrace(links: Links, documents: Sequence[str]) -> None:
    """Find what some reports go back to, and what those do that came after them and share a mark.

    A report's words never change: what it was held against before stands, if it was.
    """

    @lru_cache(maxsize=_KEPT)
    def words(document: str) -> Wording:
        return wording(links.copies.document(document))

    touched: set[str] = set()
    for document in documents:
        report = words(document)
        if links.copies.add_marks(report.place, report.marks):
            later = links.copies.after(report.place, report.marks, FIRST)
            touched |= {report.place, *later}
    # In their order, for what is near in time has most in common.
    reports = [_document(place) for place in sorted(touched)]
    found = (_copy(links, words(each), words) for each in reports)
    links.copies.replace(reports, [each for each in found if each is not None])


def _copy(links: Links, report: Wording, words: Callable[[str], Wording]) -> Copy | None:
    earlier = links.copies.before(report.place, report.marks, FIRST)
    return copy_of(report, [words(_document(place)) for place in sorted(earlier)])


def _document(place: str) -> str:
    return place.partition("\t")[2]
