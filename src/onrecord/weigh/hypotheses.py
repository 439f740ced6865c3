"""Analysis of competing hypotheses (Heuer 1999): which answer has the least against it.

The rules by which a cell is filled and answers are ranked stand in docs/reference/hypotheses.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from onrecord.lexicon.names import fold
from onrecord.model import Origin

__all__ = [
    "Cell",
    "Ground",
    "Hypothesis",
    "Matrix",
    "Named",
    "Question",
    "Rank",
    "Row",
    "Without",
    "answer_key",
    "answer_keys",
    "filled",
    "matrix",
    "proposed",
    "sources",
    "word_keys",
]


_LONG = 4
"""Letters of a word that tells one description from another."""


class Question(StrEnum):
    """What is asked about an event."""

    WHO = "who"
    WHY = "why"


class Cell(StrEnum):
    """How a statement stands to a hypothesis."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Named:
    """Who or what a statement gives for an answer, in `words`.

    Two are the same if the `keys` of one are among those of the other. Only those of one `kind` are
    rivals; None is a rival of every kind, and "" of none.
    """

    words: str
    keys: frozenset[str]
    kind: str | None

    def same(self, other: "Named") -> bool:
        """Whether both are one answer."""
        return bool(self.keys and other.keys) and (
            self.keys <= other.keys or other.keys <= self.keys
        )

    def rivals(self, other: "Named") -> bool:
        """Whether not both can be the answer."""
        if "" in (self.kind, other.kind) or self.same(other):
            return False
        return None in (self.kind, other.kind) or self.kind == other.kind


@dataclass(frozen=True, slots=True)
class Ground:
    """What a statement says on a question: the answers that it holds for right, those that it
    rejects, and whether it holds its own for the only one. `voice` is whoever says so, the same in
    each of their statements, or empty."""

    statement: str
    favours: tuple[Named, ...] = ()
    rejects: tuple[Named, ...] = ()
    exclusive: bool = False
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An answer; `key` names it in people's edits, `by` is who added it, None for the program."""

    key: str
    answer: Named
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A statement against each hypothesis; `by` tells who marked a cell, None where the rule did.

    `diagnosticity` is the share of pairs of hypotheses that the statement tells apart.
    """

    statement: str
    cells: tuple[Cell, ...]
    by: tuple[str | None, ...]
    diagnosticity: float


@dataclass(frozen=True, slots=True)
class Rank:
    """How much speaks against a hypothesis, and for it: independent sources by their weight."""

    hypothesis: Hypothesis
    against: float
    favour: float


@dataclass(frozen=True, slots=True)
class Without:
    """Which hypotheses have the least against them if a source is left out, and whether others had
    before."""

    origin: Origin
    leading: tuple[Hypothesis, ...]
    changes: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The hypotheses in fixed order, the statements against them, the ranks, the least against
    first, and what each source's absence would change."""

    question: Question
    hypotheses: tuple[Hypothesis, ...]
    rows: tuple[Row, ...]
    ranks: tuple[Rank, ...]
    without: tuple[Without, ...]


Marks = Mapping[tuple[str, str], tuple[Cell, str]]
Weight = Callable[[Origin], float]


def answer_keys(question: Question, words: str) -> frozenset[str]:
    """What makes answers the same: for who, the name; for why, its longer words."""
    return frozenset({fold(words)}) if question is Question.WHO else word_keys(words)


def word_keys(words: str) -> frozenset[str]:
    """What makes descriptions the same: their longer words, or all if none is long."""
    found = re.findall(r"\w+", fold(words))
    return frozenset(each for each in found if len(each) >= _LONG or each.isdecimal()) or (
        frozenset(found)
    )


def answer_key(keys: Iterable[str]) -> str:
    """The key of a hypothesis by those of its answer."""
    return " ".join(sorted(keys))


def proposed(grounds: Iterable[Ground]) -> tuple[Hypothesis, ...]:
    """The answers that statements hold or reject, each once, in their order; of those that are the
    same, the one with the fewest words gives the words."""
    found: list[Named] = []
    for ground in grounds:
        for named in (*ground.favours, *ground.rejects):
            place = next((n for n, other in enumerate(found) if other.same(named)), None)
            if place is None:
                found.append(named)
            elif len(named.keys) < len(found[place].keys):
                found[place] = named
    return tuple(Hypothesis(answer_key(each.keys), each) for each in found)


