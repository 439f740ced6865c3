"""What people decided and nobody took back: who, when, on what, and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.errors import NotFound
from onrecord.lexicon.acts import CORRECTION, HYPOTHESIS, act_anchor, taken_back
from onrecord.lexicon.fields import typed
from onrecord.lexicon.grading import GRADE, Graded
from onrecord.lexicon.watches import WATCH, Watch, WatchSort
from onrecord.model import Correction, Decision, Judgement, Opinion, Ruling, Span, Statement
from onrecord.model.anchor import at_anchor, document_of, is_account
from onrecord.store.base import Store
from onrecord.store.codec import loads
from onrecord.views.ledger import Ledger
from onrecord.views.mentioned import Mentioned
from onrecord.views.oneness import judged_statement
from onrecord.views.passage import ReportCard, report_card
from onrecord.views.wording import counted
from onrecord.weigh.edits import Act, Edit

__all__ = ["ActRow", "Acts", "Change", "acts"]

_NAMED = 4
"""How many of those that were judged at once a line names."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a field of a statement's form held as it was read, and what somebody put there."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """What somebody decided at one time; `by` and `at` are what takes it back.

    `ruling` says what was decided: accepted, corrected, rejected, same, different, unsure, graded,
    watched, or what was done to a hypothesis. `quote` are the words of the statement that it is on,
    and `statement` its reference if it is on record now; `parties` are the two that were judged,
    `accounts` the statements of which it was judged whether they tell of one event, `words` what
    else tells it. `more` counts the other statements on which the same was decided at once.
    `report` is None where it is on no single one.
    """

    by: str
    at: str
    ruling: str
    note: str = ""
    quote: str = ""
    words: str = ""
    changes: tuple[Change, ...] = ()
    statement: str | None = None
    report: ReportCard | None = None
    parties: tuple[Mentioned, ...] = ()
    accounts: tuple[Mentioned, ...] = ()
    more: int = 0

    @property
    def told(self) -> str:
        """All of it in one line but for who and when."""
        named = [*(f"“{each.words}”" for each in self.accounts), *(x.words for x in self.parties)]
        several = len(named) > _NAMED
        listed = " and ".join([*named[:_NAMED], *(["others"] if several else [])])
        quote = f"“{self.quote}”" if self.quote else ""
        more = f"and {counted(self.more, 'other')}" if self.more else ""
        parts = (quote, listed, self.words.replace("_", " "), more)
        now = (f"{x.field}: {x.before or 'none'} → {x.after or 'none'}" for x in self.changes)
        what = "; ".join((" ".join(filter(None, parts)), *now))
        return f"{self.ruling}: {what}" + (f" ({self.note})" if self.note else "")


@dataclass(frozen=True, slots=True)
class Acts:
    """Some of the acts that stand, the newest first, from the `first` on; how many there are."""

    rows: tuple[ActRow, ...]
    count: int
    first: int


def acts(store: Store, first: int = 0, most: int | None = None) -> Acts:
    """What people decided on statements, on who is who and what is one event, on sources, on
    explanations and on what to watch."""
    ledger = Ledger(store)
    decisions = store.decisions()
    gone = taken_back(decisions)
    made: dict[tuple[str, str], list[Decision | Judgement]] = {}
    judged = store.look.people()
    every: list[Decision | Judgement] = [*judged, *(x for x in decisions if x.kind in _ROWS)]
    for each in every:
        if act_anchor(each.by, each.at) not in gone:
            made.setdefault((str(each.at), each.by), []).append(each)
    newest = sorted(made, reverse=True)[first : None if most is None else first + most]
    return Acts(tuple(_row(ledger, made[each]) for each in newest), len(made), first)


def _row(ledger: Ledger, made: Sequence[Decision | Judgement]) -> ActRow:
    decisions = [each for each in made if isinstance(each, Decision)]
    if decisions:
        row = _ROWS[decisions[0].kind](ledger, decisions[0])
        return replace(row, more=len(decisions) - 1)
    judgements = [each for each in made if isinstance(each, Judgement)]
    # What is split off is one thing, too: the act is that it is another's.
    different = (each for each in judgements if each.opinion is Opinion.DIFFERENT)
    one = next(different, judgements[0])
    sides = dict.fromkeys(side for each in judgements for side in (each.left, each.right))
    row = ActRow(one.by, str(one.at), one.opinion.value, note="; ".join(one.reasons))
    if is_account(one.left):
        return replace(row, accounts=tuple(_account(ledger, side) for side in sides))
    # Of chains of one name that are one by now, the first stands for all.
    parties: dict[tuple[str, str], Mentioned] = {}
    for side in sides:
        entity, name = ledger.entity_of(side), _name(ledger, side)
        each = Mentioned(name, ledger.entity_reference(side))
        parties.setdefault((name, entity.id if entity else side), each)
    return replace(row, parties=tuple(parties.values()))


