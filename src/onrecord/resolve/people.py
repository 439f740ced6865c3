"""What people decide on who is who: to join, to keep apart, and to take it back.

All that one person judges at one time is one act; it is undone as one, by a decision that names it.
Nothing is ever deleted.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.errors import ResolutionError
from onrecord.model import Decision, Entity, Judgement, Opinion
from onrecord.resolve.candidate import Candidate

__all__ = ["UNDO", "Act", "acts", "merged", "split", "standing_of", "undone"]

UNDO = "undo"
"""The kind of decision that takes an act back."""


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
    return tuple(act.says(left.chains[0], chain, Opinion.SAME) for chain in right.chains)


def split(entity: Entity, documents: Collection[str], act: Act) -> tuple[Judgement, ...]:
    """The judgements that take the chains of some reports out of an entity, together.

    Raises ResolutionError if none or all of its chains are of these reports.
    """
    out = [chain for chain in entity.chains if chain.rpartition(":")[0] in documents]
    rest = [chain for chain in entity.chains if chain not in out]
    if not out or not rest:
        which = "none" if not out else "all"
        raise ResolutionError(f"these reports hold {which} of what is on record as {entity.name}")
    together = tuple(act.says(out[0], chain, Opinion.SAME) for chain in out[1:])
    apart = tuple(act.says(one, other, Opinion.DIFFERENT) for one in out for other in rest)
    return (*together, *apart)


def acts(people: Iterable[Judgement], decisions: Iterable[Decision]) -> tuple[Act, ...]:
    """The acts that stand, the newest first."""
    taken_back = _taken_back(decisions)
    found = {Act(each.by, each.at, each.reasons) for each in people if each.at is not None}
    standing = (act for act in found if _anchor(act.by, act.at) not in taken_back)
    return tuple(sorted(standing, key=lambda act: (act.at, act.by), reverse=True))


def undone(act: Act, by: str, at: str) -> Decision:
    """The decision that takes an act back."""
    return Decision(UNDO, _anchor(act.by, act.at), "", by, at)


def standing_of(
    people: Iterable[Judgement], decisions: Iterable[Decision], candidates: Iterable[Candidate]
) -> tuple[Judgement, ...]:
    """People's judgements but those taken back, on the chains that now hold what was judged.

    A judgement is anchored where a chain's first mention had its head; after another reading that
    mention may be in another chain.
    """
    taken_back = _taken_back(decisions)
    now = {head: each.chain.id for each in candidates for head in each.heads}
    standing = (each for each in people if _anchor(each.by, each.at) not in taken_back)
    return tuple(_now(each, now) for each in standing)


def _anchor(by: str, at: str | None) -> str:
    return f"judged by {by} at {at}"


def _taken_back(decisions: Iterable[Decision]) -> frozenset[str]:
    return frozenset(each.anchor for each in decisions if each.kind == UNDO)


def _now(judgement: Judgement, chains: Mapping[str, str]) -> Judgement:
    left, right = (chains.get(side, side) for side in (judgement.left, judgement.right))
    return replace(judgement, left=left, right=right)
