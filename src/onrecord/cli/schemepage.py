"""A codebook, and what reports have to do with it, as pages of text."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from onrecord.cli.layout import Entry, flat, joined
from onrecord.cli.passage import head_parts
from onrecord.lexicon.codebook import Codebook
from onrecord.views import Deciding, Relevance, TypeUse, counted

__all__ = ["relevance_page", "uses_page"]

_MARGIN = 24


def uses_page(codebook: Codebook, found: Sequence[TypeUse]) -> Iterator[RenderableType]:
    """The types with their descriptions and numbers of statements."""
    yield Text(flat(codebook.name), "name")
    if codebook.description:
        yield Entry([(0, Text(flat(codebook.description)))])
    yield Rule(style="source")
    for each in found:
        told = Text(counted(each.statements, "statement"), "" if each.statements else "source")
        name = f"  {flat(each.name)}"
        lines = [(_MARGIN, told)]
        if len(name) >= _MARGIN:
            yield Text(name)
            name = ""
        if each.description:
            lines.append((_MARGIN, Text(flat(each.description), "source")))
        yield Entry(lines, (), name)


def relevance_page(found: Relevance, limit: int) -> Iterator[RenderableType]:
    """What the reports cover, then each report with the sentences that decide."""
    yield Text(flat(found.codebook), "name")
    seen = found.types - len(found.absent)
    every = counted(found.types, "type")
    share = f" ({seen / found.types:.0%})" if found.types else ""
    yield Entry([(2, Text(f"words of {seen} of {every} occur{share}"))])
    for names, told in ((found.absent, "nowhere"), (found.wordless, "no words to go by")):
        if names:
            yield Entry([(2, Text(f"{told}: {', '.join(map(flat, names))}", "source"))])
    many = counted(len(found.reports), "report")
    yield Entry([(2, Text(f"{many} with such words, {found.others} without"))])
    yield Rule(style="source")
    for each in found.reports[:limit]:
        title = joined(head_parts(each.report))
        told = f"{len(each.types)} of {every}, {counted(each.words, 'word')}: "
        types = Text(told + ", ".join(map(flat, each.types)), "source")
        lines = [(0, title), (2, types), *((4, _sentence(one)) for one in each.sentences)]
        yield Entry(lines, [each.report.reference])
    if len(found.reports) > limit:
        rest = counted(len(found.reports) - limit, "more report")
        yield Text(f"{rest} (--limit N lists more).", "source")


def _sentence(deciding: Deciding) -> Text:
    """The sentence with its words marked, as «quoted» as its report has it."""
    text, at = Text("«"), 0
    for begin, end in deciding.marks:
        if begin >= at:
            text.append(_line(deciding.text[at:begin]))
            text.append(_line(deciding.text[begin:end]), "mark")
            at = end
    return text.append(_line(deciding.text[at:])).append("»")


def _line(text: str) -> str:
    """Text without line ends or control characters, its blanks kept."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
