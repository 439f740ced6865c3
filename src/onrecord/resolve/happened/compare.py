"""What speaks for and against two statements telling of one event.

Each comparison finds one of its declared levels, or nothing where either side is silent; what a
level weighs stands in the lexicon's table `happened`.
"""

from collections.abc import Callable
from datetime import date

from onrecord.lexicon.globe import distance_km
from onrecord.model import Predicate, TimeInterval
from onrecord.resolve.compare import Finding
from onrecord.resolve.happened.counts import counts
from onrecord.resolve.happened.telling import SINGLE_DAYS, Party, Telling

__all__ = ["COMPARISONS", "KINDRED", "compare", "kind_of"]

KINDRED = frozenset({Predicate.ASSAULT, Predicate.COERCE, Predicate.ACCIDENT, Predicate.DISASTER})
"""Types that reports give to one event: a blast is an attack to one, an accident to another."""
_NEAR_KM = 25.0
_FAR_KM = 300.0
_KNOWN_COMPANY, _MUCH_COMPANY = 2, 3
_AIMED = "targeted"
"""The mode of a murder, whatever it was done with."""
_WEEK = 7
_LAGS = ((1, "at once"), (3, "soon"), (_WEEK, "a week"), (SINGLE_DAYS, "a month"))


def compare(left: Telling, right: Telling) -> tuple[Finding, ...]:
    """What the comparisons find, in their order."""
    found = (comparison(left, right) for comparison in COMPARISONS)
    return tuple(each for each in found if each is not None)


def kind_of(left: Telling, right: Telling) -> str:
    """Which weights apply: those of one report's statements or of two reports'."""
    return "within" if left.document == right.document else "across"


def _type(left: Telling, right: Telling) -> Finding:
    if left.kind is right.kind:
        return Finding("type", "same", f"both {left.kind.value}")
    return Finding("type", "kindred", f"{left.kind.value} and {right.kind.value}")


def _mode(left: Telling, right: Telling) -> Finding | None:
    if left.mode is None or right.mode is None or left.kind is not right.kind:
        return None
    if left.mode != right.mode and _AIMED in (left.mode, right.mode):
        return None
    if left.mode == right.mode:
        return Finding("mode", "same", f"the same mode: {left.mode}")
    return Finding("mode", "other", f"of two modes: {left.mode} and {right.mode}")


def _deed(left: Telling, right: Telling) -> Finding | None:
    if not left.deed or not right.deed:
        return None
    shared = left.deed & right.deed
    if not shared and left.sorts & right.sorts:
        return Finding("deed", "akin", f"both count the {min(left.sorts & right.sorts)}")
    if not shared:
        return Finding("deed", "other", "told in other words")
    part = len(shared) / min(len(left.deed), len(right.deed))
    told = f"told in the same words: {', '.join(sorted(shared)[:3])}…"
    return Finding("deed", "same" if part > 0.5 else "some", told)


def _sufferer(left: Telling, right: Telling) -> Finding | None:
    return _parties("sufferer", "suffers", left.sufferer, right.sufferer)


def _actor(left: Telling, right: Telling) -> Finding | None:
    return _parties("actor", "acts", left.actor, right.actor)


def _parties(comparison: str, verb: str, left: Party, right: Party) -> Finding | None:
    if not left or not right:
        return None
    if left.entities & right.entities:
        return Finding(comparison, "same", f"the same {verb}")
    shared, heads = left.words & right.words, left.heads & right.heads
    if heads and left.several == right.several:
        whole = left.words == right.words and len(left.words) > 1
        level = "same words" if whole else "same head"
        return Finding(comparison, level, f"what {verb} is called the same: {min(heads)}")
    if shared:
        return Finding(comparison, "some words", f"what {verb} shares the word {min(shared)}")
    known = left.entities and right.entities
    return Finding(comparison, "others" if known else "other words", f"not the same {verb}")


def _means(left: Telling, right: Telling) -> Finding | None:
    if not left.means or not right.means:
        return None
    heads = left.means.heads & right.means.heads
    if heads:
        return Finding("means", "same", f"done with the same: {min(heads)}")
    return Finding("means", "other", "done with something else")


def _crossed(left: Telling, right: Telling) -> Finding | None:
    """Who acts in the one suffers in the other."""
    one = left.actor.entities & right.sufferer.entities - left.sufferer.entities
    other = right.actor.entities & left.sufferer.entities - right.sufferer.entities
    if not one and not other:
        return None
    return Finding("crossed", "yes", "who acts in the one suffers in the other")


def _time(left: Telling, right: Telling) -> Finding | None:
    one, other = left.time, right.time
    if one is None or other is None:
        return _weekdays(left, right)
    gap = max(_days(one.latest, other.earliest), _days(other.latest, one.earliest))
    if gap > SINGLE_DAYS:
        return Finding("time", "far", f"{gap} days apart", True)
    if gap > 0:
        level = "a day" if gap == 1 else "days" if gap <= _WEEK else "weeks"
        return Finding("time", level, "a day apart" if gap == 1 else f"{gap} days apart")
    if one == other and one.earliest == one.latest:
        return Finding("time", "same day", f"the same day: {one.earliest}")
    wide = max(_length(one), _length(other)) > _WEEK
    return Finding("time", "loose" if wide else "meet", "the times can be one")


