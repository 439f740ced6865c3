"""Where a text says that its places lie: "50 km north of X", "near X", "eastern X", "the X border".

The words are read right before a name, those of a border after it, too; what they place is the name
before them, if only words that link the two stand between.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.numbers import number
from onrecord.model import SitingSort, Span

__all__ = ["Told", "sitings"]

_WINDOW = 140
_KM = {"k": 1.0, "mi": 1.609, "n": 1.852, "me": 0.001, "y": 0.0009}
_POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")

_HOW_FAR = (
    r"(?i:(?P<count>\d[\d,]*(?:\.\d+)?|(?:[a-z]+[ -]){1,3}?)[\s-]*"
    r"(?P<unit>kilomet(?:er|re)s?|kms?|nautical\smiles?|miles?|met(?:er|re)s?|yards?)\b"
    r"(?:\s?\([^()]{1,30}\))?)"
)
_POINT = r"(?P<point>(?:north|south)-?\s?(?:east|west)|north|south|east|west)"
_FILL = (
    r"(?:(?:the|its)\s+)?"
    r"(?:(?!(?:and|at|by|for|from|in|near|on|or|that|to|when|where|which|with)\b)[a-z-]+\s+){0,3}"
)
_BORDER = r"(?:the\s+|its\s+|their\s+)?(?:[a-z-]+\s+)?(?:border|frontier)"
_BY = r"(?i:(?:(?:near|along|on|at|close\sto|by|across|from|of)\s+))"
_KINDS = (
    "town|village|city|hamlet|suburb|settlement|district|province|region|area|county|port|base|camp"
    "|capital|community|neighbou?rhood|resort|island|oasis|stronghold|crossing|spot|place|point"
)
_LINK = re.compile(
    r"\s*[,(–—]?\s*(?:(?:which|that)\s+)?(?:(?:is|are|was|lies|lay|sits|stands)\s+)?"
    r"(?:(?:located|situated|lying)\s+)?"
    rf"(?:(?:in\s+)?(?:an?|the)\s+(?:[a-z-]+\s+){{0,3}}?(?:{_KINDS})\s*,?\s*)?"
    r"(?:(?:about|some|roughly|around|approximately|nearly|almost|just|only|barely|less|more|than"
    r"|over|under|within|at|in|on|the|an?)\s+){0,3}"
)
_BEFORE: tuple[tuple[SitingSort, re.Pattern[str]], ...] = tuple(
    (sort, re.compile(rf"(?<![\w-]){words}$"))
    for sort, words in (
        (
            SitingSort.BORDER,
            rf"(?:(?:{_HOW_FAR}\s+)?(?:{_POINT}\s+)?{_BY})?{_BORDER}\s+(?:with|of|between)\s+{_FILL}",
        ),
        (SitingSort.BORDER, rf"(?i:bordering|borders)\s+{_FILL}"),
        (
            SitingSort.PART,
            rf"(?<!to\s)the\s+(?:far\s+|extreme\s+)?{_POINT}\s+of\s+{_FILL}",
        ),
        (
            SitingSort.OFF,
            rf"(?:{_HOW_FAR}\s+)?(?i:(?:away\s+)?(?:to\s+the\s+)?(?:due\s+|just\s+)?{_POINT}"
            rf"\s+(?:of|from))\s+{_FILL}",
        ),
        (
            SitingSort.OFF,
            rf"{_HOW_FAR}\s+(?i:(?:away\s+)?(?:from|of|outside|off(?:\sthe\scoast\sof)?))\s+{_FILL}",
        ),
        (
            SitingSort.BETWEEN,
            r"(?i:(?:road|highway|route|railway|line|area|stretch|halfway|midway|lies|located)\s+"
            rf"(?:between|from|linking|connecting|that\s+(?:links|connects))\s+){_FILL}",
        ),
        (
            SitingSort.NEAR,
            r"(?i:near|close\sto|outside|on\sthe\s(?:outskirts|edge)\sof|not\sfar\sfrom"
            rf"|in\sthe\svicinity\sof|next\sto|(?:an?\s)?suburbs?\sof|(?:off\s)?the\scoast\sof)\s+{_FILL}",
        ),
        (SitingSort.PART, rf"(?i:{_POINT}(?:-?ern)?|central)[\s-]"),
    )
)
_QUARTER = re.compile(
    r"\s+(?:neighbou?rhood|quarter|district|suburb|sector|borough|ward|area)s?,?\s+(?:(?:in|of)\s+)?"
    rf"{_FILL}"
)
_SIDE = re.compile(rf"(?i:(?:{_POINT}(?:ern)?|central))[\s-](?=[A-Z])")
_AFTER = re.compile(r"(?:['’]s)?\s+(?:[a-z]+ern\s+)?(?:border|frontier)\b")
_BY_BORDER = re.compile(rf"(?<![\w-])(?:{_HOW_FAR}\s+)?{_BY}(?:the\s+)?$")
_AND = re.compile(rf"\s+(?:and|to)\s+{_FILL}|\s?[-–/]\s?")
_TWO = frozenset({SitingSort.BETWEEN, SitingSort.BORDER})


@dataclass(frozen=True, slots=True)
class Told:
    """A siting by the words alone; `references` and `subject`, what is placed, number the names.

    `subject` is None where the words place what has no name.
    """

    sort: SitingSort
    span: Span
    references: tuple[int, ...]
    subject: int | None
    km: float | None
    azimuth: float | None


def sitings(text: str, spans: Sequence[Span]) -> tuple[Told, ...]:
    """What the words at the names `spans`, in text order, say of where places lie."""
    found = []
    for index in range(len(spans)):
        told = _told(text, spans, index)
        if told is not None and "\n\n" not in told.span.of(text):
            found.append(told)
    return tuple(found)


def _told(text: str, spans: Sequence[Span], index: int) -> Told | None:
    name = spans[index]
    low = max(spans[index - 1].end if index else 0, name.begin - _WINDOW)
    before = text[low : name.begin]
    if _AFTER.match(text, name.end):
        return _at_border(text, spans, index, low)
    if index and _QUARTER.fullmatch(before):
        near = Span(low + 1, name.end)
        return Told(SitingSort.NEAR, near, (index,), index - 1, None, None)
    for sort, pattern in _BEFORE:
        match = pattern.search(before)
        if match is None:
            continue
        told = _read(sort, match, low, name, index)
        if told is not None and sort in _TWO:
            told = _with_second(text, spans, told)
        if told is not None:
            return replace(told, subject=_subject(text, spans, told))
    if side := _SIDE.match(name.of(text)):
        told = Told(SitingSort.PART, name, (index,), None, None, _azimuth(side["point"]))
        return replace(told, subject=_subject(text, spans, told))
    return None


def _read(sort: SitingSort, match: re.Match[str], low: int, name: Span, index: int) -> Told | None:
    groups = match.groupdict()
    km, spared = _km(groups.get("count"), groups.get("unit"))
    span = Span(low + match.start() + spared, name.end)
    if sort is SitingSort.OFF and km is None and not groups.get("point"):
        return None
    return Told(sort, span, (index,), None, km, _azimuth(groups.get("point")))


def _with_second(text: str, spans: Sequence[Span], told: Told) -> Told | None:
    """The siting with the second name of "between X and Y"; None if it needs one that is not."""
    (first,) = told.references
    between = text[spans[first].end : spans[first + 1].begin] if first + 1 < len(spans) else ""
    if between and _AND.fullmatch(between):
        span = told.span.cover(spans[first + 1])
        return replace(told, span=span, references=(first, first + 1))
    return None if told.sort is SitingSort.BETWEEN else told


def _at_border(text: str, spans: Sequence[Span], index: int, low: int) -> Told:
    """ "The X border", "near the X-Y border"."""
    first = index
    if index and _AND.fullmatch(text, spans[index - 1].end, spans[index].begin):
        first = index - 1
        low = max(spans[first - 1].end if first else 0, spans[first].begin - _WINDOW)
    match = _BY_BORDER.search(text[low : spans[first].begin])
    begin = low + match.start() if match else spans[first].begin
    after = _AFTER.match(text, spans[index].end)
    end = after.end() if after else spans[index].end
    km = _km(match["count"], match["unit"])[0] if match else None
    references = tuple(range(first, index + 1))
    told = Told(SitingSort.BORDER, Span(begin, end), references, None, km, None)
    return replace(told, subject=_subject(text, spans, told) if match else None)


def _subject(text: str, spans: Sequence[Span], told: Told) -> int | None:
    before = told.references[0] - 1
    if before < 0:
        return None
    between = text[spans[before].end : told.span.begin]
    inside = told.sort is not SitingSort.PART or " in " in f"{between} "
    return before if inside and _LINK.fullmatch(between) else None


def _km(count: str | None, unit: str | None) -> tuple[float | None, int]:
    """Kilometres, None where no number is told, and how many letters before are none of it."""
    if not count or not unit:
        return None, 0
    factor = next(km for start, km in _KM.items() if unit.lower().startswith(start))
    if count[0].isdigit():
        return round(float(count.replace(",", "")) * factor, 1), 0
    words = count.replace("-", " ").split()
    for begin in range(len(words)):
        value = number(" ".join(words[begin:]))
        if value is not None:
            return round(value * factor, 1), count.index(words[begin])
    return None, 0


def _azimuth(point: str | None) -> float | None:
    if point is None:
        return None
    return 45.0 * _POINTS.index(re.sub(r"[\s-]", "", point.lower()))
