"""What people decide on which statements tell of one event, put on record and followed at once."""

from collections.abc import Collection, Iterable

from onrecord.errors import ResolutionError
from onrecord.model import Event, Judgement, Opinion, Statement
from onrecord.model.anchor import account_anchor
from onrecord.pipeline.correct import as_read
from onrecord.pipeline.reconcile import reconcile
from onrecord.resolve import Act, apart, together
from onrecord.store import Store

__all__ = ["judge_accounts", "merge_events", "split_event"]


def judge_accounts(store: Store, left: str, right: str, opinion: Opinion, act: Act) -> None:
    """Put on record whether two statements, by their ids, tell of one event."""
    one, other = _sides(store, (left, right))
    _keep(store, (act.says(one, other, opinion),))


def merge_events(store: Store, one: Event, other: Event, act: Act) -> None:
    """Put on record that two events are one. Raises ResolutionError if they are."""
    if one.id == other.id:
        raise ResolutionError("these are one event on record already")
    first, *_ = _sides(store, one.statements)
    _keep(store, together(first, _sides(store, other.statements), act))


def split_event(store: Store, event: Event, statements: Collection[str], act: Act) -> None:
    """Put on record that some of an event's statements tell of another event, together.

    Raises ResolutionError for none or all of them.
    """
    out = [each for each in event.statements if each in statements]
    rest = [each for each in event.statements if each not in statements]
    if not out or not rest:
        which = "none" if not out else "all"
        raise ResolutionError(f"these are {which} of the statements that tell of this event")
    _keep(store, apart(_sides(store, out), _sides(store, rest), act))


def _sides(store: Store, statements: Iterable[str]) -> list[str]:
    """Statements as the program read them, as sides of judgements."""
    return [account_anchor(_read(store, each)) for each in statements]


def _read(store: Store, statement: str) -> Statement:
    now = store.statement(statement)
    reading = store.reading(now.document) if now.decided else None
    before = as_read(reading).statements if reading else ()
    return next((each for each in before if each.id == statement), now)


def _keep(store: Store, judgements: Iterable[Judgement]) -> None:
    store.add_judgements(judgements)
    reconcile(store)
