"""Corrections and retractions: which reports take back what others said, and how that spreads.

A report takes back in two ways. A text that was corrected ("an earlier version of this report
said") is the earlier text without what was wrong: what no longer stands there is taken back. A note
that stands alone ("Correction:", "withdraws its report of May 3") takes back what it speaks of, and
the whole report if it says so.
"""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterable, Mapping
from functools import lru_cache

from onrecord.lexicon.names import fold
from onrecord.model import Copy, CopyKind, Document, Retraction, Span, Statement

__all__ = ["cites", "corrections", "noted_in", "takes_back"]

_REPORT = r"(?:report|story|article|dispatch|item|account|piece)"
_WHOLE = re.compile(
    rf"\b(?:retract|withdr[ae]w|take back|took back)\w*\s+(?:(?:its|our|the|this|that|an|a)\s+)?"
    rf"(?:[\w’']+\s+){{0,3}}?{_REPORT}\b"
    rf"|\b{_REPORT}\b[^.\n]{{0,80}}\b(?:has|have|is|was|were|been)\s+(?:been\s+)?"
    r"(?:retracted|withdrawn)\b|^retraction\b",
    re.IGNORECASE | re.MULTILINE,
)
_REVISED = re.compile(
    rf"\b(?:earlier|previous|original|first|prior)\s+versions?\s+of\s+(?:this|the|our)\s+{_REPORT}\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\W*(?:corrections?|clarification|corrigendum|erratum|editor[’']?s[’']? note)\b"
    r"\s*(?:[:.—–-]|$)"
    rf"|\b(?:corrects?|corrected)\s+(?:its|our|the|an?|this)\s+(?:[\w’']+\s+){{0,3}}?{_REPORT}\b"
    rf"|\b(?:its|our)\s+(?:[\w’']+\s+){{0,2}}?{_REPORT}\b[^.\n]{{0,80}}"
    r"\b(?:wrong(?:ly)?|mistaken(?:ly)?|incorrect(?:ly)?|in error|erroneous(?:ly)?|misstated)\b",
    re.IGNORECASE | re.MULTILINE,
)
_DAY = re.compile(
    r"\b(?:(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]{2,8})|(?P<m>[A-Z][a-z]{2,8})\.?\s+(?P<d>\d{1,2}))\b"
)
_WORD = re.compile(r"[^\W_]+")
_COMMON = frozenset(
    "correction retraction report story article dispatch item earlier version this that said says "
    "from with were have been which their they wrong wrongly mistake error editor note regrets "
    "incorrectly stated gave fact false true withdraws retracts corrects newspaper paper".split()
)
_HINT = re.compile(
    "correct|clarif|corrigend|errat|editor|retract|withdr|take back|took back|version|wrong"
    "|mistake|misstated|in error|erroneous",
    re.IGNORECASE,
)
"""Where none of these stands, there is no note."""
_SHORT = 120
"""A report of fewer words with a note is all note."""
_RECENT = 200
"""How many of an outlet's reports a note may be about, the latest before it."""
_LEAST = 0.3
"""The part of a note's words that the report it corrects must hold, where no date tells it."""


def corrections(
    documents: Mapping[str, Document],
    copies: Mapping[str, Copy],
    noted: Iterable[str] | None = None,
) -> dict[str, tuple[Retraction, ...]]:
    """The corrections on record, by the report that each is of: by all reports, or by those `noted`
    only.

    `copies` are by the report that is one. A correction is of an earlier version or copy of its own
    outlet; else of the earlier report of the outlet whose day or title it names, or which holds
    most of its words.
    """
    found: dict[str, list[Retraction]] = {}
    heads = documents if noted is None else noted
    notes = {each: note for each in heads if (note := noted_in(documents[each])) is not None}
    archive = _Archive(documents, copies) if notes else None
    for document, note in notes.items():
        if archive is None:
            break
        text = documents[document].text
        of, revised = archive.corrected(documents[document], note)
        whole = _WHOLE.search(note) is not None and not revised
        for each in of:
            made = Retraction(document, each, _words(note), tuple(_sentences(text)), whole, revised)
            found.setdefault(each, []).append(made)
    return {of: tuple(each) for of, each in found.items()}


def takes_back(correction: Retraction, statement: Statement, corrected: str) -> bool:
    """Whether a statement of the report that is corrected, or of a copy, is taken back.

    `corrected` is the text of the correction.
    """
    if correction.whole:
        return True
    if correction.revised:
        return _flat(statement.quote) not in _flat(_without(corrected, correction.said))
    own = _words(statement.quote)
    return bool(own) and 2 * len(own & correction.note) > len(own)


