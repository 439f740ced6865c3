"""What people decide on who is who and what is one event: to join, to keep apart, to take it back.

All that one person judges, grades, corrects, edits or watches at one time is one act; it is undone
as one, by a decision that names it. Nothing is ever deleted.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.errors import ResolutionError
from onrecord.lexicon.acts import CORRECTION, HYPOTHESIS, UNDO, act_anchor, taken_back
from onrecord.lexicon.grading import GRADE
from onrecord.lexicon.watches import WATCH
from onrecord.model import Decision, Entity, Judgement, Opinion
from onrecord.resolve.candidate import Candidate

__all__ = ["Act", "acts", "apart", "merged", "split", "standing_of", "together", "undone"]

_ACTED = frozenset({CORRECTION, GRADE, HYPOTHESIS, WATCH})
"""The kinds of decisions that are acts."""


@dataclass(frozen=True, slots=True)
class Act:
    """Who judged, when, and why; the reasons may be empty."""

    by: str
    at: str
    reasons: tuple[str, ...] = ()

    def says(self, left: str, right: str, opinion: Opinion) -> Judgement:
        """One of the act's judgements."""
        return Judgement(left, right, opinion, self.by, 1.0, self.reasons, self.at)


def merged(left: Entity, right: Entity, act: Act) -> tuple[Judgement, ...]:
    """The judgements that make two entities one. Raises ResolutionError if they are."""
    if left.id == right.id:
        raise ResolutionError(f"{left.name} and {right.name} are one on record already")
    return together(left.chains[0], right.chains, act)


def split(entity: Entity, documents: Collection[str], act: Act) -> tuple[Judgement, ...]:
    """The judgements that take the chains of some reports out of an entity, together.

    Raises ResolutionError if none or all of its chains are of these reports.
    """
    out = [chain for chain in entity.chains if chain.rpartition(":")[0] in documents]
    rest = [chain for chain in entity.chains if chain not in out]
    if not out or not rest:
        which = "none" if not out else "all"
        raise ResolutionError(f"these reports hold {which} of what is on record as {entity.name}")
    return apart(out, rest, act)


def together(one: str, others: Iterable[str], act: Act) -> tuple[Judgement, ...]:
    """The judgements that one side is the same as each of some others."""
    return tuple(act.says(one, other, Opinion.SAME) for other in others)


def apart(out: Sequence[str], rest: Sequence[str], act: Act) -> tuple[Judgement, ...]:
    """The judgements that some sides are the same as each other, and not as any of the rest."""
    kept = (act.says(one, other, Opinion.DIFFERENT) for one in out for other in rest)
    return (*together(out[0], out[1:], act), *kept)


def acts(people: Iterable[Judgement], decisions: Iterable[Decision]) -> tuple[Act, ...]:
    """The acts that stand, the newest first: judgements, grades, corrections, watches, edits."""
    every = tuple(decisions)
    gone = taken_back(every)
    found = {Act(each.by, each.at, each.reasons) for each in people if each.at is not None}
    found |= {Act(each.by, each.at) for each in every if each.kind in _ACTED}
    standing = (act for act in found if act_anchor(act.by, act.at) not in gone)
    return tuple(sorted(standing, key=lambda act: (act.at, act.by), reverse=True))


def undone(act: Act, by: str, at: str) -> Decision:
    """The decision that takes an act back."""
    return Decision(UNDO, act_anchor(act.by, act.at), "", by, at)


def standing_of(
    people: Iterable[Judgement],
    decisions: Iterable[Decision],
    candidates: Iterable[Candidate],
    accounts: Mapping[str, str] | None = None,
) -> tuple[Judgement, ...]:
    """People's judgements but those taken back, on the chains and statements that now hold what
    was judged.

    A judgement is anchored where a chain's first mention had its head; after another reading that
    mention may be in another chain. `accounts` are the events' ids of the statements that sides of
    judgements on events mean.
    """
    gone = taken_back(decisions)
    now = {head: each.chain.id for each in candidates for head in each.heads} | {**(accounts or {})}
    standing = (each for each in people if act_anchor(each.by, each.at) not in gone)
    return tuple(_now(each, now) for each in standing)


def _now(judgement: Judgement, sides: Mapping[str, str]) -> Judgement:
    left, right = (sides.get(side, side) for side in (judgement.left, judgement.right))
    return replace(judgement, left=left, right=right)
