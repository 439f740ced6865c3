"""Attributions kept to their paragraph, and words that the network gave to nobody.

A speaker's words end with the paragraph unless a quotation goes on in the next. And what stands in
quotation marks is not the report's own assertion: whoever speaks nearest in the paragraph said it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.arguments import Arguments, arguments_of
from onrecord.extract.bylines import bylines
from onrecord.extract.cues import cue_at, is_voice
from onrecord.extract.misgiven import is_misgiven
from onrecord.extract.quotations import CLOSING, QUOTES, quotations
from onrecord.extract.syntax import Tree, remembered, tree_of
from onrecord.extract.transcripts import turns
from onrecord.extract.unmarked import INHERITED, Unmarked
from onrecord.lexicon import speech
from onrecord.lexicon.speech import Giver, Speech
from onrecord.model import Analysis, Block, BlockKind, Reading, Sentence, Span, SpokenSpans

__all__ = ["mended"]

_LEAST_WORDS = 4
"""Shorter quotations are names, nicknames and scare quotes as often as speech."""
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_EMPTY = frozenset({"DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PART", "AUX"})


@remembered
def mended(
    text: str, blocks: tuple[Block, ...], sentences: tuple[Sentence, ...], analysis: Analysis
) -> tuple[SpokenSpans, ...]:
    """The network's attributions, each within its paragraph; those that it passed over; and one
    more for each long quotation that none of them holds."""
    reading = Reading("", blocks, sentences, analysis)
    tree, arguments = tree_of(analysis.words), arguments_of(analysis)
    spoken = tuple(_kept_in_block(text, reading, tree, arguments))
    unmarked = tuple(Unmarked(tree, arguments, spoken).found())
    spoken = (*(each for each in spoken if not _is_overruled(each, unmarked)), *unmarked)
    spoken = tuple(each for each in spoken if not is_misgiven(tree, each))
    spoken += tuple(turns(text, reading, tree))
    spoken += tuple(_after_colon(text, reading, tree))
    spoken += tuple(bylines(text, reading, tree, spoken))
    return spoken + tuple(_given(text, reading, tree, spoken))


def _is_overruled(spoken: SpokenSpans, unmarked: Sequence[SpokenSpans]) -> bool:
    """Whether the syntax gives the words to somebody who stands in them ("quoted X as saying"), or
    to somebody where the network names nobody."""
    for other in (each for each in unmarked if each.source):
        same = any(cue.overlaps(its) for cue in spoken.cue for its in other.cue)
        taken = other.source if spoken.source and len(other.cue) == 1 else other.content
        if (same or not spoken.source) and any(p.overlaps(taken[0]) for p in spoken.content):
            return True
    return False


def _after_colon(text: str, reading: Reading, tree: Tree) -> Iterator[SpokenSpans]:
    """ "The minister said:" and then paragraphs without quotation marks, as statements are sent
    out: the next is the speaker's, and those after it up to the last that says "I" or "we"."""
    for number, block in enumerate(reading.blocks[:-1]):
        if not block.span.of(text).rstrip().endswith(":"):
            continue
        speaker = _last_speaker(tree, tree.words_in(block.span))
        if speaker is None:
            continue
        going_on = list(_going_on(text, tree, reading.blocks[number + 1 :]))
        own = [n for n, each in enumerate(going_on) if _is_first_person(tree, each)]
        for following in going_on[: max([0, *own]) + 1]:
            if following.kind is BlockKind.PARAGRAPH:
                yield SpokenSpans(*speaker, (following.span,), INHERITED)


def _going_on(text: str, tree: Tree, blocks: Sequence[Block]) -> Iterator[Block]:
    """The next block, and those after it until somebody is quoted."""
    for number, block in enumerate(blocks):
        told = _last_speaker(tree, tree.words_in(block.span)) is not None
        quoted = told or any(quotations(text, block.span))
        if number and quoted and not _is_first_person(tree, block):
            return
        yield block


