"""Whose words a transcript gives, and who the "I" of somebody's words is."""

import pytest
from tests.extract.chained import rows
from tests.readings import read_rows

from onrecord.extract.syntax import Tree
from onrecord.extract.transcripts import turns
from onrecord.model import Block, BlockKind, Reading, Sentence, Span

FLED = "Rebels fled. "
SOLD = "I/PRON/2/nsubj sell/VERB/0/root the/DET/4/det mill/NOUN/2/obj ./PUNCT/2/punct"
SAYING = "Okoro/PROPN/2/nsubj say/VERB/0/root :/PUNCT/2/punct"


def _held(*lines: str) -> list[tuple[str, str]]:
    """Speaker and words of each turn of a text of these paragraphs, read without syntax."""
    text = "\n".join(lines)
    at, blocks, pieces = 0, [], []
    for number, line in enumerate(lines):
        blocks.append(Block(Span(at, at + len(line)), BlockKind.PARAGRAPH))
        pieces.append(Sentence(Span(at, at + len(line)), number))
        at += len(line) + 1
    reading = Reading("d", blocks=tuple(blocks), sentences=tuple(pieces))
    return [
        (found.source[0].of(text), found.content[0].of(text)[: len(FLED) - 1])
        for found in turns(text, reading, _Words(text))
    ]


class _Words(Tree):
    """A text whose every stretch has words, but no mark any syntax."""

    def __init__(self, text: str) -> None:
        super().__init__(())
        self._text = text

    def words_in(self, span: Span) -> list[int]:
        return [] if self._text[span.begin - 1] == "[" else [0]


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        (("[SPEECH] [Ines Okoro, minister] [Text] " + FLED,), ["Ines Okoro"]),
        (("[communique issued by River Front] [Text] " + FLED,), ["River Front"]),
        (("[Report] [Bao Tran] [Text] " + FLED,), []),
        (("[Report] [Colonel Bao Tran, army chief] [Text] " + FLED,), ["Colonel Bao Tran"]),
        (("[article] [Bao Tran, our envoy] [Text] " + FLED,), []),
        (("[Text] [Okoro] " + FLED, "[Tran] " + FLED), ["Okoro", "Tran"]),
        (("[Begin Okoro recording] " + FLED + "[end recording] " + FLED,), ["Okoro"]),
        (("[Text] [Okoro] " + FLED, "[Announcer] " + FLED), ["Okoro"]),
        (("[Passage omitted] " + FLED, "[words indistinct] " + FLED), []),
        (("[Okoro] " + FLED,), []),
        (("The front [River Front] fled. ", "It fled [Text]. "), []),
    ],
)
def test_words_are_the_speakers_whom_a_mark_names(
    lines: tuple[str, ...], speakers: list[str]
) -> None:
    assert [speaker for speaker, _ in _held(*lines)] == speakers


def test_a_turn_begins_after_its_marks_and_ends_before_the_next() -> None:
    told = _held("[Text] [Okoro] " + FLED, "[Tran] Traders came back. ")
    assert [words for _, words in told] == ["Rebels fled.", "Traders came"]


def test_i_is_who_speaks_and_nobody_where_nobody_does() -> None:
    _, told = read_rows(rows(SAYING), rows(SOLD), lines=True, layers={"name": [("Okoro", "PER")]})
    sold = [each for each in told.statements if "sell" in each.quote]
    assert [each.holders[0].name for each in sold] == ["Okoro"]
    assert {filler.text for each in sold for filler in each.roles["subject"]} == {"I"}
    _, alone = read_rows(rows(SOLD))
    assert not alone.statements
