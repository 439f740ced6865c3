"""Rules for days of the week, today and its neighbours, parts of a day, and the clock."""

import re

from onrecord.extract.times.absolute import DATE, read_day
from onrecord.extract.times.fragment import DAY_PART, GAP, WEEKDAY, compiled, day_of, modifier
from onrecord.extract.times.granule import Unit
from onrecord.extract.times.pick import WHICH, weekday, which
from onrecord.extract.times.rule import Context, Meaning, Rule, reference
from onrecord.lexicon.calendar import DAY_PARTS, number

__all__ = ["RULES"]

_SHIFT = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "before yesterday": -2,
    "after tomorrow": 2,
}
_BLANK = "XXXX-XX-XX"


def _day_part(found: re.Match[str]) -> str:
    """The TIMEX3 suffix of the part of the day or the clock time that was found."""
    groups = found.groupdict()
    word = (groups.get("part") or groups.get("at") or "").lower()
    if word in ("noon", "midday"):
        return "T12:00"
    if word:
        return "T00:00" if word == "midnight" else DAY_PARTS[word]
    return _clock(found) if groups.get("hour") else ""


def _clock(found: re.Match[str]) -> str:
    """ "T10:35"; raises ValueError where no clock shows that."""
    groups = found.groupdict()
    hour = number(groups["hour"]) or 0
    minute = int(groups.get("minute") or 0)
    half = (groups.get("half") or "").lower()
    if hour > (12 if half else 24) or minute > 59:
        raise ValueError(f"no clock shows {found[0]!r}")
    if half.startswith("p") or half.startswith(("afternoon", "evening", "night")):
        hour = hour % 12 + 12
    elif half:
        hour %= 12
    return f"T{hour:02}:{minute:02}"


def _weekday(found: re.Match[str], context: Context) -> Meaning:
    at, groups = day_of(found["weekday"]), found.groupdict()
    word = which(found) if "which" in groups else ""
    granule = weekday(at, word, context)
    return reference(granule, f"XXXX-WXX-{at + 1}", modifier(groups.get("mod")), _day_part(found))


def _near(found: re.Match[str], context: Context) -> Meaning:
    word = " ".join(found["near"].lower().split())
    now = context.now(Unit.DAY)
    part = "TNI" if word == "tonight" else _day_part(found)
    mod = modifier(found.groupdict().get("mod"))
    return reference(now and now.shift(_SHIFT[word]), _BLANK, mod, part)


def _this_part(found: re.Match[str], context: Context) -> Meaning:
    now = context.now(Unit.DAY)
    back = found["this"].lower() == "last"
    return reference(now and now.shift(-1 if back else 0), _BLANK, None, _day_part(found))


def _told_part(found: re.Match[str], context: Context) -> Meaning:
    """ "That night", "the next morning"."""
    day = context.told(Unit.DAY)
    later = found["told"].lower().split()[-1] in ("next", "following")
    return reference(day and day.shift(1 if later else 0), _BLANK, None, _day_part(found))


def _alone(found: re.Match[str], context: Context) -> Meaning:
    """A clock time without its day: the day told of last."""
    day = context.told(Unit.DAY)
    return reference(day, _BLANK, modifier(found.groupdict().get("mod")), _day_part(found))


def _of_service(found: re.Match[str], context: Context) -> Meaning | None:
    """ "At 0845", as armies and agencies write it; "by 1945" is a year."""
    hour = int(found["hour"])
    is_year = 18 <= hour <= 20 and not re.search(r"\bat\s+$", context.before)
    return None if is_year else _alone(found, context)


def _dated(found: re.Match[str], context: Context) -> Meaning:
    return read_day(found, context, _day_part(found))


_HALF = rf"(?P<half>[ap]\.m\.?|[ap]m|in{GAP}the{GAP}(?:morning|afternoon|evening)|at{GAP}night)"
_ZONE = rf"(?:{GAP}(?-i:UTC|[A-Z]{{1,3}}T)|{GAP}local{GAP}time)"
_HOUR = (
    r"(?P<hour>[01]?[0-9]|2[0-4]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_TIME = (
    rf"(?:(?P<mod>around|about){GAP})?"
    rf"(?:{_HOUR}(?:[:.](?P<minute>[0-5][0-9]))?(?:{GAP})?{_HALF}{_ZONE}?"
    rf"|(?<!high )(?P<at>noon|midday|midnight))"
)
_TIME_24 = rf"(?P<hour>[0-2]?[0-9])[:.]?(?P<minute>[0-5][0-9]){_ZONE}"
_TIME_OF_SERVICE = (
    r"(?:(?<=at )|(?<=since )|(?<=until )|(?<=between )|(?<=by ))"
    rf"(?:(?P<mod>around|about|approximately){GAP})?(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])"
    rf"(?={GAP}(?:hours|on|in|local|today|yesterday|tomorrow|when|and)\b|(?:{GAP})?[,;()]|\.?$|\.\s)"
)
_ON = rf",?{GAP}(?:on{GAP})?"
_EARLY = rf"(?:(?P<mod>early|late|earlier|later|mid)(?:{GAP}(?:on{GAP})?|-))"
_PART = rf"(?:{GAP}(?P<part>{DAY_PART}))"

RULES = (
    Rule(compiled(rf"(?:{_EARLY}|{WHICH})?(?P<weekday>{WEEKDAY})(?!s\b){_PART}?"), _weekday),
    Rule(compiled(rf"{_EARLY}?(?P<near>today|yesterday|tomorrow|tonight){_PART}?"), _near),
    Rule(
        compiled(rf"the{GAP}day{GAP}(?P<near>before{GAP}yesterday|after{GAP}tomorrow)"),
        _near,
    ),
    Rule(
        compiled(rf"{_EARLY}?(?P<this>this|last){GAP}(?P<part>morning|afternoon|evening|night)"),
        _this_part,
    ),
    Rule(
        compiled(
            rf"(?P<told>that(?:{GAP}same)?|the{GAP}(?:same|next|following))"
            rf"{GAP}(?P<part>morning|afternoon|evening|night)"
        ),
        _told_part,
    ),
    Rule(compiled(r"mid[ -](?P<part>morning|afternoon)"), _alone),
    Rule(compiled(_TIME), _alone),
    Rule(compiled(_TIME_24), _alone),
    Rule(compiled(_TIME_OF_SERVICE), _of_service),
    Rule(compiled(rf"(?:{_TIME}|(?P<part>dawn|dusk)){_ON}(?P<weekday>{WEEKDAY})"), _weekday),
    Rule(compiled(rf"{_TIME}{_ON}(?P<near>today|yesterday|tomorrow)"), _near),
    *(Rule(compiled(rf"{_TIME}{_ON}{day}"), _dated) for day in DATE),
)
