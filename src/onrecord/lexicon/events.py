"""Words that tell of events, with their PLOVER type and mode (scheme: PLOVER 2.0 manual)."""

from functools import cache

from onrecord.lexicon.frames import Sense, load_senses
from onrecord.lexicon.tables import rows, words
from onrecord.model import Predicate

__all__ = ["modes", "senses"]


def senses(lemma: str, upos: str) -> tuple[Sense, ...]:
    """The event senses of a lemma as VERB or NOUN, the most demanding first."""
    return load_senses("events").get((lemma, upos), ())


@cache
def modes() -> dict[Predicate, tuple[str, ...]]:
    """The modes that the scheme has for each event type."""
    return {Predicate(name): words(listed) for name, listed in rows("modes", 2)}
