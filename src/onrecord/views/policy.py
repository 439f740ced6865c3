"""One figure out of many for each toll of an event, by a policy with a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lexicon.grading import Grades
from onrecord.model import Event, Magnitude, Origin, Statement
from onrecord.views.ledger import Ledger
from onrecord.weigh import Evidence, figure, pick, tolls

__all__ = ["Picked", "picked"]


@dataclass(frozen=True, slots=True)
class Picked:
    """What a policy makes of the figures for one count: its figure, the words for it, the
    references of the statements behind it, and why."""

    name: str
    policy: str
    magnitude: Magnitude
    words: str
    references: tuple[str, ...]
    why: str


def picked(
    ledger: Ledger,
    event: Event,
    statements: Sequence[Statement],
    origins: Sequence[Origin],
    evidence: Evidence,
    policy: str,
) -> tuple[Picked, ...]:
    """The figure of a policy for each count that statements, in the record's order, give.

    A statement counts by the grade of whom it leads back to, else of the outlet that printed it.
    Raises KeyError for a policy that there is not.
    """
    grades, letters = Grades(ledger.store.decisions()), {}
    by_id = {each.id: each for each in statements}
    for origin in origins:
        for said in origin.statements:
            outlet = evidence.outlet(evidence.source(by_id[said]).id)
            graded = (grades.of(x, event.type.value) for x in (origin.name, outlet) if x)
            letters[said] = next((letter for letter in graded if letter != "F"), "F")
    found = []
    for name in sorted({name for each in statements for name in each.magnitudes or {}}):
        chosen = pick(policy, tolls(name, statements, origins, evidence), letters)
        if chosen is not None:
            by = tuple(ledger.short[each] for each in chosen.statements)
            words = _words(chosen.magnitude)
            found.append(Picked(name, policy, chosen.magnitude, words, by, chosen.why))
    return tuple(found)


def _words(magnitude: Magnitude) -> str:
    """The figure, with its bounds where it has others: "9 (7 to 12)"."""
    bounds = figure(magnitude)
    best = magnitude.best
    return bounds if best is None or bounds == str(best) else f"{best} ({bounds})"
