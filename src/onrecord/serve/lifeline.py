"""A life as bars over time: ends that the texts give only roughly fade, ends that none gives stay
open."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.model import Predicate, TimeInterval
from onrecord.views import Bond, Dossier, EventRow, Party, Profile, When, spell_words

__all__ = ["Band", "Dash", "Lifeline", "Piece", "Tick", "lifeline"]

_EDGE = 2.0
"""Percent of the drawing left free at both ends."""
_OPEN = 4.0
"""Percent over which an end fades of which no text tells."""
_LEAST = 0.7
"""Percent that the shortest piece is wide, so that it can be seen."""
_FEWEST_YEARS, _MOST_YEARS = 2, 8
_LIFE = (Predicate.BORN, Predicate.DIED)


class Piece(StrEnum):
    """What a part of a bar says: known to hold, between its first and its last report only, an end
    somewhere in there, or an end that no text gives."""

    HELD = "held"
    REPORTED = "reported"
    BEGINS = "begins"
    ENDS = "ends"
    OPEN_BEGIN = "open-begin"
    OPEN_END = "open-end"


@dataclass(frozen=True, slots=True)
class Dash:
    """A part of a bar, or a mark: where it is from the left and how wide, in percent."""

    x: float
    width: float
    sort: str


@dataclass(frozen=True, slots=True)
class Band:
    """One row: what, with whom, when in words, and its parts.

    `marks` are the days of reports and of events. `bond` is None for a row that is no relation.
    """

    label: str
    party: Party | None
    words: tuple[str, ...]
    dashes: tuple[Dash, ...]
    marks: tuple[Dash, ...]
    bond: Bond | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """A year of the axis, in percent from the left; the first and the last day where all is within
    a year or two."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Lifeline:
    """The rows, the earliest first, and what stands below them."""

    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]


def lifeline(view: Profile) -> Lifeline | None:
    """The life that a profile tells of; None where nothing in it is dated."""
    bonds = tuple(_bonds(view))
    life = [
        (line.predicate.value, line.time)
        for section in view.card.sections
        for line in section.lines
        if line.predicate in _LIFE and line.time.is_dated and line.sureness.plain
    ]
    events = [event for event in view.events if event.time.is_dated]
    days = [*_days(bonds), *_ends(time for _, time in life), *_ends(x.time for x in events)]
    if not days:
        return None
    scale = _Scale(min(days), max(days))
    held = (_band(scale, view.card, bond) for bond in bonds)
    bands = (*_life(scale, life), *held, *_events(scale, events))
    return Lifeline(bands, tuple(scale.ticks()))


def _bonds(view: Profile) -> Iterator[Bond]:
    """The posts of an entity, and all that binds a body; each once, the earliest first."""
    found = {post.sentence: post for section in view.card.sections for post in section.posts}
    for chapter in view.lineage.chapters if view.lineage else ():
        found |= {bond.sentence: bond for bond in chapter.bonds}
    yield from sorted(found.values(), key=lambda bond: (bond.spell.order, bond.sentence))


class _Scale:
    """Days as percent from the left."""

    def __init__(self, first: date, last: date) -> None:
        self._first, self._last = first, last
        self._length = max((last - first).days, 1)

    def x(self, day: date) -> float:
        share = (day - self._first).days / self._length if self._first < self._last else 0.5
        return round(_EDGE + share * (100 - 2 * _EDGE), 2)

    def dash(self, first: date, last: date, sort: str) -> Dash:
        begin, end = self.x(first), self.x(last)
        return Dash(begin, round(max(end - begin, _LEAST), 2), sort)

    def ticks(self) -> Iterator[Tick]:
        years = range(self._first.year + 1, self._last.year + 1)
        if len(years) < _FEWEST_YEARS:
            ends = dict.fromkeys((self._first, self._last))
            yield from (Tick(self.x(day), f"{day.day} {day:%B} {day.year}") for day in ends)
            return
        step = 1
        while len(years) // step > _MOST_YEARS:
            step = step * 5 // 2 if str(step).startswith("2") else step * 2
        for year in years:
            if year % step == 0:
                yield Tick(self.x(date(year, 1, 1)), str(year))


