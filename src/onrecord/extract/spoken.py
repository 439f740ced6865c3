"""Attributions kept to their paragraph, and words that the network gave to nobody.

A speaker's words end with the paragraph unless a quotation goes on in the next. And what stands in
quotation marks is not the report's own assertion: whoever speaks nearest in the paragraph said it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.syntax import Tree
from onrecord.lexicon import speech
from onrecord.lexicon.speech import Giver
from onrecord.model import Reading, Span, SpokenSpans

__all__ = ["QUOTES", "mended"]

_QUOTED = re.compile(r"“[^“”\n]+(?:”|$)|\"[^\"\n]+(?:\"|$)", re.MULTILINE)
QUOTES = "“\"‘'"
_LEAST_WORDS = 4
"""Shorter quotations are names, nicknames and scare quotes as often as speech."""
_INHERITED = 0.5
"""The score of an attribution that the network did not make."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_SPEAKERS = frozenset({"person", "organization", "place"})


def mended(text: str, reading: Reading) -> tuple[SpokenSpans, ...]:
    """The network's attributions, each within its paragraph; those of verbs of speaking that it
    passed over; and one more for each long quotation that none of them holds, with the source and
    cue of the nearest in its paragraph."""
    spoken = tuple(_kept_in_block(text, reading, reading.analysis.spoken))
    spoken += tuple(_by_verb(Tree(reading.analysis.words), spoken))
    return spoken + tuple(_given(text, reading, spoken))


def _by_verb(tree: Tree, spoken: Sequence[SpokenSpans]) -> Iterator[SpokenSpans]:
    """Reports of speech inside another's words, which the network often leaves to the other."""
    for index, word in enumerate(tree.words):
        cue = speech.match(tree.lemmas, index, tree.parts) if word.upos == "VERB" else None
        clause, speaker = tree.child(index, "ccomp"), tree.child(index, "nsubj")
        if cue is None or cue.value.giver is not Giver.SUBJECT or clause is None or speaker is None:
            continue
        if tree.words[speaker].entity not in _SPEAKERS or _is_cue(word.span, spoken):
            continue
        inside = [tree.words[i].span for i in tree.subtree(clause)]
        content = Span(min(s.begin for s in inside), max(s.end for s in inside))
        yield SpokenSpans((tree.phrase(speaker),), (word.span,), (content,), _INHERITED)


def _is_cue(span: Span, spoken: Sequence[SpokenSpans]) -> bool:
    return any(cue.overlaps(span) for s in spoken for cue in s.cue)


def _kept_in_block(
    text: str, reading: Reading, spoken: Sequence[SpokenSpans]
) -> Iterator[SpokenSpans]:
    tree = Tree(reading.analysis.words)
    for attribution in spoken:
        anchors = attribution.cue or attribution.source
        if not anchors:
            continue
        home = _block(reading, anchors[0])
        content = tuple(
            piece
            for piece in attribution.content
            if _block(reading, piece) == home or text[piece.begin] in QUOTES
        )
        source = tuple(
            span
            for span in attribution.source
            if _block(reading, span) == home and _names_somebody(tree, span)
        )
        if content:
            content = tuple(_joined(text, content, (*attribution.source, *attribution.cue)))
            yield replace(attribution, source=source, content=content)


def _joined(text: str, content: Sequence[Span], between: Sequence[Span]) -> Iterator[Span]:
    """The pieces of a content, those of one line made one unless the speaker stands between."""
    last: Span | None = None
    for piece in sorted(content):
        if last is not None:
            whole = last.cover(piece)
            broken = any(span.overlaps(whole) for span in between) or "\n" in whole.of(text)
            if not broken:
                last = whole
                continue
            yield last
        last = piece
    if last is not None:
        yield last


def _names_somebody(tree: Tree, span: Span) -> bool:
    return any(tree.words[i].upos in _NOMINAL for i in tree.words_in(span))


def _block(reading: Reading, span: Span) -> int | None:
    inside = (n for n, block in enumerate(reading.blocks) if block.span.contains(span))
    return next(inside, None)


def _given(text: str, reading: Reading, spoken: Sequence[SpokenSpans]) -> Iterator[SpokenSpans]:
    for block in reading.blocks:
        inside = [s for s in spoken if s.source and s.cue and block.span.contains(s.cue[0])]
        for match in _QUOTED.finditer(text, block.span.begin, block.span.end):
            span = Span(match.start(), match.end())
            if len(match.group().split()) < _LEAST_WORDS or _is_held(span, spoken):
                continue
            if inside:
                near = min(inside, key=lambda s: _distance(s.cue[0], span))
                yield SpokenSpans(near.source, near.cue, (span,), _INHERITED)


def _is_held(span: Span, spoken: Sequence[SpokenSpans]) -> bool:
    return any(piece.overlaps(span) for s in spoken for piece in s.content)


def _distance(one: Span, other: Span) -> int:
    return max(one.begin - other.end, other.begin - one.end, 0)
