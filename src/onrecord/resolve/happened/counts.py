"""How well the counts of two statements fit one event."""

from onrecord.model import Magnitude
from onrecord.resolve.compare import Finding
from onrecord.resolve.happened.telling import Telling

__all__ = ["counts"]

_GROWN, _NEVER = 1.6, 50
_GROWING = frozenset({"killed", "injured", "displaced"})
"""Counts that later reports raise."""


def counts(left: Telling, right: Telling) -> Finding | None:
    """Tolls of one event differ as they grow; what is far apart is another event's. That nobody
    was hurt may be said of an event of which others count the dead."""
    both = left.counts.keys() & right.counts.keys()
    names = sorted(name for name in both if _most(left.counts[name]) and _most(right.counts[name]))
    levels = [_bounds(left.counts[name], right.counts[name]) for name in names]
    known = [(level, name) for level, name in zip(levels, names, strict=True) if level]
    if not known:
        return None
    level = min(level for level, _ in known)
    name = next(name for found, name in known if found == level)
    words = {0: "far apart", 1: "other", 2: "near", 3: "same"}
    few = max(filter(None, map(_most, (left.counts[name], right.counts[name]))), default=0) < 3
    told = f"the {name} are {words[level - 1]}: {_words(left, name)} and {_words(right, name)}"
    found = "same, few" if level == 4 and few else words[level - 1]
    if level == 2 and name not in _GROWING:
        found = "another"
    low, high = sorted(_most(each.counts[name]) or 0 for each in (left, right))
    return Finding("count", found, told, decisive=high > _NEVER * max(low, 1))


def _bounds(left: Magnitude, right: Magnitude) -> int:
    """How well two counts agree, 1 to 4; 0 where that is not known."""
    one, other = _most(left), _most(right)
    if one is None or other is None:
        return 0
    if left == right:
        return 4
    low, high = sorted((one, other))
    loose = left.low != left.high or right.low != right.high
    if low == high or (high <= low * _GROWN and loose):
        return 3
    return 2 if high <= max(low * 4, low + 3) else 1


def _most(count: Magnitude) -> int | None:
    return count.best or count.low or count.high


def _words(telling: Telling, name: str) -> str:
    return str(_most(telling.counts[name]))
