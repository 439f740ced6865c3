"""What statements say on who did something, and why."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from onrecord.lexicon.sole import is_sole
from onrecord.model import Factuality, Predicate, Span, Statement
from onrecord.views.answers import acquitted, causes, people
from onrecord.views.ledger import Ledger
from onrecord.weigh.hypotheses import Ground, Named, Question
from onrecord.weigh.stance import Stance, stance

__all__ = ["SPEECH", "Matter", "Spoken", "matter", "speech_by_report"]

Spoken = Mapping[str, Sequence[Statement]]
"""Statements of speech by their report."""

SPEECH = frozenset(
    {
        Predicate.CLAIMS_RESPONSIBILITY,
        Predicate.DENIES,
        Predicate.EXPLAINS,
        Predicate.ASSESSES,
        Predicate.ACCUSE,
    }
)
"""What can say who did something, or why."""
_BESIDE = SPEECH - {Predicate.ASSESSES}
"""Speech that is about what stands in its own sentence, where nothing else is known."""
_SURE = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
_CHARGES = frozenset({None, "allege"})
"""Modes of an accusation that say who did it."""


@dataclass(frozen=True, slots=True)
class Matter:
    """An event's statements, and the speech about them, with what each says on a question."""

    events: tuple[Statement, ...]
    speech: tuple[Statement, ...]
    grounds: Mapping[Question, tuple[Ground, ...]]

    @property
    def statements(self) -> dict[str, Statement]:
        """All by their ids."""
        return {each.id: each for each in (*self.events, *self.speech)}


@dataclass(slots=True)
class _Said:
    """What one statement holds for right, and rejects, on each question."""

    favours: dict[Question, list[Named]] = field(default_factory=lambda: {q: [] for q in Question})
    rejects: dict[Question, list[Named]] = field(default_factory=lambda: {q: [] for q in Question})


def speech_by_report(ledger: Ledger, reports: Collection[str]) -> Spoken:
    """The statements of some reports that can say who did something, or why."""
    told = ledger.store.told(reports, predicates=SPEECH)
    ledger.statements.have(told)
    found: dict[str, list[Statement]] = {}
    for each in told:
        found.setdefault(told[each], []).append(ledger.statements[each])
    return found


def matter(ledger: Ledger, told: Sequence[Statement], spoken: Spoken) -> Matter:
    """What is said on who did what `told` tells of, and why; `spoken` is all speech of the reports
    that tell of it."""
    speech = tuple(_speech(ledger, told, spoken))
    known = {each.id: each for each in (*told, *speech)}
    voiced = {each.id for each in speech}
    said: dict[str, _Said] = {}
    for each in told:
        said[each.id] = _of_event(ledger, each)
    # Speech about speech comes after what it is about: "denied", say, that something explains it.
    for each in sorted(speech, key=lambda item: not voiced.isdisjoint(item.about)):
        about = each.about or [x.id for x in told if _within(x, each)]
        said[each.id] = _of_speech(ledger, each, [said[x] for x in about if x in said])
    grounds = {
        question: tuple(
            Ground(
                each.id,
                tuple(own.favours[question]),
                tuple(own.rejects[question]),
                _exclusive(question, each),
                _voice(ledger, each),
            )
            for each in known.values()
            if (own := said[each.id]) and (own.favours[question] or own.rejects[question])
        )
        for question in Question
    }
    return Matter(tuple(told), speech, grounds)


def _speech(ledger: Ledger, told: Sequence[Statement], every: Spoken) -> Iterator[Statement]:
    """The speech about some statements, or about speech about them, in the record's order."""
    own = {each.id for each in told}
    by_document: dict[str, list[Statement]] = {}
    for each in told:
        by_document.setdefault(each.document, []).append(each)
    for document, events in by_document.items():
        spoken = [each for each in every.get(document, ()) if each.id not in own]
        if not spoken:
            continue
        near = _touched(ledger, document, events) if _unbound(spoken) else ()
        found = {each.id for each in spoken if _is_about(each, own, near)}
        reached = own | found
        found |= {each.id for each in spoken if not reached.isdisjoint(each.about)}
        yield from (each for each in spoken if each.id in found)


def _is_about(statement: Statement, own: AbstractSet[str], near: Sequence[Span]) -> bool:
    if statement.about:
        return not own.isdisjoint(statement.about)
    return statement.predicate in _BESIDE and any(statement.span.overlaps(each) for each in near)


def _unbound(spoken: Iterable[Statement]) -> bool:
    """Whether any may be about what merely stands beside it."""
    return any(not each.about and each.predicate in _BESIDE for each in spoken)


def _touched(ledger: Ledger, document: str, events: Sequence[Statement]) -> list[Span]:
    """The sentences of a report that tell of some events."""
    sentences = ledger.store.look.sentences(document)
    return [each for each in sentences if any(event.span.overlaps(each) for event in events)]


def _within(told: Statement, speech: Statement) -> bool:
    return told.document == speech.document and told.span.overlaps(speech.span)


def _of_event(ledger: Ledger, statement: Statement) -> _Said:
    """Who is told to have done it, or not to have."""
    said = _Said()
    held = stance(statement)
    if held is not Stance.NEITHER:
        into = said.favours if held is Stance.FOR else said.rejects
        into[Question.WHO] += people(ledger, statement, "actor")
    return said


def _of_speech(ledger: Ledger, statement: Statement, about: Sequence[_Said]) -> _Said:
    """What a claim, denial, accusation, explanation or assessment says of who and why."""
    said = _Said()
    predicate = statement.predicate
    into = said.rejects if statement.certainty.factuality.value.endswith("-") else said.favours
    if predicate is Predicate.CLAIMS_RESPONSIBILITY:
        into[Question.WHO] += people(ledger, statement, "subject")
    elif predicate is Predicate.ACCUSE:
        if statement.mode in _CHARGES and stance(statement) is Stance.FOR:
            said.favours[Question.WHO] += people(ledger, statement, "recipient")
    elif predicate is Predicate.EXPLAINS:
        into[Question.WHY] += causes(statement.roles.get("object", ()))
    elif predicate is Predicate.ASSESSES:
        for question in Question:
            into[question] += [named for each in about for named in each.favours[question]]
    elif predicate is Predicate.DENIES:
        for question in Question:
            # What is denied may be read as rejected already.
            both = (n for x in about for n in (*x.favours[question], *x.rejects[question]))
            said.rejects[question] += both
        if not any(said.rejects.values()):
            said.rejects[Question.WHO] += acquitted(ledger, statement)
    return said


def _voice(ledger: Ledger, statement: Statement) -> str:
    """Whoever says so, by the entity where it is one."""
    holder = statement.holders[0]
    entity = ledger.entity_of(holder.chain)
    return entity.name if entity else holder.name


def _exclusive(question: Question, statement: Statement) -> bool:
    if statement.certainty.factuality not in _SURE:
        return False
    return question is Question.WHO or is_sole(statement.quote)
