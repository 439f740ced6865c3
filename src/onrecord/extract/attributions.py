"""Who is speaking: the network's sources, cues and contents, bound to the report's people.

The chain of holders is nesting: an attribution whose content holds another is the outer one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.arguments import antecedent, arguments_of, is_passive
from onrecord.extract.cues import cue_at, gives_object, heads, is_matter, is_voice
from onrecord.extract.quotations import quotations
from onrecord.extract.relays import Relays
from onrecord.extract.speaker import Speakers
from onrecord.extract.spoken import mended
from onrecord.extract.stage import Stage
from onrecord.extract.syntax import Tree, base, is_infinitive, tree_of
from onrecord.lexicon import relations
from onrecord.lexicon.speech import Giver, Speech
from onrecord.model import (
    Attribution,
    Document,
    HolderClass,
    Predicate,
    Reading,
    Span,
    SpokenSpans,
)

__all__ = ["ATTRIBUTIONS", "attributions"]

_NOT = frozenset({"not", "n't", "never", "decline", "refuse", "fail"})
_TELLING = frozenset({Speech.SAYS, Speech.CONFIRMS, Speech.EXPLAINS})
_POINTING = frozenset({"that", "this"})
_RECENT = 4
"""Sentences after which a pronoun no longer means whoever spoke."""


def attributions(document: Document, reading: Reading) -> tuple[Attribution, ...]:
    """The attributions of a report in text order, each with its holder and its outer one."""
    tree = tree_of(reading.analysis.words)
    arguments = arguments_of(reading.analysis)
    speakers = Speakers(tree, reading, document.text)
    relays = Relays(speakers, arguments)
    found: list[Attribution] = []
    for spoken in mended(document.text, reading.blocks, reading.sentences, reading.analysis):
        if _is_speech(tree, document.text, spoken):
            bound = _bound(speakers, spoken)
            found += relays.of(bound) if bound.content else ()
    found = list(_resumed(tree, speakers, found))
    ordered = sorted(_unique(found), key=lambda a: (a.content[0], -_size(a), a.source))
    return tuple(_nested(ordered))


def _bound(speakers: Speakers, spoken: SpokenSpans) -> Attribution:
    cue = spoken.cue[0] if spoken.cue else None
    holder = speakers.holder(spoken.source[0] if spoken.source else None, cue)
    tree = speakers.tree
    whole = (tree.completed(_whole(tree, spoken, piece)) for piece in spoken.content)
    whole = (_to_its_end(tree, spoken, piece) for piece in whole)
    named = (*spoken.source, *spoken.cue)
    content = tuple(part for piece in whole for part in _without(tree, piece, named))
    return Attribution(spoken.source, spoken.cue, content, holder, confidence=spoken.score)


def _without(tree: Tree, piece: Span, named: Sequence[Span]) -> Iterator[Span]:
    """What a piece of content leaves of itself without the words that name its speaker and its cue;
    a piece that they open or close loses only them."""
    rest, begin = [], piece.begin
    for span in sorted(named):
        if piece.contains(span):
            rest.append((begin, span.begin))
            begin = span.end
    for first, last in (*rest, (begin, piece.end)):
        inside = tree.words_in(Span(first, last)) if first < last else []
        said = [i for i in inside if tree.words[i].upos != "PUNCT"]
        if said:
            yield Span(first if first == piece.begin else tree.words[inside[0]].span.begin, last)


def _is_speech(tree: Tree, text: str, spoken: SpokenSpans) -> bool:
    """Whether words are given to somebody: by a word of speaking, in quotation marks, or because
    they tell something ("made the case that"), where the network also links what people back or do.

    Where no source is named, "is said to" is somebody's, "is called" nobody's.
    """
    told = any(cue_at(tree, i) for cue in spoken.cue for i in tree.words_in(cue))
    contents = heads(tree, spoken.content)
    tells = _tells(tree, text, spoken.content)
    if any(_is_anonymity(tree, head) for head in contents) or _is_only_cited(tree, spoken):
        return False
    if _is_unsaid(tree, spoken) and not any(any(quotations(text, p)) for p in spoken.content):
        return False
    if not tells and any(_is_party(tree, head) for head in contents):
        return False
    if any(_is_nobody(tree, head) for head in heads(tree, spoken.source)):
        return False
    if spoken.source:
        if told or not spoken.cue:
            return told or _stands_alone(tree, text, spoken.content)
        return tells and not _is_deed(tree, text, spoken)
    verbs = heads(tree, spoken.cue)
    naming = (s.predicate for v in verbs for s in relations.senses(tree.lemma(v), "VERB"))
    asked = any(cue.speech is Speech.ASKS for v in verbs if (cue := cue_at(tree, v)))
    return told and not asked and Predicate.ALIAS_OF not in naming


def _is_deed(tree: Tree, text: str, spoken: SpokenSpans) -> bool:
    """Whether the cue is a deed and the content the thing that it is done to, with a clause of the
    deed: "imposed sanctions for arming rebels"."""
    if any(any(quotations(text, piece)) for piece in spoken.content):
        return False
    verbs = set(heads(tree, spoken.cue))
    things = [i for i in heads(tree, spoken.content) if tree.words[i].head in verbs]
    return bool(things) and all(
        base(tree.words[i].deprel) == "obj"
        and tree.words[i].upos in ("NOUN", "PROPN")
        and not is_matter(tree, i)
        and not tree.children(i, "acl", "ccomp")  # "backed the plan to close it"
        for i in things
    )


def _is_unsaid(tree: Tree, spoken: SpokenSpans) -> bool:
    """ "Did not say how many died", "declined to confirm that": what is not said is not held."""
    for verb in heads(tree, spoken.cue):
        cue = cue_at(tree, verb)
        refused = tree.words[verb].deprel == "xcomp" and tree.lemma(tree.words[verb].head) in _NOT
        denied = any(tree.lemma(c) in _NOT for c in tree.children(verb, "advmod"))
        if cue is not None and cue.speech in _TELLING and (refused or denied):
            return True
    return False


def _is_only_cited(tree: Tree, spoken: SpokenSpans) -> bool:
    """ "Citing a source": whom one cites is not what one says."""
    citing = any(gives_object(tree, i) for cue in spoken.cue for i in tree.words_in(cue))
    cited = [
        gives_object(tree, head) or (is_voice(tree, head) and tree.words[head].deprel == "obj")
        for head in heads(tree, spoken.content)
    ]
    return citing and all(cited)


def _tells(tree: Tree, text: str, content: Iterable[Span]) -> bool:
    """Whether a content says something rather than names it: it has a verb or quotation marks."""
    return any(
        any(quotations(text, piece))
        or any(_is_told_verb(tree, index) for index in tree.words_in(piece))
        for piece in content
    )


def _stands_alone(tree: Tree, text: str, content: Iterable[Span]) -> bool:
    """Whether a content is speech without a word of speaking: quoted, or a clause of its own."""
    return any(
        any(quotations(text, piece))
        or any(tree.is_predicate(i) and tree.children(i, "nsubj") for i in tree.words_in(piece))
        for piece in content
    )


def _is_told_verb(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    return word.upos == "VERB" and base(word.deprel) not in ("amod", "compound")


def _is_party(tree: Tree, head: int) -> bool:
    """Whether a content is somebody: people are blamed and dismissed, not said."""
    word = tree.words[head]
    return base(word.deprel) == "obj" and word.entity in ("person", "organization", "place")


def _is_anonymity(tree: Tree, head: int) -> bool:
    """ "Asked not to be named": that tells of the speaker, and nothing is said."""
    return (
        tree.lemma(head) in ("name", "identify", "quote", "cite")
        and is_passive(tree, head)
        and is_infinitive(tree, head)
    )


def _is_nobody(tree: Tree, head: int) -> bool:
    """Whether a source is the "who" of a question, or the first word of "that said"."""
    asked = tree.words[head].xpos == "WP" and antecedent(tree, head) == head
    return asked or tree.lemma(head) in _POINTING


def _whole(tree: Tree, spoken: SpokenSpans, piece: Span) -> Span:
    """A content without the verb of its clause, widened to the clause on its side of the cue: in
    "X founded the club in 1911, an official said" all of it is said."""
    for verb in heads(tree, spoken.cue):
        own = set(tree.subtree(verb))
        for clause in _said(tree, verb):
            inside = set(tree.subtree(clause)) - (own if clause == tree.words[verb].head else set())
            ahead = piece.begin < tree.words[verb].span.begin
            said = [tree.words[i].span for i in inside if (i < verb) == ahead]
            if piece.contains(tree.words[clause].span) or not any(map(piece.overlaps, said)):
                continue
            return Span(min(s.begin for s in said), max(s.end for s in said)).cover(piece)
    return piece


def _to_its_end(tree: Tree, spoken: SpokenSpans, piece: Span) -> Span:
    """ "According to an official, ...": what follows is the official's up to the sentence's end,
    unless somebody else is told to speak there."""
    opening = next((i for span in spoken.cue for i in tree.words_in(span)), None)
    cue = None if opening is None else cue_at(tree, opening)
    inside = tree.words_in(piece)
    if opening is None or cue is None or cue.giver is not Giver.AFTER or not inside:
        return piece
    words, last = tree.words, inside[-1]
    begins = opening == 0 or words[opening - 1].sentence != words[opening].sentence
    if not begins or words[last].sentence != words[opening].sentence:
        return piece
    rest = [i for i in range(last + 1, len(words)) if words[i].sentence == words[last].sentence]
    told = [i for i in rest if words[i].upos != "PUNCT"]
    if not told or any(cue_at(tree, i) for i in told):
        return piece
    return piece.cover(words[told[-1]].span)


def _said(tree: Tree, verb: int) -> list[int]:
    """The clauses that a verb of speaking governs, or stands in the margin of."""
    above = tree.words[verb].head
    marginal = tree.words[verb].deprel in ("parataxis", "dep") and tree.is_predicate(above)
    return tree.children(verb, "ccomp") + ([above] if marginal else [])


def _resumed(tree: Tree, speakers: Speakers, found: Iterable[Attribution]) -> Iterable[Attribution]:
    """Gives "she added" and "the paper said", of whom nothing else tells, to the last before."""
    last: dict[HolderClass, Attribution] = {}
    for attribution in sorted(found, key=lambda a: (a.cue or a.source or a.content)[0]):
        head = next(iter(heads(tree, attribution.source)), None)
        kind = None if head is None else speakers.resumes(head)
        if head is not None and kind is None:
            last[attribution.holder.cls] = attribution
        elif head is not None and kind in last:
            before, told = last[kind].holder, attribution.holder
            if tree.words[head].sentence - _sentence(tree, last[kind]) <= _RECENT:
                same = replace(before, span=told.span, cue=told.cue, telling=told.telling)
                attribution = replace(attribution, holder=same)
        yield attribution


def _sentence(tree: Tree, attribution: Attribution) -> int:
    return tree.words[heads(tree, attribution.source)[0]].sentence


def _unique(found: Iterable[Attribution]) -> list[Attribution]:
    """Drops a link found twice; the first stands."""
    kept: dict[tuple[Span, str], Attribution] = {}
    for attribution in found:
        kept.setdefault((attribution.content[0], attribution.holder.name), attribution)
    return list(kept.values())


def _size(attribution: Attribution) -> int:
    return sum(len(piece) for piece in attribution.content)


def _nested(ordered: Sequence[Attribution]) -> Iterable[Attribution]:
    """Each attribution with the index of the smallest other whose content contains its own."""
    for attribution in ordered:
        own = attribution.content[0]
        around = [
            (_size(other), index)
            for index, other in enumerate(ordered)
            if other is not attribution
            and _size(other) > _size(attribution)
            and any(piece.contains(own) for piece in other.content)
        ]
        yield replace(attribution, outer=min(around)[1] if around else None)


ATTRIBUTIONS = Stage(
    "attributions", ("blocks", "sentences", "analysis", "mentions", "chains", "times"), attributions
)
