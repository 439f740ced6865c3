"""The day that a report counts from when it says "yesterday"."""

from datetime import date, datetime, timedelta

from onrecord.model import BlockKind, Document, Reading

__all__ = ["anchor"]

_FORMS = tuple(
    f"{weekday}{day}"
    for weekday in ("%A, ", "%A ", "")
    for day in ("%B %d, %Y", "%d %B %Y", "%B %d %Y")
)
_NEAR = timedelta(days=3)


def anchor(document: Document, reading: Reading) -> date | None:
    """The day of publication or, where another within three days of it stands in a line of its own
    above the text, that one: a page may be published, or dated by its server, a day or two off."""
    published = _day(document.published)
    if published is None:
        return None
    for block in reading.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            break
        printed = _printed(block.span.of(document.text))
        if printed and abs(printed - published) <= _NEAR:
            return printed
    return published


def _printed(line: str) -> date | None:
    for form in _FORMS:
        try:
            return datetime.strptime(line.strip(), form).date()
        except ValueError:
            continue
    return None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
