"""Who is speaking: the network's sources, cues and contents, bound to the report's people.

The chain of holders is nesting: an attribution whose content holds another is the outer one. Two
nestings stand in the syntax rather than in the spans: a participle that cites ("citing officials,
the agency reported") puts its object inside, and "told the paper" or "cited in a study" puts the
medium outside.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.arguments import antecedent, is_passive
from onrecord.extract.quotations import quotations
from onrecord.extract.referents import Referents
from onrecord.extract.spoken import mended
from onrecord.extract.stage import Stage
from onrecord.extract.syntax import Tree, base, is_infinitive
from onrecord.lexicon import outlets, relations, roles, speech
from onrecord.lexicon.roles import NounKind
from onrecord.lexicon.speech import Cue, Giver
from onrecord.model import (
    Attribution,
    Document,
    EntityType,
    Holder,
    HolderClass,
    Predicate,
    Reading,
    Span,
    SpokenSpans,
)

__all__ = [
    "ATTRIBUTIONS",
    "attributions",
    "content_root",
    "cue_at",
]

_TYPE_TO_CLASS = {
    EntityType.PERSON: HolderClass.PERSON,
    EntityType.GROUP: HolderClass.GROUP,
    EntityType.ORGANISATION: HolderClass.ORGANISATION,
    EntityType.PLACE: HolderClass.ORGANISATION,
    EntityType.FACILITY: HolderClass.ORGANISATION,
    EntityType.NATIONALITY: HolderClass.ORGANISATION,
    EntityType.DOCUMENT: HolderClass.DOCUMENT,
}


@dataclass(frozen=True, slots=True)
class _Reader:
    tree: Tree
    referents: Referents
    text: str


def attributions(document: Document, reading: Reading) -> tuple[Attribution, ...]:
    """The attributions of a report in text order, each with its holder and its outer one."""
    tree = Tree(reading.analysis.words)
    reader = _Reader(tree, Referents(tree, reading), document.text)
    found: list[Attribution] = []
    for spoken in mended(document.text, reading):
        if _is_speech(tree, document.text, spoken):
            attribution = _bound(reader, spoken)
            found += [*_citing(reader, attribution), *_relayed(reader, attribution)]
    ordered = sorted(_unique(found), key=lambda a: (a.content[0], -_size(a), a.source))
    return tuple(_nested(ordered))


def content_root(tree: Tree, content: tuple[Span, ...]) -> int | None:
    """The predicate that a content asserts: the head of its longest piece, if that is one."""
    head = tree.head_of(max(content, key=len))
    return head if head is not None and tree.is_predicate(head) else None


def _bound(reader: _Reader, spoken: SpokenSpans) -> Attribution:
    cue = spoken.cue[0] if spoken.cue else None
    holder = _holder(reader, spoken.source[0] if spoken.source else None, cue)
    content = tuple(_whole(reader.tree, spoken, piece) for piece in spoken.content)
    return Attribution(spoken.source, spoken.cue, content, holder, confidence=spoken.score)


def _is_speech(tree: Tree, text: str, spoken: SpokenSpans) -> bool:
    """Whether words are given to somebody: by a word of speaking, in quotation marks, or because
    they tell something ("made the case that"), where the network also links what people back or do.

    Where no source is named, "is said to" is somebody's, "is called" nobody's.
    """
    told = any(cue_at(tree, i) for cue in spoken.cue for i in tree.words_in(cue))
    contents = _heads(tree, spoken.content)
    tells = _tells(tree, text, spoken.content)
    if any(_is_anonymity(tree, head) for head in contents):
        return False
    if not tells and any(_is_party(tree, head) for head in contents):
        return False
    if any(_is_asked(tree, head) for head in _heads(tree, spoken.source)):
        return False
    if spoken.source:
        return told or tells or not spoken.cue
    verbs = _heads(tree, spoken.cue)
    naming = (s.predicate for v in verbs for s in relations.senses(tree.lemma(v), "VERB"))
    return told and Predicate.ALIAS_OF not in naming


def _tells(tree: Tree, text: str, content: Iterable[Span]) -> bool:
    """Whether a content says something rather than names it: it has a verb or quotation marks."""
    return any(
        any(quotations(text, piece))
        or any(_is_told_verb(tree, index) for index in tree.words_in(piece))
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


def _is_asked(tree: Tree, head: int) -> bool:
    """Whether a source is the "who" of a question: nobody is named by it."""
    return tree.words[head].xpos == "WP" and antecedent(tree, head) == head


def _whole(tree: Tree, spoken: SpokenSpans, piece: Span) -> Span:
    """A content without the verb of its clause, widened to the clause on its side of the cue: in
    "X founded the club in 1911, an official said" all of it is said."""
    for verb in _heads(tree, spoken.cue):
        own = set(tree.subtree(verb))
        for clause in _said(tree, verb):
            inside = set(tree.subtree(clause)) - (own if clause == tree.words[verb].head else set())
            ahead = piece.begin < tree.words[verb].span.begin
            said = [tree.words[i].span for i in inside if (i < verb) == ahead]
            if piece.contains(tree.words[clause].span) or not any(map(piece.overlaps, said)):
                continue
            return Span(min(s.begin for s in said), max(s.end for s in said)).cover(piece)
    return piece


def _said(tree: Tree, verb: int) -> list[int]:
    """The clauses that a verb of speaking governs, or stands in the margin of."""
    above = tree.words[verb].head
    marginal = tree.words[verb].deprel in ("parataxis", "dep") and tree.is_predicate(above)
    return tree.children(verb, "ccomp") + ([above] if marginal else [])


def _holder(reader: _Reader, source: Span | None, cue: Span | None) -> Holder:
    """The holder that a source span names; an unnamed one where there is no source."""
    if source is None:
        return Holder("unnamed source", HolderClass.UNNAMED, span=cue, cue=cue)
    first = reader.tree.head_of(source)
    head = None if first is None else antecedent(reader.tree, first)
    if head is not None and head != first:
        source = reader.tree.phrase(head)
    chain = None if head is None else reader.referents.chain_at(head)
    if chain is None or head is None:
        return Holder(source.of(reader.text), HolderClass.UNNAMED, span=source, cue=cue)
    kind = _class_of(reader, head)
    if chain.named:
        kind = _TYPE_TO_CLASS.get(chain.type, HolderClass.UNNAMED)
        if outlets.is_outlet(chain.name):
            kind = HolderClass.OUTLET
        return Holder(chain.name, kind, chain.id, source, cue)
    phrase = reader.tree.phrase(head)
    words = phrase if source.contains(phrase) else source
    name = chain.name if reader.referents.is_pronoun(head) else words.of(reader.text)
    return Holder(name, kind, chain.id, source, cue)


def _class_of(reader: _Reader, head: int) -> HolderClass:
    """An unnamed speaker's class, from its head noun."""
    noun = roles.noun_class(reader.tree.lemma(head))
    if noun is not None and noun.kind is NounKind.DOCUMENT:
        return HolderClass.DOCUMENT
    return HolderClass.UNNAMED


