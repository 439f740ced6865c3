"""Whose words a transcript gives: "[SPEECH] [Ana Souza] ...", "[Souza] ... [Reporter] ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.syntax import Tree
from onrecord.extract.unmarked import INHERITED
from onrecord.model import Block, Reading, Span, SpokenSpans

__all__ = ["turns"]

_MARK = re.compile(r"\[(?P<words>[^\[\]\n]{2,200})\]\s*")
_RECORDED = re.compile(r"begin (?P<name>.+) recording", re.IGNORECASE)
_ISSUED = re.compile(r"\bby (?P<name>.+)", re.IGNORECASE)
_END = re.compile(r"\[end (?:[^\[\]\n]+ )?recording\]", re.IGNORECASE)
_OWN_WORDS = frozenset(
    "speech communique communiqué statement address message letter remarks proclamation".split()
)
"""What a header calls the words of one speaker or body."""
_OUTLET = frozenset("report commentary editorial article newscast dispatch".split())
"""What a header calls the outlet's own words; whoever is named after it without an office wrote
them."""
_VOICES = frozenset("announcer presenter newscaster narrator correspondent".split())
_NOTES = _OWN_WORDS | frozenset(
    "text excerpts excerpt continued interview passage passages begin end word words name names "
    "sentence sentences summary dialogue news from live recorded video applause laughs "
    "laughter music sic as no signed dated indistinct in on place".split()
)
"""The first words of marks that name no speaker."""
_ASKING = frozenset("reporter interviewer moderator journalist correspondent question".split())
_FEWEST = 2
"""Turns that make a transcript of a text without a header."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """Where somebody's words begin; `speaker` is None where the outlet speaks again."""

    begin: int
    speaker: Span | None


def turns(text: str, reading: Reading, tree: Tree) -> Iterator[SpokenSpans]:
    """An attribution for each stretch of words under a speaker's name in brackets, up to the next,
    to the end of a recording or of the report."""
    found, noted = _found(text, reading, tree)
    if not found or (not noted and len(found) < _FEWEST):
        return
    ends = [each.begin for each in found[1:]] + [len(text)]
    for turn, end in zip(found, ends, strict=True):
        stop = _END.search(text, turn.begin, end)
        said = Span(turn.begin, end if stop is None else stop.start()) if turn.begin < end else None
        if turn.speaker is None or said is None:
            continue
        content = tuple(_pieces(reading.blocks, tree, said))
        if content:
            yield SpokenSpans((turn.speaker,), (), content, INHERITED)


def _found(text: str, reading: Reading, tree: Tree) -> tuple[list[_Turn], bool]:
    """The turns in text order, and whether marks of other kinds tell that it is a transcript."""
    found: list[_Turn] = []
    noted, kind = False, ""
    for mark in _heads(text, reading.blocks):
        words = mark["words"]
        first = words.split()[0].strip(",.:").casefold()
        recorded = _RECORDED.fullmatch(words)
        if first in _OUTLET or first in _VOICES:
            found.append(_Turn(mark.end(), None))
            noted, kind = True, first
        elif first in _NOTES and recorded is None:
            issued = _ISSUED.search(words) if first in _OWN_WORDS else None
            if issued is not None:
                found.append(_Turn(mark.end(), _named(mark, issued)))
            noted, kind = True, first if first in _OWN_WORDS | {"begin"} else kind
        elif recorded is not None or _is_speaker(tree, mark):
            reporter = kind in _OUTLET and ("," not in words or kind != "report")
            speaker = None if reporter else _named(mark, recorded)
            found.append(_Turn(mark.end(), speaker))
            noted, kind = noted or recorded is not None, ""
    return found, noted


def _named(mark: re.Match[str], inner: re.Match[str] | None) -> Span:
    """The name in a mark, without the office that follows it."""
    begin = mark.start("words") + (0 if inner is None else inner.start("name"))
    name = mark["words"] if inner is None else inner["name"]
    return Span(begin, begin + len(name.split(",")[0].rstrip()))


def _heads(text: str, blocks: tuple[Block, ...]) -> Iterator[re.Match[str]]:
    """The marks that a paragraph begins with, those at the end of a dateline included."""
    for block in blocks:
        line = block.span.of(text)
        dash = max(line.rfind(sign) for sign in ("-- [", "— [", "– ["))
        begin = block.span.begin + (0 if dash < 0 else line.index("[", dash))
        while (mark := _MARK.match(text, begin, block.span.end)) is not None:
            yield mark
            begin = mark.end()


def _is_speaker(tree: Tree, mark: re.Match[str]) -> bool:
    """Whether a mark names somebody, or whoever asks the questions; a dateline has no syntax."""
    inside = tree.words_in(Span(*mark.span("words")))
    if not inside:
        return mark["words"][0].isupper()
    if any(tree.lemma(i) in _ASKING for i in inside):
        return True
    return any(tree.words[i].upos == "PROPN" or tree.words[i].entity is not None for i in inside)


def _pieces(blocks: tuple[Block, ...], tree: Tree, said: Span) -> Iterator[Span]:
    for block in blocks:
        begin, end = max(block.span.begin, said.begin), min(block.span.end, said.end)
        if begin < end and tree.words_in(Span(begin, end)):
            yield Span(begin, end)
