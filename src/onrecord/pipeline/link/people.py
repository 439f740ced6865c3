"""What people said on who is who and what is one event, as far as it stands, and what follows."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.lexicon.acts import UNDO
from onrecord.model import Judgement, Reading, Statement
from onrecord.model.anchor import account_at, document_of, event_id, is_account, statement_of
from onrecord.pipeline.link.pack import kept
from onrecord.resolve import joined_from, standing_of, threshold
from onrecord.store import Links

__all__ = ["Heard", "hear"]


@dataclass(frozen=True, slots=True)
class Heard:
    """The probability from which pairs are one by people's answers; the chains and statements
    about which people's word, or the program's by them, changed."""

    same_from: float
    chains: frozenset[str]
    statements: frozenset[str]


def hear(links: Links, same_from: float) -> Heard:
    """What people say now, and what changed by that since `same_from` was found."""
    before, now = links.joins.answers(), _standing(links)
    changed = set(before) ^ set(now)
    if before != now:
        links.joins.set_answers(now)
    scored = links.joins.judgements({each.left for each in now})
    value = threshold(scored, now)
    turned = _turn(links, same_from, value) if value != same_from else ()
    sides = {side: statement_of(side) for x in (*changed, *turned) for side in (x.left, x.right)}
    chains = frozenset(side for side, statement in sides.items() if statement is None)
    return Heard(value, chains, frozenset(filter(None, sides.values())))


def _standing(links: Links) -> tuple[Judgement, ...]:
    people, decisions = links.people(), links.decisions(UNDO)
    sides = {side for each in people for side in (each.left, each.right)}
    accounts = {side for side in sides if is_account(side)}
    chains = sides - accounts
    moved = {side.rpartition(":")[0] for side in chains - links.known(chains)}
    now = kept(links, links.spots(moved))
    return standing_of(people, decisions, now, _events(links, accounts))


def _events(links: Links, accounts: Iterable[str]) -> dict[str, str]:
    """The ids of events that the statements of sides give, those that were read again too."""
    meant = {side: side.rpartition(" ")[2] for side in accounts}
    known = links.happenings.known(meant.values())
    lost = [side for side, statement in meant.items() if statement not in known]
    reports = {document_of(side.partition(" ")[0]) for side in lost}
    read = {document.id: reading for document, reading in links.readings(sorted(reports))}
    for side in lost:
        reading = read.get(document_of(side.partition(" ")[0]))
        found = account_at(_as_read(reading), side) if reading else None
        meant[side] = found.id if found else meant[side]
    return {side: event_id(statement) for side, statement in meant.items()}


def _as_read(reading: Reading) -> tuple[Statement, ...]:
    """A reading's statements as the program read them, those that people rejected too."""
    before = {each.statement.id: each.statement for each in reading.as_read}
    now = {each.id: each for each in reading.statements}
    return tuple((now | before).values())


def _turn(links: Links, before: float, now: float) -> list[Judgement]:
    """Give the program's judgements between the two probabilities their new opinion."""
    between = links.joins.scored(min(before, now), max(before, now))
    pairs = zip(between, joined_from(between, now), strict=True)
    turned = [(old, new) for old, new in pairs if old != new]
    links.joins.drop(old for old, _ in turned)
    links.joins.put(new for _, new in turned)
    return [new for _, new in turned]
