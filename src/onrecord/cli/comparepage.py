"""One event in all its accounts, and one speaker's claims, as pages of text."""

from collections.abc import Iterable

from rich.rule import Rule
from rich.text import Text

from onrecord.cli.layout import Entry, flat, heading, joined
from onrecord.cli.line import line_entry, sureness_text, time_words
from onrecord.cli.page import Page
from onrecord.views import (
    Account,
    Answer,
    Aspect,
    Claim,
    Claims,
    Comparison,
    Line,
    OriginRow,
    Picked,
    TollPoint,
    counted,
)

__all__ = ["claims_page", "comparison_page"]

_MARGIN = 13
"""Columns of the margin in which the names of aspects stand."""
_DAY = 24
"""Columns from the margin of a series to its figures."""
_ASPECTS = {
    "actor": "by whom",
    "recipient": "to whom",
    "target": "on what",
    "instrument": "with what",
    "purpose": "what for",
    "time": "when",
    "place": "where",
    "certainty": "how sure",
}


def comparison_page(found: Comparison) -> Page:
    """The event, its accounts by number, then aspect by aspect who gives which answer."""
    event = found.event
    yield Entry([(0, Text(flat(event.sentence), "name"))], [event.reference])
    kind = f"{event.type.value} {event.mode or ''}".strip()
    reports = len({each.report.reference for each in found.accounts})
    told = f"{counted(len(found.accounts), 'account')} in {counted(reports, 'report')}"
    yield Entry([(0, joined([kind, told, *_origins(found)]))])
    yield Entry([(0, Text(flat(f"Credibility {event.credibility}: {found.reason}.")))])
    yield Rule(style="source")
    yield heading("Who says so")
    for number, account in enumerate(found.accounts, 1):
        yield _account(number, account)
    yield heading("Side by side")
    for aspect in found.aspects:
        yield from _aspect(aspect)
    if any(aspect.differs for aspect in found.aspects):
        yield Text("\n~ accounts differ  ≠ they cannot all be right", "source")
    for series in found.series:
        if len(series.points) > 1:
            yield heading(f"{series.name}, as reports came")
            yield from (_point(point) for point in series.points)
    if found.picked:
        yield heading(f"by {found.picked[0].policy}")
        yield from (_picked(each) for each in found.picked)


def _origins(found: Comparison) -> list[str]:
    held, against = _names(found.origins), _names(found.against)
    return [
        f"leading back to {held}" if held else "held by nobody",
        f"denied by {against}" if against else "",
    ]


def _names(origins: Iterable[OriginRow]) -> str:
    return ", ".join(dict.fromkeys(each.name for each in origins))


def _account(number: int, account: Account) -> Entry:
    line, report = account.line, account.report
    day = (report.published or "")[:10] or "no date of publication"
    told = joined(
        [
            " > ".join(line.holders),
            day,
            Text("retracted", "against") if account.retracted else "",
            sureness_text(line.sureness),
            _hedges(line),
        ]
    )
    said = Text.assemble((flat(_sentence(line)), "name"))
    return Entry(
        [(4, said), (4, Text(f"«{flat(line.quote)}»")), (4, told)], line.references, f"{number}"
    )


def _sentence(line: Line) -> str:
    return f"{line.sentence}; {line.toll}" if line.toll else line.sentence


def _hedges(line: Line) -> str:
    return ", ".join(f"“{flat(hedge)}”" for hedge in line.sureness.hedges)


def _aspect(aspect: Aspect) -> Page:
    """The answers, one below the other, with the numbers of the accounts that give them."""
    label = _ASPECTS.get(aspect.name, aspect.name)
    for place, answer in enumerate(aspect.answers):
        yield _answer(answer, "" if place else label, aspect)


def _answer(answer: Answer, label: str, aspect: Aspect) -> Entry:
    mark = "≠ " if aspect.disputed else "~ " if aspect.differs else "  "
    by = ", ".join(map(str, answer.accounts))
    words = Text.assemble((mark, "against" if aspect.disputed else "unsure"), flat(answer.words))
    words.append(f"  ({by})", "source")
    return Entry([(_MARGIN, words)], answer.references, label)


def _point(point: TollPoint) -> Entry:
    day = (point.published or "no date")[:16].replace("T", " ")
    told = joined(
        [" > ".join(point.holders), "" if point.stands else "replaced by its source later"]
    )
    return Entry(
        [(_DAY, Text.assemble((point.words, "name"), "  ", told))], [point.reference], f"  {day}"
    )


def _picked(each: Picked) -> Entry:
    told = Text.assemble((each.words, "name"), "  ", each.why)
    return Entry([(_MARGIN, told)], each.references, each.name)


def claims_page(found: Claims) -> Page:
    """Each claim as the report gives it, and below it what others say to the same."""
    yield Entry([(0, Text(flat(found.name), "name"))], [found.reference])
    yield Entry([(0, Text(counted(len(found.claims), "claim")))])
    yield Rule(style="source")
    for claim in found.claims:
        yield line_entry(claim.line)
        yield from _others(claim)
    if not found.claims:
        yield "Nothing is on record that this speaker holds."


def _others(claim: Claim) -> Page:
    for words, lines, style in (
        ("denied by", claim.against, "against"),
        ("also by", claim.likewise, "source"),
    ):
        for line in lines:
            who = Text.assemble((f"{words} ", style), flat(" > ".join(line.holders)))
            what = Text(flat(_sentence(line)))
            yield Entry([(6, joined([who, what, time_words(line.time)]))], line.references)
