"""PLOVER events in the terms of other codebooks, and the contexts that PLOVER adds to a type."""

from collections.abc import Collection, Sequence
from functools import cache

from onrecord.lexicon.phrases import Phrases
from onrecord.lexicon.tables import cell, rows, words

__all__ = ["acled", "acled_types", "cameo", "cameo_codes", "contexts"]


@cache
def _cameo() -> dict[tuple[str, str | None], str]:
    return {(kind, cell(mode)): code for kind, mode, code in rows("cameo", 3)}


def cameo(kind: str, mode: str | None) -> str | None:
    """The CAMEO code of a PLOVER type and mode, the type's own where the mode has none."""
    return _cameo().get((kind, mode)) or _cameo().get((kind, None))


def cameo_codes() -> tuple[str, ...]:
    """Every CAMEO code that a PLOVER type has."""
    return tuple(sorted(set(_cameo().values())))


def acled_types() -> tuple[str, ...]:
    """ACLED's event types, each with its sub-event types after it."""
    found: dict[str, dict[str, None]] = {}
    for *_, event, sub in rows("acled", 6):
        found.setdefault(event, {})[sub] = None
    return tuple(name for event, subs in found.items() for name in (event, *subs))


def acled(
    kind: str, mode: str | None, actors: Collection[str], recipients: Collection[str]
) -> tuple[str, str] | None:
    """ACLED's event type and sub-event type; `actors` and `recipients` are PLOVER sectors.

    None for what ACLED does not record, or not without knowing more of the parties.
    """
    for own, modes, doers, others, event, sub in rows("acled", 6):
        if (
            own == kind
            and (cell(modes) is None or mode in words(modes))
            and _among(doers, actors)
            and _among(others, recipients)
        ):
            return event, sub
    return None


def _among(asked: str, sectors: Collection[str]) -> bool:
    return cell(asked) is None or not set(words(asked)).isdisjoint(sectors)


@cache
def _contexts() -> dict[str, Phrases[None]]:
    return {
        name: Phrases((word, None, None) for word in words(listed))
        for name, listed in rows("contexts", 2)
    }


def contexts(lemmas: Sequence[str]) -> tuple[str, ...]:
    """The PLOVER contexts that the words of an event tell, lemmas in lower case."""
    return tuple(
        name
        for name, known in _contexts().items()
        if any(known.longest(lemmas, at) for at in range(len(lemmas)))
    )
