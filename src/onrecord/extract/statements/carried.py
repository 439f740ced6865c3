"""Dates that one statement has from another of the same report, where both tell of one event.

Only what cannot well be two events is taken for one: what befell the same person in the same way,
"the raid" after the only raid that has a date, and violence told in two main clauses on end. What
has two dates lends neither.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.statements.context import Context
from onrecord.extract.statements.present import as_of
from onrecord.lexicon import events
from onrecord.model import (
    Predicate,
    PredicateFamily,
    Statement,
    TimeExpression,
)

__all__ = ["Told", "carried"]

_ONCE = frozenset({Predicate.ASSAULT, Predicate.COERCE, Predicate.ACCIDENT, Predicate.DISASTER})
_BEFALLING = frozenset({Predicate.DIED, Predicate.INJURED, Predicate.BORN})
_VIOLENT = _ONCE | {Predicate.DIED, Predicate.INJURED}
_ELSEWHEN = frozenset({"earlier", "later", "previously", "meanwhile", "before", "afterwards"})
_SETTING = frozenset({"in", "during", "at", "by", "from"})
_Key = tuple[Predicate, str | None, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement and the word that it was found at."""

    word: int
    statement: Statement


def carried(context: Context, told: Sequence[Told]) -> Iterator[Statement]:
    """The statements, those without a time given that of the same event elsewhere in the report."""
    dates = [each for each in told if _is_dated(each.statement)]
    befell = _only(_befallen(dates))
    for each in told:
        statement = each.statement
        if statement.time is None and _happened(statement):
            time = _lent(context, each, befell, dates)
            statement = replace(statement, time=time)
        yield replace(statement, time=as_of(context, each.word, statement) or statement.time)


def _lent(
    context: Context,
    each: Told,
    befell: Mapping[_Key, TimeExpression | None],
    dates: Sequence[Told],
) -> TimeExpression | None:
    """The time of the same event elsewhere; none where that has several."""
    known = [befell[key] for key in _keys(each.statement) if key in befell]
    if known:
        return next(filter(None, known), None)
    return _of_mention(context, each, dates) or _of_sentence_before(context, each, dates)


def _happened(statement: Statement) -> bool:
    """Whether it is an event that is told as having happened."""
    event = statement.predicate.family is PredicateFamily.EVENT
    positive = statement.certainty.factuality.value.endswith("+")
    return positive and (event or statement.predicate in _BEFALLING)


def _is_dated(statement: Statement) -> bool:
    """Whether the statement tells closely when something happened."""
    interval = statement.time.interval if statement.time else None
    if interval is None or interval.earliest is None or interval.latest is None:
        return False
    return _happened(statement)


def _keys(statement: Statement) -> Iterator[_Key]:
    """What befell whom; what was done to the same thing in the same way."""
    roles: tuple[str, ...] = ("target",)
    if statement.predicate in _BEFALLING:
        roles = ("subject",)
    elif statement.predicate in _ONCE:
        roles = ("target", "recipient")
    for role in roles:
        for filler in statement.roles.get(role, ()):
            if filler.chain is not None:
                yield statement.predicate, statement.mode, filler.chain


def _befallen(dates: Iterable[Told]) -> Iterator[tuple[_Key, TimeExpression]]:
    for each in dates:
        for key in _keys(each.statement):
            assert each.statement.time is not None
            yield key, each.statement.time


def _only(
    found: Iterable[tuple[_Key, TimeExpression]],
) -> dict[_Key, TimeExpression | None]:
    """The first expression of each time; None for what has several times."""
    times: dict[_Key, TimeExpression | None] = {}
    for key, time in found:
        first = times.setdefault(key, time)
        if first is not None and first.interval != time.interval:
            times[key] = None
    return times


def _of_mention(context: Context, each: Told, dates: Sequence[Told]) -> TimeExpression | None:
    """ "The raid killed four", "four died in the raid": when the raid that was told of was."""
    for noun in _mentioned(context, each.word):
        kinds = {s.predicate for s in events.senses(context.tree.lemma(noun), "NOUN")}
        before = [told for told in dates if told.word < noun and told.statement.predicate in kinds]
        intervals = {told.statement.time.interval for told in before if told.statement.time}
        if len(intervals) == 1 and _fits(context, noun, before[-1].statement):
            return before[-1].statement.time
    return None


def _mentioned(context: Context, word: int) -> Iterator[int]:
    """The definite nouns of events that the word is, or that say in what it happened."""
    tree = context.tree
    found = [word, *(c for c in tree.children(word, "obl", "nmod") if tree.case(c) in _SETTING)]
    found += tree.children(word, "nsubj")
    for index in found:
        if tree.words[index].xpos == "NN" and _is_definite(context, index):
            yield index


def _of_sentence_before(
    context: Context, each: Told, dates: Sequence[Told]
) -> TimeExpression | None:
    """ "Gunmen fired on the depot on Friday. Two guards were killed.": the day of the sentence
    before, where both tell of violence in their main clauses, and nothing else says when."""
    tree, words = context.tree, context.tree.words
    sentence = words[each.word].sentence
    if each.statement.predicate not in _VIOLENT or not _tells(context, each.word):
        return None
    span = context.reading.sentences[sentence].span
    if any(span.contains(time.span) for time in context.reading.times):
        return None
    if any(tree.lemma(child) in _ELSEWHEN for child in tree.children(each.word, "advmod")):
        return None
    before = (told for told in dates if words[told.word].sentence == sentence - 1)
    for told in before:
        time = told.statement.time
        day = time.interval if time else None
        if told.statement.predicate in _VIOLENT and _tells(context, told.word):
            return time if day and day.earliest == day.latest else None
    return None


def _tells(context: Context, index: int) -> bool:
    """Whether the word is the main verb of its sentence, in the simple past."""
    word = context.tree.words[index]
    forms = {context.tree.words[aux].xpos for aux in context.tree.children(index, "aux")}
    past = (word.xpos == "VBD" and not forms) or (word.xpos == "VBN" and forms == {"VBD"})
    had = any(context.tree.lemma(aux) == "have" for aux in context.tree.children(index, "aux"))
    return word.head < 0 and past and not had


def _is_definite(context: Context, index: int) -> bool:
    """ "The raid", "this raid"; not "the first raid", "the earlier raid"."""
    tree = context.tree
    definite = any(
        tree.lemma(child) in ("the", "this", "that") for child in tree.children(index, "det")
    )
    return definite and not tree.children(index, "amod", "nummod", "acl", "compound")


def _fits(context: Context, noun: int, statement: Statement) -> bool:
    """Whether all that the noun is told of takes part in the statement too."""
    known: set[str | None] = {f.chain for found in statement.roles.values() for f in found}
    if statement.place is not None:
        known.add(statement.place.chain)
    tree = context.tree
    for child in tree.children(noun, "nmod"):
        chain = context.referents.chain_at(child)
        if chain is None or chain.id not in known:
            return False
    return True
