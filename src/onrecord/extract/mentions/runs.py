"""Where names stand: the network's layers and the syntax put together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.syntax import Tree, base
from onrecord.lexicon import calendar, names
from onrecord.model import Labelled, Span

__all__ = ["Run", "name_runs"]

_LAYERS = {"name": 1.0, "mention": 0.7, "toponym": 0.6}
_NAMING_LABELS = frozenset(
    "PER ORG LOC MISC Person Organisation Location Vehicle MilitaryPlatform DocumentReference "
    "Weapon".split()
)
_SYNTAX = 0.75
_LEADING = frozenset("the a an this that these those our their his her its my your".split())
_INSIDE = frozenset(
    "of for on and & the de la del las los el y e du des di da do dos van von".split()
)
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_OPENING, _CLOSING = "([{\"“‘«'`´", ")]}\"”’»'`´,.;:!?-–—"
_TRAILING = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Run:
    """A name as it stands, without title, determiner or possessive; `words` are word indices, and
    `head` the one of them whose own head lies outside."""

    span: Span
    words: tuple[int, ...]
    head: int


def name_runs(text: str, tree: Tree, layers: Mapping[str, Sequence[Labelled]]) -> tuple[Run, ...]:
    """The names of a report in text order; none overlaps another."""
    weights: dict[tuple[int, ...], float] = {}
    for inside, weight, titled in _candidates(tree, layers):
        for part in _trimmed(tree, _without_titles(tree, inside) if titled else inside):
            weights[part] = weights.get(part, 0.0) + weight
    taken: set[int] = set()
    chosen: list[tuple[int, ...]] = []
    for part in sorted(weights, key=lambda p: (-weights[p] - 0.1 * len(p), p)):
        if taken.isdisjoint(part):
            taken.update(part)
            chosen.append(part)
    return tuple(_run(tree, part) for part in sorted(chosen))


def _run(tree: Tree, part: tuple[int, ...]) -> Run:
    first, last = tree.words[part[0]], tree.words[part[-1]]
    members = set(part)
    head = next((i for i in part if tree.words[i].head not in members), part[0])
    return Run(Span(first.span.begin, last.span.end), part, head)


def _candidates(
    tree: Tree, layers: Mapping[str, Sequence[Labelled]]
) -> Iterator[tuple[list[int], float, bool]]:
    """Word indices with a weight, and whether titles may stand before the name."""
    for name, weight in _LAYERS.items():
        for labelled in layers.get(name, ()):
            if name == "toponym" or labelled.label in _NAMING_LABELS:
                titled = labelled.label in ("PER", "Person")
                yield tree.words_in(labelled.span), weight * labelled.score, titled
    for inside in _syntactic(tree):
        yield inside, _SYNTAX, True


def _is_proper(tree: Tree, index: int) -> bool:
    word = tree.words[index]
    if not any(map(str.isupper, word.text)):
        return _ends_hyphenated(tree, index)
    return word.upos == "PROPN" or word.xpos in _NAME_TAGS


def _ends_hyphenated(tree: Tree, index: int) -> bool:
    """Whether a small word is the second half of a hyphenated name ("Kwok-kin")."""
    if index < 2 or tree.words[index].upos != "PROPN" or tree.words[index - 1].text != "-":
        return False
    first, hyphen, last = (word.span for word in tree.words[index - 2 : index + 1])
    return first.end == hyphen.begin and hyphen.end == last.begin


def _syntactic(tree: Tree) -> Iterator[list[int]]:
    """Proper nouns side by side, with the small words between that belong to the name."""
    current: list[int] = []
    for index in range(len(tree.words)):
        if current and not _adjoins(tree, current[-1], index):
            yield current
            current = []
        if _is_proper(tree, index) or (current and _numbers(tree, current[-1], index)):
            current = [*current, *range(current[-1] + 1, index), index] if current else [index]
    if current:
        yield current


def _numbers(tree: Tree, last: int, index: int) -> bool:
    """Whether a number goes with the name before it ("Group 77")."""
    word = tree.words[index]
    return word.upos == "NUM" and word.text.isdigit() and word.head == last and index == last + 1


def _adjoins(tree: Tree, last: int, index: int) -> bool:
    """Whether a name whose last word is `last` may still go on at `index`."""
    word, before = tree.words[index], tree.words[last]
    if word.sentence != before.sentence or index - last > 3:
        return False
    between = range(last + 1, index)
    if _is_proper(tree, index):
        return all(tree.words[i].text.lower() in (*_INSIDE, "-", "'", "’") for i in between) and (
            not between or _bound(tree, last, index)
        )
    return word.text.lower() in _INSIDE or word.text in "-'’" or _numbers(tree, last, index)


def _bound(tree: Tree, last: int, index: int) -> bool:
    """Whether the proper noun past a small word belongs to the same name."""
    between = [tree.words[i].text.lower() for i in range(last + 1, index)]
    word, before = tree.words[index], tree.words[last]
    if "-" in between:
        return len(between) == 1 and before.span.end == tree.words[last + 1].span.begin
    if between[0] in ("and", "&", "for", "of", "on"):
        return _is_body(tree, last, index, between[0])
    if between == ["the"]:
        return False
    return base(word.deprel) in ("flat", "compound", "nmod") or before.head == index


_BODIES = frozenset(
    "university ministry bank movement front party army council department office institute union "
    "church house court league organisation organization association federation center centre "
    "committee bureau board forces guard brigade brigades daughters college academy society "
    "fund agency commission republic kingdom state states government authority chamber museum "
    "city gulf sea bay cape lake school hospital group coalition alliance congress assembly "
    "secretariat directorate high campaign foundation company".split()
)


def _is_body(tree: Tree, last: int, index: int, link: str) -> bool:
    """Whether "X of Y" and "X for Y and Z" are one name: X must be the kind of word that bodies
    begin with."""
    if link in ("and", "&"):
        joined = base(tree.words[index].deprel) == "conj"
        governor = tree.words[index].head if joined else -1
        return governor >= 0 and tree.case(governor) in ("for", "of") and _bodily(tree, governor)
    return tree.words[index].sentence == tree.words[last].sentence and (
        tree.words[last].text.lower() in _BODIES and last + 2 >= index - 1
    )


def _bodily(tree: Tree, index: int) -> bool:
    head = tree.words[index].head
    return head >= 0 and _is_proper(tree, head) and tree.words[head].text.lower() in _BODIES


def _without_titles(tree: Tree, inside: Sequence[int]) -> Sequence[int]:
    """What follows the last title, if a proper noun does."""
    for position in range(len(inside) - 1, 0, -1):
        before = inside[position - 1]
        if names.is_title(tree.words[before].text) and _is_proper(tree, inside[position]):
            return inside[position:]
    return inside


def _trimmed(tree: Tree, inside: Sequence[int]) -> Iterable[tuple[int, ...]]:
    """The name in a span: no determiner, title, stray mark or possessive at its edges."""
    part = list(inside)
    while part and not _may_begin(tree, part):
        part.pop(0)
    while part and not _may_end(tree, part[-1]):
        part.pop()
    if part and len({tree.words[i].sentence for i in part}) == 1 and _is_name(tree, part):
        yield tuple(part)


def _may_begin(tree: Tree, part: Sequence[int]) -> bool:
    text = tree.words[part[0]].text
    if text.lower() in _LEADING or text[0] in _OPENING or not _has_capital(text):
        return text.lower() in names.PARTICLES and len(part) > 1 and _has_capital_next(tree, part)
    return True


def _has_capital_next(tree: Tree, part: Sequence[int]) -> bool:
    following = tree.words[part[1]]
    return following.text in "-’'" or (
        _has_capital(following.text) and following.text.lower() not in _LEADING
    )


def _has_capital(text: str) -> bool:
    return any(map(str.isupper, text))


def _may_end(tree: Tree, index: int) -> bool:
    text = tree.words[index].text
    return text[0] not in _CLOSING + _OPENING and text.lower() not in _INSIDE


def _is_name(tree: Tree, part: Sequence[int]) -> bool:
    """Whether the words can be a name: no calendar word, and a proper noun among them."""
    texts = [tree.words[i].text for i in part]
    if all(
        names.fold(text) in calendar.MONTHS
        or names.fold(text) in calendar.WEEKDAYS
        or text.isdigit()
        for text in texts
    ):
        return False
    if all(names.is_title(text) for text in texts):
        return False
    return any(_is_proper(tree, i) for i in part)
