"""What people change of proposed hypotheses: add, reword, drop, and mark a cell."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.lexicon.acts import HYPOTHESIS
from onrecord.model import Decision
from onrecord.weigh.hypotheses import (
    Cell,
    Hypothesis,
    Named,
    Question,
    answer_key,
    answer_keys,
)

__all__ = ["Act", "Edit", "added", "edited", "marks"]


class Act(StrEnum):
    """What is done to a hypothesis."""

    ADD = "add"
    REWORD = "reword"
    DROP = "drop"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: to the hypothesis `key` on a question about what stands at `anchor`.

    `words` are new ones for it; a mark has the anchor of its statement, and its cell. `why` may be
    empty.
    """

    act: Act
    question: Question
    anchor: str
    key: str
    by: str
    at: str
    words: str = ""
    statement: str = ""
    cell: Cell = Cell.NEUTRAL
    why: str = ""

    def decision(self) -> Decision:
        """The edit as a decision to be kept."""
        told = {"act": self.act, "question": self.question, "key": self.key}
        if self.act in (Act.ADD, Act.REWORD):
            told["words"] = self.words
        if self.act is Act.MARK:
            told |= {"statement": self.statement, "cell": self.cell}
        if self.why:
            told["why"] = self.why
        value = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return Decision(HYPOTHESIS, self.anchor, value, self.by, self.at)

    @classmethod
    def of(cls, decision: Decision) -> "Edit":
        """The edit that a decision keeps; raises KeyError or ValueError for another's."""
        told = json.loads(decision.value)
        return cls(
            Act(told["act"]),
            Question(told["question"]),
            decision.anchor,
            told["key"],
            decision.by,
            decision.at,
            told.get("words", ""),
            told.get("statement", ""),
            Cell(told.get("cell", Cell.NEUTRAL)),
            told.get("why", ""),
        )


def added(question: Question, anchor: str, words: str, by: str, at: str) -> Edit:
    """The edit that puts up a new answer in somebody's words."""
    return Edit(Act.ADD, question, anchor, answer_key(answer_keys(question, words)), by, at, words)


def edited(proposed: Sequence[Hypothesis], edits: Iterable[Edit]) -> tuple[Hypothesis, ...]:
    """The hypotheses as people left them: those proposed, then those added; none that was dropped
    and not added again."""
    found = {each.key: each for each in proposed}
    dropped: set[str] = set()
    for edit in edits:
        if edit.act is Act.DROP:
            dropped.add(edit.key)
        elif edit.act is Act.ADD:
            dropped.discard(edit.key)
            answer = Named(edit.words, answer_keys(edit.question, edit.words), None)
            found.setdefault(edit.key, Hypothesis(edit.key, answer, edit.by))
        elif edit.act is Act.REWORD and edit.key in found:
            old = found[edit.key]
            answer = Named(edit.words, old.answer.keys, old.answer.kind)
            found[edit.key] = Hypothesis(edit.key, answer, old.by)
    return tuple(each for key, each in found.items() if key not in dropped)


def marks(
    edits: Iterable[Edit], statements: Mapping[str, str]
) -> dict[tuple[str, str], tuple[Cell, str]]:
    """The last mark of each cell, by statement and key of the hypothesis, with who set it.

    `statements` are the ids of statements by their anchors.
    """
    return {
        (statements[edit.statement], edit.key): (edit.cell, edit.by)
        for edit in edits
        if edit.act is Act.MARK and edit.statement in statements
    }
