"""One event as each report tells it, side by side: who says what, and on what they differ."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.lexicon.names import fold
from onrecord.model import Event, HolderClass, Origin, Statement
from onrecord.store.base import Store
from onrecord.views.event import EventRow, event_at, event_row
from onrecord.views.ledger import Ledger
from onrecord.views.line import Line, sureness
from onrecord.views.passage import ReportCard, report_card
from onrecord.views.policy import Picked, picked
from onrecord.views.scales import Scales
from onrecord.views.series import Series, toll_series
from onrecord.views.when import UNDATED, when
from onrecord.views.where import where
from onrecord.weigh import Stance, figure, stance

__all__ = ["Account", "Answer", "Aspect", "Comparison", "Gathered", "OriginRow", "compare"]

_Said: TypeAlias = tuple[str, str]
"""What tells two answers apart, and the words of one."""
_ROLES = ("actor", "recipient", "target", "instrument", "purpose")


@dataclass(frozen=True, slots=True)
class Account:
    """One thing said of the event in one report, and that report.

    `stance` is whether it holds that the event happened; `retracted` whether its source took it
    back.
    """

    line: Line
    report: ReportCard
    stance: Stance
    retracted: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What some statements give for an aspect, and the numbers of their accounts, from 1 on."""

    words: str
    references: tuple[str, ...]
    accounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Aspect:
    """A role, `time`, `place`, a count, or `certainty`: every answer that is given, by how many
    accounts. `disputed` where independent sources' answers cannot all be right."""

    name: str
    answers: tuple[Answer, ...]
    disputed: bool

    @property
    def differs(self) -> bool:
        """Whether two accounts answer otherwise; one that names several does not."""
        told: dict[int, set[str]] = {}
        for answer in self.answers:
            for account in answer.accounts:
                told.setdefault(account, set()).add(answer.words)
        return len(set(map(frozenset, told.values()))) > 1


