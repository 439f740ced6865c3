"""Which clauses assert something in their own right, and which only lead up to others."""

from collections.abc import Collection

from onrecord.extract.cues import SHOWING, opens_with_that
from onrecord.extract.syntax import Tree, base
from onrecord.extract.verbs import leads_to

__all__ = ["is_asserted", "led_up_to"]

_UNREAL_MARKS = frozenset("to if unless whether without lest before instead than".split())
"""Before a clause: it is not told to be so."""
_OF = frozenset("of for like about".split())
_SEEMING = frozenset({"seem", "appear"})


def is_asserted(tree: Tree, index: int, told: Collection[int]) -> bool:
    """Whether the predicate at `index` is: of what somebody says (`told` are the head words), of a
    main, relative or adverbial clause or a participle, or of "it is likely that"; not of what is
    only meant, supposed or left undone."""
    word = tree.words[index]
    if index in told:
        return True
    if word.deprel == "conj":
        return is_asserted(tree, word.head, told)
    if base(word.deprel) in ("acl", "advcl"):
        marks = {tree.lemma(mark) for mark in tree.children(index, "mark", "case")}
        bare = word.xpos == "VBG" and not tree.children(index, "nsubj")
        if base(word.deprel) == "acl" and bare and not marks.isdisjoint(_OF):
            return False  # "the hope of finding them"
        return marks.isdisjoint(_UNREAL_MARKS)
    if _only_leads(tree, index):
        return False
    if word.deprel in ("ccomp", "csubj") and tree.children(word.head, "expl"):
        return tree.words[word.head].upos == "ADJ" or _only_leads(tree, word.head)
    if word.deprel == "ccomp" and tree.lemma(word.head) in SHOWING and opens_with_that(tree, index):
        return is_asserted(tree, word.head, told)
    return word.deprel in ("root", "parataxis")


def _only_leads(tree: Tree, index: int) -> bool:
    """ "It seems that": what seems so is told."""
    if tree.lemma(index) not in _SEEMING or not tree.children(index, "expl"):
        return False
    return any(opens_with_that(tree, c) for c in tree.children(index, "ccomp", "csubj"))


def led_up_to(tree: Tree, taken: Collection[int]) -> set[int]:
    """The words that make a statement, and the verbs that only lead up to them: "helped fund"."""
    covered: set[int] = set()
    for index in taken:
        covered.add(index)
        while leads_to(tree, index) and tree.words[index].head not in covered:
            index = tree.words[index].head
            covered.add(index)
    return covered
