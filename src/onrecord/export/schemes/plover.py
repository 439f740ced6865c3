"""Event records as the PLOVER manual codes them, with the codes of CAMEO and ACLED beside."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.export.schemes.party import Parties
from onrecord.lexicon import codings, events
from onrecord.model import (
    Document,
    Factuality,
    Filler,
    Predicate,
    PredicateFamily,
    Reading,
    Statement,
    Status,
    Word,
)

__all__ = ["plover"]

_OURS_ALONE = frozenset({Predicate.ACCIDENT, Predicate.DISASTER, Predicate.ELECTION})
_FRIENDLY = frozenset(
    {
        Predicate.CONSULT,
        Predicate.SUPPORT,
        Predicate.CONCEDE,
        Predicate.COOPERATE,
        Predicate.AID,
        Predicate.RETREAT,
    }
)
_REFUSABLE = _FRIENDLY | {Predicate.AGREE}
_HOSTILE = {
    Predicate.REJECT: None,
    Predicate.PROTEST: "restrict",
    Predicate.SANCTION: "relations",
    Predicate.MOBILIZE: "violence",
    Predicate.COERCE: "restrict",
    Predicate.ASSAULT: "violence",
}
"""What a type becomes as a mode of THREATEN when it is only announced."""
_ANNOUNCED = frozenset({Status.PROMISED, Status.THREATENED, Status.PLANNED})
_IN_WORDS = frozenset({Predicate.AGREE, Predicate.REQUEST, Predicate.REJECT})
"""What touches no thing: its target is the matter that is agreed on, asked for or refused."""
_TO_COME = frozenset({"will", "would", "shall"})
_NOT = frozenset({"not", "n't", "never", "no"})
_NEVER = frozenset({Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT})


@dataclass(frozen=True)
class _Event:
    """An event statement with its word in the text."""

    statement: Statement
    reading: Reading

    @cached_property
    def word(self) -> int | None:
        """The word that tells it: the first of the quotation that has its sense."""
        told = self.statement
        for index, word in enumerate(self.reading.analysis.words):
            if not told.span.contains(word.span):
                continue
            upos = "NOUN" if word.upos == "PROPN" else word.upos
            for sense in events.senses(word.lemma.lower(), upos):
                if sense.predicate is told.predicate and sense.mode in (told.mode, None):
                    return index
        return None

    @cached_property
    def depth(self) -> int:
        """How many words govern it: the sentence's main event has the fewest."""
        words = self.reading.analysis.words
        if self.word is not None:
            return _depth(words, self.word)
        span = self.statement.span
        inside = (i for i, word in enumerate(words) if span.contains(word.span))
        return min((_depth(words, i) for i in inside), default=len(words))

    @property
    def to_come(self) -> bool:
        """Whether it is announced, not told as done."""
        told, words = self.statement.certainty, self.reading.analysis.words
        if told.hedges and not _ANNOUNCED.isdisjoint(told.status):
            return True
        return any(
            word.head == self.word and word.lemma.lower() in _TO_COME
            for word in words
            if word.deprel.startswith("aux")
        )

    @property
    def never(self) -> bool:
        """Whether it is told that it did not, or will not, happen."""
        told = self.statement.certainty
        denied = any(hedge.text.lower() in _NOT for hedge in told.hedges)
        return told.factuality in _NEVER or (denied and self.to_come)

    @property
    def coded(self) -> tuple[str, str | None]:
        """Type and mode: what is announced in friendship is AGREE, in enmity THREATEN; what is
        not granted is REJECT (manual, sections on these types)."""
        told = self.statement
        if told.predicate in _REFUSABLE and self.never:
            return Predicate.REJECT.value, None
        if told.predicate in _FRIENDLY and self.to_come:
            return Predicate.AGREE.value, None
        if told.predicate in _HOSTILE and self.to_come:
            return Predicate.THREATEN.value, _HOSTILE[told.predicate]
        return told.predicate.value, told.mode


def _depth(words: Sequence[Word], index: int) -> int:
    depth = 0
    while (index := words[index].head) >= 0:
        depth += words[index].upos in ("VERB", "NOUN")
    return depth


def plover(document: Document, reading: Reading) -> dict[str, object]:
    """One record a sentence, as PLOVER codes: its leading event. The report's label is the most
    frequent type and mode of all its events."""
    told = [
        _Event(s, reading)
        for s in reading.statements
        if s.predicate.family is PredicateFamily.EVENT and s.predicate not in _OURS_ALONE
    ]
    leading: dict[int, _Event] = {}
    for event in sorted(told, key=_lead):
        span = event.statement.span
        at = next(n for n, s in enumerate(reading.sentences) if s.span.overlaps(span))
        leading.setdefault(at, event)
    parties = Parties(document, reading)
    counts = Counter((e.statement.predicate.value, e.statement.mode) for e in told)
    kind, mode = counts.most_common(1)[0][0] if counts else ("", None)
    return {
        "events": [_record(event, parties) for _, event in sorted(leading.items())],
        "event_type": kind,
        "mode": mode,
    }


def _lead(event: _Event) -> tuple[int, bool, int]:
    """The main clause first, then what names more than its actor, then the order of the text."""
    told = event.statement
    alone = not (told.roles.get("recipient") or told.roles.get("target"))
    return event.depth, alone, told.span.end


def _record(event: _Event, parties: Parties) -> dict[str, object]:
    told = event.statement
    kind, mode = event.coded
    actor = list(parties.of(told.roles.get("actor", ())))
    recipient = list(parties.of(_recipients(told)))
    sides = [_sectors(side) for side in (actor, recipient)]
    happened = told.certainty.factuality is Factuality.CERTAIN and kind == told.predicate.value
    return {
        "type": kind,
        "mode": mode,
        "contexts": _contexts(event),
        "actor": actor,
        "recipient": recipient,
        "cameo": codings.cameo(kind, mode),
        "acled": codings.acled(kind, mode, *sides) if happened else None,
    }


def _recipients(told: Statement) -> Sequence[Filler]:
    """Who is at the receiving end: those named, else whose thing, else who lives there, else for
    what."""
    found = told.roles.get("recipient", ())
    if found:
        return found
    place = told.place
    there = (Filler(place.text, place.span, place.chain),) if place is not None else ()
    things = told.roles.get("target", ())
    matter = () if told.predicate is Predicate.AGREE else things
    found = there or matter if told.predicate in _IN_WORDS else things + there
    return found or told.roles.get("purpose", ())


def _sectors(side: Iterable[dict[str, object]]) -> set[str]:
    return set(_codes(side))


def _codes(side: Iterable[dict[str, object]]) -> Iterator[str]:
    for party in side:
        for key in ("sector", "country"):
            code = party[key]
            if isinstance(code, str):
                yield code


def _contexts(event: _Event) -> list[str]:
    span = event.statement.span
    words = event.reading.analysis.words
    return list(codings.contexts([w.lemma.lower() for w in words if span.contains(w.span)]))