def _citing(reader: _Reader, attribution: Attribution) -> Iterable[Attribution]:
    """The attribution; where its source cites another ("citing officials, the agency reported"),
    the other's too, and the citing words then belong to what the source says."""
    tree = reader.tree
    inner: list[Attribution] = []
    for verb in _heads(tree, attribution.cue):
        for child in tree.children(verb, "advcl"):
            if _gives_object(tree, child):
                cue = tree.words[child].span
                for cited in map(tree.phrase, tree.children(child, "obj")):
                    holder = _holder(reader, cited, cue)
                    inner.append(replace(attribution, source=(cited,), cue=(cue,), holder=holder))
    citing = tuple(link.cue[0].cover(link.source[0]) for link in inner)
    return [*inner, replace(attribution, content=attribution.content + citing)]


def _relayed(reader: _Reader, attribution: Attribution) -> Iterable[Attribution]:
    """The media that the words went through before they reached this report."""
    for verb in _heads(reader.tree, attribution.cue):
        yield from _told_to_medium(reader, attribution, verb)
    for head in _heads(reader.tree, attribution.source):
        yield from _cited_in(reader, attribution, head)


def _heads(tree: Tree, spans: Iterable[Span]) -> list[int]:
    return [head for span in spans if (head := tree.head_of(span)) is not None]


def _told_to_medium(reader: _Reader, attribution: Attribution, verb: int) -> Iterable[Attribution]:
    """ "Told the daily X that ...": the medium stands between the speaker and the publisher."""
    tree = reader.tree
    if cue_at(tree, verb) is None:
        return
    candidates = tree.children(verb, "obj", "iobj")
    candidates += [c for c in tree.children(verb, "obl") if tree.case(c) in ("to", "by", "with")]
    for heard in candidates:
        if _is_medium(reader, heard):
            yield _outer(reader, attribution, tree.phrase(heard), tree.words[verb].span)


def _cited_in(reader: _Reader, attribution: Attribution, head: int) -> Iterable[Attribution]:
    """ "One report, cited in a study, said ...": the study stands outside the report."""
    tree = reader.tree
    for child in tree.children(head, "acl", "acl:relcl", "parataxis"):
        if cue_at(tree, child) is None:
            continue
        for where in tree.children(child, "obl"):
            if tree.case(where) in ("in", "by", "on") and not _is_when(tree, where):
                yield _outer(reader, attribution, tree.phrase(where), tree.words[child].span)


def _is_when(tree: Tree, index: int) -> bool:
    return tree.words[index].entity == "time" or tree.words[index].upos == "NUM"


def _outer(reader: _Reader, attribution: Attribution, source: Span, cue: Span) -> Attribution:
    """The same words in a wider mouth: its content takes in the inner source and cue."""
    inside = (*attribution.source, *attribution.cue, *attribution.content)
    content = Span(min(s.begin for s in inside), max(s.end for s in inside))
    return Attribution(
        (source,),
        (cue,),
        (content,),
        _holder(reader, source, cue),
        confidence=attribution.confidence,
    )


def _is_medium(reader: _Reader, index: int) -> bool:
    if outlets.is_medium(reader.tree.lemma(index)):
        return True
    chain = reader.referents.chain_at(index)
    return chain is not None and chain.named and outlets.is_outlet(chain.name)


def _gives_object(tree: Tree, index: int) -> bool:
    """Whether the source of a cue is its object: "citing", "quoting"."""
    cue = cue_at(tree, index)
    return cue is not None and cue.giver is Giver.OBJECT


def cue_at(tree: Tree, index: int) -> Cue | None:
    """The sense of the words of speaking that begin at the word."""
    found = speech.match(tree.lemmas, index, tree.parts)
    return None if found is None else found.value


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


ATTRIBUTIONS = Stage("attributions", ("blocks", "analysis", "mentions", "chains"), attributions)
