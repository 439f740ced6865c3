"""Where things and people are by the build of a phrase: places inside places, buildings in places,
and somebody "now in" one."""

from collections.abc import Iterable
from itertools import pairwise

from onrecord.extract.statements.context import Context
from onrecord.extract.statements.draft import Draft
from onrecord.lexicon import roles
from onrecord.lexicon.roles import NounKind
from onrecord.model import EntityType, Located, Precision, Predicate

__all__ = ["from_whereabouts"]

_NOW = frozenset({"currently", "now", "presently"})


def from_whereabouts(context: Context) -> Iterable[Draft]:
    """The drafts that say where something or somebody is."""
    for index in context.readable():
        yield from _site(context, index)
        yield from _stay(context, index)
    yield from _locations(context)


def _site(context: Context, index: int) -> Iterable[Draft]:
    """ "The embassy in X", "X's Great Mosque": a building and the named place it stands in."""
    tree, referents = context.tree, context.referents
    if not _is_building(context, index):
        return
    around = [c for c in tree.children(index, "nmod") if tree.case(c) == "in"]
    named = context.named(index) is not None
    around += [c for c in tree.children(index, "nmod:poss") if named and not context.is_country(c)]
    places = tuple(c for c in around if referents.place_at(c) is not None and context.named(c))
    if places:
        yield Draft(
            Predicate.LOCATED_IN, index, {"subject": (index,), "object": places[:1]}, dated=False
        )


def _is_building(context: Context, index: int) -> bool:
    """Whether the word stands for one: by its type, or for a body named after its building."""
    kind = context.referents.type_at(index)
    noun = roles.noun_class(context.tree.lemma(index))
    built = noun is not None and noun.kind is NounKind.FACILITY
    return kind is EntityType.FACILITY or (kind is EntityType.ORGANISATION and built)


def _stay(context: Context, index: int) -> Iterable[Draft]:
    """ "Ana Souza, an observer now in X": a person, and the named place where they are."""
    tree = context.tree
    person = tree.words[index].head
    if person < 0 or tree.case(index) not in ("in", "at", "near"):
        return
    told = {tree.lemma(c) for c in tree.children(index, "advmod")}
    is_place = context.referents.place_at(index) is not None
    if told.isdisjoint(_NOW) or not is_place:
        return
    if tree.words[index].deprel == "nmod" and context.type_at(person) is EntityType.PERSON:
        yield Draft(Predicate.PRESENT_AT, index, {"subject": (person,), "object": (index,)})


def _locations(context: Context) -> Iterable[Draft]:
    """ "X in northern Y", "X, Y's capital", "X, Y": a named place right before one around it.

    Side by side is surer than the tree, which hangs such a pair now on the verb, now on the noun.
    """
    places = [
        head
        for located in context.reading.places
        if (head := context.tree.head_of(located.span)) is not None
    ]
    for inner, outer in pairwise(sorted(set(places))):
        if _lies_in(context, inner, outer):
            yield Draft(
                Predicate.LOCATED_IN, inner, {"subject": (inner,), "object": (outer,)}, dated=False
            )


def _lies_in(context: Context, inner: int, outer: int) -> bool:
    tree = context.tree
    near, far = context.referents.place_at(inner), context.referents.place_at(outer)
    if near is None or far is None or far.place is None or near.chain == far.chain:
        return False
    if tree.words[inner].sentence != tree.words[outer].sentence:
        return False
    between = [w for w in tree.words[inner + 1 : outer] if not near.span.contains(w.span)]
    between = [w for w in between if not far.span.contains(w.span)]
    words = [w.text.lower() for w in between if w.upos not in ("ADJ", "DET")]
    joined = words in (["in"], ["of"]) or (
        words == [","] and (_is_possessor(context, outer) or _is_wider(near, far))
    )
    same_country = near.place is None or near.place.country in (None, far.place.country)
    return joined and same_country


def _is_possessor(context: Context, index: int) -> bool:
    return context.tree.words[index].deprel == "nmod:poss"


def _is_wider(near: Located, far: Located) -> bool:
    """Whether the second place is a country or region and the first, if known, is smaller: in
    "Europe, Britain and Japan" it is not."""
    wide = (Precision.COUNTRY, Precision.REGION)
    if far.place is None or far.place.precision not in wide:
        return False
    if near.place is None:
        return True
    smaller = (near.place.radius_km or 0.0) < (far.place.radius_km or 0.0)
    return smaller and near.place.precision not in wide
