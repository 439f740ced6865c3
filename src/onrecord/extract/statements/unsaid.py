"""What a source says beyond the statements that were read in its words."""

from collections.abc import Iterable, Sequence

from onrecord.extract.cues import cue_at, gives_object
from onrecord.extract.holders import is_same, is_self
from onrecord.extract.quotations import quotations
from onrecord.extract.statements.context import Context
from onrecord.extract.statements.draft import Draft
from onrecord.lexicon import speech
from onrecord.lexicon.speech import Speech
from onrecord.model import Attribution, Predicate, Span, Statement

__all__ = ["left_unsaid"]

_ABOUT_OTHERS = frozenset({Speech.JUDGES, Speech.DENIES})
_LEAST_WORDS = 2
"""A single word tells nothing."""


def left_unsaid(context: Context, told: Sequence[Statement]) -> Iterable[Draft]:
    """`says` with a source's whole words, sentence by sentence, where what was read in them quotes
    less than half: what somebody says beyond our labels is on record all the same."""
    citing = list(_citing(context))
    readable = set(context.readable())
    for attribution in context.reading.attributions:
        if attribution.relayed or is_self(attribution.holder):
            continue
        own = (s.span for s in told if any(is_same(attribution.holder, h) for h in s.holders))
        quoted = sorted([*own, *citing])
        for part in _parts(context, attribution):
            head = context.tree.head_of(part)
            if head not in readable or _is_told(part, (s for s in quoted if s.overlaps(part))):
                continue
            if _is_sayable(context, attribution, part):
                yield _whole_words(context, attribution, part, head)


def _citing(context: Context) -> Iterable[Span]:
    """The words by which somebody is cited: "citing an official"."""
    for attribution in context.reading.attributions:
        for cue in attribution.cue:
            if any(gives_object(context.tree, i) for i in context.tree.words_in(cue)):
                yield from (cue.cover(source) for source in attribution.source)


def _whole_words(context: Context, attribution: Attribution, part: Span, head: int) -> Draft:
    slots = context.arguments.of(head) if context.tree.is_predicate(head) else {}
    said = [i for piece in attribution.content for i in context.tree.words_in(piece)]
    roles = {}
    for role in ("subject", "object"):
        found = (i for i in slots.get(role, ()) if i in said)
        known = tuple(i for i in found if not context.is_loose_pronoun(i))
        if known:
            roles[role] = known
    return Draft(Predicate.SAYS, head, roles, spans={"content": part}, confidence=0.7)


def _parts(context: Context, attribution: Attribution) -> Iterable[Span]:
    """The content by sentences."""
    for piece in attribution.content:
        for sentence in context.reading.sentences:
            begin, end = max(piece.begin, sentence.span.begin), min(piece.end, sentence.span.end)
            if begin < end:
                yield Span(begin, end)


def _is_told(part: Span, quoted: Iterable[Span]) -> bool:
    """Whether at least half of the part is quoted."""
    told, at = 0, part.begin
    for span in quoted:
        told += max(0, min(span.end, part.end) - max(span.begin, at))
        at = max(at, span.end)
    return 2 * told >= len(part)


def _is_sayable(context: Context, attribution: Attribution, part: Span) -> bool:
    """Whether the words tell something by themselves: a clause, words in quotation marks, or what
    is announced ("reported no arrests"); not what is praised or refused."""
    tree, text = context.tree, context.document.text
    words = [i for i in tree.words_in(part) if tree.words[i].upos != "PUNCT"]
    if any(tree.is_predicate(i) for i in words):
        return True
    if len(words) < _LEAST_WORDS or all(context.is_time(i) for i in words):
        return False
    if tree.words[words[0]].upos == "ADP":  # "of the process, he said": the topic
        return False
    if _is_quoted(text, part):
        return True
    told = [i for span in attribution.cue for i in tree.words_in(span)]
    return any(
        cue.speech not in _ABOUT_OTHERS and not speech.basis(tree.lemmas, i, tree.parts)
        for i in told
        if (cue := cue_at(tree, i)) is not None
    )


def _is_quoted(text: str, part: Span) -> bool:
    """Whether the words stand in a quotation that begins before them in their line."""
    begin = text.rfind("\n", 0, part.begin) + 1
    end = text.find("\n", part.end)
    line = Span(begin, len(text) if end < 0 else end)
    return any(quotation.overlaps(part) for quotation in quotations(text, line))
