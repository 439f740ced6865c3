"""Tolls told apart from what took them: "Four were killed" after "Gunboats shelled the port" counts
the dead of the shelling.

A toll is tied to the event of its own clause ("killed in the riots", "when the roof fell"), else to
the last one told of shortly before, unless it has a place, a day or a means of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.extract.statements.carried import Told
from onrecord.extract.statements.context import Context
from onrecord.extract.statements.draft import Draft
from onrecord.extract.syntax import base
from onrecord.lexicon import events, numbers
from onrecord.model import Certainty, Magnitude, Predicate, Statement, Status

__all__ = ["counted_out", "tied"]

_PLAIN = Certainty()
_TOLLS = frozenset({"killed", "injured"})
_HARM = frozenset({Predicate.ASSAULT, Predicate.ACCIDENT, Predicate.DISASTER})
_TAKING = _HARM | {Predicate.PROTEST, Predicate.COERCE}
_BEFORE = _HARM | {Predicate.PROTEST}
"""What a toll in a sentence after may be of: arrests told of before others' deaths took none."""
_AHEAD = frozenset({Status.PLANNED, Status.PROMISED, Status.THREATENED, Status.HYPOTHETICAL})
_BACK = 2
"""Sentences before in which the event may stand."""
_OTHER = frozenset(
    "also elsewhere separately earlier later previously meanwhile another other separate similar "
    "previous further second".split()
)
_UNLESS = frozenset("before if unless although though because until since".split())
_INSIDE = frozenset({"ccomp", "parataxis", "conj"})
_PLACING = ("obl", "nsubj", "nmod", "advcl")
_DEAD = frozenset("dead killed victim death fatality casualty".split())
_DYING = frozenset({"die", "perish"})
_GROWING = frozenset("rise climb stand reach increase jump soar grow mount hit pass exceed".split())
_GIVING = frozenset("put raise revise bring update".split())


def tied(context: Context, told: Sequence[Told]) -> Iterator[Told]:
    """The statements, tolls with the event that they are the toll of in `about`."""
    taking = {each.word: each for each in told if _takes(each.statement)}
    for each in told:
        of = _event(context, each, taking) if _is_toll(each.statement) else None
        if of is None:
            yield each
        else:
            yield replace(each, statement=replace(each.statement, about=(of.id,)))


def counted_out(context: Context, told: Sequence[Told]) -> Iterator[Draft]:
    """Tolls whose words tell of no event: "The death toll rose to 23", "six died in the riots"."""
    taking = {each.word: each for each in told if _takes(each.statement)}
    taken = {each.word for each in told if each.statement.predicate in _TAKING}
    for index in context.readable():
        number = None if index in taken else _number(context, index)
        if number is None:
            continue
        counting, count = number
        dying = context.tree.lemma(index) in _DYING
        of = _of_clause(context, index, taking)
        of = of or _last(context, index, taking, _BACK if dying else index)
        if of is not None and (dying or context.reading.certainty.get(index, _PLAIN) == _PLAIN):
            # A toll that "rose on Friday" is not of Friday, nor is a day of its number's.
            yield Draft(
                of.statement.predicate,
                index if dying else counting,
                {"recipient": (counting,)},
                magnitudes={"killed": count},
                evidence=(index,),
                dated=dying,
                confidence=0.65,
            )


def _is_toll(statement: Statement) -> bool:
    counts = statement.magnitudes or {}
    return statement.predicate in _HARM and not _TOLLS.isdisjoint(counts)


def _takes(statement: Statement) -> bool:
    """Whether it is told as what happened, and may have killed."""
    done = statement.certainty.factuality.value.endswith("+")
    ahead = not _AHEAD.isdisjoint(statement.certainty.status)
    unverified = Status.UNVERIFIABLE in statement.certainty.status
    return statement.predicate in _TAKING and (done or unverified) and not ahead


def _event(context: Context, toll: Told, taking: Mapping[int, Told]) -> Statement | None:
    """The event that a toll is of; that of another toll is its own too."""
    others = {word: each for word, each in taking.items() if word != toll.word}
    words = context.tree.words
    rising = words[toll.word].upos == "NUM" and words[toll.word].head >= 0
    word = words[toll.word].head if rising else toll.word
    found = _of_clause(context, word, others)
    if found is None and _is_main(context, word) and not _is_elsewhere(context, word):
        found = _last(context, word, others, len(words) if rising else _BACK)
        if found is not None and not _continues(toll.statement, found.statement):
            found = None
    if found is None or not _same_doer(toll.statement, found.statement):
        return None
    if _is_toll(found.statement) and found.word < toll.word:
        return _event(context, found, taking) or found.statement
    return None if _is_toll(found.statement) else found.statement


