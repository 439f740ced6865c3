"""What each line of a report is: paragraph, heading, highlight or page furniture.

Judged by the shape of lines and by the stock phrases of news pages. Hard-wrapped lines are joined
to one block a paragraph; the dateline before a wire report's first sentence is a block of its own,
furniture.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from onrecord.extract.stage import Stage
from onrecord.model import Block, BlockKind, Document, Reading, Span

__all__ = ["BLOCKS", "layout"]

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{2,4}})?|{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[a-z]{2,4})?"

_SUMMARY_LABEL = re.compile(
    r"(?:(?:story|key|top|main|report|article|news|quick)\s+)?"
    r"(?:highlights?|points?|takeaways|facts|summary|at a glance|in brief|in short|tl;?dr|"
    r"what you need to know|the essentials|the main points)\s*:?",
    re.IGNORECASE,
)
_NOT_A_LABEL = re.compile(r"(?:points?|facts)\s*:?", re.IGNORECASE)
_FURNITURE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:read|see|find out|learn|hear|watch)\s+(?:more|also|next|now|live)\b.{0,12}?(?::.*|$)",
        r"(?:watch|video|audio|listen|related|photos?|pictures?|in pictures|gallery|graphic|map|"
        r"interactive|slideshow|opinion|analysis|live|podcast|more on this(?: story)?|more|"
        r"see also|also read|recommended|related \w+|must (?:read|see|watch)|don't miss|explainer)"
        r"\s*(?:[:|>»].*)?",
        r"(?:advertisement|advertising|sponsored(?: content)?|promoted|story continues below.*|"
        r"article continues.*|continue reading.*|skip to .*|loading.*|print(?: this)?|comments?|"
        r"share|tweet|email|e-mail|save|like|follow|subscribe|sign up|log ?in|menu|search|"
        r"back to top|hide caption|toggle caption|enlarge(?: this)? image|getty images)\.?",
        r"(?:share|tweet|e-?mail|print|facebook|twitter|whatsapp|linkedin|reddit|copy link|pin|"
        r"x|telegram|messenger|bookmark|save|and|&|[|,/•·+]|\s)+",
        r"(?:e-?mail|send|share|recommend)\s+(?:this|it|to|a|with|on|via)\b.{0,40}[^.]",
        r"(?:click|tap)\s+(?:here|on|to|below)\b.*",
        r"(?:follow|like|join|find|contact)\s+(?:us|me|our|him|her|@\w+)\b.{0,80}",
        r"(?:sign up|subscribe|register)\s+(?:to|for|now|here|today)\b.{0,120}",
        r"(?:©|\(c\)|copyright\b).*|.*\ball rights reserved\b.*",
        r"(?:(?:last|first)\s+)?(?:updated|modified|published|posted)\s*(?:at|on|:|\d).{0,60}",
        r"(?:by|from|reporting by|editing by|written by|additional reporting by|compiled by)\s+"
        r"(?-i:[^\W\d_a-z])[^.!?]{2,90}",
        r"\(?\s*(?:photo|image|picture|credit|source|caption|file photo|video|getty|reuters|ap)s?"
        r"\s*(?:by|:|/).{0,160}\)?",
        rf"(?:{_WEEKDAY},?\s+)?{_DAY}(?:,?\s*(?:at\s+)?{_CLOCK})?",
        rf"(?-i:[A-Z][\w.' -]{{2,40}}),\s*(?:{_WEEKDAY},?\s+)?{_DAY}",
        r".{0,40}\bcontributed to this (?:report|story|article)\.?",
        r"[\W_]+|-?\s*ends?\s*-|-30-",
    )
)
_CREDIT_AT_END = re.compile(
    r"\b(?:photo|image|picture|photograph|credit|courtesy)s?\s*(?::|by\b|of\b|/).{2,80}$|"
    r"[\[(](?:file|photo|image|ap|afp|reuters|getty|epa)\b[^\])]{0,60}[\])]\.?$|"
    r"\((?:left|right|centre|center)\).{0,120}\b\d{4}\.?$|;\s*from file\b.{0,20}$",
    re.IGNORECASE,
)
_PLACE = r"[^\W\d_][\w.'’ -]{1,30}"
_DATELINE = re.compile(
    rf"(?-i:[A-Z]){_PLACE}(?:\s\([\w .]{{2,30}}\))?(?:,\s{_PLACE}){{0,2}}?"
    rf"(?P<when>,?\s+(?:{_DAY}|no date))?"
    r"(?P<who>\s*\((?P<agency>[^()]{2,60})\))?"
    r"\s*(?:--|[—–]|\s-\s|-\s)\s*"
    r"(?P<marks>(?:\[[^\]]{2,300}\]\s*)*)",
    re.IGNORECASE,
)
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_BULLET = re.compile(r"\s*(?:[-*•·▪●–—]|\d{1,2}[.)])\s+")
_AFTER_TITLE = re.compile(r"[.!?:;|\"')”’]*\s+(?:(?:--|[-—–|])\s+)?(?=[^a-z])")
_SURE_TITLE = 4
"""Words of a title that part it from what follows without a mark between."""
_WRAP_WIDTH = (45, 140)
_LONGEST_HIGHLIGHT = 180
_MOST_HIGHLIGHTS = 10
_LONGEST_HEADING = 80
_LONGEST_CAPTION = 260


def layout(document: Document, reading: Reading) -> tuple[Block, ...]:
    """The blocks of a document in text order; every word of the text stands in one."""
    text = document.text
    lines = _titled(text, _paragraphs(text), document.title)
    return tuple(_classified(text, lines, document.title))


BLOCKS = Stage("blocks", (), layout)


def _lines(text: str) -> Iterator[Span]:
    """Lines without the blanks around them; an empty line has no span."""
    for match in re.finditer(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+", text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            begin = match.start() + line.index(stripped)
            yield Span(begin, begin + len(stripped))


def _paragraphs(text: str) -> list[Span]:
    """Lines, those that are one paragraph broken by hard wrapping joined."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    joined: list[Span] = []
    for previous, line in pairwise([None, *lines]):
        if line is None:
            continue
        if previous is not None and joined and _continues(text, previous, line, width):
            joined[-1] = joined[-1].cover(line)
        else:
            joined.append(line)
    return joined


