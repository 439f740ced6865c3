"""Lines of a view as they are printed."""

from rich.text import Text

from onrecord.cli.layout import Entry, flat, joined
from onrecord.model import Factuality, Predicate, Status
from onrecord.views import Line, Sureness, When

__all__ = ["line_brief", "line_entry", "line_evidence", "sureness_text", "time_words"]

_AGAINST = frozenset({Status.DENIED, Status.RETRACTED})


def line_entry(line: Line, indent: int = 2, label: str = "", with_time: bool = True) -> Entry:
    """A line in full: what, in which words, then who says so, how sure, when and where.

    `label` stands in the margin, which is as wide as `indent`.
    """
    paragraphs = [(indent, _what(line))]
    if line.predicate is not Predicate.SAYS:
        paragraphs.append((indent + 2, _quoted(line)))
    return Entry(
        [*paragraphs, (indent + 2, _circumstances(line, with_time))], line.references, label
    )


def line_evidence(line: Line, indent: int) -> Entry:
    """A line's words and who says so, below what several lines say together."""
    told = _circumstances(line, with_time=True)
    return Entry([(indent, _quoted(line)), (indent, told)], line.references)


def line_brief(line: Line, indent: int = 2) -> Entry:
    """A line in one sentence."""
    return Entry([(indent, _what(line))], line.references)


def sureness_text(sureness: Sureness) -> Text:
    """How sure, in words and, as their echo, in colour."""
    against = _AGAINST & set(sureness.status) or sureness.factuality is Factuality.CERTAIN_NOT
    if sureness.plain:
        style = "source"
    elif against:
        style = "against"
    else:
        style = "unverifiable" if Status.UNVERIFIABLE in sureness.status else "unsure"
    return Text(sureness.words, style)


def time_words(time: When) -> str:
    """A date with the report's own words for it, where those differ."""
    if time.text is None or time.text.casefold() == time.words.casefold():
        return time.words
    return f"{time.words} (“{flat(time.text)}”)"


def _quoted(line: Line) -> Text:
    return Text(f"«{flat(line.quote)}»")


def _what(line: Line) -> Text:
    toll = f"; {line.toll}" if line.toll else ""
    words = flat(line.sentence) + toll
    # Of a plain `says`, the sentence is the quotation itself: only its holder is set in bold.
    bold = words.find(": «") if line.predicate is Predicate.SAYS else len(words)
    said = Text.assemble((words[:bold], "name"), words[bold:])
    return said if line.sureness.plain else Text(": ").join([sureness_text(line.sureness), said])


def _circumstances(line: Line, with_time: bool) -> Text:
    hedges = ", ".join(f"“{flat(hedge)}”" for hedge in line.sureness.hedges)
    return joined(
        [
            " > ".join(line.holders),
            "certain" if line.sureness.plain else "",
            f"hedged {hedges}" if hedges else "",
            time_words(line.time) if with_time else "",
            line.place.words if line.place else "",
            "in headline or highlights only" if line.summary else "",
            f"{line.decided.ruling.value} by {line.decided.by}" if line.decided else "",
        ]
    )
