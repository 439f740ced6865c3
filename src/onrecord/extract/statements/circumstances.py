"""Where: which place of a sentence belongs to a predicate."""

from collections.abc import Collection, Iterator

from onrecord.extract.statements.bearing import Bearing
from onrecord.extract.statements.context import Context
from onrecord.extract.statements.sharing import lenders
from onrecord.lexicon import outlets
from onrecord.model import EntityType, Located, PlaceUse

__all__ = ["place_of"]

_PLACING = frozenset(
    "in at near on outside inside around off across throughout within along over".split()
)


def place_of(context: Context, predicate: int, used: Collection[int]) -> Located | None:
    """The place where it happened: a placing phrase under the predicate, or under its noun's verb.

    Words that already fill a role (`used`) may give the place too if a placing phrase stands there.
    A place that is known goes before one that is only described, and before what is struck there.
    """
    found = list(_candidates(context, predicate, used))
    fillers = {context.tree.words[index].span for index in used}
    known = (each for each in found if each.place is not None)
    apart = (each for each in found if not any(each.span.contains(span) for span in fillers))
    return next(known, None) or next(apart, None) or next(iter(found), None)


def _candidates(context: Context, predicate: int, used: Collection[int]) -> Iterator[Located]:
    for lender in lenders(context.tree, predicate):
        if lender.bearing is not Bearing.AT:
            continue
        for child in context.tree.children(lender.word, "obl", "nmod", "advmod"):
            located = _placing(context, child) or _sited(context, child)
            begin = context.tree.words[child].span.begin
            if located is not None and (lender.front is None or begin < lender.front):
                yield located
    for index in sorted(used):
        for child in context.tree.children(index, "nmod"):
            located = _placing(context, child)
            if located is not None and not context.is_actor(index):
                yield located


def _placing(context: Context, index: int) -> Located | None:
    tree, referents = context.tree, context.referents
    if tree.preposition(index) not in _PLACING or _is_of_medium(context, index):
        return None
    kind = referents.type_at(index)
    if kind is EntityType.PLACE or kind is EntityType.FACILITY:
        located = referents.place_at(index)
        if located is not None:
            return located if located.use is PlaceUse.PLACE else None
        if _is_bare(context, index):
            return None
        span = context.extent(index)
        chain = referents.chain_at(index)
        inner = _inner_place(context, index)
        return inner or Located(
            span.of(context.document.text), span, None if chain is None else chain.id
        )
    return None


def _is_bare(context: Context, index: int) -> bool:
    """ "In prison", "at home": a state, and no place that anybody could point to."""
    word = context.tree.words[index]
    return word.xpos == "NN" and context.tree.phrase(index) == word.span


def _is_of_medium(context: Context, index: int) -> bool:
    """Whether the word is part of a medium's name: "on Radio X"."""
    tree = context.tree
    beside = [*tree.children(index, "compound", "flat", "nmod:desc", "appos")]
    if tree.words[index].deprel in ("compound", "flat", "appos"):
        beside.append(tree.words[index].head)
    return any(outlets.is_medium(tree.lemma(each)) for each in beside)


def _sited(context: Context, index: int) -> Located | None:
    """ "50 km north of X": the place whose surroundings the phrase points to."""
    word = context.tree.words[index].span
    return next(
        (
            located
            for located in context.reading.places
            if located.around and any(siting.span.contains(word) for siting in located.sitings)
        ),
        None,
    )


def _inner_place(context: Context, index: int) -> Located | None:
    """ "The town of X", "the airport in X": the named place inside a described one."""
    for child in context.tree.children(index, "nmod", "compound", "appos", "flat"):
        located = context.referents.place_at(child)
        if located is not None and located.use is PlaceUse.PLACE:
            return located
    return None
