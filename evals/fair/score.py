"""Scores statements on record against the labels of the fair exam (README.md says by which rules).

A pair is one document: its labelled sentences, and what the export says of it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from evals.exam.score import Item, Tally
from evals.measure import scorer
from onrecord.model import Predicate, PredicateFamily

__all__ = ["Found", "Pair", "figures"]

_FAMILY = {
    str(each): "speech" if each.family is PredicateFamily.SAYS else str(each.family).lower()
    for each in Predicate
}
_SIDES = {
    "actor": "one",
    "subject": "one",
    "recipient": "other",
    "target": "other",
    "object": "other",
}
"""The two main roles, whatever the kind of statement calls them."""
_MAIN = ("one", "other")
_MUTUAL = frozenset(
    "AGREE CONSULT COOPERATE ELECTION family_of merged_with allied_with associated_with rival_of "
    "fights met communicated_with".split()
)
"""Where it says little who of the two is named first, or which of the roles one fills."""
_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "in", "mr", "mrs", "ms", "dr"})


@dataclass(frozen=True, slots=True)
class Found:
    """What the export says of one document: its statements, and all names of each entity."""

    text: str
    statements: Sequence[Item]
    names: Mapping[str, Sequence[str]]


Pair: TypeAlias = tuple[Sequence[Item], Found]


def figures(pairs: Sequence[Pair], **_: object) -> dict[str, Any]:
    """All figures, in per cent: P, R and F1 of statements, and shares of what was asked."""
    tally = Tally()
    for sentences, found in pairs:
        for sentence in sentences:
            _score(tally, sentence, found)
    return tally.figures()


def _score(tally: Tally, sentence: Item, found: Found) -> None:
    within = [each for each in found.statements if _lies_in(each["span"], sentence["span"])]
    sure = [label for label in sentence["statements"] if not label["doubt"]]
    paired = {i: within[j] for i, j in scorer().match(sure, within, _likeness)}
    _count(tally, sentence, within, sure, paired)
    for index, label in enumerate(sure):
        held = paired.get(index)
        _chain(tally, label, held or _around(label, within), found)
        if held is not None:
            tally.share(
                "status right (matched)", [set(held["certainty"]["status"]) <= set(label["status"])]
            )
            right = held["certainty"]["factuality"] in label["factuality"]
            tally.share("factuality right (matched)", [right])
        if _is_event(label):
            _event(tally, label, held)


def _count(
    tally: Tally, sentence: Item, within: list[Item], sure: list[Item], paired: dict[int, Item]
) -> None:
    """Statements asked that were found, and found ones that answer to a label.

    What answers only to a label in doubt is neither right nor wrong. What is said has no precision:
    any clause of a quotation may be put on record.
    """
    for kind in ("event", "relation", "speech"):
        asked = [i for i, label in enumerate(sure) if _FAMILY[label["predicate"]] == kind]
        tally.share(f"recall, {kind}", [i in paired for i in asked])
    made = [each for each in within if _FAMILY[each["predicate"]] != "speech"]
    for each in made:
        answered = [label for label in sentence["statements"] if _answers(label, each)]
        if not answered or not all(label["doubt"] for label in answered):
            tally.share("precision, event and relation", [bool(answered)])


def _answers(label: Item, held: Item) -> bool:
    """Whether it says what the label does: of that kind, there, and of somebody the same."""
    if not _same_predicate(label, held):
        return False
    shared = any(_fills(label, held, side) for side in _sides(label["roles"]))
    there = scorer().overlap(label["trigger"], held["span"])
    return bool(there and (shared or not label["roles"] or not held["roles"]))


def _lies_in(span: Sequence[int], sentence: Sequence[int]) -> bool:
    """Whether the greater part of the span lies in the sentence."""
    return bool(2 * scorer().overlap(span, sentence) > span[1] - span[0])


def _likeness(label: Item, held: Item) -> float:
    """How well a statement answers to a label: 0 if not at all, most if predicate and roles do."""
    if not scorer().overlap(label["trigger"], held["span"]):
        return 0.0
    shared = sum(_fills(label, held, side) for side in _sides(label["roles"]))
    if _same_predicate(label, held):
        return 10.0 + shared + 1.0 / float(1 + held["span"][1] - held["span"][0])
    family = _FAMILY[label["predicate"]]
    akin = family == _FAMILY[held["predicate"]]
    return shared + float(family == "speech") if akin else 0.0


def _is_event(label: Item) -> bool:
    """Whether nobody could take it for a mere saying."""
    kinds = {_FAMILY[each] for each in (label["predicate"], *label["also"])}
    return _FAMILY[label["predicate"]] == "event" and "speech" not in kinds


def _same_predicate(label: Item, held: Item) -> bool:
    return held["predicate"] in (label["predicate"], *label["also"])


def _sides(roles: Mapping[str, Any]) -> list[str]:
    return list(dict.fromkeys(map(_side, roles)))


def _side(role: str) -> str:
    return _SIDES.get(role, role)


def _fills(label: Item, held: Item, side: str) -> bool:
    """Whether a filler of this side of the label is one of the same side of the statement."""
    pooled = held["predicate"] != label["predicate"] or label["predicate"] in _MUTUAL
    wanted = [s for role, spans in label["roles"].items() for s in spans if _side(role) == side]
    return any(
        scorer().overlap(span, filler["span"])
        for role, fillers in held["roles"].items()
        if pooled or _side(role) == side
        for filler in fillers
        for span in wanted
    )


def _around(label: Item, within: list[Item]) -> Item | None:
    """The shortest statement around the trigger: its chain holds for the trigger too."""
    around = [each for each in within if scorer().overlap(label["trigger"], each["span"])]
    return min(around, key=lambda each: each["span"][1] - each["span"][0], default=None)


def _chain(tally: Tally, label: Item, held: Item | None, found: Found) -> None:
    asked = label["holders"]
    below = None if held is None else _below_publisher(held["holders"])
    right = (
        below is not None
        and len(below) == len(asked)
        and all(_same_holder(one, other, found) for one, other in zip(asked, below, strict=True))
    )
    if not asked:
        if below is not None:
            tally.share("no holder where none is asked (found)", [right])
        return
    tally.share("chains exact (all)", [right])
    if below is not None:
        tally.share("chains exact (found)", [right])
        nearest = bool(below) and _same_holder(asked[0], below[0], found)
        tally.share("nearest holder right (found)", [nearest])
    if len(asked) > 1:
        tally.share("nested chains exact (all)", [right])


def _below_publisher(holders: Sequence[Item]) -> list[Item]:
    """The chain without the publisher, who stands last and nowhere in the text."""
    return [*holders[:-1], *(last for last in holders[-1:] if last["span"] is not None)]


def _same_holder(asked: Item, held: Item, found: Found) -> bool:
    """By the place in the text, or by a name that the one and the other have."""
    spans = [asked["span"], asked["name"]]
    if held["span"] and any(scorer().overlap(span, held["span"]) for span in spans if span):
        return True
    wanted = [_words(found.text[span[0] : span[1]]) for span in spans if span]
    given = [_words(name) for name in (held["name"], *found.names.get(held["entity"] or "", ()))]
    return any(
        one and other and (one <= other or other <= one) for one in wanted for other in given
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())) - _SMALL


def _event(tally: Tally, label: Item, held: Item | None) -> None:
    typed = held is not None and _same_predicate(label, held)
    main = [side for side in _sides(label["roles"]) if side in _MAIN]
    if held is None or not typed:
        if main:
            tally.share("event type and main roles right (all)", [False])
        return
    if main:
        right = all(_fills(label, held, side) for side in main)
        tally.share("event type and main roles right (all)", [right])
        tally.share("main roles right (of right type)", [right])
    if label["mode"] and held["predicate"] == label["predicate"]:
        tally.share("mode right (of right type)", [held["mode"] == label["mode"]])
    tally.share("counts exact (of right type)", _counts(label["counts"], held["magnitudes"] or {}))


def _counts(asked: Mapping[str, Any], given: Mapping[str, Any]) -> Iterator[bool]:
    """One answer for each count that is asked or given; a single victim need not be counted."""
    for name in sorted({*asked, *given}):
        told = given.get(name)
        bounds = None if told is None else [told["low"], told["best"], told["high"]]
        yield bounds == asked.get(name) or (name not in asked and bounds == [1, 1, 1])
