"""What people decide on who is who, put on record and followed at once."""

from collections.abc import Collection, Sequence

from onrecord import resolve
from onrecord.errors import NotFound
from onrecord.model import Entity, Judgement, Opinion
from onrecord.pipeline.clock import now
from onrecord.pipeline.correct import undo
from onrecord.pipeline.reconcile import reconcile
from onrecord.resolve import Act
from onrecord.store import Store

__all__ = ["act_now", "judge", "merge", "split", "take_back"]


def act_now(by: str, why: str = "") -> Act:
    """Something that somebody decides at this moment; `why` may be empty."""
    return Act(by, now(), (why,) if why else ())


def judge(store: Store, left: str, right: str, opinion: Opinion, act: Act) -> None:
    """Put on record what somebody thinks of a pair that the program judged.

    Raises NotFound if it judged no such pair.
    """
    about = store.look.judgements((left, right))
    pairs = ((each.left, each.right) for each in about if each.at is None)
    if (left, right) not in pairs:
        raise NotFound("the program has no judgement on this pair any more")
    _keep(store, [act.says(left, right, opinion)])


def merge(store: Store, one: Entity, other: Entity, act: Act) -> None:
    """Put on record that two are one. Raises ResolutionError if they are."""
    _keep(store, resolve.merged(one, other, act))


def split(store: Store, entity: Entity, documents: Collection[str], act: Act) -> None:
    """Put on record that some reports mean another of the same name.

    Raises ResolutionError if none or all of what is on record as the entity is of these reports.
    """
    _keep(store, resolve.split(entity, documents, act))


def take_back(store: Store, by: str, at: str, act: Act) -> None:
    """Undo, by `act`, what `by` decided at `at`. Raises NotFound if nothing of that stands."""
    standing = resolve.acts(store.look.people(), store.decisions())
    undone = next((each for each in standing if (each.by, each.at) == (by, at)), None)
    if undone is None:
        raise NotFound(f"nothing that {by} decided at {at} stands; it may be undone already")
    undo(store, undone, act.by, act.at)


def _keep(store: Store, judgements: Sequence[Judgement]) -> None:
    store.add_judgements(judgements)
    reconcile(store)
