"""What somebody says that another must do: a demand, though no word of demanding stands there."""

from collections.abc import Iterable

from onrecord.extract.statements.context import Context
from onrecord.extract.statements.draft import Draft
from onrecord.extract.syntax import base
from onrecord.model import EntityType, Predicate

__all__ = ["from_demands"]

_MUST = frozenset({"must", "should"})
_PRESENT = frozenset({"i", "we", "you", "one"})
_DEMANDING = frozenset({EntityType.GROUP, EntityType.ORGANISATION, EntityType.PLACE})


def from_demands(context: Context) -> Iterable[Draft]:
    """The drafts of "the ministry said that X must leave": who says so asks X for it."""
    tree = context.tree
    for index in context.readable():
        if tree.lemma(index) not in _MUST or base(tree.words[index].deprel) != "aux":
            continue
        asked = tree.words[index].head
        clause = tree.words[asked]
        if base(clause.deprel) != "ccomp" or clause.head < 0:
            continue
        whom = [i for i in context.arguments.of(asked).get("subject", ()) if _is_body(context, i)]
        who = context.arguments.of(clause.head).get("subject", ())
        speakers = [i for i in who if context.is_actor(i)]
        if whom and speakers:
            roles = {"actor": tuple(speakers), "recipient": tuple(whom), "purpose": (asked,)}
            yield Draft(Predicate.REQUEST, index, roles, dated=False, confidence=0.65)


def _is_body(context: Context, index: int) -> bool:
    """Whether the word stands for a body or a country, or for somebody named."""
    if context.tree.lemma(index) in _PRESENT:
        return False
    if context.named(index) is not None:
        return context.is_actor(index)
    return context.type_at(index) in _DEMANDING and context.is_actor(index)