def _weekdays(left: Telling, right: Telling) -> Finding | None:
    one, other = _weekday(left), _weekday(right)
    if one is None or other is None:
        return None
    if one == other:
        return Finding("weekday", "same", "the same day of the week")
    return Finding("weekday", "other", "other days of the week")


def _weekday(telling: Telling) -> int | None:
    if telling.weekday is not None:
        return telling.weekday
    time = telling.time
    if time is None or time.earliest is None or time.earliest != time.latest:
        return None
    return time.earliest.weekday()


def _days(end: date | None, begin: date | None) -> int:
    return 0 if end is None or begin is None else (begin - end).days


def _length(interval: TimeInterval) -> int:
    if interval.earliest is None or interval.latest is None:
        return SINGLE_DAYS
    return (interval.latest - interval.earliest).days


def _telling_time(left: Telling, right: Telling) -> Finding | None:
    """When the reports came, where one of them does not say when it was."""
    one, other = left.account.published, right.account.published
    if left.document == right.document or (left.time and right.time):
        return None
    if left.dead & right.dead:  # told again at any time, for nobody dies twice
        return None
    if left.time is None and right.time is None:
        if one is None or other is None:
            return None
        return _lag("published", abs((one - other).days), "the reports are {} days apart")
    timed, told = (left.time, other) if left.time else (right.time, one)
    if timed is None or told is None or timed.earliest is None:
        return None
    lag = (told - timed.earliest).days
    if lag < -1:
        return Finding("reported", "before", "one report came before the day of the other")
    latest = timed.latest or timed.earliest
    return _lag("reported", max(0, (told - latest).days), "reported {} days after")


def _lag(comparison: str, days: int, words: str) -> Finding:
    level = next((name for most, name in _LAGS if days <= most), "far")
    return Finding(comparison, level, words.format(days), level == "far")


def _place(left: Telling, right: Telling) -> Finding | None:
    if left.place_entity and left.place_entity == right.place_entity:
        return Finding("place", "same", "the same place")
    one, other = left.place, right.place
    if one is None or other is None:
        return None
    if one.geonames_id is not None and one.geonames_id == other.geonames_id:
        return Finding("place", "same", f"the same place: {one.name}")
    apart = distance_km(one, other)
    if apart is None:
        same = one.name.casefold() == other.name.casefold()
        return Finding("place", "same", f"the same place: {one.name}") if same else None
    reach = max(one.radius_km or 0.0, other.radius_km or 0.0)
    told = f"{one.name} and {other.name} are {apart:.0f} km apart"
    if apart <= _NEAR_KM:
        return Finding("place", "near", told)
    if apart <= reach:
        return Finding("place", "within", f"{one.name} and {other.name}: one may lie in the other")
    return Finding("place", "apart" if apart - reach <= _FAR_KM else "far", told)


def _about(left: Telling, right: Telling) -> Finding | None:
    one, other = left.account.about, right.account.about
    if left.document == right.document or not one or not other:
        return None
    if one & other:
        level = "much" if len(one & other) > 1 else "some"
        return Finding("about", level, "the reports' events are about the same")
    return Finding("about", "none", "the reports' events are about others")


def _company(left: Telling, right: Telling) -> Finding | None:
    one, other = left.account.company, right.account.company
    if left.document == right.document or not one or not other:
        return None
    common = sorted(one & other)
    if not common:
        return Finding("company", "none", "nobody is named in both reports")
    level = "much" if len(common) >= _MUCH_COMPANY else "some"
    return Finding("company", level, f"both reports name {', '.join(common[:3])}")


def _bare(left: Telling, right: Telling) -> Finding | None:
    """ "The attack", of which a report says no more, is the one that others about the same people
    tell of at the time."""
    one, other = left.account, right.account
    if left.bare is right.bare or left.document == right.document or not left.sorts & right.sorts:
        return None
    if one.published is None or other.published is None:
        return None
    shared, apart = len(one.company & other.company), abs((one.published - other.published).days)
    if shared < _KNOWN_COMPANY or apart > _WEEK:
        return None
    return Finding("bare", "yes", f"no more is said of the one; both reports name {shared}")


def _wording(left: Telling, right: Telling) -> Finding | None:
    """What one report has word for word from another tells of the same event."""
    if left.document == right.document or left.wording is None or left.wording != right.wording:
        return None
    return Finding("wording", "same", "told in the very same words")


COMPARISONS: tuple[Callable[[Telling, Telling], Finding | None], ...] = (
    _type,
    _mode,
    _deed,
    _sufferer,
    _actor,
    _means,
    _crossed,
    counts,
    _time,
    _telling_time,
    _place,
    _about,
    _company,
    _bare,
    _wording,
)
