"""Who is said to be behind an event that a noun names: "had a part in the murder", "blamed the
army for the attack", "was responsible for the raid".

It is a statement of its own: who denies a part in a murder does not deny that there was one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.extract.statements.context import Context
from onrecord.extract.statements.draft import Draft
from onrecord.extract.verbs import LAYING_ON
from onrecord.lexicon import events
from onrecord.model import Certainty, Factuality, Predicate, Status

__all__ = ["from_doers"]

_DONE = frozenset({Predicate.ASSAULT, Predicate.COERCE, Predicate.PROTEST})
_HAVING = frozenset({"have", "play", "take"})
_SHARE = frozenset({"part", "role", "hand", "involvement", "complicity"})
_JOINING = frozenset({"participate", "involve", "engage", "assist"})
_ANSWERABLE = frozenset({"responsible", "guilty", "answerable", "accountable"})
_BLAMING = LAYING_ON | {"accuse", "suspect", "charge"}
_TELLING = _HAVING | _JOINING | _ANSWERABLE | _BLAMING
_STATES = frozenset("violence unrest fighting bloodshed turmoil warfare insurgency".split())
"""What somebody is blamed for without having done it."""
_ALLEGED = Certainty(Factuality.PROBABLE, (Status.ALLEGED,))
_Said = tuple[int, tuple[int, ...], int, int | None, Certainty | None]
"""The word that says it, who did it, the event's noun, a word of what is said, and how sure it is
where that is not told by the word's own clause."""


def from_doers(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of events with whoever is said to be behind them; `drafts` are those found so
    far."""
    known = {each.word: each for each in drafts if each.predicate in _DONE}
    for index in context.readable():
        for word, who, noun, spoken, certainty in _said(context, index):
            doers = tuple(i for i in who if context.is_actor(i))
            event = known.get(noun) or _plain(context, noun)
            if doers and event is not None and not event.roles.get("actor"):
                yield replace(
                    event,
                    word=word,
                    roles={"actor": doers, **event.roles},
                    magnitudes={},
                    evidence=(noun,),
                    spoken=spoken,
                    certainty=certainty,
                    dated=word == noun,
                )


def _said(context: Context, index: int) -> Iterator[_Said]:
    tree, lemma = context.tree, context.tree.lemma(index)
    behind = tree.case(index) == "behind" and tree.children(index, "cop")
    if not behind and lemma not in _TELLING:
        return
    slots = context.arguments.of(index)
    subject = slots.get("subject", ())
    if behind:
        yield index, subject, index, None, None
    elif lemma in _BLAMING:
        blamed, of = slots.get("object", ()), "of" if lemma in ("accuse", "suspect") else "for"
        matters = slots.get(of, ())
        if lemma in LAYING_ON and slots.get("on"):
            blamed, matters = slots["on"], blamed
        for noun in (i for i in matters if tree.lemma(i) not in _STATES):
            yield index, blamed, noun, noun, _ALLEGED
    else:
        for noun in _shared(context, index, slots):
            yield index, subject or slots.get("object", ()), noun, None, None


def _shared(context: Context, index: int, slots: Mapping[str, tuple[int, ...]]) -> Iterator[int]:
    """The events that somebody had a part in, joined in, or answers for."""
    tree = context.tree
    lemma = tree.lemma(index)
    if lemma in _HAVING:
        shares = [i for i in slots.get("object", ()) if tree.lemma(i) in _SHARE]
        for share in shares:
            yield from (c for c in tree.children(share, "nmod") if tree.case(c) == "in")
        if shares:
            yield from slots.get("in", ())
    elif lemma in _JOINING:
        yield from slots.get("in", ())
    elif lemma in _ANSWERABLE and tree.children(index, "cop"):
        yield from (c for c in tree.children(index, "obl", "nmod") if tree.case(c) == "for")


def _plain(context: Context, noun: int) -> Draft | None:
    """The event of a noun that says no more of it: "the attack"."""
    tree = context.tree
    if tree.words[noun].upos != "NOUN":
        return None
    for sense in events.senses(tree.lemma(noun), "NOUN"):
        if sense.predicate in _DONE and not any(not need.barred for need in sense.requires):
            return Draft(sense.predicate, noun, {}, mode=sense.mode, confidence=0.65)
    return None