def _of_clause(context: Context, word: int, taking: Mapping[int, Told]) -> Told | None:
    """The event that stands in the clause, or that the clause hangs on."""
    tree = context.tree
    head, relation = tree.words[word].head, base(tree.words[word].deprel)
    fellows = [word, *tree.children(word, "conj"), *([head] if relation == "conj" else [])]
    for fellow in fellows:
        for child in tree.children(fellow, *_PLACING):
            inner = [child, *tree.children(child, "nmod", "obl")]
            found = next((i for i in inner if i in taking), None)
            if found is not None and found != word and not _is_set_apart(context, child):
                return taking[found]
    hangs = relation in ("acl", "advcl", "conj")
    return taking.get(head) if hangs and not _is_set_apart(context, word) else None


def _is_set_apart(context: Context, clause: int) -> bool:
    marks = context.tree.children(clause, "mark")
    return any(context.tree.lemma(mark) in _UNLESS for mark in marks)


def _is_main(context: Context, word: int) -> bool:
    """Whether it is said of the whole sentence, or is what somebody says."""
    words = context.tree.words
    while words[word].head >= 0:
        if base(words[word].deprel) not in _INSIDE:
            return False
        word = words[word].head
    return True


def _is_elsewhere(context: Context, word: int) -> bool:
    """Whether it is told of another event: "elsewhere", "in another attack"."""
    tree = context.tree
    around = [*tree.children(word, "advmod")]
    for noun in tree.children(word, "obl", "nsubj"):
        around += tree.children(noun, "amod", "det")
        if tree.words[noun].upos == "NOUN" and events.senses(tree.lemma(noun), "NOUN"):
            return True
    return any(tree.lemma(each) in _OTHER for each in around)


def _last(context: Context, word: int, taking: Mapping[int, Told], back: int) -> Told | None:
    """The last event told of before, up to some sentences back; the whole report's by `back`."""
    words = context.tree.words
    sentence = words[word].sentence
    before = [
        each
        for at, each in taking.items()
        if at < word and each.statement.predicate in _BEFORE and not each.statement.summary
    ]
    near = [each for each in before if sentence - words[each.word].sentence <= back]
    return max(near, key=lambda each: each.word, default=None)


def _continues(toll: Statement, event: Statement) -> bool:
    """Whether nothing that the toll tells of itself is told otherwise of the event."""
    if toll.place is not None and event.place is not None:
        one, other = toll.place.chain, event.place.chain
        if one is None or one != other:
            return False
    one_day, day = (each.time.interval if each.time else None for each in (toll, event))
    if one_day is not None and day is not None and one_day != day:
        return False
    means = _words(toll, "instrument")
    return not means or not means.isdisjoint(_words(event, "instrument"))


def _same_doer(toll: Statement, event: Statement) -> bool:
    """Whether who is told to have killed is told to have done it."""
    doers = {each.span for each in toll.roles.get("actor", ())}
    return doers <= {each.span for each in event.roles.get("actor", ())}


def _words(statement: Statement, role: str) -> frozenset[str]:
    fillers = statement.roles.get(role, ())
    return frozenset(word for each in fillers for word in each.text.casefold().split()[-1:])


def _number(context: Context, index: int) -> tuple[int, Magnitude] | None:
    """The word that counts the dead, and the count, where a verb tells it."""
    tree = context.tree
    if tree.words[index].upos != "VERB":
        return None
    slots = context.arguments.of(index)
    lemma = tree.lemma(index)
    if lemma in _DYING:
        found = [i for i in slots.get("subject", ()) if context.named(i) is None]
    elif lemma in _GROWING and any(_is_death_toll(context, i) for i in slots.get("subject", ())):
        found = [*slots.get("to", ()), *slots.get("at", ()), *slots.get("object", ())]
    elif lemma in _GIVING and any(_is_death_toll(context, i) for i in slots.get("object", ())):
        found = [*slots.get("at", ()), *slots.get("to", ())]
    else:
        return None
    for each in found:
        count = numbers.magnitude(tree.phrase(each).of(context.document.text))
        if count is not None and not context.is_time(each):
            return each, count
    return None


def _is_death_toll(context: Context, index: int) -> bool:
    """ "The death toll", "the number of dead"."""
    tree = context.tree
    if tree.lemma(index) == "toll":
        return True
    inside = {tree.lemma(c) for c in tree.children(index, "nmod")}
    return tree.lemma(index) == "number" and not _DEAD.isdisjoint(inside)
