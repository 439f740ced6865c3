"""What holds while it is told: the present tense, dated to the day of the report or of the saying.

"Leads the brigade" and "is visiting the port" are so on the day they are told, and the record says
so ("as of"), not since when nor until when. What is told as past, planned or usual has no such day,
and neither has what stands in quotation marks: who was quoted may have said it at any time.
"""

from onrecord.extract.holders import attributions_of
from onrecord.extract.quotations import quotations
from onrecord.extract.statements.context import Context
from onrecord.model import (
    Factuality,
    Predicate,
    Span,
    Statement,
    TimeExpression,
    TimeInterval,
    TimexType,
)

__all__ = ["as_of"]

_PRESENT = frozenset({"VBZ", "VBP"})
_STATES = frozenset(
    {
        Predicate.ROLE,
        Predicate.MEMBER_OF,
        Predicate.LEADER_OF,
        Predicate.PART_OF,
        Predicate.BASED_IN,
        Predicate.ALLIED_WITH,
        Predicate.ASSOCIATED_WITH,
        Predicate.RIVAL_OF,
        Predicate.FIGHTS,
        Predicate.FUNDS,
        Predicate.SUPPLIES,
        Predicate.POSSESSES,
        Predicate.ENGAGED_IN,
        Predicate.PRESENT_AT,
    }
)
"""Relations that last; the simple present of any other tells what is usual, or a story."""


def as_of(context: Context, word: int, statement: Statement) -> TimeExpression | None:
    """The time of a statement that holds while it is told, found at `word`; None for any other."""
    if statement.summary or statement.certainty.factuality is not Factuality.CERTAIN:
        return None
    told = statement.time
    span = _present(context, word, statement, told is not None)
    if told is not None and span is not None:
        span = told.span if told.value == "PRESENT_REF" and told.interval is None else None
    day = None if span is None else _day_of_telling(context, word)
    if span is None or day is None:
        return None
    text = span.of(context.document.text)
    edtf = day.earliest.isoformat() if day.earliest and day.earliest == day.latest else None
    return TimeExpression(span, text, TimexType.DATE, "PRESENT_REF", None, edtf, day)


def _present(context: Context, word: int, statement: Statement, now: bool) -> Span | None:
    """The words that put what the statement says in the present; `now` if it says so itself."""
    tree = context.tree
    head = tree.words[word]
    around = tree.children(word, "aux", "cop")
    finite = [i for i in around if tree.words[i].xpos in _PRESENT]
    if any(tree.words[i].xpos in ("MD", "VBD") for i in around) or tree.children(word, "case"):
        return None
    if head.xpos == "VBG" and finite and not tree.children(word, "xcomp"):
        return tree.words[finite[0]].span.cover(head.span)
    if statement.predicate not in _STATES and not now:
        return None
    if head.xpos in _PRESENT and not head.text.endswith("ed"):  # tagged wrong
        return head.span
    passive = head.xpos == "VBN" and bool(tree.children(word, "aux:pass"))
    is_state = passive or head.upos != "VERB"
    is_perfect = any(tree.lemma(i) == "have" for i in finite)
    return tree.words[finite[0]].span if finite and is_state and not is_perfect else None


def _day_of_telling(context: Context, word: int) -> TimeInterval | None:
    """The day that a clause in the present speaks of."""
    published = context.dates.published
    span = context.tree.words[word].span
    around = attributions_of(context.reading.attributions, span)
    cue = context.tree.head_of(around[0].cue[0]) if around and around[0].cue else None
    said = None if cue is None else context.dates.of(cue)
    if said is not None:
        whole = said.interval is not None and said.interval.earliest and said.interval.latest
        return said.interval if whole else None
    if published is None or _is_quoted(context, word):
        return None
    return TimeInterval(published, published)


def _is_quoted(context: Context, word: int) -> bool:
    """Whether the word stands in quotation marks."""
    reading = context.reading
    at = context.tree.words[word]
    block = reading.blocks[reading.sentences[at.sentence].block].span
    return any(quoted.contains(at.span) for quoted in quotations(context.document.text, block))
