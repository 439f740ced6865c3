"""Readings of hand-built analyses: all stages but the network and the gazetteer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.trees import analysis

from onrecord.extract.attributions import ATTRIBUTIONS
from onrecord.extract.certainty import CERTAINTY
from onrecord.extract.coreference import CHAINS
from onrecord.extract.layout import BLOCKS
from onrecord.extract.mentions import MENTIONS
from onrecord.extract.stage import Stage, read_through
from onrecord.extract.statements import STATEMENTS
from onrecord.extract.times import TIMES
from onrecord.model import Document, Labelled, Reading, Span, SpokenSpans

__all__ = ["read_rows"]

Spoken = tuple[str | None, str, str]


def read_rows(
    *rows: str,
    layers: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    spoken: Sequence[Spoken] = (),
    lines: bool = False,
) -> tuple[str, Reading]:
    """The text and reading of sentences of rows (`tests.trees`), each a line of its own if `lines`.

    `layers` gives the network's spans as pairs of words and label, `spoken` its attributions as
    source, cue and content, each by the first place where its words stand.
    """
    text, found, sentences = analysis(*rows)
    if lines:
        ends = {sentence.span.end for sentence in sentences}
        text = "".join("\n" if at in ends else letter for at, letter in enumerate(text))

    else:
        sentences = tuple(replace(sentence, block=0) for sentence in sentences)

    def span(words: str) -> Span:
        begin = text.index(words)
        return Span(begin, begin + len(words))

    labelled = {
        name: tuple(Labelled(span(words), label, 0.9) for words, label in pairs)
        for name, pairs in (layers or {}).items()
    }
    given = tuple(
        SpokenSpans((span(source),) if source else (), (span(cue),), (span(content),), 0.9)
        for source, cue, content in spoken
    )
    found = replace(found, layers=labelled, spoken=given)
    document = Document("d", text, publisher="The Daily Ferry", published="2020-05-06")
    read = read_through(
        [
            BLOCKS,
            Stage("sentences", (), lambda document, reading: sentences),
            Stage("analysis", (), lambda document, reading: found),
            MENTIONS,
            CHAINS,
            TIMES,
            Stage("places", (), lambda document, reading: ()),
            ATTRIBUTIONS,
            CERTAINTY,
            STATEMENTS,
        ]
    )
    return text, read(document)
