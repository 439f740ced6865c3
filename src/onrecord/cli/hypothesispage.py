"""Hypotheses, the matrix and its ranks as a page of text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, product
from string import ascii_uppercase

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from onrecord.cli.layout import Entry, flat, heading, joined
from onrecord.cli.line import line_entry, time_words
from onrecord.views import Analysis, Case, EventRow, Rivalry, counted
from onrecord.weigh.hypotheses import Cell, Hypothesis, Matrix, Question, Row

__all__ = ["case_page", "letters", "rivalries_page"]

Lettered = Mapping[Question, Sequence[tuple[Hypothesis, str]]]

_ASKED = {Question.WHO: "Who did it?", Question.WHY: "Why?"}
_SIGNS = {Cell.CONSISTENT: "+", Cell.INCONSISTENT: "−", Cell.NEUTRAL: "·"}
_NUMBERS = 10
"""Columns of a number on the right."""
_WORDS = 46


def letters(case: Case) -> Lettered:
    """The letter of each hypothesis, counted on from one question to the next."""
    free = _alphabet()
    return {
        each.matrix.question: [(own, next(free)) for own in each.matrix.hypotheses]
        for each in case.analyses
    }


def rivalries_page(found: Sequence[Rivalry]) -> Iterator[RenderableType]:
    """The events to look into."""
    for each in found:
        answers = [
            f"{counted(number, 'answer')} to {question.value}"
            for question, number in ((Question.WHO, each.who), (Question.WHY, each.why))
            if number
        ]
        told = joined([", ".join(answers), counted(each.statements, "statement")])
        yield from _event(each.event, told)
    if not found:
        yield "On no event do answers compete."


def case_page(case: Case) -> Iterator[RenderableType]:
    """The event, then for each question its hypotheses, matrix and sources."""
    for event in case.events:
        yield from _event(event, Text(""))
    yield Rule(style="source")
    if not case.analyses:
        yield "Nothing is said on who did it or why."
    lettered = letters(case)
    for analysis in case.analyses:
        own = dict(zip(analysis.matrix.hypotheses, _only(lettered, analysis.matrix), strict=True))
        yield heading(_ASKED[analysis.matrix.question])
        yield from _ranks(analysis.matrix, own)
        yield from _rows(analysis, own)
        if len(own) > 1:
            yield from _sources(analysis.matrix, own)
        else:
            yield Text("\n  One answer stands alone: add another to hold it against.", "source")


def _only(lettered: Lettered, matrix: Matrix) -> list[str]:
    return [letter for _, letter in lettered[matrix.question]]


def _event(event: EventRow, told: Text) -> Iterator[RenderableType]:
    what = Text(flat(event.sentence), "name")
    place = event.place.words if event.place else ""
    known = joined([time_words(event.time), place, told])
    yield Entry([(0, what), (2, known)], [event.reference])


def _ranks(matrix: Matrix, own: Mapping[Hypothesis, str]) -> Iterator[RenderableType]:
    """The hypotheses, the least against first, with the sources for and against."""
    head = f"{'':<{_WORDS}}{'against':>{_NUMBERS}}{'for':>{_NUMBERS}}"
    yield Entry([(5, Text(head, "source"))])
    for rank in matrix.ranks:
        answer = rank.hypothesis
        words = flat(answer.answer.words) + (f" (added by {flat(answer.by)})" if answer.by else "")
        numbers = f"{_number(rank.against):>{_NUMBERS}}{_number(rank.favour):>{_NUMBERS}}"
        lines = _wrapped(words)
        first = Text(f"{lines[0]:<{_WORDS}}{numbers}")
        more = [(5, Text(line)) for line in lines[1:]]
        yield Entry([(5, first), *more], (), f"  {own[answer]}")


def _rows(analysis: Analysis, own: Mapping[Hypothesis, str]) -> Iterator[RenderableType]:
    """Each statement with its signs in the margin; those that tell most apart first."""
    matrix = analysis.matrix
    wide = max(max(map(len, own.values())) + 1, 2)
    indent = 3 + wide * len(own)
    if not matrix.rows:
        return
    yield ""
    yield Text("  " + "".join(f"{letter:<{wide}}" for letter in own.values()), "source")
    for row in sorted(matrix.rows, key=lambda row: -row.diagnosticity):
        signs = "  " + "".join(f"{_SIGNS[cell]:<{wide}}" for cell in row.cells)
        entry = line_entry(analysis.lines[row.statement], indent, signs)
        apart = f"tells apart {row.diagnosticity:.0%}" if len(own) > 1 else ""
        told = joined([apart, *_marked(row, own)])
        more = [(indent + 2, told)] if told else []
        yield Entry([*entry.paragraphs, *more], entry.references, signs)


def _marked(row: Row, own: Mapping[Hypothesis, str]) -> Iterator[str]:
    for letter, by in zip(own.values(), row.by, strict=True):
        if by:
            yield f"{letter} marked by {by}"


def _sources(matrix: Matrix, own: Mapping[Hypothesis, str]) -> Iterator[RenderableType]:
    """What would lead if a source were left out."""
    least = min(rank.against for rank in matrix.ranks)
    leading = [own[rank.hypothesis] for rank in matrix.ranks if rank.against == least]
    yield ""
    yield Entry([(2, Text.assemble("Least against: ", (", ".join(leading), "name")))])
    changing = [each for each in matrix.without if each.changes]
    for each in changing:
        now = ", ".join(own[hypothesis] for hypothesis in each.leading)
        yield Entry([(4, Text(f"without {flat(each.origin.name)}: {now}", "unsure"))])
    rest = len(matrix.without) - len(changing)
    if rest:
        which = f"any of {rest}" if rest > 1 else "the"
        other = f"other source{'s' * (rest > 1)}" if changing else f"source{'s' * (rest > 1)}"
        told = f"leaving out {which} {other} does not change that"
        yield Entry([(4, Text(told, "source"))])


def _alphabet() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _wrapped(words: str) -> list[str]:
    """Words in lines that leave a blank before the numbers."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 >= _WORDS:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