@dataclass(frozen=True, slots=True)
class OriginRow:
    """Somebody to whom statements lead back, with the references of these."""

    name: str
    cls: HolderClass
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The accounts that lead back to one origin, by their numbers, from 1 on; the first came first.

    `origin` is None for what counts for nobody: taken back, or neither for nor against.
    """

    origin: OriginRow | None
    accounts: tuple[tuple[int, Account], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """An event in all its accounts.

    `origins` hold that it happened, independent of each other, `against` deny it; `reason` is the
    rule that gave the event's credibility. `picked` has a policy's figure for each count, if one
    was asked for.
    """

    event: EventRow
    accounts: tuple[Account, ...]
    aspects: tuple[Aspect, ...]
    series: tuple[Series, ...]
    origins: tuple[OriginRow, ...]
    against: tuple[OriginRow, ...]
    reason: str
    picked: tuple[Picked, ...] = ()

    @property
    def gathered(self) -> tuple[Gathered, ...]:
        """Each account once, by whom it leads back to; copies stand below what they copy."""
        waiting = dict(enumerate(self.accounts, 1))
        found = []
        for origin in (*self.origins, *self.against):
            own = {
                number: waiting.pop(number)
                for number, each in tuple(waiting.items())
                if not {*origin.references}.isdisjoint(each.line.references)
            }
            if own:
                found.append(Gathered(origin, tuple(own.items())))
        return (*found, Gathered(None, tuple(waiting.items()))) if waiting else tuple(found)


def compare(store: Store, reference: str, policy: str | None = None) -> Comparison:
    """The event that `reference` opens: its own, or that of one of its statements; with the figures
    of a policy, if one is named (`weigh.POLICIES`).

    Raises NotFound if it opens none.
    """
    ledger = Ledger(store)
    event = event_at(ledger, reference)
    scales = Scales(ledger)
    statements, weight = scales.statements(event), scales.weight(event)
    accounts = _accounts(ledger, statements, frozenset(weight.retracted))
    number = {id_: place for place, each in enumerate(accounts, 1) for id_ in each.line.statements}
    disputed = frozenset(each.on for each in weight.disputes)

    def rows(origins: Iterable[Origin]) -> tuple[OriginRow, ...]:
        return tuple(
            OriginRow(each.name, each.cls, tuple(ledger.short[x] for x in each.statements))
            for each in origins
        )

    figures = (
        picked(ledger, event, statements, weight.origins, scales.evidence, policy) if policy else ()
    )
    return Comparison(
        event=event_row(ledger, event, weight),
        accounts=accounts,
        aspects=tuple(_aspects(ledger, event, statements, number, disputed)),
        series=toll_series(ledger, statements, weight.origins, scales.evidence),
        origins=rows(weight.origins),
        against=rows(weight.against),
        reason=weight.reason,
        picked=figures,
    )


def _accounts(
    ledger: Ledger, statements: Sequence[Statement], retracted: frozenset[str]
) -> tuple[Account, ...]:
    """What each report says, in the order in which they came."""
    by_id = {each.id: each for each in statements}
    place = {each.id: number for number, each in enumerate(statements)}
    lines = sorted(
        ledger.lines(statements), key=lambda line: min(place[x] for x in line.statements)
    )
    return tuple(
        Account(
            line=line,
            report=report_card(ledger, ledger.documents[by_id[line.statements[0]].document]),
            stance=stance(by_id[line.statements[0]]),
            retracted=not retracted.isdisjoint(line.statements),
        )
        for line in lines
    )


def _aspects(
    ledger: Ledger,
    event: Event,
    statements: Sequence[Statement],
    number: dict[str, int],
    disputed: frozenset[str],
) -> Iterable[Aspect]:
    """Every aspect on which anything is said; speech about the event only tells how sure it is."""
    own = [each for each in statements if each.id in event.statements]
    counts = sorted({name for each in own for name in each.magnitudes or {}})
    askings: list[tuple[str, Sequence[Statement], Callable[[Statement], list[_Said]]]] = [
        *((role, own, _filling(ledger, role)) for role in _ROLES),
        ("time", own, _times),
        ("place", own, _places),
        *((name, own, _counting(name)) for name in counts),
        ("certainty", statements, _certainties),
    ]
    for name, asked, answering in askings:
        answers: dict[str, tuple[str, list[str]]] = {}
        for each in asked:
            for key, words in answering(each):
                answers.setdefault(key, (words, []))[1].append(each.id)
        if answers:
            told = tuple(_answer(ledger, words, said, number) for words, said in answers.values())
            on = "factuality" if name == "certainty" else name
            yield Aspect(name, told, on in disputed)


def _answer(ledger: Ledger, words: str, said: Sequence[str], number: dict[str, int]) -> Answer:
    accounts = tuple(sorted({number[each] for each in said}))
    return Answer(words, tuple(ledger.short[each] for each in said), accounts)


def _filling(ledger: Ledger, role: str) -> Callable[[Statement], list[_Said]]:
    def answering(statement: Statement) -> list[_Said]:
        found = []
        for filler in statement.roles.get(role, ()):
            entity, text = ledger.entity_of(filler.chain), " ".join(filler.text.split())
            name = text if entity is None or entity.name in text else f"{text} [{entity.name}]"
            found.append((entity.id if entity else fold(text), name))
        return found

    return answering


def _counting(name: str) -> Callable[[Statement], list[_Said]]:
    def answering(statement: Statement) -> list[_Said]:
        count = (statement.magnitudes or {}).get(name)
        return [] if count is None else [(figure(count), figure(count))]

    return answering


def _times(statement: Statement) -> list[_Said]:
    time = when(statement.time)
    words = time.words if time.words != UNDATED else time.text
    return [(words, words)] if words else []


def _places(statement: Statement) -> list[_Said]:
    place = where(statement.place)
    return [(place.words, place.words)] if place else []


def _certainties(statement: Statement) -> list[_Said]:
    words = sureness(statement.certainty).words
    if stance(statement) is Stance.AGAINST and "denied" not in words:
        words = f"denied, {words}" if words != "certain" else "denied"
    return [(words, words)]
