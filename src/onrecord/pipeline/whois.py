"""What people decide on who is who, put on record and followed at once."""

from collections.abc import Collection, Sequence

from onrecord import resolve
from onrecord.errors import NotFound
from onrecord.model import Entity, Judgement
from onrecord.pipeline.reconcile import reconcile
from onrecord.resolve import Act
from onrecord.store import Store

__all__ = ["merge", "split", "standing_act"]


def merge(store: Store, one: Entity, other: Entity, act: Act) -> None:
    """Put on record that two are one. Raises ResolutionError if they are."""
    _keep(store, resolve.merged(one, other, act))


def split(store: Store, entity: Entity, documents: Collection[str], act: Act) -> None:
    """Put on record that some reports mean another of the same name.

    Raises ResolutionError if none or all of what is on record as the entity is of these reports.
    """
    _keep(store, resolve.split(entity, documents, act))


def standing_act(store: Store, by: str, at: str) -> Act:
    """What `by` did at `at`. Raises NotFound if it was taken back, or never was."""
    people = (each for each in store.judgements() if each.at is not None)
    for act in resolve.acts(people, store.decisions()):
        if (act.by, act.at) == (by, at):
            return act
    raise NotFound(f"nothing that {by} decided at {at} stands; it may be undone already")


def _keep(store: Store, judgements: Sequence[Judgement]) -> None:
    store.add_judgements(judgements)
    reconcile(store)
