"""The time stage: all rules over a text, the longest match from the left kept."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from onrecord.extract.stage import Stage
from onrecord.extract.times import (
    absolute,
    between,
    day,
    duration,
    feast,
    figure,
    nth,
    period,
    relative,
    vague,
)
from onrecord.extract.times.anchor import anchor
from onrecord.extract.times.fragment import BEGINNING
from onrecord.extract.times.granule import Granule
from onrecord.extract.times.habit import habit_of
from onrecord.extract.times.opening import LENGTH, by_opening, plain
from onrecord.extract.times.quoted import spoken_days
from onrecord.extract.times.rule import Context, Habit, Meaning, Rule, Tense
from onrecord.extract.times.tense import tense_at, tense_of_verb
from onrecord.lexicon.outlets import home_country
from onrecord.model import (
    Document,
    Labelled,
    Reading,
    Sentence,
    Span,
    TimeExpression,
    TimexType,
    Word,
)

__all__ = ["TIMES", "find_times", "times"]

_RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *figure.RULES,
    *between.RULES,
    *nth.RULES,
    *period.RULES,
    *feast.RULES,
    *day.RULES,
    *relative.RULES,
    *duration.RULES,
    *vague.RULES,
)
_OPENED = by_opening(rule.pattern for rule in _RULES)
_ODD_CASES = str.maketrans("ſKİı", "????")
"""Letters that match s, k and i in any case and are none of them."""
_ABOUT = re.compile(
    r"(?:\b(?:in|from|since|by|until|of|to|at|on|was|is|dated?|born)\s+"
    r"(?:about|around|roughly|approximately)|\b(?:circa|ca?\.))\s+$",
    re.I,
)
_ANY = Habit()
_TILDED = re.compile(r"[0-9]{2}(?:[0-9][0-9X]|XX)|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


def times(document: Document, reading: Reading) -> tuple[TimeExpression, ...]:
    """The times that the document speaks of, in text order."""
    country = home_country(document.publisher, document.url)
    return find_times(
        document.text,
        anchor(document, reading),
        reading.sentences,
        reading.analysis.layers.get("timex", ()),
        reading.analysis.words,
        habit_of(document.text, country),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """An expression with the rule that found it, so that it can be read again."""

    span: Span
    match: re.Match[str]
    rule: Rule
    context: Context
    meaning: Meaning


def find_times(
    text: str,
    published: date | None,
    sentences: Sequence[Sentence],
    hints: Sequence[Labelled] = (),
    words: Sequence[Word] = (),
    habit: Habit = _ANY,
) -> tuple[TimeExpression, ...]:
    """The times in the sentences of `text`, in order and without overlap.

    `published` is the day that relative dates count from, None if it is not known; in a quotation
    they count from the day of speaking, where its sentence names one. `hints` are spans that the
    network takes for times: words that are often none are heard only there.
    """
    found: list[_Found] = []
    starts = [word.span.begin for word in words]

    def tense(sentence: Span, span: Span) -> Tense:
        first = bisect_left(starts, span.begin)
        if first == len(words) or not words[first].span.overlaps(span):
            return tense_at(text, sentence, span)
        return tense_of_verb(words, first, text[sentence.begin : span.begin])

    focus: Granule | None = None
    end = 0
    for span, match, rule in _candidates(text):
        at = bisect_right(sentences, span.begin, key=lambda s: s.span.begin) - 1
        hinted = any(hint.span.overlaps(span) for hint in hints)
        if span.begin < end or at < 0 or (rule.weak and not hinted):
            continue
        sentence = sentences[at].span
        if span.begin >= sentence.end:
            continue
        context = Context(
            published,
            focus,
            text[sentence.begin : span.begin],
            text[span.end : sentence.end],
            tense(sentence, span),
            hinted,
            habit,
        )
        meaning = _read(rule, match, context)
        if meaning is None:
            continue
        found.append(_Found(span, match, rule, context, meaning))
        focus = meaning.granule or focus
        end = span.end
    return _as_spoken(text, sentences, found)


TIMES = Stage("times", ("blocks", "sentences", "analysis"), times)


def _candidates(text: str) -> list[tuple[Span, re.Match[str], Rule]]:
    """Every match of every rule, from the left, the longest first."""
    told = text.translate(_ODD_CASES)
    shown = plain(told)
    found: list[tuple[Span, re.Match[str], Rule]] = []
    ends = [0] * len(_RULES)
    for at in BEGINNING.finditer(told):
        begin = at.start()
        for number, rule in _opened_by(shown[begin : begin + LENGTH]):
            match = rule.pattern.match(told, begin) if begin >= ends[number] else None
            if match:
                ends[number] = match.end()
                found.append((Span(*match.span()), match, rule))
    return sorted(found, key=lambda at: (at[0].begin, -at[0].end))


@lru_cache(4096)
def _opened_by(opening: str) -> list[tuple[int, Rule]]:
    """The rules that may match where `opening` stands, with their numbers."""
    known = (_OPENED.get(opening[:length], set()) for length in range(len(opening) + 1))
    return [(number, _RULES[number]) for number in sorted(set[int]().union(*known))]


def _read(rule: Rule, match: re.Match[str], context: Context) -> Meaning | None:
    try:
        meaning = rule.read(match, context)
    except (OverflowError, ValueError):
        return None  # on no calendar: 31 February, year 0
    if meaning and meaning.edtf and meaning.mod is None and meaning.type is TimexType.DATE:
        if _ABOUT.search(context.before) and _TILDED.fullmatch(meaning.edtf):
            return replace(meaning, mod="APPROX", edtf=f"{meaning.edtf}~")
    return meaning


def _as_spoken(
    text: str, sentences: Sequence[Sentence], found: Sequence[_Found]
) -> tuple[TimeExpression, ...]:
    """The expressions, those in a quotation counted from the day that it was spoken on."""
    read = [_expression(each.span, text, each.meaning) for each in found]
    for quoted, day_spoken in spoken_days(text, sentences, read):
        for at, each in enumerate(found):
            if quoted.contains(each.span):
                context = replace(each.context, published=day_spoken)
                meaning = _read(each.rule, each.match, context) or each.meaning
                read[at] = _expression(each.span, text, meaning)
    return tuple(read)


def _expression(span: Span, text: str, meaning: Meaning) -> TimeExpression:
    return TimeExpression(
        span,
        span.of(text),
        meaning.type,
        meaning.value,
        meaning.mod,
        meaning.edtf,
        meaning.interval,
    )