def _titled(text: str, lines: list[Span], title: str | None) -> list[Span]:
    """The lines, the first parted where it begins with the title: "Flood hits Velm. VELM - ..."."""
    if not lines or not title or not _letters(title):
        return lines
    first = lines[0]
    wanted, at = _letters(title), 0
    for index in range(first.begin, first.end):
        letters = _letters(text[index])
        if at == len(wanted) or not wanted.startswith(letters, at):
            break
        at += len(letters)
    rest = _AFTER_TITLE.match(text, index, first.end) if at == len(wanted) else None
    if rest is None or rest.end() == first.end:
        return lines
    if not rest[0].strip() and len(title.split()) < _SURE_TITLE:
        return lines  # "Velm" and "Velm Farmers Union said"
    dated = _DATELINE.match(text, rest.end(), first.end)
    if dated is not None and _is_dateline(dated):
        return lines  # as furniture, the place of a dateline would be lost
    return [Span(first.begin, index), Span(rest.end(), first.end), *lines[1:]]


def _adjacent(text: str, left: Span, right: Span) -> bool:
    """Whether no empty line stands between."""
    return text[left.end : right.begin].count("\n") <= 1


def _wrap_width(text: str, lines: Sequence[Span]) -> int | None:
    """The column at which the text was hard-wrapped, None if it was not."""
    if len(lines) < 3:
        return None
    inner = [len(a) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    if len(inner) < 0.4 * len(lines) or max(map(len, lines)) > _WRAP_WIDTH[1]:
        return None
    broken = [
        len(a)
        for a, b in pairwise(lines)
        if _adjacent(text, a, b) and not _TERMINAL.search(a.of(text)) and text[b.begin].islower()
    ]
    if len(broken) < 0.25 * len(inner) or median(broken) < _WRAP_WIDTH[0]:
        return None
    return max(broken)


def _continues(text: str, previous: Span, line: Span, width: int | None) -> bool:
    """Whether a line goes on with the paragraph of the one before."""
    if not _adjacent(text, previous, line) or _BULLET.match(line.of(text)):
        return False
    ended = bool(_TERMINAL.search(previous.of(text)))
    if text[line.begin].islower() and not ended:
        return True
    if width is None:
        return False
    next_word = len(line.of(text).split(maxsplit=1)[0])
    return len(previous) + 1 + next_word > width or (not ended and len(previous) > 0.8 * width)


def _classified(text: str, lines: Sequence[Span], title: str | None) -> Iterator[Block]:
    highlights = _highlights(text, lines)
    for number, span in enumerate(lines):
        line = span.of(text)
        if number in highlights:
            yield Block(span, BlockKind.SUMMARY)
        elif _is_furniture(line):
            yield Block(span, BlockKind.FURNITURE)
        elif number == 0 and _is_headline(line, title) and len(lines) > 1:
            yield Block(span, BlockKind.SUMMARY)
        elif _is_heading(line) and number + 1 < len(lines):
            yield Block(span, BlockKind.HEADING)
        else:
            yield from _without_dateline(text, span)


def _highlights(text: str, lines: Sequence[Span]) -> frozenset[int]:
    """The numbers of the lines that stand as bullets under a label such as "Key points"."""
    found: set[int] = set()
    for number, span in enumerate(lines):
        label = span.of(text)
        if _SUMMARY_LABEL.fullmatch(label) and not _NOT_A_LABEL.fullmatch(label):
            found.update(_bullets(text, lines, number + 1))
    return frozenset(found)


def _bullets(text: str, lines: Sequence[Span], start: int) -> Iterator[int]:
    marked = stopped = False
    for number in range(start, min(start + _MOST_HIGHLIGHTS, len(lines))):
        line = lines[number].of(text)
        if number == start:
            marked, stopped = bool(_BULLET.match(line)), bool(_TERMINAL.search(line))
        if marked != bool(_BULLET.match(line)) or len(line) > _LONGEST_HIGHLIGHT:
            return
        if not marked and bool(_TERMINAL.search(line)) and not stopped:
            return
        if not _is_furniture(line):
            yield number


def _is_furniture(line: str) -> bool:
    if _SUMMARY_LABEL.fullmatch(line) or any(form.fullmatch(line) for form in _FURNITURE):
        return True
    return len(line) <= _LONGEST_CAPTION and bool(_CREDIT_AT_END.search(line))


def _is_headline(line: str, title: str | None) -> bool:
    """Whether the first line is the report's title."""
    if title is not None and _letters(title) == _letters(line):
        return True
    return len(line.split()) >= 4 and len(line) <= 150 and not _TERMINAL.search(line)


def _letters(line: str) -> str:
    return "".join(filter(str.isalnum, line.casefold()))


def _is_heading(line: str) -> bool:
    if len(line) > _LONGEST_HEADING or _TERMINAL.search(line) or _BULLET.match(line):
        return False
    return line[0].isupper() or line[0].isdigit() or line[0] in "\"'“‘"


def _without_dateline(text: str, span: Span) -> Iterable[Block]:
    """A paragraph, its dateline ("ANYTOWN, 3 May (Agency) -- [Text]") as furniture before it."""
    line = span.of(text)
    match = _DATELINE.match(line)
    if match is None or match.end() == len(line) or not _is_dateline(match):
        return [Block(span, BlockKind.PARAGRAPH)]
    begin = span.begin + match.end()
    prefix = match.group().rstrip()
    return [
        Block(Span(span.begin, span.begin + len(prefix)), BlockKind.FURNITURE),
        Block(Span(begin, span.end), BlockKind.PARAGRAPH),
    ]


def _is_dateline(match: re.Match[str]) -> bool:
    place = match.group().split(",")[0].split("(")[0].split("-")[0].strip(" —–")
    agency = match["agency"] or ""
    return bool(
        match["when"]
        or match["marks"]
        or (agency and (agency.isupper() or place.isupper() or len(place.split()) <= 3))
        or (place.isupper() and len(place) > 2)
    )
