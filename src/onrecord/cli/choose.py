"""From a name that somebody typed to one entity, asking where several go by it."""

import sys
from collections.abc import Sequence

import typer

from onrecord.cli.layout import flat
from onrecord.cli.session import note
from onrecord.errors import NotFound
from onrecord.model import Entity
from onrecord.store import Store
from onrecord.views import Fit, Ledger, Nearest, find_entity

__all__ = ["choose"]

_OTHER_NAMES = 3


def choose(store: Store, name: str) -> Entity:
    """The entity meant by a name or by an entity's reference.

    Raises NotFound with the nearest names if there is none, or with all that it could be if there
    are several and nobody at the terminal to ask.
    """
    ledger = Ledger(store)
    referred = ledger.entity_at(name)
    if referred is not None:
        return referred
    found = find_entity(store, name)
    if isinstance(found, Fit):
        return found.entity
    if isinstance(found, Nearest):
        raise NotFound(_nobody(name, found.names))
    several = found.entities
    listed = [
        f"{number:>3}  {_described(ledger, entity)}" for number, entity in enumerate(several, 1)
    ]
    if not _is_terminal():
        listing = "\n".join(listed)
        raise NotFound(f"{name!r} could be any of these; ask by reference:\n{listing}")
    note(f"{name!r} could be any of these:")
    for words in listed:
        note(words)
    return several[_asked(several)]


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(several: Sequence[Entity]) -> int:
    while True:
        answer: int = typer.prompt("Which", type=int, err=True)
        if 1 <= answer <= len(several):
            return answer - 1


def _described(ledger: Ledger, entity: Entity) -> str:
    others = [name.text for name in entity.names if name.text != entity.name][:_OTHER_NAMES]
    also = f" (also {', '.join(others)})" if others else ""
    reference = ledger.entity_reference(entity.id)
    return flat(f"{entity.name}{also}, {entity.type.value}, [{reference}]")


def _nobody(name: str, nearest: Sequence[str]) -> str:
    if not nearest:
        return f"nobody and nothing on record goes by {name!r}"
    return f"nobody on record goes by {name!r}; nearest: {'; '.join(map(flat, nearest))}"
