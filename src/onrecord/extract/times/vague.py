"""Rules for words that mean the present, the past or the future without a date."""

import re

from onrecord.extract.times.fragment import GAP, compiled
from onrecord.extract.times.rule import Context, Meaning, Rule, of_granule, unresolved

__all__ = ["RULES"]


def _meaning(value: str, pattern: str, weak: bool = False) -> Rule:
    def read(found: re.Match[str], context: Context) -> Meaning:
        return unresolved(value)

    return Rule(compiled(pattern), read, weak)


def _then(found: re.Match[str], context: Context) -> Meaning | None:
    """ "By then": the date told of last."""
    return of_granule(context.focus) if context.focus else None


_UNITS = r"(?:days|weeks|months|years|decades|times|quarters)"
_LENGTHS = r"(?:(?:minute|hour|day|week|month|year|decade|summer|winter|season)s?)\b"

RULES = (
    Rule(compiled(r"(?:(?<=by )|(?<=since )|(?<=until )|(?<=before )|(?<=till ))then"), _then),
    _meaning("PRESENT_REF", rf"now|currently|current|nowadays|presently|these{GAP}days"),
    _meaning("PRESENT_REF", r"at present|at the moment|the present|already|still|yet", weak=True),
    _meaning(
        "PAST_REF",
        rf"(?:more{GAP}|most{GAP})?recently|lately|(?:the{GAP})?(?:more{GAP})?recent{GAP}{_UNITS}"
        rf"|the{GAP}past(?!{GAP}(?:[\w-]+{GAP}){{0,2}}{_LENGTHS})|{_UNITS}{GAP}ago|past{GAP}{_UNITS}|recent",
    ),
    _meaning("PAST_REF", r"previously|once|formerly|earlier|then|former", weak=True),
    _meaning(
        "FUTURE_REF", rf"(?:the{GAP})?(?:near|foreseeable|immediate){GAP}future|the{GAP}future"
    ),
    _meaning("FUTURE_REF", r"future|soon|later|shortly", weak=True),
)
