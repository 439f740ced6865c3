"""Whether the words around a date look back or ahead."""

import re
from collections.abc import Sequence

from onrecord.extract.times.rule import Tense
from onrecord.model import Span, Word

__all__ = ["tense_at", "tense_of_verb"]

_AHEAD = re.compile(
    r"\b(?:will|shall|would|won['’]t|going\s+to|scheduled|expected|expects?|due|plans?|planned|"
    r"planning|set\s+to|hopes?|until|as\s+(?:early|soon|late)\s+as|effective|expires?|upcoming|"
    r"payable)\b|['’]ll\b",
    re.I,
)
_BACK = re.compile(
    r"\b(?<!\bbe )(?:was|were|had|did|said|told|made|went|came|took|gave|met|began|left|held|found|"
    r"saw|got|led|rose|fell|sent|struck|spoke|broke|lost|won|became|shot|hit|put|[a-z]{2,}ed)\b",
    re.I,
)
_DEADLINE = re.compile(
    r"\w\s+(?:until|till|as\s+(?:early|soon|late)\s+as|effective|payable)\s+(?:[0-9.:apm]+\s+)*$",
    re.I,
)
_PLAN = re.compile(r"(?:schedul|expect|plan|intend|hop(?:e|ing)|due|set|postpon)", re.I)


def tense_at(text: str, sentence: Span, span: Span) -> Tense:
    """The tense of the nearest cue before `span` in its sentence, else of the first one after it.

    By the look of the words alone: for text that has not been through the network.
    """
    cues = [
        (match.start(), tense)
        for pattern, tense in ((_AHEAD, Tense.FUTURE), (_BACK, Tense.PAST))
        for match in pattern.finditer(text, sentence.begin, sentence.end)
    ]
    before = [cue for cue in cues if cue[0] < span.begin]
    after = [cue for cue in cues if cue[0] >= span.end]
    if before:
        return max(before, key=lambda cue: cue[0])[1]
    return min(after, key=lambda cue: cue[0])[1] if after else Tense.PRESENT


def tense_of_verb(words: Sequence[Word], at: int, before: str) -> Tense:
    """The tense of the nearest verb that has one, at or above word `at` in its syntax tree.

    `before` is the sentence up to that word: after "until" time lies ahead, whatever the verb.
    """
    if _DEADLINE.search(before):
        return Tense.FUTURE
    for _ in range(len(words)):
        word = words[at]
        own = [w for w in _near(words, at) if w.head == at and w.deprel.startswith(("aux", "cop"))]
        tense = _tense(word, own)
        if tense or word.head < 0:
            return tense or Tense.PRESENT
        at = word.head
    return Tense.PRESENT


def _near(words: Sequence[Word], at: int) -> list[Word]:
    """The words of the same sentence, as far as auxiliaries stand from their verb."""
    return [w for w in words[max(at - 12, 0) : at + 12] if w.sentence == words[at].sentence]


def _tense(word: Word, auxiliaries: Sequence[Word]) -> Tense | None:
    tags = {aux.xpos for aux in auxiliaries}
    forms = {aux.text.lower() for aux in auxiliaries}
    if "MD" in tags:
        return Tense.PAST if forms & {"have", "could"} else Tense.FUTURE
    if _PLAN.match(word.text) and "VBD" not in tags:
        return Tense.FUTURE
    if "VBD" in tags or word.xpos in ("VBD", "VBN"):
        return Tense.PAST
    return Tense.PRESENT if (tags | {word.xpos}) & {"VBZ", "VBP"} else None
