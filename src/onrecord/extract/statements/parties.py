"""Whom an event touches beyond the slots of its own word.

Of whom something is demanded is the subject of the demand's clause; who is refused made the
proposal; who is threatened would suffer; what is cut or cancelled was shared with somebody.
"""

from collections.abc import Collection, Iterable, Mapping

from onrecord.extract.statements.context import Context
from onrecord.extract.syntax import is_infinitive
from onrecord.lexicon.frames import Sense
from onrecord.model import EntityType, Predicate

__all__ = ["parties", "reached"]

_BY_CLAUSE = frozenset(
    {Predicate.REQUEST, Predicate.REJECT, Predicate.AGREE, Predicate.THREATEN, Predicate.CONCEDE}
)
"""What is asked, refused, promised or threatened stands in a clause with parties of its own."""
_BY_MATTER = _BY_CLAUSE | {
    Predicate.ACCUSE,
    Predicate.AID,
    Predicate.CONSULT,
    Predicate.COOPERATE,
    Predicate.PROTEST,
    Predicate.SANCTION,
    Predicate.SUPPORT,
}
"""What is done in words or between parties; what force does to a thing, it does to the thing."""
_TOWARDS = "against with to from on by for of between toward towards over at".split()
_BLAMED = frozenset({"by", "of", "from"})
"""Who is blamed for a matter did it; who suffered it is not."""
_TOWARDS_CLAUSE = ("iobject", "object", *_TOWARDS, "into", "in")
_PRESSING = frozenset("demand protest press call urge denounce oppose show condemn seek".split())
_DEPTH = 3


def reached(
    context: Context, index: int, sense: Sense, filled: Mapping[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """Who is at the receiving end of an event whose own slots name nobody, () if nobody is.

    Looked for in its clause, then in what it is about, then in what a protest presses for.
    """
    if filled.get("recipient") or sense.predicate not in _BY_MATTER:
        return ()
    slots = context.arguments.of(index)
    own = _chains(context, filled.get("actor", ()))
    if sense.predicate in _BY_CLAUSE:
        for clause in (*slots.get("complement", ()), *context.tree.children(index, "acl")):
            found = _others(context, own, _clause(context, clause, own, _DEPTH))
            if found:
                return found
    matters = [*filled.get("purpose", ()), *filled.get("target", ()), *slots.get("object", ())]
    if sense.predicate is Predicate.PROTEST:
        matters += _pressed(context, index)
    ways = _BLAMED if sense.predicate is Predicate.ACCUSE else _TOWARDS
    return _others(context, own, (p for m in matters for p in parties(context, m, _DEPTH, ways)))


def _chains(context: Context, indices: Iterable[int]) -> frozenset[str]:
    chains = (context.referents.chain_at(i) for i in indices)
    return frozenset(chain.id for chain in chains if chain is not None)


def _others(context: Context, own: frozenset[str], found: Iterable[int]) -> tuple[int, ...]:
    """Those who are not the actor."""
    others = (i for i in found if _chains(context, (i,)).isdisjoint(own))
    return tuple(dict.fromkeys(others))


def _clause(context: Context, clause: int, own: frozenset[str], depth: int) -> tuple[int, ...]:
    """Who does what is asked for, else to whom it would be done."""
    slots = context.arguments.of(clause)
    doers = tuple(i for i in slots.get("subject", ()) if _is_party(context, i))
    if _others(context, own, doers):
        return doers
    for slot in _TOWARDS_CLAUSE:
        for word in slots.get(slot, ()):
            found = parties(context, word, depth)
            if _others(context, own, found):
                return found
    inner = slots.get("complement", ()) if depth else ()
    return next((p for c in inner if (p := _clause(context, c, own, depth - 1))), ())


def parties(
    context: Context, word: int, depth: int, ways: Collection[str] = _TOWARDS
) -> tuple[int, ...]:
    """Those whom a noun stands for, else those with whom, by whom or against whom it is, looked
    for `depth` nouns deep. `ways` are the prepositions that lead there."""
    if _is_party(context, word):
        return (word,)
    if not depth:
        return ()
    tree = context.tree
    beside = [c for c in tree.children(word, "nmod") if not context.is_time(c)]
    beside.sort(key=lambda c: (tree.words[c].deprel == "nmod:poss", c))
    for child in beside:
        if tree.words[child].deprel == "nmod:poss" or tree.case(child) in ways:
            inner = [parties(context, c, depth - 1, ways) for c in tree.fellows(child)]
            found = [party for each in inner for party in each]
            if found:
                return tuple(found)
    before = tree.children(word, "amod", "compound")
    found = [c for c in before if _is_name(context, c)]
    clauses = [c for c in tree.children(word, "acl") if not found and is_infinitive(tree, c)]
    found += [i for c in clauses for i in _clause(context, c, frozenset(), depth - 1)]
    return tuple(found)


def _is_party(context: Context, index: int) -> bool:
    return context.is_actor(index) and not context.is_time(index)


def _is_name(context: Context, index: int) -> bool:
    """Whether a modifier is a party: a nation's adjective, a name, or a noun for a body; "general"
    and "terrorist" are none."""
    kind = context.type_at(index)
    if context.tree.words[index].upos == "ADJ":
        return kind is EntityType.NATIONALITY
    if context.named(index) is None:
        return kind in (EntityType.NATIONALITY, EntityType.GROUP, EntityType.ORGANISATION)
    return _is_party(context, index)


def _pressed(context: Context, index: int) -> Iterable[int]:
    """What a protest is for: the matter of the demand that it is meant to press."""
    tree = context.tree
    for word in (index, tree.words[index].head):
        for clause in tree.children(word, "advcl", "xcomp", "acl") if word >= 0 else ():
            if tree.lemma(clause) in _PRESSING:
                slots = context.arguments.of(clause)
                yield from slots.get("object", ())
                yield from slots.get("for", ())
                yield from slots.get("on", ())
