"""One name in the forms of several languages, or short: Aleksandr, Oleksandr, Sasha."""

from functools import cache

from onrecord.lexicon.naming.script import undoubled
from onrecord.lexicon.tables import rows, words

__all__ = ["are_two", "every_form", "form_of", "told_forms"]

Words = tuple[str, ...]


@cache
def _forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """The (family, first form) of the rows that a word stands in."""
    held: dict[str, list[tuple[str, str]]] = {}
    for family, forms, _ in rows("name_forms", 3):
        each = [undoubled(form) for form in words(forms)]
        for word in dict.fromkeys(each):
            held.setdefault(word, []).append((family, each[0]))
    return {word: tuple(found) for word, found in held.items()}


def form_of(word: str, active: frozenset[str]) -> frozenset[str]:
    """The first forms of the rows that a folded word stands in, if their families are active."""
    return frozenset(
        first for family, first in _forms().get(word, ()) if family == "-" or family in active
    )


def every_form(held: Words, active: frozenset[str]) -> frozenset[str]:
    """The first forms of all words."""
    return frozenset(form for word in held for form in form_of(word, active))


def told_forms(left: Words, right: Words, first: dict[str, str]) -> str:
    """Which words of two names are forms of one; nothing if none are."""
    for one in left:
        for other in right:
            if one != other and first[one] == first[other]:
                return f'"{one}" and "{other}" are forms of one name'
    return ""


def are_two(left: str, right: str) -> bool:
    """Whether both words are known, as forms of different names."""
    one, other = _forms().get(left), _forms().get(right)
    return bool(one and other and not {*one} & {*other})
