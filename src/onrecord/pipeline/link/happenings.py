"""The events that change with some documents, and with what their statements speak of."""

from collections.abc import Iterable, Sequence

from onrecord.model import Statement
from onrecord.resolve import event_keys, events
from onrecord.store import Links

__all__ = ["retell"]


def retell(links: Links, documents: Sequence[str], moved: Iterable[str]) -> None:
    """Derive anew the events of some documents, those about chains that `moved` to another entity,
    and all that statements of either could be one with, before or now."""
    told = links.happenings
    gone, about = told.linked_in(documents), told.about(moved)
    touched = told.told_in(documents) | about
    before = told.kin(gone | about)
    changed = told.statements(touched)
    entity_of = _entities(links, changed)
    keys = {each: () for each in before - {x.id for x in told.statements(before)}}
    told.set_keys({**keys, **{each.id: event_keys(each, entity_of) for each in changed}})
    every = told.statements(told.kin(before | touched))
    told.replace(before | gone, every, events(every, _entities(links, every)))


def _entities(links: Links, statements: Iterable[Statement]) -> dict[str, str]:
    fillers = (x for each in statements for given in each.roles.values() for x in given)
    return links.joins.entity_of({x.chain for x in fillers if x.chain is not None})
