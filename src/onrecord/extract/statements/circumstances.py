"""When and where: which time and which place of a sentence belong to a predicate."""

from collections.abc import Collection, Iterator

from onrecord.extract.statements.context import Context
from onrecord.extract.syntax import base
from onrecord.model import EntityType, Located, MentionForm, TimeExpression, TimexType

__all__ = ["place_of", "time_of"]

_PLACING = frozenset(
    "in at near on outside inside around off across throughout within along over".split()
)
_CLAUSE = frozenset({"root", "ccomp", "advcl", "acl", "parataxis", "csubj", "xcomp"})


def time_of(context: Context, predicate: int) -> TimeExpression | None:
    """The time expression that dates the predicate: in its own clause, else in one that governs it.

    A report's date is never taken for a missing one.
    """
    times = [t for t in context.reading.times if t.type in (TimexType.DATE, TimexType.TIME)]
    sentence = context.tree.words[predicate].sentence
    bounds = context.reading.sentences[sentence].span
    near = [t for t in times if bounds.contains(t.span) and not _in_name(context, t)]
    if not near:
        return None
    for clause in _clauses(context, predicate):
        inside = [
            t
            for t in near
            if _own(context, clause, predicate, t) and _is_shared(context, clause, predicate, t)
        ]
        if inside:
            anchor = context.tree.words[predicate].span.begin
            return min(inside, key=lambda t: (t.interval is None, abs(t.span.begin - anchor)))
    return None


def _is_shared(context: Context, clause: int, predicate: int, time: TimeExpression) -> bool:
    """Whether a time dates the predicate too: of coordinated ones only if it stands before all.

    "In 2012 it bought and sold", but not "it bought in 2012 and plans to sell".
    """
    words = context.tree.words
    if clause == predicate or base(words[predicate].deprel) != "conj":
        return True
    return time.span.begin < words[clause].span.begin


def _in_name(context: Context, time: TimeExpression) -> bool:
    """Whether the time is part of a name: the year of a cup or a resolution dates nothing."""
    return any(
        mention.form is MentionForm.NAME and mention.span.contains(time.span)
        for mention in context.reading.mentions
    )


def _clauses(context: Context, predicate: int) -> Iterator[int]:
    """The predicate, then the clause around it where both share a time (complement, participle)."""
    tree = context.tree
    yield predicate
    current = predicate
    while tree.words[current].head >= 0:
        deprel = base(tree.words[current].deprel)
        governor = tree.words[current].head
        if deprel == "conj" and tree.is_predicate(current):
            yield governor
            return
        if deprel in ("advcl", "ccomp", "acl", "parataxis", "csubj"):
            return
        current = governor
        yield current


def _own(context: Context, clause: int, predicate: int, time: TimeExpression) -> bool:
    """Whether the time depends on the clause's predicate with no other clause between."""
    tree = context.tree
    head = tree.head_of(time.span)
    if head is None:
        return False
    for current in (head, *tree.ancestors(head)):
        if current in (clause, predicate):
            return True
        if base(tree.words[current].deprel) in _CLAUSE:
            return False
        if base(tree.words[current].deprel) == "conj" and tree.words[current].upos == "VERB":
            return False
    return False


def place_of(context: Context, predicate: int, used: Collection[int]) -> Located | None:
    """The place where it happened: a placing phrase under the predicate, or under its noun's verb.

    Words that already fill a role (`used`) may give the place too if a placing phrase stands there.
    """
    for clause in _clauses(context, predicate):
        for child in context.tree.children(clause, "obl", "nmod", "advmod"):
            located = _placing(context, child)
            if located is not None:
                return located
    for index in sorted(used):
        for child in context.tree.children(index, "nmod"):
            located = _placing(context, child)
            if located is not None and not context.is_actor(index):
                return located
    return None


def _placing(context: Context, index: int) -> Located | None:
    tree, referents = context.tree, context.referents
    if tree.case(index) not in _PLACING:
        return None
    kind = referents.type_at(index)
    if kind is EntityType.PLACE or kind is EntityType.FACILITY:
        located = referents.place_at(index)
        if located is not None:
            return located
        span = context.extent(index)
        chain = referents.chain_at(index)
        inner = _inner_place(context, index)
        return inner or Located(
            span.of(context.document.text), span, None if chain is None else chain.id
        )
    return None


def _inner_place(context: Context, index: int) -> Located | None:
    """ "The town of X", "the airport in X": the named place inside a described one."""
    for child in context.tree.children(index, "nmod", "compound", "appos", "flat"):
        located = context.referents.place_at(child)
        if located is not None:
            return located
    return None
