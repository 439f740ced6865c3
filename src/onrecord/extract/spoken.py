"""Attributions kept to their paragraph, and words that the network gave to nobody.

A speaker's words end with the paragraph unless a quotation goes on in the next. And what stands in
quotation marks is not the report's own assertion: whoever speaks nearest in the paragraph said it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.quotations import QUOTES, quotations
from onrecord.extract.syntax import Tree
from onrecord.lexicon import speech
from onrecord.lexicon.speech import Giver
from onrecord.model import Block, BlockKind, Reading, Span, SpokenSpans

__all__ = ["mended"]

_LEAST_WORDS = 4
"""Shorter quotations are names, nicknames and scare quotes as often as speech."""
_INHERITED = 0.5
"""The score of an attribution that the network did not make."""
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_SPEAKERS = frozenset({"person", "organization", "place"})


def mended(text: str, reading: Reading) -> tuple[SpokenSpans, ...]:
    """The network's attributions, each within its paragraph; those of verbs of speaking that it
    passed over; and one more for each long quotation that none of them holds, with the source and
    cue of the nearest in its paragraph."""
    spoken = tuple(_kept_in_block(text, reading, reading.analysis.spoken))
    tree = Tree(reading.analysis.words)
    spoken += tuple(_by_verb(tree, spoken))
    spoken += tuple(_by_phrase(tree, spoken))
    spoken += tuple(_after_colon(text, reading, tree))
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


def _by_phrase(tree: Tree, spoken: Sequence[SpokenSpans]) -> Iterator[SpokenSpans]:
    """ "In the view of one officer, ...": the clause that the phrase stands in."""
    for index, word in enumerate(tree.words):
        cue = speech.match(tree.lemmas, index, tree.parts)
        if cue is None or cue.value.giver is not Giver.AFTER or _is_cue(word.span, spoken):
            continue
        speaker = _nominal_from(tree, index + cue.length)
        clause = None if speaker is None else tree.clause(speaker)
        if speaker is None or clause is None or clause == speaker:
            continue
        last = max(tree.subtree(speaker))
        inside = sorted(i for i in tree.subtree(clause) if tree.words[i].upos != "PUNCT")
        said = [i for i in inside if i > last] or [i for i in inside if i < index]
        if said:
            phrase = word.span.cover(tree.words[index + cue.length - 1].span)
            content = tree.words[said[0]].span.cover(tree.words[said[-1]].span)
            yield SpokenSpans((tree.phrase(speaker),), (phrase,), (content,), _INHERITED)


def _nominal_from(tree: Tree, index: int) -> int | None:
    """The head of the nominal that begins at the word."""
    if index >= len(tree.words):
        return None
    current, above = index, tree.words[index].head
    while above > current and tree.words[above].upos not in ("VERB", "AUX"):
        current, above = above, tree.words[above].head
    return current if tree.words[current].upos in _NOMINAL else None


def _after_colon(text: str, reading: Reading, tree: Tree) -> Iterator[SpokenSpans]:
    """ "The minister said:" and then paragraphs without quotation marks, as statements are sent
    out: the next is the speaker's, and those after it while they say "I" or "we"."""
    for number, block in enumerate(reading.blocks[:-1]):
        if not block.span.of(text).rstrip().endswith(":"):
            continue
        speaker = _last_speaker(tree, tree.words_in(block.span))
        if speaker is None:
            continue
        for following in reading.blocks[number + 1 :]:
            if following is not reading.blocks[number + 1] and not _is_first_person(
                tree, following
            ):
                break
            if following.kind is BlockKind.PARAGRAPH:
                yield SpokenSpans(*speaker, (following.span,), _INHERITED)


def _last_speaker(
    tree: Tree, words: Sequence[int]
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Source and cue of the last verb of speaking that has a subject."""
    for index in reversed(words):
        cue = speech.match(tree.lemmas, index, tree.parts)
        subject = tree.child(index, "nsubj")
        if cue is not None and cue.value.giver is Giver.SUBJECT and subject is not None:
            return (tree.phrase(subject),), (tree.words[index].span,)
    return None


def _is_first_person(tree: Tree, block: Block) -> bool:
    return any(tree.lemma(i) in _FIRST_PERSON for i in tree.words_in(block.span))


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
            if _block(reading, piece) == home or _opens_quotation(text, piece)
        )
        source = tuple(
            span
            for span in attribution.source
            if _block(reading, span) == home and _names_somebody(tree, span)
        )
        if content:
            content = tuple(_quoted_whole(text, reading, piece) for piece in content)
            whole = _joined(text, content, (*attribution.source, *attribution.cue))
            content = tuple(_in_a_sentence(text, reading, piece, anchors[0]) for piece in whole)
            cue = tuple(_without_loose_end(tree, span) for span in attribution.cue)
            source = source or _subject(tree, cue)
            yield replace(attribution, source=source, cue=cue, content=content)


def _subject(tree: Tree, cue: Sequence[Span]) -> tuple[Span, ...]:
    """Who speaks by the syntax: the subject of the verb of speaking that a cue begins with."""
    for span in cue:
        for index in tree.words_in(span)[:1]:
            found = speech.match(tree.lemmas, index, tree.parts)
            speaker = tree.child(index, "nsubj")
            if found is not None and found.value.giver is Giver.SUBJECT and speaker is not None:
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


def _opens_quotation(text: str, piece: Span) -> bool:
    return text[piece.begin] in QUOTES or text[max(0, piece.begin - 1)] in QUOTES


def _quoted_whole(text: str, reading: Reading, piece: Span) -> Span:
    """The piece to the ends of the quotation that it begins or ends in."""
    block = _block(reading, piece)
    if block is None:
        return piece
    around = reading.blocks[block].span
    for quotation in quotations(text, around):
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


def _given(text: str, reading: Reading, spoken: Sequence[SpokenSpans]) -> Iterator[SpokenSpans]:
    for block in reading.blocks:
        inside = [s for s in spoken if s.source and s.cue and block.span.contains(s.cue[0])]
        for span in quotations(text, block.span):
            if len(span.of(text).split()) < _LEAST_WORDS or _is_held(span, spoken):
                continue
            if inside:
                near = min(inside, key=lambda s: _distance(s.cue[0], span))
                yield SpokenSpans(near.source, near.cue, (span,), _INHERITED)


def _is_held(span: Span, spoken: Sequence[SpokenSpans]) -> bool:
    return any(piece.overlaps(span) for s in spoken for piece in s.content)


def _distance(one: Span, other: Span) -> int:
    return max(one.begin - other.end, other.begin - one.end, 0)
