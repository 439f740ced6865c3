"""What other libraries alone say of two names: a score from 0 to 1 each."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz, utils

__all__ = ["Score", "peers"]

Score = Callable[[str, str, str], float]
"""The score of two names of a kind, "person" or "group"."""


def peers() -> Iterator[tuple[str, Score | None]]:
    """The libraries by name; None for one that is not installed."""
    yield "rapidfuzz token_sort_ratio", _token_sort
    yield "jellyfish jaro_winkler", _jaro_winkler()
    yield "rigour compare_parts", _rigour()


def _token_sort(left: str, right: str, kind: str) -> float:
    return fuzz.token_sort_ratio(left, right, processor=utils.default_process) / 100


def _jaro_winkler() -> Score | None:
    try:
        import jellyfish
    except ImportError:
        return None
    return lambda left, right, kind: float(
        jellyfish.jaro_winkler_similarity(left.casefold(), right.casefold())
    )


def _rigour() -> Score | None:
    """Rigour's own order of work: what its lists explain is paired first, the rest compared."""
    try:
        from rigour import names
    except ImportError:
        return None
    tags = {"person": names.NameTypeTag.PER, "group": names.NameTypeTag.ORG}

    @lru_cache(1 << 14)
    def analysed(name: str, kind: str) -> list[Any]:
        return sorted(names.analyze_names(tags[kind], [name]), key=str)

    def score(left: str, right: str, kind: str) -> float:
        pairs = [(one, other) for one in analysed(left, kind) for other in analysed(right, kind)]
        return max((_aligned(names, one, other, kind) for one, other in pairs), default=0.0)

    return score


def _aligned(names: Any, one: Any, other: Any, kind: str) -> float:
    """The best mean over the letters of both names of how well their parts are aligned."""
    best = 0.0
    for paired in names.pair_symbols(one, other) or [()]:
        seen = (
            {part for each in paired for part in each.qps},
            {part for each in paired for part in each.rps},
        )
        rest = [
            [part for part in name.parts if part not in known]
            for name, known in zip((one, other), seen, strict=True)
        ]
        if kind == "person" and all(rest):
            rest = list(names.align_person_name_order(*rest))
        found = [*paired, *names.compare_parts(*rest)]
        long = [len(each.qstr) + len(each.rstr) for each in found]
        told = sum(each.score * letters for each, letters in zip(found, long, strict=True))
        best = max(best, told / (sum(long) or 1))
    return best
