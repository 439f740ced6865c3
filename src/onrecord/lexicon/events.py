"""Words that tell of events, with their PLOVER type and mode (scheme: PLOVER 2.0 manual)."""

from collections.abc import Sequence
from functools import cache

from onrecord.lexicon.frames import Sense, load_senses
from onrecord.lexicon.phrases import Phrases
from onrecord.lexicon.tables import rows, words
from onrecord.model import Predicate

__all__ = ["mode_of_means", "modes", "senses"]


def senses(lemma: str, upos: str) -> tuple[Sense, ...]:
    """The event senses of a lemma as VERB or NOUN, the most demanding first."""
    return load_senses("events").get((lemma, upos), ())


@cache
def modes() -> dict[Predicate, tuple[str, ...]]:
    """The modes that the scheme has for each event type."""
    return {Predicate(name): words(listed) for name, listed in rows("modes", 2)}


@cache
def _means() -> Phrases[int]:
    return Phrases(
        (word, None, place)
        for place, (_, listed) in enumerate(rows("means", 2))
        for word in words(listed)
    )


def mode_of_means(lemmas: Sequence[str]) -> str | None:
    """The mode of ASSAULT that its means tell, lemmas in lower case; the most telling one."""
    found = [_means().longest(lemmas, at) for at in range(len(lemmas))]
    places = [each.value for each in found if each is not None]
    return rows("means", 2)[min(places)][0] if places else None
