"""Statements as lines of a view: what, in which words, held by whom, how sure, when and where."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.model import (
    Certainty,
    Chain,
    Decided,
    Document,
    Factuality,
    Filler,
    Predicate,
    PredicateFamily,
    Span,
    Statement,
    Status,
)
from onrecord.views.mentioned import Mentioned, holder_words, mentioned
from onrecord.views.repeats import fullest
from onrecord.views.when import When, when
from onrecord.views.where import Where, where
from onrecord.views.wording import NOT_NAMED, flat, phrase, toll

__all__ = [
    "Line",
    "Sureness",
    "Tone",
    "Voice",
    "sentence",
    "sureness",
    "when_told",
]

_LONGEST_FILLER = 90

_FACTUALITY: dict[Factuality, str] = {
    Factuality.CERTAIN: "certain",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.CERTAIN_NOT: "not so",
    Factuality.PROBABLE_NOT: "probably not so",
    Factuality.POSSIBLE_NOT: "possibly not so",
    Factuality.UNCOMMITTED: "left open",
}


class Tone(StrEnum):
    """Sureness in four sorts, for what has room for no more: colours, hatches, line styles."""

    CERTAIN = "certain"
    HEDGED = "hedged"
    DENIED = "denied"
    UNREAL = "unreal"
    """Promised, threatened, planned or supposed: nobody says that it happened."""


_UNREAL = frozenset(
    {Status.PROMISED, Status.THREATENED, Status.PLANNED, Status.ATTEMPTED, Status.HYPOTHETICAL}
)


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the holder was, in words.

    `words` is "certain", or all that speaks against taking it so; `plain` is true for "certain".
    `hedges` are the text's own words.
    """

    words: str
    plain: bool
    factuality: Factuality
    status: tuple[Status, ...]
    hedges: tuple[str, ...]

    @property
    def tone(self) -> Tone:
        """The sort that weighs most against taking it as certain."""
        if Status.DENIED in self.status or self.factuality.value.endswith("-"):
            return Tone.DENIED
        if not _UNREAL.isdisjoint(self.status):
            return Tone.UNREAL
        return Tone.CERTAIN if self.plain else Tone.HEDGED


@dataclass(frozen=True, slots=True)
class Line:
    """One thing asserted in one report, by the statement that says most of it.

    `references` opens each statement that repeats it, this one's `reference` first. `holders` runs
    from who is nearest to the matter outwards to the publisher. `toll` is empty where no count is
    given. `summary` is true where only headlines or highlights say it. `parties` are the
    entities that fill a role, by their names in the report, and those that hold it, by their words
    in `holders`.
    `decided` is None where nobody corrected or accepted it.
    """

    reference: str
    references: tuple[str, ...]
    statements: tuple[str, ...]
    document: str
    span: Span
    predicate: Predicate
    mode: str | None
    sentence: str
    toll: str
    quote: str
    holders: tuple[str, ...]
    sureness: Sureness
    time: When
    place: Where | None
    summary: bool
    confidence: float
    decided: Decided | None = None
    parties: tuple[Mentioned, ...] = ()


def sureness(certainty: Certainty) -> Sureness:
    """Factuality, status and hedges in words."""
    marks = [status.value for status in certainty.status if status is not Status.STATED]
    against = certainty.factuality is not Factuality.CERTAIN
    if against and not (Status.DENIED in certainty.status and "-" in certainty.factuality.value):
        marks.append(_FACTUALITY[certainty.factuality])
    hedges = tuple(dict.fromkeys(flat(hedge.text) for hedge in certainty.hedges))
    words = ", ".join(marks) or _FACTUALITY[Factuality.CERTAIN]
    return Sureness(words, not marks, certainty.factuality, certainty.status, hedges)


class Voice:
    """Puts the statements of one report into words, with the names that its chains give."""

    def __init__(
        self,
        document: Document,
        chains: Mapping[str, Chain],
        pronouns: Collection[Span],
        short: Mapping[str, str],
    ) -> None:
        self._document = document
        self._chains = chains
        self._pronouns = pronouns
        self._short = short

    def line(self, repeats: Sequence[Statement]) -> Line:
        """The line of statements that repeat each other; the fullest of them gives the words."""
        best = fullest(repeats)
        ordered = (best, *(statement for statement in repeats if statement is not best))
        return Line(
            reference=self._short[best.id],
            references=tuple(self._short[statement.id] for statement in ordered),
            statements=tuple(statement.id for statement in ordered),
            document=self._short[self._document.id],
            span=best.span,
            predicate=best.predicate,
            mode=best.mode,
            sentence=sentence(best, self.filler),
            toll=toll(best.magnitudes),
            quote=best.quote,
            holders=tuple(holder_words(holder) for holder in best.holders),
            sureness=sureness(best.certainty),
            time=when_told(best),
            place=where(best.place),
            summary=all(statement.summary for statement in repeats),
            confidence=best.confidence,
            decided=best.decided,
            parties=mentioned(best, self._chains, self._short),
        )

    def filler(self, fillers: Sequence[Filler]) -> str:
        """The words that fill a role; a name that does not stand there is put in brackets."""
        words = [self._words(filler) for filler in fillers]
        return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"

    def _words(self, filler: Filler) -> str:
        text = _cut(flat(filler.text))
        chain = self._chains.get(filler.chain or "")
        if chain is None or not chain.named:
            return text
        names = [chain.name, *(name.text for name in chain.names)]
        if any(name.casefold() in text.casefold() for name in names):
            return text
        if filler.span in self._pronouns:
            return f"[{chain.name}]"
        return f"{text} [{chain.name}]"


def when_told(statement: Statement) -> When:
    """When it was; a date that a person gave stands at no words of the report."""
    time = statement.time
    found = when(time)
    return replace(found, text=None) if time and time.span == statement.span else found


def sentence(statement: Statement, filler: Callable[[Sequence[Filler]], str]) -> str:
    """A statement's summary; a plain `says` is its holder and the words themselves.

    `filler` gives the words for what fills a role.
    """
    holder = statement.holders[0].name if statement.holders else NOT_NAMED
    if statement.predicate is Predicate.SAYS:
        return f"{holder}: «{flat(statement.quote)}»"
    roles = {role: filler(fillers) for role, fillers in statement.roles.items() if fillers}
    if statement.predicate.family is PredicateFamily.SPEECH:
        roles.setdefault("subject", holder)
    taken = [each.span for fillers in statement.roles.values() for each in fillers]
    if statement.place and not any(span.overlaps(statement.place.span) for span in taken):
        roles.setdefault("place", flat(statement.place.text))
    return phrase(statement.predicate, statement.mode, roles)


def _cut(text: str) -> str:
    if len(text) <= _LONGEST_FILLER:
        return text
    return text[:_LONGEST_FILLER].rpartition(" ")[0].rstrip(",;:") + " …"
