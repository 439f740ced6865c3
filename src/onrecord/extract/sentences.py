"""The sentences of a report; page furniture has none."""

from onrecord.extract.stage import Stage
from onrecord.model import BlockKind, Document, Reading, Sentence
from onrecord.nlp import segment

__all__ = ["SENTENCES", "sentences"]


def sentences(document: Document, reading: Reading) -> tuple[Sentence, ...]:
    """Sentences in text order; none goes across blocks."""
    return tuple(
        Sentence(span, number)
        for number, block in enumerate(reading.blocks)
        if block.kind is not BlockKind.FURNITURE
        for span in segment.sentences(document.text, block.span)
    )


SENTENCES = Stage("sentences", ("blocks",), sentences)