def _last_speaker(
    tree: Tree, words: Sequence[int]
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Source and cue of the last verb of speaking that has a subject."""
    for index in reversed(words):
        cue = cue_at(tree, index)
        subject = tree.child(index, "nsubj")
        if cue is not None and cue.giver is Giver.SUBJECT and subject is not None:
            return (tree.phrase(subject),), (tree.words[index].span,)
    return None


def _is_first_person(tree: Tree, block: Block) -> bool:
    return any(tree.lemma(i) in _FIRST_PERSON for i in tree.words_in(block.span))


def _is_cue(span: Span, spoken: Sequence[SpokenSpans]) -> bool:
    return any(cue.overlaps(span) for s in spoken for cue in s.cue)


def _kept_in_block(
    text: str, reading: Reading, tree: Tree, arguments: Arguments
) -> Iterator[SpokenSpans]:
    for attribution in reading.analysis.spoken:
        anchors = attribution.cue or attribution.source
        if not anchors:
            continue
        home = _block(reading, anchors[0])
        content = tuple(
            piece
            for piece in attribution.content
            if _block(reading, piece) == home or _opens_quotation(text, reading, piece)
        )
        source = tuple(
            span
            for span in attribution.source
            if _block(reading, span) == home and _names_somebody(tree, span)
        )
        if content:
            named = (*attribution.source, *attribution.cue)
            content = tuple(p for p in content if not _is_relative(tree, p)) or content
            content = tuple(_quoted_whole(text, reading, piece, named) for piece in content)
            whole = _joined(text, content, named)
            content = tuple(_in_a_sentence(text, reading, piece, anchors[0]) for piece in whole)
            content = tuple(p for p in content if _says_a_word(tree, p, attribution.cue))
        if content:
            cue = tuple(_without_loose_end(tree, span) for span in attribution.cue)
            source = source or _subject(tree, arguments, cue)
            yield _to_its_noun(tree, replace(attribution, source=source, cue=cue, content=content))


def _is_relative(tree: Tree, piece: Span) -> bool:
    """Whether a piece is no more than "who" or "which"."""
    return all(tree.words[i].xpos in ("WP", "WDT") for i in tree.words_in(piece))


def _says_a_word(tree: Tree, piece: Span, cue: Sequence[Span]) -> bool:
    """Whether a piece tells more than an article, the cue's own words or the terms of the talk."""
    inside = tree.words_in(piece)
    if any(piece.contains(each) for each in cue) and len(inside) < 2 * len(tree.words_in(cue[0])):
        return False
    if any(speech.terms(tree.lemmas, i, tree.parts) for i in inside):
        return False
    return any(tree.words[i].upos not in _EMPTY for i in inside)


def _to_its_noun(tree: Tree, spoken: SpokenSpans) -> SpokenSpans:
    """ "Rejected the claim by X that ...": the claim is X's, and all of it is what is rejected."""
    for cue in spoken.cue:
        verb, *others = tree.words_in(cue) or [-1]
        sense = cue_at(tree, verb) if others else None
        if sense is None or sense.speech is not Speech.DENIES or tree.words[verb].upos != "VERB":
            continue
        for noun in others:
            told = cue_at(tree, noun)
            if tree.words[noun].upos == "NOUN" and told and tree.children(noun, "acl", "ccomp"):
                inside = [tree.words[i].span for i in tree.subtree(noun)]
                whole = Span(min(s.begin for s in inside), max(s.end for s in inside))
                return replace(spoken, cue=(tree.words[verb].span,), content=(whole,))
    return spoken


def _subject(tree: Tree, arguments: Arguments, cue: Sequence[Span]) -> tuple[Span, ...]:
    """Who speaks by the syntax: the subject of the verb of speaking that a cue begins with."""
    for span in cue:
        for index in tree.words_in(span)[:1]:
            found = cue_at(tree, index)
            if found is None or found.giver is not Giver.SUBJECT:
                continue
            for speaker in arguments.of(index).get("subject", ()):
                if speaker not in tree.words_in(span) and is_voice(tree, speaker):
                    return (tree.phrase(speaker),)
    return ()


def _without_loose_end(tree: Tree, cue: Span) -> Span:
    """The cue without a preposition whose noun is left outside: of "said on", "said"."""
    inside = list(tree.words_in(cue))
    while len(inside) > 1:
        last = tree.words[inside[-1]]
        if last.deprel != "case" or last.head <= inside[-1]:
            break
        inside.pop()
    return tree.words[inside[0]].span.cover(tree.words[inside[-1]].span) if inside else cue


def _opens_quotation(text: str, reading: Reading, piece: Span) -> bool:
    """Whether a paragraph begins with the piece and a mark: a quotation goes on with it."""
    block = _block(reading, piece)
    begin = piece.begin if block is None else reading.blocks[block].span.begin
    return text[begin] in QUOTES and not text[begin : piece.begin].strip(QUOTES)


def _quoted_whole(text: str, reading: Reading, piece: Span, named: Sequence[Span]) -> Span:
    """The piece to the ends of the quotation that it begins or ends in, unless its speaker is
    `named` in there: what is quoted then tells of the speaker."""
    block = _block(reading, piece)
    if block is None:
        return piece
    around = reading.blocks[block].span
    for quotation in quotations(text, around):
        if any(quotation.contains(span) for span in named):
            continue
        if quotation.overlaps(piece) and not piece.contains(quotation):
            piece = piece.cover(quotation)
    return piece


def _in_a_sentence(text: str, reading: Reading, piece: Span, anchor: Span) -> Span:
    """The piece within one sentence, that of its speaker if it begins there, unless it is quoted or
    follows a colon: what stands in the next is the report's own again."""
    block = _block(reading, piece)
    if block is None or ":" in text[anchor.end : piece.begin]:
        return piece
    if any(each.overlaps(piece) for each in quotations(text, reading.blocks[block].span)):
        return piece
    touched = [each.span for each in reading.sentences if each.span.overlaps(piece)]
    home = next(
        (each for each in touched if each.contains(anchor)), touched[0] if touched else piece
    )
    return Span(max(piece.begin, home.begin), min(piece.end, home.end))


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


def _given(
    text: str, reading: Reading, tree: Tree, spoken: Sequence[SpokenSpans]
) -> Iterator[SpokenSpans]:
    """Quotations that nobody holds: whoever speaks nearest in the paragraph said them, else who
    spoke in the paragraph before, if the quotation was left open there or fills its own."""
    told = [s for s in spoken if s.source and s.cue and _is_saying(tree, s)]
    speaking = [s for s in told if not _is_held(s.cue[0], spoken)]  # nobody told of by another
    before: SpokenSpans | None = None
    going_on = False
    for block in reading.blocks:
        inside = [s for s in speaking if block.span.contains(s.cue[0])]
        found = list(quotations(text, block.span))
        fills = bool(found) and found[0].begin == block.span.begin
        for span in found:
            if _is_held(span, spoken) or _is_name(span.of(text)):
                continue
            near = min(inside, key=lambda s: _distance(s.cue[0], span), default=None)
            if near is None and (going_on or fills):
                near = before
            if near is not None:
                yield SpokenSpans(near.source, near.cue, (span,), INHERITED)
        if block.kind is not BlockKind.FURNITURE:
            going_on = bool(found) and found[-1].of(text)[-1] not in CLOSING
            last = max(inside, key=lambda s: s.cue[0], default=None)
            before = last or (before if going_on else None)


def _is_name(words: str) -> bool:
    """Whether what stands in quotation marks is short or written as a title: a song, a scare."""
    found = words.split()
    long = [word for word in found if len(word.strip("“”\"'.,")) > _LEAST_WORDS]
    as_title = all(word.strip("“”\"'.,")[0].isupper() for word in long)
    return len(found) < _LEAST_WORDS or (as_title and found[-1][-2:-1] not in ".?!")


def _is_saying(tree: Tree, spoken: SpokenSpans) -> bool:
    return any(cue_at(tree, i) is not None for cue in spoken.cue for i in tree.words_in(cue))


def _is_held(span: Span, spoken: Sequence[SpokenSpans]) -> bool:
    return any(piece.overlaps(span) for s in spoken for piece in s.content)


def _distance(one: Span, other: Span) -> int:
    return max(one.begin - other.end, other.begin - one.end, 0)
