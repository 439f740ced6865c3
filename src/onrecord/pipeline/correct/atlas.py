"""The places that are known, opened only where somebody asks for one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from onrecord.lexicon.gazetteer import Gazetteer

__all__ = ["Atlas", "built_in"]

Atlas: TypeAlias = "Callable[[], Gazetteer]"


def built_in() -> Gazetteer:
    """The places that this version comes with."""
    from onrecord.lexicon.gazetteer import Gazetteer  # its tables take a while to load

    return Gazetteer.open()