def filled(
    hypotheses: Sequence[Hypothesis], grounds: Sequence[Ground], marks: Marks
) -> tuple[Row, ...]:
    """Every statement against every hypothesis.

    `marks` are people's cells by statement and key of the hypothesis, with who marked them.
    """
    held: dict[str, list[Named]] = {}
    for each in grounds:
        held.setdefault(each.voice or each.statement, []).extend(each.favours)
    return tuple(
        _row(each, held[each.voice or each.statement], hypotheses, marks) for each in grounds
    )


def sources(
    rows: Iterable[Row], origins: Callable[[Sequence[str]], Iterable[Origin]]
) -> tuple[Origin, ...]:
    """The independent sources of the statements; `origins` tells those of some.

    Only who says the same can have it from another, so they are asked for account by account; a
    source of several accounts is one.
    """
    accounts: dict[tuple[Cell, ...], list[str]] = {}
    for row in rows:
        accounts.setdefault(row.cells, []).append(row.statement)
    found: dict[tuple[str, str | None], Origin] = {}
    for account in accounts.values():
        for each in origins(account):
            key = (each.name, each.entity)
            before = found[key].statements if key in found else ()
            found[key] = replace(each, statements=(*before, *each.statements))
    return tuple(found.values())


def matrix(
    question: Question,
    hypotheses: Sequence[Hypothesis],
    rows: Sequence[Row],
    origins: Sequence[Origin],
    weight: Weight,
) -> Matrix:
    """The ranks of the hypotheses, and how far they hang on one source.

    `origins` are the independent sources of the rows' statements: each counts once for, and once
    against, a hypothesis, by its `weight`.
    """
    ranks = _ranks(hypotheses, rows, origins, weight)
    leading = _leading(ranks)
    without = []
    for origin in origins:
        others = [each for each in origins if each is not origin]
        now = _leading(_ranks(hypotheses, rows, others, weight))
        without.append(Without(origin, now, {x.key for x in now} != {x.key for x in leading}))
    return Matrix(question, tuple(hypotheses), tuple(rows), ranks, tuple(without))


def _row(
    ground: Ground, held: Sequence[Named], hypotheses: Sequence[Hypothesis], marks: Marks
) -> Row:
    """`held` is all that whoever holds the statement holds for right: who names two speaks against
    neither."""
    cells, by = [], []
    for hypothesis in hypotheses:
        mark = marks.get((ground.statement, hypothesis.key))
        cells.append(mark[0] if mark else _cell(ground, held, hypothesis.answer))
        by.append(mark[1] if mark else None)
    pairs = list(combinations(cells, 2))
    told = sum(one is not other for one, other in pairs) / len(pairs) if pairs else 0.0
    return Row(ground.statement, tuple(cells), tuple(by), told)


def _cell(ground: Ground, held: Sequence[Named], answer: Named) -> Cell:
    if any(each.same(answer) for each in ground.favours):
        return Cell.CONSISTENT
    if any(each.same(answer) for each in ground.rejects):
        return Cell.INCONSISTENT
    rival = ground.exclusive and any(each.rivals(answer) for each in ground.favours)
    if rival and not any(each.same(answer) for each in held):
        return Cell.INCONSISTENT
    return Cell.NEUTRAL


def _ranks(
    hypotheses: Sequence[Hypothesis],
    rows: Sequence[Row],
    origins: Sequence[Origin],
    weight: Weight,
) -> tuple[Rank, ...]:
    of = {row.statement: row.cells for row in rows}

    def total(column: int, cell: Cell) -> float:
        return sum(
            weight(origin)
            for origin in origins
            if any(of[each][column] is cell for each in origin.statements if each in of)
        )

    ranks = [
        Rank(each, total(column, Cell.INCONSISTENT), total(column, Cell.CONSISTENT))
        for column, each in enumerate(hypotheses)
    ]
    return tuple(sorted(ranks, key=lambda rank: (rank.against, -rank.favour)))


def _leading(ranks: Collection[Rank]) -> tuple[Hypothesis, ...]:
    """Those with the least against them."""
    least = min((rank.against for rank in ranks), default=0.0)
    return tuple(rank.hypothesis for rank in ranks if rank.against == least)
