"""Which words share a time and a place: from a predicate to those whose circumstances are its own.

A clause has its own; the language lets them be shared across some of its borders only. "On Monday
it fell, killing four", "two died in the raid on Monday", "staged a march on Monday" share them;
"condemned on Monday the raid" and "said on Monday that it fell" do not.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.arguments import is_passive
from onrecord.extract.statements.bearing import Bearing, bearing_of, composed
from onrecord.extract.syntax import Tree, base, is_infinitive
from onrecord.extract.verbs import leads_to
from onrecord.lexicon import events

__all__ = ["INTENDING", "Lender", "is_event_noun", "lenders"]

INTENDING = frozenset(
    "plan intend want hope wish agree decide promise vow pledge threaten refuse expect order urge "
    "ask invite call offer schedule prepare seek demand request need propose recommend swear warn "
    "instruct tell aim choose set due ready consider suppose mean deserve claim like prefer fail "
    "authorize authorise persuade convince encourage advise appear seem believe say know think "
    "allege report suspect accuse".split()
)
"""Verbs whose complement has a time of its own: what is planned is not at the time of the plan."""
_HAPPENING = frozenset(
    "happen occur erupt begin start continue resume end take last come break cause leave trigger "
    "spark prompt force hit strike".split()
)
_PHASES = frozenset("continue resume renew repeat intensify cause trigger spark".split())
_HOLDING = frozenset(
    "hold carry stage launch conduct mount commit perpetrate make sign undertake execute".split()
)
_SETTING = frozenset({"in", "during", "at", "amid", "throughout"})
_MEANWHILE = frozenset({"when", "while", "whilst", "as", "by", "in", "upon"})
_ORDER = {
    "when": Bearing.AT,
    "while": Bearing.AT,
    "whilst": Bearing.AT,
    "after": Bearing.AFTER,
    "before": Bearing.BEFORE,
    "prior": Bearing.BEFORE,
    "since": Bearing.SINCE,
    "until": Bearing.UNTIL,
    "till": Bearing.UNTIL,
}
_FARTHEST = 3


@dataclass(frozen=True, slots=True)
class Lender:
    """A word whose circumstances another shares.

    `bearing` tells how its time lies to the other's, and `link` which word shows that (-1: none is
    needed). Only what stands before the offset `front`, if there is one, is shared.
    """

    word: int
    bearing: Bearing = Bearing.AT
    link: int = -1
    front: int | None = None


def lenders(tree: Tree, predicate: int) -> Iterator[Lender]:
    """The predicate itself, then the words that lend it their circumstances, the nearest first."""
    seen = {predicate}
    waiting = [(Lender(predicate), 0)]
    while waiting:
        lender, far = waiting.pop(0)
        yield lender
        if far == _FARTHEST:
            continue
        for step in (*_above(tree, lender.word), *_below(tree, lender.word)):
            bearing = composed(lender.bearing, step.bearing)
            if step.word in seen or bearing is None:
                continue
            seen.add(step.word)
            fronts = [front for front in (lender.front, step.front) if front is not None]
            link = lender.link if lender.link >= 0 else step.link
            waiting.append((Lender(step.word, bearing, link, min(fronts, default=None)), far + 1))


def is_event_noun(tree: Tree, index: int) -> bool:
    """Whether a noun tells of something that happens."""
    word = tree.words[index]
    if word.upos not in ("NOUN", "PROPN"):
        return False
    return word.event is not None or bool(events.senses(tree.lemma(index), "NOUN"))


def _above(tree: Tree, index: int) -> Iterator[Lender]:
    """The words above that lend to the word."""
    word = tree.words[index]
    if word.head < 0:
        return
    if word.upos == "VERB" or tree.is_predicate(index):
        yield from _above_clause(tree, index)
    elif _is_led_up_to(tree, index) or _is_part_of(tree, word.head, index):
        yield Lender(word.head)
    elif base(word.deprel) in ("obl", "nmod") and tree.case(index) in _SETTING:
        if tree.is_predicate(word.head) or is_event_noun(tree, word.head):
            yield Lender(word.head)
    elif base(word.deprel) == "conj" and is_event_noun(tree, word.head):
        yield Lender(word.head, front=tree.words[word.head].span.begin)


def _above_clause(tree: Tree, index: int) -> Iterator[Lender]:
    word = tree.words[index]
    head = word.head
    match base(word.deprel):
        case "conj" if tree.is_predicate(head):
            yield Lender(head, front=tree.words[head].span.begin)
        case "xcomp" if tree.lemma(head) not in INTENDING:
            yield Lender(head)
        case "advcl" if tree.is_predicate(head) and _is_meanwhile(tree, index):
            yield Lender(head)
        case "acl" if is_event_noun(tree, head) and not is_passive(tree, index):
            if not tree.children(index, "nsubj") or _is_relative_subject(tree, index):
                yield Lender(head)


def _below(tree: Tree, index: int) -> Iterator[Lender]:
    """The words below that lend to the word."""
    for child in tree.children(index):
        relation = base(tree.words[child].deprel)
        if relation in ("obl", "nmod") and is_event_noun(tree, child):
            yield from _of_phrase(tree, child)
        elif relation == "nsubj" and _is_part_of(tree, index, child):
            yield Lender(child)
        elif relation == "obj" and is_event_noun(tree, child) and _is_led_up_to(tree, child):
            yield Lender(child)
        elif relation == "advcl":
            yield from _of_clause(tree, child)
        elif relation == "acl" and is_event_noun(tree, index) and _is_its_happening(tree, child):
            yield Lender(child)


def _of_phrase(tree: Tree, index: int) -> Iterator[Lender]:
    """ "Killed in the raid", "fled after the raid": when the raid was."""
    preposition = tree.case(index)
    bearing = bearing_of(preposition)
    if preposition in _SETTING:
        yield Lender(index)
    elif bearing not in (None, Bearing.AT):
        assert bearing is not None
        yield Lender(index, bearing, tree.children(index, "case")[0])


def _of_clause(tree: Tree, index: int) -> Iterator[Lender]:
    """ "When he left in May", "after he left in May"."""
    marks = _marks(tree, index)
    if not marks or is_infinitive(tree, index):
        return
    bearing = _ORDER.get(tree.lemma(marks[0]))
    if bearing is not None:
        yield Lender(index, bearing, -1 if bearing is Bearing.AT else marks[0])


def _marks(tree: Tree, index: int) -> list[int]:
    """The words that join a clause to the one above."""
    adverbs = [
        child
        for child in tree.children(index, "advmod")
        if tree.words[child].xpos == "WRB" or tree.children(child, "fixed")
    ]
    return [*tree.children(index, "mark"), *adverbs]


def _is_meanwhile(tree: Tree, index: int) -> bool:
    """Whether an adverbial clause tells of the same time as the one above it."""
    marks = _marks(tree, index)
    if marks:
        return all(tree.lemma(mark) in _MEANWHILE for mark in marks)
    return tree.words[index].xpos in ("VBG", "VBN") and not tree.children(index, "aux")


def _is_led_up_to(tree: Tree, index: int) -> bool:
    """ "Staged a raid", "resumed its raids": the noun says what was done."""
    word = tree.words[index]
    return leads_to(tree, index) or (word.deprel == "obj" and tree.lemma(word.head) in _PHASES)


def _is_part_of(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a verb tells what the event that is its subject did: took place, killed four."""
    if tree.words[noun].deprel != "nsubj" or not is_event_noun(tree, noun):
        return False
    if tree.lemma(verb) in _HAPPENING:
        return True
    deeds = {sense.predicate for sense in events.senses(tree.lemma(verb), "VERB")}
    return any(s.predicate in deeds for s in events.senses(tree.lemma(noun), "NOUN"))


def _is_relative_subject(tree: Tree, index: int) -> bool:
    subjects = tree.children(index, "nsubj")
    return all(tree.words[subject].xpos in ("WDT", "WP") for subject in subjects)


def _is_its_happening(tree: Tree, index: int) -> bool:
    """ "The raid that took place on Friday", "a raid carried out on Friday"."""
    if tree.lemma(index) in _HAPPENING:
        return _is_relative_subject(tree, index)
    return tree.lemma(index) in _HOLDING and is_passive(tree, index)
