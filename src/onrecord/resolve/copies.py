"""Which reports go back to earlier ones: the same text, near copies, and long quotations.

Candidates are found by winnowing (Schleimer, Wilkerson and Aiken 2003): of every `WINDOW` runs of
`RUN` words on end, the one with the least hash is a mark of the report. Two reports that share
`RUN + WINDOW - 1` words on end share a mark for certain, however long either of them is. The share
is then counted, of the shorter or longer one alike; fewer words in common than that are no copy.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from onrecord.model import Copy, CopyKind, Document

__all__ = ["FIRST", "Wording", "copies", "copy_of", "wording"]

RUN = 5
WINDOW = 16
FIRST = 8
"""A report is held against those that had one of its marks first, so many of each mark: what
everybody prints, such as a notice of rights, makes no work that grows with the square."""

LONG = 0.2
"""The share of a report's words from which what it has of another is a long quotation."""
NEAR = 0.7
"""The share of a report's words from which it is a copy."""
_SHORTEST = 20
"""A report of fewer words is compared as a whole only."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a report as they are compared: all as one number, every run of them, and marks.

    `place` is what reports are sorted by: their day, those without one last, then their id, which
    follows the tab.
    """

    place: str
    whole: int
    runs: frozenset[int]
    marks: frozenset[int]

    @property
    def document(self) -> str:
        """The report's id."""
        return self.place.partition("\t")[2]


def wording(document: Document) -> Wording:
    """The words of a report; none of its case, points and layout."""
    words = _WORD.findall(document.text.casefold())
    whole = crc32(" ".join(words).encode())
    last = max(len(words) - RUN + 1, 0)
    runs = [crc32(" ".join(words[at : at + RUN]).encode()) for at in range(last)]
    marks = {min(runs[at : at + WINDOW]) for at in range(max(len(runs) - WINDOW + 1, 1)) if runs}
    if len(words) < _SHORTEST:
        marks = set()
    place = f"{document.published or '~'}\t{document.id}"
    return Wording(place, whole, frozenset(runs), frozenset({*marks, whole} if words else ()))


def copy_of(report: Wording, earlier: Iterable[Wording]) -> Copy | None:
    """The one of `earlier` that a report goes back to most, the earliest of several; None if to
    none."""
    found = (
        (not _same(report, each), -_share(report, each), each.place)
        for each in earlier
        if _same(report, each) or len(report.runs & each.runs) >= WINDOW
    )
    other, less, place = min(found, default=(True, 0.0, ""))
    if -less < LONG:
        return None
    kind = CopyKind.NEAR if -less >= NEAR else CopyKind.QUOTES
    return Copy(report.document, place.partition("\t")[2], -less, kind if other else CopyKind.SAME)


def copies(documents: Iterable[Document]) -> tuple[Copy, ...]:
    """What each report goes back to, in the order of reports; those that do to none are left out.

    Only those that had one of a report's marks first are looked at.
    """
    first: defaultdict[int, list[Wording]] = defaultdict(list)
    found = []
    for report in sorted(map(wording, documents), key=lambda each: each.place):
        held: Mapping[int, Sequence[Wording]] = first
        earlier = {each.place: each for mark in report.marks for each in held.get(mark, ())}
        found.append(copy_of(report, earlier.values()))
        for mark in report.marks:
            if len(first[mark]) < FIRST:
                first[mark].append(report)
    return tuple(filter(None, found))


def _same(report: Wording, other: Wording) -> bool:
    return report.whole == other.whole and report.runs == other.runs


def _share(report: Wording, other: Wording) -> float:
    """The part of a report's runs of words that stand in the other, 0 to 1, to three digits."""
    if not report.runs:
        return float(_same(report, other))
    return round(len(report.runs & other.runs) / len(report.runs), 3)
