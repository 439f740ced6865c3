"""Who does what to whom: the logical arguments of a predicate, whatever the voice and the clause.

Passives, relative clauses, participles, control and coordination are undone here, once, so that the
lexicon's frames need only speak of "subject", "object" and prepositions.
"""

from collections.abc import Iterable, Mapping

from onrecord.extract.lending import add_lent, answerable, meant_by
from onrecord.extract.syntax import Tree, base, is_infinitive, remembered, tree_of
from onrecord.extract.verbs import (
    FOR_DOING,
    GIVING,
    LAYING_ON,
    OBJECT_CONTROL,
    PARTICLES,
    is_for_doing,
)
from onrecord.model import Analysis, RoleArc

__all__ = ["Arguments", "Slots", "antecedent", "arguments_of", "is_passive"]

Slots = Mapping[str, tuple[int, ...]]
"""Word indices by slot: subject, object, iobject, complement, poss, compound, amod, particle, or a
preposition; "bare" is an oblique without one, "infinitive" a complement that is one."""

_RELATIVE = frozenset({"WP", "WDT", "WP$", "WRB"})
_SLOTS = {
    "amod": "amod",
    "ccomp": "complement",
    "compound": "compound",
    "compound:prt": "particle",
    "iobj": "iobject",
    "nmod:poss": "poss",
    "nsubj": "subject",
    "nsubj:pass": "passive_subject",
    "obj": "object",
    "obl:agent": "agent",
    "xcomp": "complement",
}
_AIMING = frozenset({"at", "into", "upon"})


def is_passive(tree: Tree, index: int) -> bool:
    """Whether a verb is in the passive, participles after a noun included."""
    word = tree.words[index]
    if tree.children(index, "aux:pass", "csubj:pass"):
        return True
    if tree.children(index, "nsubj:pass"):
        return not _is_active(tree, index)
    if tree.children(index, "aux", "nsubj", "obj"):
        return False
    if word.xpos == "VBN" and base(word.deprel) == "conj" and word.head >= 0:
        return tree.words[word.head].xpos == "VBG" or is_passive(tree, word.head)
    return word.xpos == "VBN" and base(word.deprel) in ("acl", "advcl", "amod", "xcomp")


def _is_active(tree: Tree, index: int) -> bool:
    """Whether "have" and an object, or a bare past tense that aims at something, show the active:
    the tree may say passive all the same."""
    auxiliaries = [tree.lemma(aux) for aux in tree.children(index, "aux")]
    if "be" in auxiliaries and tree.words[index].xpos == "VBN":
        return False
    if "have" in auxiliaries:
        return bool(tree.children(index, "obj"))
    aimed = any(tree.case(each) in _AIMING for each in tree.children(index, "obl"))
    bare = not auxiliaries and not tree.children(index, "obl:agent")
    return tree.words[index].xpos == "VBD" and bare and aimed


