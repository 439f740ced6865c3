"""What people said on who is who, as far as it stands, and what follows from it."""

from onrecord.lexicon.acts import UNDO
from onrecord.model import Judgement
from onrecord.pipeline.link.pack import kept
from onrecord.resolve import joined_from, standing_of, threshold
from onrecord.store import Links

__all__ = ["hear"]


def hear(links: Links, same_from: float) -> tuple[float, frozenset[str]]:
    """The probability from which pairs are one by people's answers, and the chains about which
    people's word or the program's changed by them since `same_from` was found."""
    before, now = links.joins.answers(), _standing(links)
    changed = set(before) ^ set(now)
    if before != now:
        links.joins.set_answers(now)
    scored = links.joins.judgements({each.left for each in now})
    value = threshold(scored, now)
    turned = _turn(links, same_from, value) if value != same_from else ()
    return value, frozenset(side for x in (*changed, *turned) for side in (x.left, x.right))


def _standing(links: Links) -> tuple[Judgement, ...]:
    people, decisions = links.people(), links.decisions(UNDO)
    sides = {side for each in people for side in (each.left, each.right)}
    moved = {side.rpartition(":")[0] for side in sides - links.known(sides)}
    return standing_of(people, decisions, kept(links, links.spots(moved)))


def _turn(links: Links, before: float, now: float) -> list[Judgement]:
    """Give the program's judgements between the two probabilities their new opinion."""
    between = links.joins.scored(min(before, now), max(before, now))
    pairs = zip(between, joined_from(between, now), strict=True)
    turned = [(old, new) for old, new in pairs if old != new]
    links.joins.drop(old for old, _ in turned)
    links.joins.put(new for _, new in turned)
    return [new for _, new in turned]
