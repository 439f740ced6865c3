"""What binds two parties, and when it did, as it is printed; and the page of a group's history."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from onrecord.cli.layout import Entry, flat, heading, joined
from onrecord.cli.line import line_entry, line_evidence
from onrecord.model import Predicate, TimeInterval
from onrecord.views import Bond, Kin, Lineage, Reported
from onrecord.views.when import interval_words

__all__ = ["bond_entries", "lineage_page"]

_AT_ONCE = frozenset({Predicate.FOUNDER_OF, Predicate.SPLIT_FROM, Predicate.MERGED_WITH})
"""Relations that have a day rather than a beginning."""


def bond_entries(bond: Bond) -> Iterator[RenderableType]:
    """What is so, when, and each statement that tells of it."""
    yield Entry([(2, Text(flat(bond.sentence), "name")), (4, _spell(bond))])
    for line in bond.lines:
        yield line_evidence(line, 4)


def lineage_page(history: Lineage) -> Iterator[RenderableType]:
    """A group's trees, then its chapters, each relation with when it held and who says so."""
    name = Text.assemble((flat(history.name), "name"), f" · {history.type.value}")
    yield Entry([(0, name)], [history.reference])
    yield Rule(style="source")
    for former in history.former:
        yield Entry([(14, Text(flat(former.text)))], former.references[:1], "formerly")
        for line in former.lines:
            yield line_evidence(line, 14)
    for title, kin in (("Came from", history.elders), ("Became", history.heirs)):
        if kin:
            yield heading(title)
            yield from _tree(kin, 2)
    for chapter in history.chapters:
        yield heading(chapter.title)
        for bond in chapter.bonds:
            yield from bond_entries(bond)
    if history.apart:
        yield heading("Not taken as certain")
        for line in history.apart:
            yield line_entry(line)
    if not (history.former or history.chapters or history.apart):
        yield "No history is on record."


def _tree(kin: Sequence[Kin], indent: int) -> Iterator[RenderableType]:
    for each in kin:
        words = Text.assemble(f"{each.words} ", (flat(each.party.name), "name"))
        yield Entry(
            [(indent, words)], [each.reference], f"{'└':>{indent - 1}}" if indent > 2 else ""
        )
        yield from _tree(each.kin, indent + 3)


def _spell(bond: Bond) -> Text:
    spell = bond.spell
    lasts = _AT_ONCE.isdisjoint(bond.predicates)
    began = " or ".join(_began(interval, lasts) for interval in spell.began)
    ended = " or ".join(map(_ended, spell.ended))
    told = [began, ended, _reported(spell.first, spell.last)]
    return joined(told) if any(told) else Text("undated", "source")


def _began(interval: TimeInterval, lasts: bool) -> str:
    words = interval_words(interval)[0]
    return f"since {words}" if lasts and None not in (interval.earliest, interval.latest) else words


def _ended(interval: TimeInterval) -> str:
    if interval.earliest is None and interval.latest is not None:
        return f"over by {interval_words(TimeInterval(interval.latest, interval.latest))[0]}"
    return f"until {interval_words(interval)[0]}"


def _reported(first: Reported | None, last: Reported | None) -> str:
    if first is None or last is None:
        return ""
    if first == last:
        return f"reported {_day(first)}"
    if first.of_report and last.of_report:
        days = (interval_words(each.interval)[0] for each in (first, last))
        return "first reported {}, last {} (dates of the reports)".format(*days)
    return f"first reported {_day(first)}, last {_day(last)}"


def _day(reported: Reported) -> str:
    words = interval_words(reported.interval)[0]
    return f"{words} (date of the report)" if reported.of_report else words