class Arguments:
    """The logical arguments of every predicate of a report, worked out when first asked for."""

    def __init__(self, tree: Tree, roles: Iterable[RoleArc] = ()) -> None:
        self._tree = tree
        self._known: dict[int, Slots] = {}
        self._arcs: dict[tuple[int, str], list[int]] = {}
        laid = (answerable(tree, i) for i, lemma in enumerate(tree.lemmas) if lemma in LAYING_ON)
        self._laid = frozenset(i for i in laid if i is not None)
        for arc in roles:
            self._arcs.setdefault((arc.predicate, arc.role), []).append(arc.argument)

    def of(self, index: int) -> Slots:
        """The arguments of the predicate at `index`, coordinated fellows each on their own."""
        if index not in self._known:
            self._known[index] = {}  # stops a cycle of control
            tree, slots = self._tree, self._surface(index)
            if tree.words[index].upos in ("VERB", "AUX"):
                self._add_shared(index, slots)
                self._undo_passive(index, slots)
                self._add_raised(index, slots)
                self._add_asked(index, slots)
                self._add_roles(index, slots)
            elif tree.is_predicate(index) or _is_fellow_adjective(tree, index):
                self._add_shared(index, slots)
            else:
                add_lent(tree, self.of, index, slots)
            self._known[index] = {
                slot: tuple(self._spread(found)) for slot, found in slots.items() if found
            }
        return self._known[index]

    def _surface(self, index: int) -> dict[str, list[int]]:
        tree = self._tree
        slots: dict[str, list[int]] = {}
        blamed = answerable(tree, index)
        if blamed is not None:
            slots["on"] = [blamed]
        for child in tree.children(index):
            if child in self._laid:
                continue
            slot = _slot(tree, child)
            if slot == "passive_subject" and _is_active(tree, index):
                slot = "subject"
            if slot:
                slots.setdefault(slot, []).append(antecedent(self._tree, child))
            if slot == "complement" and is_infinitive(tree, child):
                slots.setdefault("infinitive", []).append(child)
        return slots

    def _add_shared(self, index: int, slots: dict[str, list[int]]) -> None:
        """Adds a subject or object that stands outside the clause."""
        tree, word = self._tree, self._tree.words[index]
        relation = base(word.deprel)
        if word.head < 0:
            return
        if word.deprel == "acl:relcl":
            gap = "object" if _subjects(slots) and "object" not in slots else "subject"
            if not _subjects(slots) or (gap == "object" and not _has_relative(tree, index)):
                slots.setdefault(gap, []).append(_modified(tree, index))
        elif relation == "acl" and not _subjects(slots):
            passive = word.xpos == "VBN"
            doers = meant_by(tree, self.of, index)
            slots["passive_subject" if passive else "subject"] = (
                [word.head] if doers is None else doers
            )
        elif _shares_subject(tree, index) and not _subjects(slots):
            shared = self._shared_subject(index, word.head, relation)
            key = "passive_subject" if is_passive(tree, index) else "subject"
            if shared:
                slots[key] = shared

    def _shared_subject(self, index: int, governor: int, relation: str) -> list[int]:
        outer = self.of(governor)
        if relation == "conj" and not self._tree.is_predicate(governor):
            return []
        if relation == "xcomp" and self._tree.lemma(governor) in OBJECT_CONTROL:
            controlled = outer.get("object", ()) or outer.get("iobject", ())
            if controlled:
                return list(controlled)
        blamed = relation in ("advcl", "ccomp") and self._tree.lemma(governor) in FOR_DOING
        if is_passive(self._tree, governor) or (blamed and is_for_doing(self._tree, index)):
            return list(outer.get("object", ()))
        return list(outer.get("subject", ()))

    def _undo_passive(self, index: int, slots: dict[str, list[int]]) -> None:
        surface = slots.pop("passive_subject", [])
        if surface and slots.get("object") and self._tree.lemma(index) in GIVING:
            slots["iobject"] = surface
        elif surface:
            slots["object"] = surface + slots.get("object", [])
        if surface or is_passive(self._tree, index):
            slots.setdefault("subject", []).extend(slots.pop("agent", []) or slots.get("by", []))
        else:
            slots.setdefault("by", []).extend(slots.pop("agent", []))

    def _add_raised(self, index: int, slots: dict[str, list[int]]) -> None:
        """Adds the object that stands only once, after the last of coordinated verbs: "killed and
        hurt three men"."""
        tree, word = self._tree, self._tree.words[index]
        if base(word.deprel) == "conj" and word.head >= 0 and not slots.get("object"):
            if tree.words[word.head].xpos == word.xpos and not is_passive(tree, index):
                slots["object"] = [c for c in tree.children(word.head, "obj") if c > index]
        fellows = [c for c in tree.children(index, "conj") if tree.words[c].upos == "VERB"]
        if slots.get("object") or not fellows or fellows[0] > index + 3:
            return
        if tree.words[fellows[0]].xpos == tree.words[index].xpos:
            if not tree.children(fellows[0], "nsubj", "aux"):
                slots["object"] = tree.children(fellows[0], "obj")

    def _add_asked(self, index: int, slots: dict[str, list[int]]) -> None:
        """Takes whom the tree calls the one addressed, or who does the deed, for the one who is
        asked to do it or accused of it."""
        tree = self._tree
        if slots.get("object") or tree.lemma(index) not in OBJECT_CONTROL:
            return
        if slots.get("infinitive"):
            slots["object"] = list(slots.get("iobject", ()))
        for clause in tree.children(index, "ccomp", "xcomp"):
            if tree.words[clause].xpos == "VBG" or is_infinitive(tree, clause):
                slots["object"] = slots.get("object") or tree.children(clause, "nsubj")

    def _add_roles(self, index: int, slots: dict[str, list[int]]) -> None:
        """Fills a subject or object that the tree does not give from the semantic roles."""
        for role, slot in (("ARG0", "subject"), ("ARG1", "object")):
            taken = {filler for found in slots.values() for filler in found}
            arcs = [i for i in self._arcs.get((index, role), ()) if not self._is_aside(i)]
            found = [antecedent(self._tree, i) for i in arcs]
            if not slots.get(slot):
                slots[slot] = [i for i in found if i not in taken and i != index]

    def _is_aside(self, index: int) -> bool:
        """ "Was cut, according to the company": a phrase with its preposition does and suffers
        nothing, unless with "by"."""
        return base(self._tree.words[index].deprel) == "obl" and self._tree.case(index) not in (
            "",
            "by",
        )

    def _spread(self, found: Iterable[int]) -> Iterable[int]:
        seen: set[int] = set()
        for index in found:
            for fellow in self._tree.fellows(index):
                if fellow not in seen and not _is_clause(self._tree, fellow):
                    seen.add(fellow)
                    yield fellow