def cites(correction: Retraction, statement: Statement, stands: bool) -> bool:
    """Whether a statement of the correction itself only tells what was wrong.

    `stands` is whether its words stand in the report that is corrected.
    """
    if correction.revised:
        return any(each.contains(statement.span) for each in correction.said)
    return stands and not statement.certainty.factuality.value.endswith("-")


def _without(text: str, spans: Iterable[Span]) -> str:
    for each in sorted(spans, reverse=True):
        text = text[: each.begin] + text[each.end :]
    return text


def _sentences(text: str) -> Iterable[Span]:
    """The sentences that tell what an earlier version said."""
    for found in _REVISED.finditer(text):
        begin = max(text.rfind(stop, 0, found.start()) for stop in (". ", "\n")) + 1
        ends = [at for stop in (". ", "\n") if (at := text.find(stop, found.end())) >= 0]
        yield Span(begin, min(ends, default=len(text)))


def noted_in(document: Document) -> str | None:
    """The lines that correct, or a headline that does with all of the text."""
    title = document.title or ""
    headed = _NOTE.match(title) or _WHOLE.search(title)
    if not headed and not _HINT.search(document.text):
        return None
    lines = document.text.splitlines()
    notes = [x for x in lines if any(each.search(x) for each in (_WHOLE, _REVISED, _NOTE))]
    if headed or (notes and len(_WORD.findall(document.text)) < _SHORT):
        return document.text
    return "\n".join(notes) or None


class _Archive:
    """Reports by address and outlet, in their order."""

    def __init__(self, documents: Mapping[str, Document], copies: Mapping[str, Copy]) -> None:
        self._documents, self._copies = documents, copies
        self._by_url: dict[str, list[Document]] = {}
        self._by_outlet: dict[str | None, list[Document]] = {}
        for each in sorted(documents.values(), key=lambda x: (x.published or "~", x.id)):
            self._by_outlet.setdefault(each.publisher, []).append(each)
            if each.url is not None:
                self._by_url.setdefault(each.url, []).append(each)

    def corrected(self, document: Document, note: str) -> tuple[tuple[str, ...], bool]:
        """The reports that a note is about, and whether its own report is their text revised."""
        versions = _before(document, self._by_url.get(document.url or "", ()))
        copied = self._copies.get(document.id)
        of = self._documents[copied.of] if copied is not None else None
        own = of is not None and of.publisher == document.publisher
        if of is not None and own and copied is not None and copied.kind is not CopyKind.QUOTES:
            versions = [*versions, of]
        if versions:
            return tuple(dict.fromkeys(each.id for each in versions)), True
        if of is not None and own:
            return (of.id,), False
        likely = self._likely(document, note)
        return ((likely.id,) if likely else ()), False

    def _likely(self, document: Document, note: str) -> Document | None:
        """The earlier report of the outlet that a note names, or most of whose words it has."""
        others = {name for name in self._by_outlet if name} - {document.publisher}
        outlet = next((each for each in sorted(others) if each in note), document.publisher)
        earlier = _before(document, self._by_outlet[outlet])
        named = [each for each in earlier if _names(note, each)]
        words = _words(note)
        shared = [(len(words & _words(x.text)), x) for x in (named or earlier)[-_RECENT:]]
        most = max((count for count, _ in shared), default=0)
        if not shared or (not named and most < _LEAST * len(words)):
            return None
        return next(each for count, each in reversed(shared) if count == most)


def _before(document: Document, others: Iterable[Document]) -> list[Document]:
    """Those of others that came before a report, or may have."""
    day = document.published
    return [
        each
        for each in others
        if each.id != document.id
        and (day is None or each.published is None or each.published <= day)
    ]


def _names(note: str, document: Document) -> bool:
    """Whether a note names a report by its title or its day."""
    if document.title and _flat(document.title) in _flat(note):
        return True
    day = (document.published or "")[5:10]
    return any(day == found for found in _days(note))


def _days(note: str) -> Iterable[str]:
    """The days that a note names, as "06-30"."""
    months = {
        name: number for names in (month_name, month_abbr) for number, name in enumerate(names)
    }
    for found in _DAY.finditer(note):
        month = months.get(found["month"] or found["m"])
        if month:
            yield f"{month:02}-{int(found['day'] or found['d']):02}"


def _words(text: str) -> frozenset[str]:
    """The words that tell what a text is about, folded: numbers, and words of four letters."""
    plain = map(_folded, _WORD.findall(text))
    return frozenset(x for x in plain if (len(x) > 3 or x.isdigit()) and x not in _COMMON)


_folded = lru_cache(maxsize=100_000)(fold)


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()
