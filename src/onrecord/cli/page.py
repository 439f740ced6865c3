"""Every view as a page of text: what `--json` does not print."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from onrecord.cli.bond import bond_entries
from onrecord.cli.layout import Entry, flat, heading, joined
from onrecord.cli.line import line_brief, line_entry, sureness_text, time_words
from onrecord.cli.passage import clipped, head_parts, quoted, report_head
from onrecord.model import NameSort
from onrecord.views import (
    Dossier,
    Doubt,
    EventRow,
    Found,
    Highlight,
    Join,
    NamedBy,
    Shown,
    ShownEvent,
    ShownReport,
    ShownText,
    Side,
    Timeline,
    counted,
)

__all__ = [
    "Page",
    "dossier_page",
    "doubt_page",
    "events_page",
    "highlights_page",
    "joins_page",
    "search_page",
    "shown_page",
    "timeline_page",
]

Page = Iterator[RenderableType]

_DATES = 22
"""Columns of the margin in which dates stand."""

_SORTS: dict[NameSort, str] = {
    NameSort.NAME: "name",
    NameSort.SHORT: "short",
    NameSort.VARIANT: "spelt",
    NameSort.ACRONYM: "acronym",
    NameSort.NICKNAME: "nickname",
    NameSort.NOM_DE_GUERRE: "nom de guerre",
    NameSort.ALIAS: "alias",
    NameSort.TRANSLATION: "in English",
    NameSort.BIRTH: "born",
    NameSort.FORMER: "formerly",
}


def _meaning(name: NamedBy) -> str:
    return "".join(f" “{flat(gloss)}”" for gloss in name.glosses)


def dossier_page(card: Dossier) -> Page:
    """The file card: who it is, under which names, and what is on record under each heading."""
    yield Entry(
        [(0, Text.assemble((flat(card.name), "name"), f" · {card.type.value}"))], [card.reference]
    )
    yield Rule(style="source")
    for known in card.names:
        names = [
            Text.assemble(flat(name.text), _meaning(name), (f" ×{name.count}", "source"))
            for name in known.names
        ]
        references = [name.references[0] for name in known.names if name.references]
        yield Entry([(14, Text(", ").join(names))], references, _SORTS[known.sort])
    reports = counted(card.documents, "report")
    by = f", by {', '.join(card.publishers)}" if card.publishers else ""
    said = f"{counted(card.statements, 'statement')} in {reports}{by}"
    yield Entry([(14, Text(flat(said)))], label="on record")
    for section in card.sections:
        yield heading(section.title)
        for post in section.posts:
            yield from bond_entries(post)
        for line in section.lines:
            yield line_entry(line)


def doubt_page(doubt: Doubt) -> Page:
    """Both sides, each with its report, and what speaks for and against their being one."""
    for side in (doubt.left, doubt.right):
        yield from _side(side)
    yield heading(f"One and the same? {doubt.judgement.score:.0%} likely")
    for reason in doubt.judgement.reasons:
        yield Entry([(2, Text(flat(reason)))])


def joins_page(found: Sequence[Join]) -> Page:
    """What each report calls it, and below that why it is taken for the same."""
    for join in found:
        told = joined(head_parts(join.report))
        lines = [(0, Text(flat(join.name), "name")), (2, told)]
        if join.judgement is not None:
            by, reasons = join.judgement.by, "; ".join(join.judgement.reasons)
            why = f"as [{join.other}], by {by}: {reasons or 'no reason given'}"
            lines.append((2, Text(flat(why))))
        yield Entry(lines, [join.reference])


def _side(side: Side) -> Page:
    yield ""
    name = Text.assemble((flat(side.name), "name"), f" · {side.type.value}")
    yield Entry([(0, name), (2, joined(head_parts(side.report)))], [side.reference])
    yield Entry([(2, clipped(side.passage))])
    for line in side.lines:
        yield line_brief(line, 4)


def highlights_page(chosen: Sequence[Highlight]) -> Page:
    """The sentences, numbered, each with its chain and its report."""
    for number, highlight in enumerate(chosen, 1):
        sure = highlight.sureness
        told = joined(
            [
                " > ".join(highlight.holders),
                sureness_text(sure) if sure else "",
                *head_parts(highlight.report, with_publisher=not highlight.holders),
            ]
        )
        quote = Text(f"«{flat(highlight.quote)}»")
        yield Entry([(3, quote), (3, told)], [highlight.reference], str(number))
        if number < len(chosen):
            yield ""
    if not chosen:
        yield "Nothing is on record yet."


def timeline_page(times: Timeline, with_undated: bool) -> Page:
    """Dates in the margin, each once; the undated counted, or listed, at the end."""
    before = None
    for line in times.dated:
        words = line.time.words
        label = "" if words == before else words
        if len(label) >= _DATES:
            yield Text(label)
            label = ""
        yield line_entry(line, _DATES, label, with_time=False)
        before = words
    undated = len(times.undated)
    if with_undated and undated:
        yield heading("Undated")
        for line in times.undated:
            yield line_entry(line)
    elif undated:
        yield Text(f"\n{counted(undated, 'statement')} undated (--undated lists them).")
    elif not times.dated:
        yield "Nothing is on record yet."


def events_page(rows: Sequence[EventRow]) -> Page:
    """Dates in the margin, then what happened, its kind, place, toll and sources."""
    before = None
    for row in rows:
        label = "" if row.time.words == before else row.time.words
        if len(label) >= _DATES:
            yield Text(label)
            label = ""
        yield _event_entry(row, _DATES, label)
        before = row.time.words
    if not rows:
        yield "No event is on record yet."


def _event_entry(row: EventRow, indent: int, label: str) -> Entry:
    """One event."""
    sources = f" by {', '.join(row.sources)}" if row.sources else ""
    told = joined(
        [
            f"{row.type.value} {row.mode or ''}",
            f"coded {', '.join(row.coded)}" if row.coded else "",
            row.place.words if row.place else "",
            f"{counted(len(row.statements), 'statement')}{sources}",
            Text(f"disputed: {', '.join(row.disputed)}", "unsure") if row.disputed else "",
        ]
    )
    what = Text(flat(row.sentence) + (f"; {row.toll}" if row.toll else ""), "name")
    if not row.sureness.plain:
        what = Text(": ").join([sureness_text(row.sureness), what])
    return Entry([(indent, what), (indent + 2, told)], [row.reference], label)


def search_page(hits: Sequence[Found], words: str) -> Page:
    """Paragraphs with the words found marked."""
    for hit in hits:
        yield Entry(
            [(0, clipped(hit.passage)), (2, joined(head_parts(hit.passage.report)))],
            [hit.reference],
        )
        yield ""
    if hits:
        yield Text(f"{counted(len(hits), 'paragraph')} found.", "source")
    else:
        yield Text(f"Nothing on record holds “{flat(words)}”.")


def shown_page(shown: Shown) -> Page:
    """What a reference opened."""
    match shown:
        case ShownText():
            yield from _text_page(shown)
        case ShownReport():
            yield from _report_page(shown)
        case ShownEvent():
            yield _event_entry(shown.event, 2, "")
            yield Entry([(4, Text(time_words(shown.event.time), "source"))])
            yield heading("By these statements")
            for line in shown.lines:
                yield line_entry(line)
        case _:
            yield from dossier_page(shown)


def _text_page(shown: ShownText) -> Page:
    yield from report_head(shown.passage.report)
    yield ""
    yield Entry([(0, quoted(shown.passage))])
    yield ""
    for line in shown.lines:
        yield line_entry(line)
    if not shown.lines:
        yield Text("  No statement was read in these words.", "source")
    if shown.neighbours:
        yield heading("In the same paragraph")
        for line in shown.neighbours:
            yield line_brief(line)


def _report_page(shown: ShownReport) -> Page:
    yield from report_head(shown.report)
    for paragraph in shown.text.splitlines():
        if paragraph.strip():
            yield ""
            yield Entry([(0, Text(flat(paragraph)))])
    if shown.lines:
        yield heading("Statements")
        for line in shown.lines:
            yield line_brief(line)
