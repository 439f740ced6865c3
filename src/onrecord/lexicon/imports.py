"""Imported gazetteers: a person's decisions, and what they add to the index of places."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.lexicon.placerow import PlaceRow
from onrecord.model import Decision

__all__ = ["DECISION", "Addition", "Import", "in_force"]

DECISION = "gazetteer"
"""The kind of decision that an import is."""

_ANCHOR = "gazetteer:"


@dataclass(frozen=True, slots=True)
class Addition:
    """Places beyond the built-in ones; `digest` names them, `rows` reads them where needed.

    `picked` is whether somebody put them together, not a dump of all places.
    """

    digest: str
    rows: Callable[[], Iterable[PlaceRow]]
    picked: bool = True


@dataclass(frozen=True, slots=True)
class Import:
    """An imported gazetteer: its name, the SHA-256 of its rows, how many they are, and its form."""

    name: str
    digest: str
    count: int
    form: str

    def decision(self, by: str, at: str) -> Decision:
        """The decision to use it, by somebody at a time (ISO 8601)."""
        told = {"name": self.name, "places": self.count, "form": self.form}
        value = json.dumps(told, ensure_ascii=False, sort_keys=True)
        return Decision(DECISION, _ANCHOR + self.digest, value, by, at)

    @classmethod
    def of(cls, decision: Decision) -> "Import":
        """What `decision` was made of; raises KeyError or ValueError for another decision's."""
        told = json.loads(decision.value)
        digest = decision.anchor.removeprefix(_ANCHOR)
        return cls(told["name"], digest, told["places"], told["form"])


def in_force(decisions: Iterable[Decision]) -> tuple[Import, ...]:
    """The gazetteers that stand: of several imports of one name, the last; the oldest first."""
    standing: dict[str, Import] = {}
    for decision in decisions:
        if decision.kind == DECISION:
            made = Import.of(decision)
            standing.pop(made.name, None)
            standing[made.name] = made
    return tuple(standing.values())
