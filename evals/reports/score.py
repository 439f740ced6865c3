"""Matches the statements of an export with the facts of a report that were labelled by reading.

A fact is found if a statement's span holds its trigger, and one of its readings fits: the
predicate, each role, the holder nearest to the matter, and how sure they were. A filler or holder
fits where it stands on the words of the label, or where its entity bears them as a name. Time,
place, status and counts are told apart, as shares of what was found.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

__all__ = ["Line", "Result", "Sheet", "compare"]

Line: TypeAlias = dict[str, Any]
"""A line of facts.jsonl, as README.md describes it, or one of the export."""

_ROLES = {"who": ("actor", "subject"), "whom": ("recipient", "target", "object", "content")}
_TURNED = {"who": "whom", "whom": "who"}
_MUTUAL = frozenset(
    "says alias_of allied_with associated_with communicated_with family_of fights merged_with met "
    "rival_of CONSULT".split()
)
_UNREAL = frozenset({"promised", "threatened", "planned", "attempted", "hypothetical", "retracted"})
_SPEECH = frozenset({"says", "claims_responsibility", "denies", "explains", "predicts", "assesses"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report as exported: its text, its statements, and the names of all entities by id."""

    text: str
    statements: Sequence[Line]
    names: Mapping[str, frozenset[str]]

    def named(self, item: Line, spans: Iterable[Sequence[int]]) -> bool:
        """Whether a filler or holder is what the label's spans stand for."""
        places = list(spans)
        span = item["span"]
        if span is not None and any(_on(self.text, span, place) for place in places):
            return True
        names = self.names.get(item["entity"] or "", frozenset())
        return any(self.text[begin:end].casefold() in names for begin, end in places)


@dataclass(slots=True)
class Result:
    """Of one report or more: facts found and missed, and statements that are in none of them.

    `shares` maps time, place, status and counts to how many were right, of those asked.
    """

    found: list[Line] = field(default_factory=list)
    missed: list[Line] = field(default_factory=list)
    wrong: list[Line] = field(default_factory=list)
    shares: dict[str, list[int]] = field(default_factory=dict)

    @property
    def asked(self) -> int:
        return len(self.found) + len(self.missed)

    def share(self) -> float:
        """Facts found, in per cent."""
        return 100 * len(self.found) / self.asked

    def score(self) -> float:
        """The same less the wrong statements, in per cent of the facts."""
        return 100 * (len(self.found) - len(self.wrong)) / self.asked

    def add(self, other: "Result") -> None:
        self.found += other.found
        self.missed += other.missed
        self.wrong += other.wrong
        for name, (right, asked) in other.shares.items():
            self.count(name, right, asked)

    def count(self, name: str, right: int, asked: int) -> None:
        """Adds to the share of a detail."""
        old = self.shares.setdefault(name, [0, 0])
        self.shares[name] = [old[0] + right, old[1] + asked]


def compare(facts: Sequence[Line], sheet: Sheet) -> Result:
    """The result of one report; what is labelled `extra` counts neither way."""
    result = Result()
    told: set[str] = set()
    for fact in facts:
        fits = [s for s in sheet.statements if _tells(fact, s, sheet)]
        told.update(s["id"] for s in fits)
        if fact.get("extra"):
            continue
        (result.found if fits else result.missed).append(fact)
        for name, right in _details(fact, fits, sheet).items():
            result.count(name, right, 1)
    result.wrong = [
        s for s in sheet.statements if s["predicate"] not in _SPEECH and s["id"] not in told
    ]
    return result


def _tells(fact: Line, statement: Line, sheet: Sheet) -> bool:
    begin, end = statement["span"]
    return any(begin <= b and e <= end for b, e in fact["trigger"]) and any(
        _fits(reading, statement, sheet) for reading in fact["readings"]
    )


def _fits(reading: Line, statement: Line, sheet: Sheet) -> bool:
    return (
        statement["predicate"] in reading["predicates"]
        and _filled(reading["roles"], statement, sheet)
        and _held(reading["holder"], statement["holders"], sheet)
        and any(_sure(each, statement["certainty"]) for each in reading["sure"])
    )


def _filled(roles: Line, statement: Line, sheet: Sheet) -> bool:
    """Whether each role is; the two sides of a mutual relation, and of a verb in the passive whose
    sense is not known, may stand the other way round."""
    turned = {_TURNED.get(role, role): spans for role, spans in roles.items()}
    mutual = statement["predicate"] in _MUTUAL
    return _each(roles, statement, sheet) or (mutual and _each(turned, statement, sheet))


def _each(roles: Line, statement: Line, sheet: Sheet) -> bool:
    return all(
        any(
            sheet.named(filler, spans)
            for own in _ROLES.get(role, (role,))
            for filler in statement["roles"].get(own, [])
        )
        for role, spans in roles.items()
    )


def _held(spans: Sequence[Any], holders: Sequence[Line], sheet: Sheet) -> bool:
    """Whether the holder nearest to the matter is the one of the label: null is the report,
    "unnamed" whoever stands behind "is said to"."""
    nearest = holders[0]
    if nearest["span"] is None:
        return None in spans
    if nearest["class"] == "unnamed" and nearest["span"] == nearest["cue"]["span"]:
        return "unnamed" in spans
    return sheet.named(nearest, [span for span in spans if isinstance(span, list)])


def _sure(wanted: str, certainty: Line) -> bool:
    """By the label's sign: + and - for and against, u uncertain, f for what is yet to come."""
    factuality, unreal = certainty["factuality"], _UNREAL.intersection(certainty["status"])
    if wanted == "-":
        return bool(factuality.endswith("-"))
    if factuality.endswith("-"):
        return False
    if wanted == "+":
        return factuality in ("CT+", "PR+") and not unreal
    if wanted == "u":
        return bool(factuality != "CT+")
    return bool(unreal)


def _details(fact: Line, fits: Sequence[Line], sheet: Sheet) -> dict[str, bool]:
    """For each detail that the label gives, whether any of the statements has it right."""
    told = [name for name in ("time", "place", "status", "counts") if name in fact and fits]
    return {name: any(_right(name, fact[name], s, sheet) for s in fits) for name in told}


def _right(name: str, wanted: Any, statement: Line, sheet: Sheet) -> bool:
    if name == "time":
        return _same_time(wanted, statement["time"])
    if name == "place":
        return statement["place"] is not None and sheet.named(statement["place"], wanted)
    if name == "status":
        return not set(wanted).isdisjoint(statement["certainty"]["status"])
    return _counted(wanted, statement["magnitudes"])


def _same_time(wanted: str, time: Line | None) -> bool:
    """Whether an interval is given, and lies within the label's: a day, month, year or range."""
    if time is None or time["earliest"] is None or time["latest"] is None:
        return False
    first, _, last = wanted.partition("/")
    begin, end = first.replace("X", "0"), (last or first).replace("X", "9")
    return bool(begin <= time["earliest"][: len(begin)] and time["latest"][: len(end)] <= end)


def _counted(wanted: Line, magnitudes: Line) -> bool:
    return all(
        name in magnitudes
        and [magnitudes[name][bound] for bound in ("low", "best", "high")] == bounds
        for name, bounds in wanted.items()
    )


def _on(text: str, span: Sequence[int], place: Sequence[int]) -> bool:
    """Whether a span stands on the label's, and not on what the label's word only owns."""
    if span[0] >= place[1] or place[0] >= span[1]:
        return False
    return not text[place[1] : span[1]].startswith(("'s ", "’s "))
