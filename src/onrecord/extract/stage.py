"""The stages of a reading: what each needs, what it gives, and the order that satisfies both."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from onrecord.model import Document, Reading

__all__ = ["Stage", "read_through"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A pure function from a document and the layers so far to one new layer.

    `needs` and `gives` name fields of `Reading`.
    """

    gives: str
    needs: tuple[str, ...]
    run: Callable[[Document, Reading], Any]


def read_through(stages: Sequence[Stage]) -> Callable[[Document], Reading]:
    """The reading that `stages` give, one after the other.

    Raises ValueError if a stage needs a layer that none before it gives, or two give the same.
    """
    given: set[str] = set()
    for stage in stages:
        missing = set(stage.needs) - given
        if missing:
            raise ValueError(f"stage {stage.gives!r} needs {sorted(missing)}, which none gives")
        if stage.gives in given:
            raise ValueError(f"two stages give {stage.gives!r}")
        given.add(stage.gives)

    def read(document: Document) -> Reading:
        reading = Reading(document.id)
        with _garbage_left():
            for stage in stages:
                reading = replace(reading, **{stage.gives: stage.run(document, reading)})
        return reading

    return read


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Leaves garbage in cycles until afterwards: a reading is made of many objects and nearly none
    of that, for which the interpreter would look through them all again and again."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
