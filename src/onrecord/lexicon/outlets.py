"""Outlets and media: who passes words on rather than speaking them."""

from functools import cache

from onrecord.lexicon.tables import rows, words

__all__ = ["is_medium", "is_outlet"]


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        word for row, listed in rows("outlets", 2) if row == kind for word in words(listed)
    )


def is_medium(lemma: str) -> bool:
    """Whether a noun, a lemma in lower case, stands for a medium or who works for one."""
    return lemma in _words("noun")


def is_outlet(name: str) -> bool:
    """Whether a name is that of a newspaper, agency, broadcaster or the like."""
    plain = name.casefold().removeprefix("the ").strip()
    parts = plain.split()
    if plain in _words("name"):
        return True
    return len(parts) > 1 and not _words("part").isdisjoint((parts[0], parts[-1]))
