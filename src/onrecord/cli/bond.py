"""What binds two parties, and when it did, as it is printed; and the page of a group's history."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from onrecord.cli.layout import Entry, flat, heading, joined
from onrecord.cli.line import line_entry, line_evidence
from onrecord.views import Bond, Kin, Lineage, spell_words

__all__ = ["bond_entries", "lineage_page"]


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
    words = spell_words(bond)
    return joined(words) if words else Text("undated", "source")
