"""Sources as pages of text: their figures, what one tells, and who printed whose words."""

from collections.abc import Sequence

from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from onrecord.cli.layout import Entry, flat, heading, joined
from onrecord.cli.page import Page
from onrecord.lexicon.grading import RELIABILITY, Graded
from onrecord.model import CopyKind
from onrecord.views import UNNAMED, Borrowed, SourceCard, SourceRow, Telling, counted

__all__ = ["grade_words", "source_page", "sources_page"]

_STEP = 2
_KINDS = {
    CopyKind.SAME: "the same text",
    CopyKind.NEAR: "a copy",
    CopyKind.QUOTES: "a long part",
}


def grade_words(graded: Graded) -> str:
    """A grade in one line."""
    of = f" on {graded.topic}" if graded.topic else ""
    why = f": {graded.why}" if graded.why else ""
    meaning = RELIABILITY[graded.reliability]
    return flat(f"{graded.source}{of} graded {graded.reliability}, {meaning}{why}")


def sources_page(rows: Sequence[SourceRow]) -> Page:
    """A line for each source, with what the columns mean below."""
    if not rows:
        yield "No source is on record yet."
        return
    table = Table(box=None, pad_edge=False, header_style="heading", padding=(0, 2, 0, 0))
    table.add_column("SOURCE", ratio=1, overflow="fold")
    table.add_column("GRADE", justify="center")
    for title in ("REPORTS", "EVENTS", "ALONE", "DISPUTED", "COPIED"):
        table.add_column(title, justify="right")
    table.expand = True
    for row in rows:
        kind = "" if row.name == UNNAMED else f", {row.cls.value}"
        name = Text.assemble((flat(row.name), "name"), (kind, "source"))
        grade = "" if row.name == UNNAMED else row.reliability
        figures = (row.reports, row.events, row.alone, row.contradicted, row.lent)
        table.add_row(name, grade, *(f"{each:,}" if each else "·" for each in figures))
    yield table
    yield Text(
        "\nReports it published; events it tells of, alone or with others who say otherwise;"
        " reports of others that print its words.",
        "source",
    )


def source_page(card: SourceCard) -> Page:
    """One source: figures, grades, lines of copies, events."""
    row = card.row
    head = Text.assemble((flat(row.name), "name"), f" · {row.cls.value}")
    yield Entry([(0, head)])
    yield Rule(style="source")
    for graded in card.grades:
        yield Entry([(14, Text(_grade(graded)))], label="grade")
    if not card.grades:
        yield Entry([(14, Text("F, nobody graded it"))], label="grade")
    if row.reports or row.lent:
        yield Entry([(14, Text(_reports(row)))], label="reports")
    yield Entry([(14, Text(_events(row)))], label="events")
    if card.lineage:
        yield heading("Whose words")
        for place, line in enumerate(card.lineage):
            if place:
                yield ""
            yield from (_borrowed(each) for each in line)
    if card.told:
        yield heading("What it tells")
        yield from (_telling(each) for each in card.told)


def _grade(graded: Graded) -> str:
    topic = f" on {graded.topic}" if graded.topic else ""
    why = f", for “{graded.why}”" if graded.why else ""
    meaning = RELIABILITY[graded.reliability]
    return flat(f"{graded.reliability}{topic}, {meaning}{why} ({graded.by}, {graded.at[:10]})")


def _reports(row: SourceRow) -> str:
    parts = [f"{row.reports:,} published"]
    if row.borrowed:
        parts.append(f"{row.borrowed:,} of them with another’s words")
    if row.lent:
        parts.append(f"{counted(row.lent, 'report')} of others with its words")
    return ", ".join(parts)


def _events(row: SourceRow) -> str:
    parts = [
        f"{row.events:,} told of, by {counted(row.statements, 'statement')}",
        f"{row.alone:,} of them alone",
        f"{row.contradicted:,} with others who say otherwise" if row.contradicted else "",
        f"{counted(row.retracted, 'statement')} taken back" if row.retracted else "",
    ]
    return ", ".join(part for part in parts if part)


def _borrowed(each: Borrowed) -> Entry:
    report = each.report
    how = "" if each.kind is None else _KINDS[each.kind]
    if each.share is not None and each.kind is not CopyKind.SAME:
        how = f"{how}, {each.share:.0%}"
    credit = f"credits {each.credit}" if each.credit else ""
    name = Text(flat(report.publisher or report.title or "no publisher"), "name")
    told = joined([name, (report.published or "no date")[:10], how, credit])
    return Entry([(_STEP * each.depth, told)], [report.reference])


def _telling(each: Telling) -> Entry:
    toll = f"; {each.event.toll}" if each.event.toll else ""
    what = Text(flat(f"{'denies: ' if each.denies else ''}{each.event.sentence}{toll}"))
    told = joined(
        [
            each.event.time.words,
            f"credibility {each.event.credibility}",
            "alone" if each.alone else counted(each.event.independent_sources, "source"),
            Text(f"others differ on {', '.join(each.contradicted)}", "unsure")
            if each.contradicted
            else "",
        ]
    )
    return Entry([(2, what), (4, told)], [each.event.reference])
