"""What a noun for a deed borrows from the words around it: its doer, its sufferer, its place.

"Carried out a raid on X", "came under attack from X", "talks were held with X", "X's refusal to
sign": the tree hangs on the verb what belongs to the noun, and on the noun who signs.
"""

from collections.abc import Callable, Mapping

from onrecord.extract.syntax import Tree, base, is_infinitive
from onrecord.extract.verbs import (
    HAPPENING,
    INTENTIONS,
    LAYING_ON,
    LIGHT_VERBS,
    SUFFERED,
    TAKING_PART,
)

__all__ = ["add_lent", "answerable", "meant_by"]

_Of = Callable[[int], Mapping[str, tuple[int, ...]]]
_SUFFERING = ("of", "to", "on")
_LENT = ("on", "against", "at", "in", "with", "near", "to", "from", "for", "into", "between")
"""Prepositions under a light verb that belong to its noun."""
_ON = ("on", "upon")
_DOING = ("poss", "by", "compound", "amod")


def add_lent(tree: Tree, of: _Of, index: int, slots: dict[str, list[int]]) -> None:
    """Gives an event noun at `index` the arguments of its light verb, and those of its fellow; `of`
    gives the arguments of a verb."""
    _add_light_verb(tree, of, index, slots)
    word = tree.words[index]
    if base(word.deprel) == "conj" and word.head >= 0:
        for child in tree.children(word.head, "nmod"):
            case = tree.case(child)
            if child > index and case and not slots.get(case):
                slots[case] = [child]  # "the capture and murder of six men"


def _add_light_verb(tree: Tree, of: _Of, index: int, slots: dict[str, list[int]]) -> None:
    word = tree.words[index]
    if base(word.deprel) == "conj" and word.head >= 0:
        word = tree.words[word.head]
    governor = word.head
    if governor >= 0:
        outer = of(governor)
        if index in outer.get("in", ()) and tree.lemma(governor) in TAKING_PART:
            doers = outer.get("subject", ()) or outer.get("object", ())
            slots.setdefault("by", []).extend(doers)
            slots.setdefault("against", []).extend(outer.get("against", ()))
        if index in outer.get("under", ()):
            _suffer(outer, slots)
        _lend(tree, of, index, governor, slots)
    for clause in tree.children(index, "acl"):
        _lend(tree, of, index, clause, slots)


def _suffer(outer: Mapping[str, tuple[int, ...]], slots: dict[str, list[int]]) -> None:
    """ "Came under attack from X": the subject suffers it."""
    for slot in _SUFFERING:
        slots.setdefault(slot, []).extend(outer.get("object", ()) or outer.get("subject", ()))
    for slot in ("from", "by"):
        slots.setdefault(slot, []).extend(outer.get(slot, ()))


def _lend(tree: Tree, of: _Of, index: int, verb: int, slots: dict[str, list[int]]) -> None:
    """Adds the arguments of a light verb whose object the noun is, before it or after: "the raid
    that they carried out"; and those of a verb that only says that it happened."""
    outer, lemma = of(verb), tree.lemma(verb)
    there = lemma in HAPPENING or tree.children(verb, "expl")  # "there were talks with X"
    if there and index in outer.get("subject", ()):
        for slot in _LENT:
            slots[slot] = slots.get(slot) or list(outer.get(slot, ()))
    if lemma not in LIGHT_VERBS or index not in outer.get("object", ()):
        return
    suffered = lemma in SUFFERED
    for slot in [s for s in _SUFFERING if not slots.get(s)] if suffered else ["by"]:
        slots.setdefault(slot, []).extend(outer.get("subject", ()))
    for preposition in _LENT:
        slots.setdefault(preposition, []).extend(outer.get(preposition, ()))
    slots.setdefault("to", []).extend(outer.get("iobject", ()))


def meant_by(tree: Tree, of: _Of, index: int) -> list[int] | None:
    """Who is to do what the infinitive at `index` says of a plan, a refusal, a will: whose it is,
    else who has or makes it; None where the noun before it is itself the doer."""
    noun = tree.words[index].head
    if not is_infinitive(tree, index) or tree.lemma(noun) not in INTENTIONS:
        return None
    own = of(noun)
    governor = tree.words[noun].head
    doers = next((own[slot] for slot in _DOING if own.get(slot)), ())
    if not doers and governor >= 0 and noun in of(governor).get("object", ()):
        doers = of(governor).get("subject", ())
    return list(doers)


def answerable(tree: Tree, verb: int) -> int | None:
    """On whom the verb lays a deed, though the tree hangs them on the deed: "blamed the attack on
    the army" tells of no attack on the army."""
    if tree.lemma(verb) not in LAYING_ON:
        return None
    if any(tree.case(each) in _ON for each in tree.children(verb, "obl")):
        return None
    inside = (i for deed in tree.children(verb, "obj") for i in tree.subtree(deed))
    found = [i for i in inside if base(tree.words[i].deprel) == "nmod" and tree.case(i) in _ON]
    return max(found, default=None)
