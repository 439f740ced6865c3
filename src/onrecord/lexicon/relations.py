"""Words that tell of lasting relations between people, groups, organisations and places."""

from onrecord.lexicon.frames import Sense, load_senses

__all__ = ["senses"]


def senses(lemma: str, upos: str) -> tuple[Sense, ...]:
    """The relation senses of a lemma as VERB, NOUN or ADJ, the most demanding first."""
    return load_senses("relations").get((lemma, upos), ())
