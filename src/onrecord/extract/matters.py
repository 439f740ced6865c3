"""What a sentence speaks of that says "the claim could not be verified" or "it retracted that".

The matter stands in the same sentence where a clause tells it ("the claim that ..."), else in what
somebody was told to say before: in the sentence, or in the nearest one before that has a speaker.
"""

from collections.abc import Iterable, Iterator

from onrecord.extract.cues import cue_at
from onrecord.extract.syntax import Tree, base, is_infinitive
from onrecord.model import Reading

__all__ = ["matter"]

_BACK = 3
"""Sentences before in which the matter may stand."""
_COUNTS = frozenset("figure number toll count tally estimate total".split())
"""What is checked of a matter that is told with a number."""
_CLAUSES = ("acl", "ccomp", "csubj")


def matter(tree: Tree, reading: Reading, anchor: int) -> list[int]:
    """The words for what happened that the word `anchor` ("verified") speaks of."""
    named = list(_named(tree, anchor))
    if named:
        return named
    here = tree.words[anchor].sentence
    block = reading.sentences[here].block
    counted = any(tree.lemma(noun) in _COUNTS for noun in _nouns(tree, anchor))
    found: list[int] = []
    speakers: set[str] = set()
    for sentence in range(here, max(-1, here - _BACK - 1), -1):
        if not found and reading.sentences[sentence].block < block - 1:
            break
        said = [i for i in _telling(tree, sentence) if i < anchor and _is_said(tree, reading, i)]
        said = [i for i in said if not _is_said_with(tree, reading, i, anchor)]
        if counted:
            said = [i for i in said if _is_counted(tree, i)]
        if found:  # a claim may take several sentences of its speaker
            said = [i for i in said if not speakers.isdisjoint(_speakers(tree, reading, i))]
        found += said
        speakers |= {name for i in said for name in _speakers(tree, reading, i)}
    return found or [i for i in _telling(tree, here - 1) if i < anchor]


def _named(tree: Tree, anchor: int) -> Iterator[int]:
    """The matter where a clause of the sentence itself tells it."""
    for noun in _nouns(tree, anchor):
        for clause in tree.children(noun, *_CLAUSES):
            if is_infinitive(tree, clause):
                continue  # "no way to verify": the checking
            if clause != anchor and anchor not in tree.subtree(clause):
                yield from (i for i in tree.subtree(clause) if _tells(tree, i))
        told = cue_at(tree, noun)
        for event in tree.children(noun, "nmod"):
            of_event = tree.case(event) == "of" and tree.words[event].event is not None
            if told is not None and of_event and cue_at(tree, event) is None:
                yield event


def _nouns(tree: Tree, anchor: int) -> Iterator[int]:
    """What may bear the clause: the verb of checking, its subject and object; what an adjective
    stands with ("unconfirmed reports"), and the verb of that ("unconfirmed reports said")."""
    word = tree.words[anchor]
    if word.deprel == "amod":
        yield word.head
        if base(tree.words[word.head].deprel) == "nsubj":
            yield tree.words[word.head].head
        return
    below = [anchor, *(c for c in tree.children(anchor, "xcomp", "acl", "advcl", "csubj"))]
    clause = tree.clause(anchor)
    for index in (*below, clause):
        if index == clause != anchor and cue_at(tree, clause) is not None:
            continue  # "police said that it could not be verified": the saying is not the matter
        yield index
        yield from tree.children(index, "obj", "nsubj")


def _telling(tree: Tree, sentence: int) -> Iterable[int]:
    return (
        index
        for index, word in enumerate(tree.words)
        if word.sentence == sentence and _tells(tree, index)
    )


def _tells(tree: Tree, index: int) -> bool:
    return tree.is_predicate(index) or tree.words[index].upos == "NOUN"


def _is_counted(tree: Tree, index: int) -> bool:
    return any(tree.words[i].upos == "NUM" for i in tree.subtree(index))


def _speakers(tree: Tree, reading: Reading, index: int) -> set[str]:
    """The names of those in whose words the word stands."""
    span = tree.words[index].span
    around = (a for a in reading.attributions if any(p.contains(span) for p in a.content))
    return {attribution.holder.name for attribution in around}


def _is_said(tree: Tree, reading: Reading, index: int) -> bool:
    span = tree.words[index].span
    return any(p.contains(span) for each in reading.attributions for p in each.content)


def _is_said_with(tree: Tree, reading: Reading, index: int, anchor: int) -> bool:
    """Whether both words stand in one piece of what somebody says: then the check is in it too."""
    if tree.words[index].sentence != tree.words[anchor].sentence:
        return False
    one, other = tree.words[index].span, tree.words[anchor].span
    return any(
        p.contains(one) and p.contains(other) for each in reading.attributions for p in each.content
    )
