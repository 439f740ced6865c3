"""How many an event killed, hurt, took or drove out, as its words count them."""

from collections.abc import Iterable

from onrecord.extract.statements.context import Context
from onrecord.lexicon import numbers
from onrecord.model import EntityType, Magnitude

__all__ = ["count", "counted_at", "is_nobody"]

_NUMBERED = frozenset(
    "dozen score hundred thousand million ten number couple handful scores dozens hundreds "
    "thousands tens third half majority most many several some group".split()
)
_APART = frozenset("injure injured wound wounded hurt missing displace displaced".split())
_ONE = frozenset({"a", "an", "one"})
_BOUNDS, _BOUNDING = frozenset({"ADJ", "ADP", "ADV", "DET"}), 4
"""Words that may bound a number that they stand before, and the most of them that do."""
_NOBODY = frozenset({"nobody", "none", "no-one"})
_SINGULAR = frozenset({"NN", "NNP"})


def counted_at(context: Context, index: int) -> int | None:
    """Whom a word of number counts: the students of "tens of thousands of students".

    None if it counts nobody.
    """
    tree = context.tree
    counts = tree.lemma(index) in _NUMBERED or tree.words[index].upos == "NUM"
    if not counts or tree.lemma(index) == "group" or context.named(index) is not None:
        return None
    inner = [c for c in tree.children(index, "nmod") if tree.case(c) == "of"]
    people = [c for c in inner if tree.lemma(c) not in _NUMBERED and tree.words[c].upos != "NUM"]
    return people[-1] if people else None


def count(context: Context, victims: Iterable[int]) -> Magnitude | None:
    """The number of all `victims` together, with its bounds; None if that of any is not told.

    One who is named or has the indefinite article is one, but names alone are no toll.
    """
    same = [victim for victim in victims if not _is_otherwise(context, victim)]
    counts = [_one(context, victim) for victim in same]
    known = [each for each in counts if each is not None]
    if not known or len(known) < len(counts):
        return None
    if all(each == Magnitude(1, 1, 1) for each in known) and not _is_told(context, same):
        return None
    return Magnitude(
        _sum(each.low for each in known),
        _sum(each.best for each in known),
        _sum(each.high for each in known),
    )


def _is_otherwise(context: Context, victim: int) -> bool:
    """Whether a modifier sets somebody apart: "35 dead and scores of injured people"."""
    tree, head = context.tree, context.tree.words[victim].head
    counted = [victim]
    if head >= 0 and counted_at(context, head) == victim:
        counted.append(head)
    modifiers = (child for each in counted for child in tree.children(each, "amod", "acl"))
    return any(tree.lemma(each) in _APART for each in modifiers)


def _sum(numbers_: Iterable[int | None]) -> int | None:
    total = 0
    for number in numbers_:
        if number is None:
            return None
        total += number
    return total


def _one(context: Context, victim: int) -> Magnitude | None:
    if is_nobody(context, victim):
        return Magnitude(0, 0, 0)
    told = numbers.magnitude(_with_bounds(context, victim)) or _before(context, victim)
    if told is not None or context.tree.words[victim].xpos not in _SINGULAR:
        return told
    person = context.type_at(victim) is EntityType.PERSON
    return Magnitude(1, 1, 1) if person else None


def is_nobody(context: Context, index: int) -> bool:
    """Whether a word counts nobody: "nobody", "none", "no civilian", "no one"."""
    tree = context.tree
    if tree.lemma(index) in _NOBODY:
        return True
    return any(tree.lemma(child) == "no" for child in tree.children(index, "det"))


def _with_bounds(context: Context, victim: int) -> str:
    """What stands at the word, with "at least" or "more than" before it."""
    words, span = context.tree.words, context.extent(victim)
    first = next(i for i in range(victim, -1, -1) if i == 0 or words[i - 1].span.end <= span.begin)
    begin = first
    while first - begin < _BOUNDING and begin and words[begin - 1].upos in _BOUNDS:
        begin -= 1
    return words[begin].span.cover(span).of(context.document.text)


def _before(context: Context, victim: int) -> Magnitude | None:
    """The count that stands over the word: "tens of thousands of students"."""
    head = context.tree.words[victim].head
    if head >= 0 and counted_at(context, head) == victim:
        return numbers.magnitude(context.tree.phrase(head).of(context.document.text))
    return None


def _is_told(context: Context, victims: Iterable[int]) -> bool:
    """Whether an article or a numeral says that it is one."""
    tree = context.tree
    children = (c for victim in victims for c in tree.children(victim, "det", "nummod"))
    return any(tree.lemma(child) in _ONE for child in children)
