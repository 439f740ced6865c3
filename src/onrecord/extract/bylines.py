"""Quotations with nothing but a name after them: "...," Ana Souza in a 2010 paper."""

from collections.abc import Iterator, Sequence

from onrecord.extract.quotations import quotations
from onrecord.extract.syntax import Tree
from onrecord.extract.unmarked import INHERITED
from onrecord.model import BlockKind, Reading, Span, SpokenSpans

__all__ = ["bylines"]

_LEAST_WORDS = 4
_MOST_WORDS = 12
"""A byline is short."""


def bylines(
    text: str, reading: Reading, tree: Tree, spoken: Sequence[SpokenSpans]
) -> Iterator[SpokenSpans]:
    """The long quotations that nobody holds, and whose paragraph ends with a name and no verb."""
    words = tree.words
    for block in reading.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        for quotation in quotations(text, block.span):
            held = any(s.source and p.overlaps(quotation) for s in spoken for p in s.content)
            inside = tree.words_in(block.span)
            name = _name_after(tree, [i for i in inside if words[i].span.begin >= quotation.end])
            if name is not None and not held and len(tree.words_in(quotation)) >= _LEAST_WORDS:
                yield SpokenSpans((name,), (), (quotation,), INHERITED)


def _name_after(tree: Tree, rest: Sequence[int]) -> Span | None:
    """The name that the rest of a paragraph begins with, if it is short and tells nothing."""
    words = [tree.words[i] for i in rest]
    while words and words[0].upos == "PUNCT":
        words = words[1:]
    if len(words) > _MOST_WORDS or any(word.upos in ("VERB", "AUX") for word in words):
        return None
    name = []
    for word in words:
        if word.upos != "PROPN" and word.xpos != "HYPH":
            break
        name.append(word)
    if sum(word.upos == "PROPN" for word in name) < 2:
        return None
    return Span(name[0].span.begin, name[-1].span.end)
