"""What statements of speech are about: the statements of the same report that are denied, claimed,
explained, assessed or predicted.

It stands in the words themselves ("denied that ..."), or before them where a noun or pronoun points
back ("denied it", "claimed responsibility for the attack"). Where nothing fits, nothing is linked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.extract.cues import cue_at
from onrecord.extract.statements.carried import Told
from onrecord.extract.statements.context import Context
from onrecord.lexicon import events
from onrecord.lexicon.speech import Speech
from onrecord.model import Predicate, PredicateFamily, Statement, Status

__all__ = ["linked"]

_ROLE = {
    Predicate.DENIES: "object",
    Predicate.CLAIMS_RESPONSIBILITY: "object",
    Predicate.EXPLAINS: "subject",
    Predicate.ASSESSES: "object",
    Predicate.PREDICTS: "object",
}
"""The role that holds what a statement of speech is about."""
_POINTING = frozenset({"it", "this", "that"})
_BACK = 3
"""Sentences before in which what is pointed to may stand."""


def linked(context: Context, told: Sequence[Told]) -> Iterator[Told]:
    """The statements, those of speech with the ids of what they are about."""
    matters = [each for each in told if each.statement.predicate not in _ROLE]
    for each in told:
        role = _ROLE.get(each.statement.predicate)
        if role is None:
            yield each
            continue
        about = tuple(dict.fromkeys(_about(context, each, role, matters)))
        yield replace(each, statement=replace(each.statement, about=about))


def _about(context: Context, each: Told, role: str, matters: Sequence[Told]) -> list[str]:
    fillers = each.statement.roles.get(role, ())
    found: list[str] = []
    for filler in fillers:
        within = [
            other.statement
            for other in matters
            if filler.span.contains(context.tree.words[other.word].span)
        ]
        denied = [s for s in within if Status.DENIED in s.certainty.status]
        # Who denies a part in a murder does not deny the murder.
        inside = [s.id for s in denied or within]
        head = context.tree.head_of(filler.span)
        if not inside and head is not None:
            inside = [s.id for s in _pointed(context, each, head, matters)]
        found += inside
    return found


def _pointed(
    context: Context, each: Told, head: int, matters: Sequence[Told]
) -> Iterable[Statement]:
    """What a noun or pronoun at `head` points to: the event it names, or what was said before."""
    tree = context.tree
    cue = cue_at(tree, head)
    if cue is None and tree.lemma(head) not in _POINTING:
        kinds = {kind for index in _nouns(context, head) for kind in _kinds(context, index)}
        same = [m for m in matters if m.statement.predicate in kinds]
        return _nearest(context, each, [m for m in same if not _is_in(context, m, each)])
    sentence = tree.words[each.word].sentence
    before = [m for m in matters if m.word < each.word and _is_claimed(m.statement)]
    if cue is not None and cue.speech is Speech.CLAIMS:
        alleged = [m for m in before if Status.ALLEGED in m.statement.certainty.status]
        before = alleged or before
    near = [m for m in before if sentence - tree.words[m.word].sentence <= _BACK]
    if not near:
        return ()
    last = max(tree.words[m.word].sentence for m in near)
    return [m.statement for m in near if tree.words[m.word].sentence == last]


def _is_in(context: Context, matter: Told, each: Told) -> bool:
    """Whether the statement `each` names the matter as its reason or the like."""
    span = context.tree.words[matter.word].span
    fillers = (filler for found in each.statement.roles.values() for filler in found)
    return any(filler.span.contains(span) for filler in fillers)


def _nouns(context: Context, head: int) -> Iterator[int]:
    """The noun, and what it is of: "any role in the attack"."""
    yield head
    yield from context.tree.children(head, "nmod")


def _kinds(context: Context, index: int) -> set[Predicate]:
    """The events that a noun names."""
    if context.tree.words[index].upos != "NOUN":
        return set()
    return {sense.predicate for sense in events.senses(context.tree.lemma(index), "NOUN")}


def _nearest(context: Context, each: Told, same: Sequence[Told]) -> Iterable[Statement]:
    """Of statements of one kind, those of the last sentence before, else of the first after."""
    sentences = context.tree.words
    own = sentences[each.word].sentence
    before = [m for m in same if sentences[m.word].sentence <= own and m.word != each.word]
    after = [m for m in same if sentences[m.word].sentence > own]
    at = max((sentences[m.word].sentence for m in before), default=None)
    if at is None:
        at = min((sentences[m.word].sentence for m in after), default=None)
    return [m.statement for m in same if sentences[m.word].sentence == at and m.word != each.word]


def _is_claimed(statement: Statement) -> bool:
    """Whether somebody but the publisher says so, or an accusation tells of it."""
    told = any(holder.span is not None for holder in statement.holders)
    return told or statement.predicate.family is PredicateFamily.EVENT
