"""Whether the words around a date look back or ahead."""

import re
from collections.abc import Sequence

from onrecord.extract.times.rule import Tense
from onrecord.model import Span, Word

__all__ = ["tense_at"]

_AHEAD = re.compile(
    r"\b(?:will|shall|would|won['’]t|going\s+to|scheduled|expected|expects?|due|plans?|planned|"
    r"planning|set\s+to|hopes?|until|as\s+(?:early|soon|late)\s+as|effective|expires?|"
    r"upcoming|payable)\b|['’]ll\b",
    re.I,
)
_BACK = re.compile(
    r"\b(?<!\bbe )(?:was|were|had|did|said|told|made|went|came|took|gave|met|began|left|held|found|"
    r"saw|got|led|rose|fell|sent|struck|spoke|broke|lost|won|became|shot|hit|put|[a-z]{2,}ed)\b",
    re.I,
)


def tense_at(text: str, sentence: Span, span: Span, words: Sequence[Word]) -> Tense:
    """The tense of the nearest cue before `span` in its sentence, else of the first one after it.

    `words` are those of the sentence; without them, past tense is told by the look of the words.
    """
    cues = [(m.start(), Tense.FUTURE) for m in _AHEAD.finditer(text, sentence.begin, sentence.end)]
    if words:
        cues += [(w.span.begin, Tense.PAST) for w in words if w.xpos == "VBD"]
    else:
        cues += [
            (m.start(), Tense.PAST) for m in _BACK.finditer(text, sentence.begin, sentence.end)
        ]
    before = [cue for cue in cues if cue[0] < span.begin]
    after = [cue for cue in cues if cue[0] >= span.end]
    if before:
        return max(before, key=lambda cue: cue[0])[1]
    return min(after, key=lambda cue: cue[0])[1] if after else Tense.PRESENT
