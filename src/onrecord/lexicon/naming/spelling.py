"""Whether two spellings stand for one name: by the rules of families of languages."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import permutations
from typing import NamedTuple

from onrecord.lexicon.naming.script import undoubled
from onrecord.lexicon.naming.syllables import syllabic_families
from onrecord.lexicon.tables import rows, words

__all__ = ["PARTICLES", "SIGNS", "Rule", "families", "rules_between"]

_KEPT = 1 << 16
PARTICLES = "particle"
SIGNS = "Unwritten vowels"


class Rule(NamedTuple):
    """Two spellings that stand for one another in a family of languages."""

    left: str
    right: str
    family: str


@cache
def _evidence() -> tuple[tuple[str, str], ...]:
    return tuple((family, pattern) for family, pattern, _ in rows("name_families", 3))


@cache
def _always() -> frozenset[str]:
    return frozenset(family for family, pattern in _evidence() if pattern == "-")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    syllabic = {"-", "chinese", "korean", "japanese"}
    return tuple((f, re.compile(p)) for f, p in _evidence() if p not in syllabic)


@lru_cache(_KEPT)
def families(name: str, spelled: str) -> frozenset[str]:
    """The families whose rules a name (as written, and folded between blanks) calls for."""
    written = f"{name} {spelled}"
    found = {family for family, pattern in _patterns() if pattern.search(written)}
    return _always() | found | {PARTICLES} | syllabic_families(spelled)


@cache
def _rules() -> dict[str, tuple[tuple[Rule, ...], ...]]:
    """By what they replace, the rules: those of several families that say the same together."""
    held: dict[str, dict[str, list[Rule]]] = {}
    for rule in _listed():
        held.setdefault(rule.left, {}).setdefault(rule.right, []).append(rule)
    return {left: tuple(map(tuple, found.values())) for left, found in held.items()}


def _listed() -> Iterator[Rule]:
    for family, spellings, _ in rows("name_spellings", 3):
        plain = [undoubled(each.replace("_", " ").replace("0", "")) for each in words(spellings)]
        first = plain[0]
        for left, right in permutations(dict.fromkeys(plain), 2):
            # What a sign stands for is not spelled in all these ways for that.
            if family != SIGNS or first in (left, right):
                yield Rule(left, right, family)
    for sort, particles, _ in rows("name_words", 3):
        for particle in words(particles) if sort == PARTICLES else ():
            yield Rule(f" {particle} ", " ", PARTICLES)
            yield Rule(" ", f" {particle} ", PARTICLES)


@lru_cache(_KEPT)
def _starting(spelled: str) -> tuple[tuple[tuple[Rule, ...], ...], ...]:
    """What may be replaced at each place of a spelling, its end too: as `_rules` has it."""
    known = _rules()
    longest = max(map(len, known))
    return tuple(
        tuple(
            alike
            for end in range(begin, min(begin + longest, len(spelled)) + 1)
            for alike in known.get(spelled[begin:end], ())
        )
        for begin in range(len(spelled) + 1)
    )


_Place = tuple[int, int]
_Steps = dict[_Place, tuple[_Place, Rule | None]]


@lru_cache(_KEPT)
def rules_between(left: str, right: str, active: frozenset[str]) -> tuple[Rule, ...] | None:
    """The rules by which `left` is spelled as `right`, in order; None if there is no such way.

    Both are folded words between blanks; a blank may be missing in one.
    """
    came: _Steps = {(0, 0): ((0, 0), None)}
    open_ = [(0, 0)]
    end = (len(left), len(right))
    while open_:
        place = open_.pop()
        if place == end:
            return tuple(_followed(came, place))
        for step, rule in _next(left, right, place, active):
            if step not in came:
                came[step] = (place, rule)
                open_.append(step)
    return None


def _next(
    left: str, right: str, place: _Place, active: frozenset[str]
) -> Iterator[tuple[_Place, Rule | None]]:
    """Where to go on from a place in both spellings, the best way last."""
    i, j = place
    for alike in _starting(left)[i]:
        told = alike[0]
        if right.startswith(told.right, j):
            rule = next((rule for rule in alike if rule.family in active), None)
            if rule is not None:
                yield (i + len(told.left), j + len(told.right)), rule
    here, there = left[i : i + 1], right[j : j + 1]
    if here == " ":
        yield (i + 1, j), None
    if there == " ":
        yield (i, j + 1), None
    if here and here == there:
        yield (i + 1, j + 1), None


def _followed(came: _Steps, place: _Place) -> list[Rule]:
    found = []
    while place != (0, 0):
        place, rule = came[place]
        if rule is not None:
            found.append(rule)
    return found[::-1]
