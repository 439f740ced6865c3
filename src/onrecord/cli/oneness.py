"""Events that people join and part, for the commands that do so with whatever is on record."""

from collections.abc import Iterable

from onrecord import pipeline, views
from onrecord.cli.session import note
from onrecord.model.anchor import statement_of
from onrecord.resolve import Act
from onrecord.store import Store
from onrecord.views import counted

__all__ = ["is_event", "merge_events", "split_event"]


def is_event(reference: str) -> bool:
    """Whether somebody asks for an event, by its reference."""
    return statement_of(reference.strip("[]")) is not None


def merge_events(store: Store, left: str, right: str, act: Act) -> None:
    """Put on record that two events are one."""
    ledger = views.Ledger(store)
    one, other = (views.event_at(ledger, each) for each in (left, right))
    pipeline.merge_events(store, one, other, act)
    now = views.event_at(views.Ledger(store), one.id)
    tell = counted(len(now.statements), "statement tells", "statements tell")
    note(f"On record: these are one event, of which {tell}.")


def split_event(store: Store, reference: str, told: Iterable[str], act: Act) -> None:
    """Put on record that some statements, or those of some reports, tell of another event."""
    ledger = views.Ledger(store)
    event = views.event_at(ledger, reference)
    meant = {ledger.full_id(each.strip("[]"), "statement", "document") for each in told}
    chosen = [x for x in event.statements if not meant.isdisjoint({x, _report(ledger, x)})]
    pipeline.split_event(store, event, chosen, act)
    tell = counted(len(chosen), "statement tells", "statements tell")
    note(f"On record: {tell} of another event.")


def _report(ledger: views.Ledger, statement: str) -> str:
    return ledger.statements[statement].document