def _account(ledger: Ledger, side: str) -> Mentioned:
    """A statement of which it was judged what it tells of; without a reference if it is gone."""
    found = judged_statement(ledger, side)
    return Mentioned(_quoted(ledger, side), ledger.short[found.id] if found else "")


def _quoted(ledger: Ledger, anchor: str) -> str:
    begin, end = anchor.partition(" ")[0].rpartition(":")[2].split("-")
    document = ledger.documents[document_of(anchor.partition(" ")[0])]
    return " ".join(Span(int(begin), int(end)).of(document.text).split())


def _corrected(ledger: Ledger, decision: Decision) -> ActRow:
    correction = loads(Correction, decision.value)
    document = ledger.documents[document_of(decision.anchor)]
    now = _now(ledger, correction.statement)
    return ActRow(
        decision.by,
        decision.at,
        correction.ruling.value,
        note=correction.note,
        quote=_quoted(ledger, decision.anchor),
        words=decision.anchor.partition(" ")[2],
        changes=tuple(_changes(ledger, now)) if correction.ruling is Ruling.CORRECTED else (),
        statement=ledger.short[now.id] if now else None,
        report=report_card(ledger, document),
    )


def _edited(ledger: Ledger, decision: Decision) -> ActRow:
    """A change of the competing answers on an event, told by its first statement, of a cell by the
    cell's."""
    edit = Edit.of(decision)
    told = f"{edit.question.value}: {edit.words or edit.key}"
    anchor = edit.statement or decision.anchor
    if edit.act is Act.MARK:
        told = f"{edit.cell.value} with {told}"
    found = at_anchor(ledger.reading(document_of(anchor)).statements, anchor)
    return ActRow(
        decision.by,
        decision.at,
        _EDITS[edit.act],
        note=edit.why,
        quote=_quoted(ledger, anchor),
        words=told,
        statement=ledger.short[found.id] if found else None,
    )


def _graded(ledger: Ledger, decision: Decision) -> ActRow:
    graded = Graded.of(decision)
    of = f" on {graded.topic}" if graded.topic else ""
    words = f"{graded.source}{of}: {graded.reliability}"
    return ActRow(decision.by, decision.at, "graded", note=graded.why, words=words)


def _watched(ledger: Ledger, decision: Decision) -> ActRow:
    watch = Watch.of(decision)
    words = f"the words “{watch.name}”" if watch.sort is WatchSort.WORDS else watch.name
    return ActRow(decision.by, decision.at, "watched", words=words)


_EDITS = {Act.ADD: "added", Act.REWORD: "reworded", Act.DROP: "dropped", Act.MARK: "marked"}
_ROWS: Mapping[str, Callable[[Ledger, Decision], ActRow]] = {
    CORRECTION: _corrected,
    GRADE: _graded,
    HYPOTHESIS: _edited,
    WATCH: _watched,
}


def _changes(ledger: Ledger, now: Statement | None) -> Iterator[Change]:
    """How a statement differs from what was read, by all that stands of corrections."""
    if now is None:
        return
    read = ledger.reading(now.document).as_read
    before = next((each.statement for each in read if each.statement.id == now.id), now)
    was, stands = typed(before), typed(now)
    for field in dict.fromkeys((*was, *stands)):
        if was.get(field, "") != stands.get(field, ""):
            yield Change(field, was.get(field, ""), stands.get(field, ""))


def _now(ledger: Ledger, statement: str) -> Statement | None:
    try:
        return ledger.store.statement(statement)
    except NotFound:
        return None


def _name(ledger: Ledger, chain: str) -> str:
    found = ledger.reading(chain.rpartition(":")[0]).chains
    return next((each.name for each in found if each.id == chain), chain)