def _slot(tree: Tree, child: int) -> str | None:
    deprel = tree.words[child].deprel
    if deprel == "advmod" and tree.lemma(child) in PARTICLES:
        return "particle"
    if deprel == "nsubj:pass" and tree.case(child) == "by":
        return "agent"
    if deprel == "obl:agent" and tree.case(child) == "on":
        return "on"  # "was blamed on the rebels"
    aside = base(deprel) in ("obl", "nmod") and deprel not in _SLOTS
    if aside or tree.case(child) == "accord to":  # who says it, though the tree call it a subject
        return tree.preposition(child) or "bare"
    return _SLOTS.get(deprel, _SLOTS.get(base(deprel)))


def antecedent(tree: Tree, index: int) -> int:
    """The noun that a relative pronoun stands for, else the word itself."""
    if tree.words[index].xpos in _RELATIVE:
        for current in tree.ancestors(index):
            if tree.words[current].deprel == "acl:relcl":
                return _modified(tree, current)
    return index


def _modified(tree: Tree, clause: int) -> int:
    """What a relative clause says something of.

    A name takes one only after a comma: in "a cousin of Ana Souza who fled", the cousin fled.
    """
    head = tree.words[clause].head
    noun = tree.words[head]
    first = min(tree.subtree(clause))
    apart = tree.words[first].upos == "PUNCT" or tree.words[first - 1].upos == "PUNCT"
    restrictive = first > 0 and not apart
    if restrictive and noun.upos == "PROPN" and base(noun.deprel) == "nmod" and noun.head < head:
        return noun.head if tree.words[noun.head].upos == "NOUN" else head
    return head


def _shares_subject(tree: Tree, index: int) -> bool:
    relation = base(tree.words[index].deprel)
    clause = relation == "ccomp" and (is_infinitive(tree, index) or is_for_doing(tree, index))
    return clause or relation in ("conj", "xcomp", "advcl")


def _is_fellow_adjective(tree: Tree, index: int) -> bool:
    """ "Was calm and ready to talk": the second has no copula of its own."""
    word = tree.words[index]
    fellow = word.upos == "ADJ" and base(word.deprel) == "conj" and word.head >= 0
    return fellow and tree.is_predicate(word.head)


def _subjects(slots: Mapping[str, list[int]]) -> bool:
    return bool(slots.get("subject") or slots.get("passive_subject"))


def _has_relative(tree: Tree, index: int) -> bool:
    return any(tree.words[child].xpos in _RELATIVE for child in tree.subtree(index))


def _is_clause(tree: Tree, index: int) -> bool:
    return base(tree.words[index].deprel) == "conj" and tree.words[index].upos in ("VERB", "AUX")


@remembered
def arguments_of(analysis: Analysis) -> Arguments:
    """The arguments of a report's predicates, by its trees and the roles that the network found."""
    return Arguments(tree_of(analysis.words), analysis.roles)
