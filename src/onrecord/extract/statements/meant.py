"""What is only asked for, refused, promised or threatened has not thereby happened."""

from collections.abc import Iterable

from onrecord.extract.statements.context import Context
from onrecord.extract.statements.draft import Draft
from onrecord.model import Predicate

__all__ = ["only_meant"]

_MEANING = frozenset({Predicate.AGREE, Predicate.REJECT, Predicate.REQUEST, Predicate.THREATEN})
_DONE_IN_WORDS = _MEANING | {Predicate.ACCUSE, Predicate.SUPPORT, Predicate.ELECTION}
"""What is refused or answered may well have been said."""

_PROSPECTS = frozenset(
    "interest need desire prospect possibility idea proposal hope fear chance likelihood risk "
    "danger wish want readiness willingness plan threat preparation".split()
)
"""Nouns of what may come: of "interest in donations" no donation follows."""
_PUTTING_OFF = frozenset({"postpone", "delay", "defer", "consider", "contemplate", "mull"})
_ON = ("of", "to", "for", "with")
_CLAUSES = ("acl", "acl:to", "ccomp", "xcomp", "conj")


def only_meant(context: Context, drafts: Iterable[Draft]) -> frozenset[int]:
    """The words of events that stand in the matter of a demand, refusal, promise or threat:
    "rejected the idea of talks"; of those with a past of their own, "the attack that killed", none.
    """
    every = list(drafts)
    events = {draft.word for draft in every if draft.predicate not in _DONE_IN_WORDS}
    matters = (
        matter
        for draft in every
        if draft.predicate in _MEANING
        for matter in (*draft.roles.get("purpose", ()), *draft.roles.get("target", ()))
        if matter != draft.word
    )
    meant = {word for matter in matters for word in _within(context, matter) & events}
    return frozenset(meant | {word for word in events if _is_prospect(context, word)})


def _is_prospect(context: Context, index: int) -> bool:
    """Whether it hangs on a noun of what may come, or is the matter of a verb that puts off."""
    tree, word = context.tree, context.tree.words[index]
    if word.upos == "NOUN" and word.deprel == "nmod" and word.head >= 0:
        return tree.lemma(word.head) in _PROSPECTS
    while word.head >= 0 and word.deprel in ("obj", "xcomp", "ccomp"):
        if tree.lemma(word.head) in _PUTTING_OFF:
            return True
        word = tree.words[word.head]
    return False


def _within(context: Context, matter: int) -> set[int]:
    """The matter and what hangs on it by "of", "to", "for" or an infinitive."""
    tree = context.tree
    found, waiting = set(), [matter]
    while waiting:
        current = waiting.pop()
        found.add(current)
        waiting += [
            child
            for child in tree.children(current)
            if (
                tree.words[child].deprel == "nmod"
                and tree.case(child) in ("of", "to", "for", "with")
            )
            or tree.words[child].deprel in ("acl", "acl:to", "ccomp", "xcomp", "conj")
        ]
    return found
