"""What statements say on who did something, and why."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from onrecord.lexicon.sole import is_sole
from onrecord.model import (
    EntityType,
    Factuality,
    Filler,
    MentionForm,
    Predicate,
    Span,
    Statement,
)
from onrecord.views.ledger import Ledger
from onrecord.weigh.hypotheses import Ground, Named, Question, answer_keys, word_keys
from onrecord.weigh.stance import Stance, stance

__all__ = ["Matter", "matter"]

_SPEECH = frozenset(
    {
        Predicate.CLAIMS_RESPONSIBILITY,
        Predicate.DENIES,
        Predicate.EXPLAINS,
        Predicate.ASSESSES,
        Predicate.ACCUSE,
    }
)
_BESIDE = _SPEECH - {Predicate.ASSESSES}
"""Speech that is about what stands in its own sentence, where nothing else is known."""
_SURE = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
_CHARGES = frozenset({None, "allege"})
"""Modes of an accusation that say who did it."""
_ARTICLE = re.compile(r"^(?:the|an?|some) ", re.IGNORECASE)
_KINDS = {EntityType.PERSON: "person"}
_BODY = "body"
_NOBODY = ""
"""The kind of people who are only described: they may be anybody."""


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


def matter(ledger: Ledger, told: Sequence[Statement]) -> Matter:
    """What is said on who did what `told` tells of, and why."""
    speech = tuple(_speech(ledger, told))
    known = {each.id: each for each in (*told, *speech)}
    spoken = {each.id for each in speech}
    said: dict[str, _Said] = {}
    for each in told:
        said[each.id] = _of_event(ledger, each)
    # Speech about speech comes after what it is about: "denied", say, that something explains it.
    for each in sorted(speech, key=lambda item: not spoken.isdisjoint(item.about)):
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


def _speech(ledger: Ledger, told: Sequence[Statement]) -> Iterator[Statement]:
    """The speech about some statements, or about speech about them, in the record's order."""
    own = {each.id for each in told}
    by_document: dict[str, list[Statement]] = {}
    for each in told:
        by_document.setdefault(each.document, []).append(each)
    for document, events in by_document.items():
        spoken = [
            each
            for each in ledger.store.statements(document=document)
            if each.predicate in _SPEECH and each.id not in own
        ]
        sentences = [each.span for each in ledger.reading(document).sentences]
        near = _touched(sentences, events)
        found = {each.id for each in spoken if _is_about(each, own, near)}
        reached = own | found
        found |= {each.id for each in spoken if not reached.isdisjoint(each.about)}
        yield from (each for each in spoken if each.id in found)


def _is_about(statement: Statement, own: AbstractSet[str], near: Sequence[Span]) -> bool:
    if statement.about:
        return not own.isdisjoint(statement.about)
    return statement.predicate in _BESIDE and any(statement.span.overlaps(each) for each in near)


def _touched(sentences: Iterable[Span], events: Sequence[Statement]) -> list[Span]:
    return [each for each in sentences if any(event.span.overlaps(each) for event in events)]


def _within(told: Statement, speech: Statement) -> bool:
    return told.document == speech.document and told.span.overlaps(speech.span)


def _of_event(ledger: Ledger, statement: Statement) -> _Said:
    """Who is told to have done it, or not to have."""
    said = _Said()
    held = stance(statement)
    if held is not Stance.NEITHER:
        into = said.favours if held is Stance.FOR else said.rejects
        into[Question.WHO] += _people(ledger, statement, "actor")
    return said


def _of_speech(ledger: Ledger, statement: Statement, about: Sequence[_Said]) -> _Said:
    """What a claim, denial, accusation, explanation or assessment says of who and why."""
    said = _Said()
    predicate = statement.predicate
    into = said.rejects if statement.certainty.factuality.value.endswith("-") else said.favours
    if predicate is Predicate.CLAIMS_RESPONSIBILITY:
        into[Question.WHO] += _people(ledger, statement, "subject")
    elif predicate is Predicate.ACCUSE:
        if statement.mode in _CHARGES and stance(statement) is Stance.FOR:
            said.favours[Question.WHO] += _people(ledger, statement, "recipient")
    elif predicate is Predicate.EXPLAINS:
        into[Question.WHY] += _causes(statement.roles.get("object", ()))
    elif predicate is Predicate.ASSESSES:
        for question in Question:
            into[question] += [named for each in about for named in each.favours[question]]
    elif predicate is Predicate.DENIES:
        for question in Question:
            # What is denied may be read as rejected already.
            both = (n for x in about for n in (*x.favours[question], *x.rejects[question]))
            said.rejects[question] += both
        if not any(said.rejects.values()):
            said.rejects[Question.WHO] += _people(ledger, statement, "subject")
    return said


def _people(ledger: Ledger, statement: Statement, role: str) -> list[Named]:
    """Whoever fills a role: by the entity's name, else by the description that stands there."""
    reading = ledger.reading(statement.document)
    forms = {each.span: each.form for each in reading.mentions}
    types = {each.id: each.type for each in reading.chains}
    found = []
    for filler in statement.roles.get(role, ()):
        entity = ledger.entity_of(filler.chain)
        if entity is not None:
            keys = answer_keys(Question.WHO, entity.name)
            found.append(Named(entity.name, keys, _KINDS.get(entity.type, _BODY)))
        elif filler.chain in types and forms.get(filler.span) is not MentionForm.PRONOUN:
            words = _ARTICLE.sub("", _flat(filler.text))
            # "The army" tells who it was; "gunmen" may be anybody.
            known = types[filler.chain] is EntityType.ORGANISATION
            found.append(Named(words, word_keys(words), _BODY if known else _NOBODY))
    return found


def _causes(fillers: Iterable[Filler]) -> list[Named]:
    """Causes of what happened: any of them may be one, so that they are rivals only where one is
    said to be the only one."""
    texts = [_flat(filler.text) for filler in fillers]
    return [Named(text, answer_keys(Question.WHY, text), None) for text in texts]


def _voice(ledger: Ledger, statement: Statement) -> str:
    """Whoever says so, by the entity where it is one."""
    holder = statement.holders[0]
    entity = ledger.entity_of(holder.chain)
    return entity.name if entity else holder.name


def _exclusive(question: Question, statement: Statement) -> bool:
    if statement.certainty.factuality not in _SURE:
        return False
    return question is Question.WHO or is_sole(statement.quote)


def _flat(text: str) -> str:
    return " ".join(text.split())
