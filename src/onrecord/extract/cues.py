"""Words of speaking where they stand in a report, and what they govern."""

from collections.abc import Iterable

from onrecord.extract.syntax import Tree, is_infinitive
from onrecord.lexicon import roles, speech
from onrecord.lexicon.roles import NounKind
from onrecord.lexicon.speech import Cue, Giver
from onrecord.model import Span

__all__ = [
    "SHOWING",
    "TOLD",
    "content_root",
    "cue_at",
    "gives_object",
    "heads",
    "is_matter",
    "is_voice",
    "opens_with_that",
]

SHOWING = frozenset("show indicate suggest prove demonstrate mean imply illustrate".split())
"""Verbs of what a thing tells, which its finder says."""
TOLD = frozenset(
    "tell inform notify brief remind assure warn ask advise text email message reassure".split()
)
"""Verbs whose object is who hears it."""
_VOICES = frozenset({"person", "organization", "place"})
_MATTERS = frozenset(
    "involvement responsibility wrongdoing role link knowledge connection guilt charge part "
    "collusion complicity it that this".split()
)
_SPEAKING_KINDS = frozenset({NounKind.DOCUMENT, NounKind.GROUP, NounKind.ORGANISATION})


def cue_at(tree: Tree, index: int) -> Cue | None:
    """The sense of the words of speaking that begin at the word."""
    found = speech.match(tree.lemmas, index, tree.parts)
    return None if found is None else found.value


def gives_object(tree: Tree, index: int) -> bool:
    """Whether the source of a cue is its object: "citing", "quoting"."""
    cue = cue_at(tree, index)
    return cue is not None and cue.giver is Giver.OBJECT


def heads(tree: Tree, spans: Iterable[Span]) -> list[int]:
    """The head word of each span that has one."""
    return [head for span in spans if (head := tree.head_of(span)) is not None]


def is_voice(tree: Tree, index: int) -> bool:
    """Whether the word stands for somebody or something that speaks: who or what is cited."""
    noun = roles.noun_class(tree.lemma(index))
    if noun is not None and (noun.speaker is not None or noun.kind in _SPEAKING_KINDS):
        return True
    return tree.words[index].entity in _VOICES or tree.words[index].upos == "PROPN"


def is_matter(tree: Tree, index: int) -> bool:
    """Whether a noun stands for something said or done, not for a plan, a thing or a man."""
    told = cue_at(tree, index)
    return (
        (told is not None and told.giver in (Giver.POSSESSOR, Giver.NOBODY))
        or tree.lemma(index) in _MATTERS
        or any(opens_with_that(tree, clause) for clause in tree.children(index, "acl", "ccomp"))
    )


def opens_with_that(tree: Tree, clause: int) -> bool:
    """Whether "that" opens the clause: what is told, not what is done."""
    marks = {tree.lemma(mark) for mark in tree.children(clause, "mark")}
    return "that" in marks and not is_infinitive(tree, clause)


def content_root(tree: Tree, content: tuple[Span, ...]) -> int | None:
    """The predicate that a content asserts: the head of its longest piece, if that is one."""
    head = tree.head_of(max(content, key=len))
    return head if head is not None and tree.is_predicate(head) else None
