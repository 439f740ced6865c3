"""How many independent sources statements lead back to.

The rule is in docs/reference/weighing.md: one who speaks in forty reports is one source.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from onrecord.model import Origin, Statement
from onrecord.weigh.evidence import Evidence
from onrecord.weigh.voice import Voice, voice

__all__ = ["origins"]


@dataclass(slots=True, eq=False)
class _Group:
    """The voices that are, or may be, one; and all statements that lead back to them."""

    voices: list[Voice] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)

    def admits(self, voice: Voice) -> bool:
        """Whether one without a name may be all of those who are in it."""
        return all(
            own.told is not None and voice.told is not None and not own.told.differs(voice.told)
            for own in self.voices
        )

    def add(self, number: int, voice: Voice) -> None:
        self.voices.append(voice)
        self.statements.append(number)


def origins(statements: Sequence[Statement], evidence: Evidence) -> tuple[Origin, ...]:
    """The sources of statements on one matter that are provably independent of each other.

    By their first statement, in the order given.
    """
    voices = [voice(each, evidence) for each in statements]
    leads = _leads(statements, voices)
    own = [number for number, lead in enumerate(leads) if lead == number]
    groups = _grouped({number: voices[number] for number in own})
    holding = {number: group for group in groups for number in group.statements}
    for number, lead in enumerate(leads):
        if lead != number:
            holding[lead].statements.append(number)
    found = sorted(groups, key=lambda group: min(group.statements))
    return tuple(_origin(group, statements) for group in found)


def _leads(statements: Sequence[Statement], voices: Sequence[Voice]) -> list[int]:
    """For each voice itself, or whom it only passes on: an outlet that names a source for a matter
    is none of its own, and no more is the outlet that it names, if that one names another. What
    stands in a headline only sums up what stands below."""
    below: dict[str, int] = {}
    cited: dict[str, int] = {}
    for number, each in enumerate(voices):
        if not statements[number].summary:
            below.setdefault(statements[number].document, number)
            if each.key != each.outlet:
                cited.setdefault(each.outlet, number)
    leads = []
    for number, statement in enumerate(statements):
        if statement.summary:
            number = below.get(statement.document, number)
        seen: set[int] = set()
        while number not in seen:
            seen.add(number)
            number = cited.get(voices[number].key or "", number)
        leads.append(number)
    return leads


def _grouped(voices: dict[int, Voice]) -> list[_Group]:
    """Those with one name together; those without, who is told most of first, each with the first
    of them whom it may be. Of whom nothing is told may be anybody."""
    named: dict[str, _Group] = {}
    for number, each in voices.items():
        if each.key is not None:
            named.setdefault(each.key, _Group()).add(number, each)
    unnamed: list[_Group] = []
    without = [number for number, each in voices.items() if each.key is None]
    for number in sorted(without, key=lambda number: -_told(voices[number])):
        anybody = () if _told(voices[number]) else named.values()
        fits = (group for group in unnamed if group.admits(voices[number]))
        group = next(chain(fits, anybody), None)
        if group is None:
            group = _Group()
            unnamed.append(group)
        group.add(number, voices[number])
    return [*named.values(), *unnamed]


def _told(voice: Voice) -> int:
    return voice.told.told if voice.told is not None else 0


def _origin(group: _Group, statements: Sequence[Statement]) -> Origin:
    """Called by the words that tell most."""
    best = max(group.voices, key=_told)
    ids = tuple(statements[number].id for number in sorted(group.statements))
    return Origin(best.name, best.cls, ids, best.entity)
