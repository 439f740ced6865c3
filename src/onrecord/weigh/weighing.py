"""What speaks for and against one matter."""

from collections.abc import Mapping, Sequence

from onrecord.lexicon.names import fold
from onrecord.model import Event, HolderClass, Origin, Statement, Weight
from onrecord.weigh.credibility import credibility
from onrecord.weigh.disputes import disputes
from onrecord.weigh.doers import Doer, doers
from onrecord.weigh.evidence import Evidence
from onrecord.weigh.origins import origins
from onrecord.weigh.stance import Stance, spares, stance, weak
from onrecord.weigh.voice import voice

__all__ = ["weigh"]


def weigh(event: Event, statements: Sequence[Statement], evidence: Evidence) -> Weight:
    """How far an event is corroborated and disputed.

    `statements` are, in the record's order, those of the event and those that are about one of
    them (`Statement.about`): its denials, claims and explanations.
    """
    taken_back = {each.id for each in statements if evidence.retracted(each)}
    told = [each for each in statements if each.id not in taken_back]
    pro = [each for each in told if stance(each) is Stance.FOR]
    denied = [each for each in told if stance(each) is Stance.AGAINST]
    cleared = _cleared(denied, pro, evidence)
    contra = [each for each in denied if each not in cleared]
    pro, contra = _last_words(pro, contra, evidence)
    held, against = origins(pro, evidence), origins(contra, evidence)
    faint = {each.id for each in pro if weak(each)}
    firm = [each for each in held if not faint.issuperset(each.statements)]
    rest = [each for each in held if each not in firm]
    outlets = {each.id: voice(each, evidence).outlet for each in pro}
    channels = {outlets[each] for origin in firm for each in origin.statements}
    about = [each for each in told if each.id not in event.statements or spares(each)]
    withdrawn = tuple(each.id for each in statements if each.id in taken_back)
    value, why = credibility(
        firm,
        rest,
        against,
        perhaps=any(_nameless(each, outlets) for each in firm),
        one_channel=len(channels) < 2,
        withdrawn=bool(withdrawn),
    )
    found = disputes(pro, contra, about, held, evidence, cleared=cleared)
    return Weight(held, against, found, value, why, withdrawn)


def _last_words(
    pro: Sequence[Statement], contra: Sequence[Statement], evidence: Evidence
) -> tuple[list[Statement], list[Statement]]:
    """Both sides without what one who is on both said on the one that he left.

    His later report counts; of one report, that he holds it: what he negates there is a part of it.
    """

    def latest(side: Sequence[Statement]) -> dict[str, str]:
        days: dict[str, str] = {}
        for each in side:
            day = evidence.documents[each.document].published or ""
            days[_who(each, evidence)] = max(days.get(_who(each, evidence), ""), day)
        return days

    holds, denies = latest(pro), latest(contra)
    left = {who for who in holds if who in denies and denies[who] > holds[who]}
    stayed = {who for who in holds if who in denies} - left
    return (
        [each for each in pro if _who(each, evidence) not in left],
        [each for each in contra if _who(each, evidence) not in stayed],
    )


def _who(statement: Statement, evidence: Evidence) -> str:
    """Who speaks, as far as one and the same can be told in one outlet."""
    found = voice(statement, evidence)
    return found.key or f"{found.outlet} {fold(found.name)}"


def _cleared(
    denied: Sequence[Statement], pro: Sequence[Statement], evidence: Evidence
) -> list[Statement]:
    """The denials that leave open whether it happened: of who speaks of himself, or of somebody
    whom others who tell of it do not name; and denials of no more than that."""
    found = []
    for each in denied:
        who, speaker = doers(each, evidence), voice(each, evidence).entity
        of_himself = speaker is not None and any(one.id == speaker for one in who)
        if of_himself or (who and _told_by_others(who, pro, evidence)):
            found.append(each)
    parts = {each.id for each in found}
    return [*found, *(each for each in denied if each.about and parts.issuperset(each.about))]


def _told_by_others(who: Sequence[Doer], pro: Sequence[Statement], evidence: Evidence) -> bool:
    """Whether a report that names none of those who are cleared tells of it all the same."""
    naming = {
        each.document
        for each in pro
        if any(one.may_be(other) for one in who for other in doers(each, evidence))
    }
    return any(each.document not in naming for each in pro)


def _nameless(origin: Origin, outlets: Mapping[str, str]) -> bool:
    """Whether one without a name speaks through several outlets."""
    told = origin.cls in (HolderClass.UNNAMED, HolderClass.DOCUMENT) and origin.entity is None
    return told and len({outlets[each] for each in origin.statements}) > 1