def _days(posts: Iterable[Bond]) -> Iterator[date]:
    for post in posts:
        spell = post.spell
        reported = [each.interval for each in (spell.first, spell.last) if each]
        for interval in (*spell.began, *spell.ended, *reported):
            yield from (x for x in (interval.earliest, interval.latest) if x)


def _ends(times: Iterable[When]) -> Iterator[date]:
    for time in times:
        yield from (x for x in (time.earliest, time.latest) if x)


def _life(scale: _Scale, life: Sequence[tuple[str, When]]) -> Iterator[Band]:
    if life:
        marks = tuple(_mark(scale, time, word) for word, time in life)
        words = dict.fromkeys(f"{word} {time.words}" for word, time in life)
        yield Band("Life", None, tuple(words), (), marks)


def _events(scale: _Scale, events: Sequence[EventRow]) -> Iterator[Band]:
    if events:
        marks = tuple(_mark(scale, event.time, event.sureness.tone) for event in events)
        words = dict.fromkeys((events[0].time.words, events[-1].time.words))
        yield Band("Events", None, (" to ".join(words),), (), marks)


def _mark(scale: _Scale, time: When, sort: str) -> Dash:
    first = time.earliest or time.latest
    last = time.latest or time.earliest
    assert first is not None and last is not None
    return scale.dash(first, last, sort)


def _band(scale: _Scale, card: Dossier, post: Bond) -> Band:
    mine = post.subject.reference == card.reference
    other = post.object if mine else post.subject
    relation = post.predicates[0].value.replace("_", " ")
    label = post.title or (relation if mine else relation.rpartition(" ")[0] or relation)
    reported = [each for each in (post.spell.first, post.spell.last) if each]
    marks = {
        scale.dash(*_both(each.interval), "of-report" if each.of_report else "told"): None
        for each in reported
    }
    return Band(label, other, spell_words(post), tuple(_pieces(scale, post)), tuple(marks), post)


def _pieces(scale: _Scale, post: Bond) -> Iterator[Dash]:
    """The parts of a bar from the left: how it begins, that it held, how it ends."""
    spell = post.spell
    began, ended = _hull(spell.began), _hull(spell.ended)
    if began and not post.lasts:
        yield scale.dash(*began, Piece.BEGINS if began[0] < began[1] else Piece.HELD)
        return
    reported = [day for each in (spell.first, spell.last) if each for day in _both(each.interval)]
    inner = [x for x in (began and began[1], *reported, ended and ended[0]) if x]
    if not inner:
        return
    first, last = (began[1] if began else min(inner)), (ended[0] if ended else max(inner))
    if began is None:
        yield Dash(max(scale.x(first) - _OPEN, 0), min(_OPEN, scale.x(first)), Piece.OPEN_BEGIN)
    elif began[0] < began[1]:
        yield scale.dash(*began, Piece.BEGINS)
    if first < last or (began is None and ended is None):
        sort = Piece.HELD if began and ended else Piece.REPORTED
        yield scale.dash(first, max(first, last), sort)
    if ended is None:
        end = scale.x(last)
        yield Dash(end, min(_OPEN, 100 - end), Piece.OPEN_END)
    else:
        yield scale.dash(*ended, Piece.ENDS)


def _hull(intervals: Sequence[TimeInterval]) -> tuple[date, date] | None:
    """From the first to the last day of all of them."""
    days = [day for each in intervals for day in _both(each)]
    return (min(days), max(days)) if days else None


def _both(interval: TimeInterval) -> tuple[date, date]:
    first = interval.earliest or interval.latest or date.min
    return first, interval.latest or first
