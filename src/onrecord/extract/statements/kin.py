"""Who is of whose family: "his wife Ana", "Ana, sister of Bao", "the brothers Chidi and Obi"."""

from collections.abc import Iterable

from onrecord.extract.statements.context import Context
from onrecord.extract.statements.draft import Draft
from onrecord.extract.syntax import base
from onrecord.lexicon import roles
from onrecord.lexicon.roles import NounKind
from onrecord.model import Chain, EntityType, MentionForm, Predicate, Span

__all__ = ["from_kin"]

_OF_EACH_OTHER = frozenset("brother sister sibling twin cousin spouse".split())


def from_kin(context: Context) -> Iterable[Draft]:
    """The drafts of nouns for kin of named people, beside a name; the noun is the title."""
    for index in context.readable():
        word = context.tree.words[index]
        noun = roles.noun_class(context.tree.lemma(index)) if word.upos == "NOUN" else None
        chain = context.referents.chain_at(index)
        if noun is None or noun.kind is not NounKind.KIN or chain is None:
            continue
        somebody = chain.members or _is_named_here(context, index, chain)
        if not somebody and (chain.named or not context.tree.is_indefinite(index)):
            continue
        sides = _of_whom(context, index) or _each_other(context, index, chain)
        if sides is not None:
            subject, other = sides
            title = {"title": _title(context, index)}
            yield Draft(
                Predicate.FAMILY_OF,
                index,
                {"subject": subject, "object": other},
                spans=title,
                dated=False,
            )


def _is_named_here(context: Context, index: int, chain: Chain) -> bool:
    """Whether the sentence gives a name or a pronoun to whom it calls kin."""
    if not chain.named or chain.type is not EntityType.PERSON:
        return False
    words, mentions = context.tree.words, context.reading.mentions
    sentence = context.reading.sentences[words[index].sentence].span
    return any(
        mentions[m].form is not MentionForm.DESCRIPTION and sentence.contains(mentions[m].span)
        for m in chain.mentions
    )


def _of_whom(context: Context, index: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The kin, and the named person that they are kin of."""
    tree = context.tree
    owners = tree.children(index, "nmod:poss")
    owners += [c for c in tree.children(index, "nmod") if tree.case(c) in ("of", "to")]
    for owner in owners:
        chain = context.referents.chain_at(owner)
        if chain is not None and chain.type is EntityType.PERSON and (chain.named or chain.members):
            return (index, *_fellows(context, index)), (owner,)
    return None


def _fellows(context: Context, index: int) -> Iterable[int]:
    """The others of "his cousins Chidi, Obi and Ada"."""
    tree = context.tree
    if tree.words[index].xpos != "NNS":
        return ()
    first = [index, *tree.children(index, "appos", "flat")]
    if tree.words[index].deprel in ("nmod:desc", "compound"):
        first.append(tree.words[index].head)
    fellows = (fellow for each in first for fellow in tree.children(each, "conj"))
    return (fellow for fellow in fellows if context.named(fellow) is not None)


def _each_other(
    context: Context, index: int, chain: Chain
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """ "The brothers Chidi and Obi": the first, and the rest."""
    if context.tree.lemma(index) not in _OF_EACH_OTHER or len(chain.members) < 2:
        return None
    sentence = context.tree.words[index].sentence
    heads = [_nearest(context, member, sentence) for member in chain.members]
    found = tuple(head for head in heads if head is not None)
    return (found[:1], found[1:]) if len(found) == len(heads) else None


def _nearest(context: Context, chain_id: str, sentence: int) -> int | None:
    chain = next(each for each in context.reading.chains if each.id == chain_id)
    for number in chain.mentions:
        head = context.tree.head_of(context.reading.mentions[number].head)
        if head is not None and context.tree.words[head].sentence == sentence:
            return head
    return None


def _title(context: Context, index: int) -> Span:
    """The noun with what tells it from others of its kind: "elder brother"."""
    words = context.tree.words
    own = words[index].span
    for child in context.tree.children(index, "amod", "compound"):
        if child < index and base(words[child].deprel) == "amod":
            own = own.cover(words[child].span)
    return own
