"""Declared words for predicates: a template for each, filled with the text's own words.

A template names roles in braces; a part in square brackets is left out unless all its roles are
given. Of several templates the first whose unbracketed roles are all given is used. They are noun
phrases on purpose: a tense would say more than the label does.
"""

import re
from collections.abc import Mapping

from onrecord.model import Magnitude, Predicate

__all__ = ["NOT_NAMED", "counted", "event_phrase", "flat", "phrase", "toll"]

NOT_NAMED = "(not named)"

_TEMPLATES: dict[Predicate, tuple[str, ...]] = {
    Predicate.NATIONALITY: ("{subject}: nationality {object}",),
    Predicate.BORN: ("{subject}: born in {object}", "{subject}: born[ in {place}]"),
    Predicate.DIED: ("{subject}: death[ in {place}][, caused by {agent}]",),
    Predicate.INJURED: ("{subject}: injury[ in {place}][, caused by {agent}]",),
    Predicate.FAMILY_OF: ("{subject}: {title} of {object}", "{subject}: family of {object}"),
    Predicate.EDUCATED_OR_TRAINED: ("{subject}: education or training[ at {object}][ in {place}]",),
    Predicate.ROLE: ("{subject}: {title}[ of {object}]", "{subject}: {object}"),
    Predicate.MEMBER_OF: ("{subject}: [{title}, ]member of {object}",),
    Predicate.LEADER_OF: ("{subject}: [{title}, ]leader of {object}",),
    Predicate.FOUNDER_OF: ("{subject}: founder of {object}",),
    Predicate.LEFT: ("{subject}: departure from {object}[ as {title}]",),
    Predicate.APPOINTED: ("{subject}: appointment[ as {title}][ to {object}][, by {agent}]",),
    Predicate.DISMISSED: ("{subject}: dismissal[ as {title}][ from {object}][, by {agent}]",),
    Predicate.PART_OF: ("{subject}: part of {object}",),
    Predicate.SPLIT_FROM: ("{subject}: split from {object}",),
    Predicate.PREDECESSOR_OF: ("{subject}: predecessor of {object}",),
    Predicate.MERGED_WITH: ("{subject}: merger with {object}",),
    Predicate.ALLIED_WITH: ("{subject}: ally of {object}",),
    Predicate.ASSOCIATED_WITH: ("{subject}: associated with {object}",),
    Predicate.RIVAL_OF: ("{subject}: rival of {object}",),
    Predicate.FIGHTS: ("{subject}: fighting[ against {object}][ in {place}]",),
    Predicate.BASED_IN: ("{subject}: based in {object}", "{subject}: based[ in {place}]"),
    Predicate.LOCATED_IN: ("{subject}: located in {object}", "{subject}: located[ in {place}]"),
    Predicate.PRESENT_AT: ("{subject}: presence at {object}", "{subject}: presence[ in {place}]"),
    Predicate.TRAVELLED_TO: ("{subject}: travel to {object}", "{subject}: travel[ to {place}]"),
    Predicate.MET: ("{subject}: meeting with {object}[ in {place}]",),
    Predicate.COMMUNICATED_WITH: ("{subject}: communication with {object}",),
    Predicate.FUNDS: ("{subject}: funding of {object}",),
    Predicate.SUPPLIES: ("{subject}: supply of {object}[ to {recipient}]",),
    Predicate.POSSESSES: ("{subject}: possession of {object}",),
    Predicate.ENGAGED_IN: ("{subject}: engaged in {object}",),
    Predicate.ALIAS_OF: ("{subject}: other name of {object}",),
    Predicate.CLAIMS_RESPONSIBILITY: ("{subject}: claim of responsibility[ for {object}]",),
    Predicate.DENIES: ("{subject}: denial[: {object}]",),
    Predicate.EXPLAINS: ("{subject}: motive or cause[: {object}]",),
    Predicate.PREDICTS: ("{subject}: prediction[: {object}]",),
    Predicate.ASSESSES: ("{subject}: assessment[: {object}]",),
    Predicate.SAYS: ("{subject}: statement[ on {object}]",),
}

_EVENTS: dict[Predicate, str] = {
    Predicate.AGREE: "agreement with",
    Predicate.CONSULT: "talks with",
    Predicate.SUPPORT: "support for",
    Predicate.CONCEDE: "concession to",
    Predicate.COOPERATE: "cooperation with",
    Predicate.AID: "aid to",
    Predicate.RETREAT: "retreat from",
    Predicate.REQUEST: "request to",
    Predicate.ACCUSE: "accusation of",
    Predicate.REJECT: "refusal to",
    Predicate.THREATEN: "threat to",
    Predicate.PROTEST: "protest against",
    Predicate.SANCTION: "sanction on",
    Predicate.MOBILIZE: "mobilisation against",
    Predicate.COERCE: "coercion of",
    Predicate.ASSAULT: "attack on",
    Predicate.ACCIDENT: "accident of",
    Predicate.DISASTER: "disaster for",
    Predicate.ELECTION: "election of",
}

_MODES: dict[tuple[Predicate, str], str] = {
    (Predicate.CONSULT, "visit"): "visit to",
    (Predicate.CONSULT, "phone"): "call to",
    (Predicate.RETREAT, "withdraw"): "withdrawal from",
    (Predicate.RETREAT, "release"): "release of",
    (Predicate.RETREAT, "disarm"): "disarmament of",
    (Predicate.RETREAT, "ceasefire"): "ceasefire with",
    (Predicate.RETREAT, "access"): "access for",
    (Predicate.RETREAT, "resign"): "resignation from",
    (Predicate.ACCUSE, "disapprove"): "criticism of",
    (Predicate.ACCUSE, "investigate"): "investigation of",
    (Predicate.ACCUSE, "allege"): "charge against",
    (Predicate.PROTEST, "demo"): "demonstration against",
    (Predicate.PROTEST, "riot"): "riot against",
    (Predicate.PROTEST, "strike"): "strike against",
    (Predicate.PROTEST, "hunger"): "hunger strike against",
    (Predicate.PROTEST, "boycott"): "boycott of",
    (Predicate.PROTEST, "obstruct"): "blockade of",
    (Predicate.SANCTION, "convict"): "conviction of",
    (Predicate.SANCTION, "expel"): "expulsion of",
    (Predicate.SANCTION, "discontinue"): "break with",
    (Predicate.COERCE, "seize"): "seizure or search of",
    (Predicate.COERCE, "restrict"): "restriction on",
    (Predicate.COERCE, "censor"): "censorship of",
    (Predicate.COERCE, "curfew"): "curfew on",
    (Predicate.COERCE, "martial-law"): "martial law over",
    (Predicate.COERCE, "arrest"): "arrest of",
    (Predicate.COERCE, "deport"): "deportation of",
    (Predicate.COERCE, "cyber"): "computer attack on",
    (Predicate.ASSAULT, "abduct"): "abduction of",
    (Predicate.ASSAULT, "beat"): "beating of",
    (Predicate.ASSAULT, "torture"): "torture of",
    (Predicate.ASSAULT, "sexual"): "sexual violence against",
    (Predicate.ASSAULT, "targeted"): "targeted attack on",
    (Predicate.ASSAULT, "destroy"): "destruction of",
    (Predicate.ASSAULT, "firearms"): "armed attack on",
    (Predicate.ASSAULT, "explosives"): "bombing of",
    (Predicate.ASSAULT, "suicide-attack"): "suicide attack on",
    (Predicate.ASSAULT, "aerial"): "air strike on",
    (Predicate.ASSAULT, "drone"): "drone strike on",
    (Predicate.ASSAULT, "heavy-weapons"): "shelling of",
}

_EVENT_TEMPLATES = (
    "{actor}: «of» {recipient}[ at {target}][ with {instrument}][, for {purpose}]",
    "{actor}: «of» {target}[ with {instrument}][, for {purpose}]",
    "{actor}: «»[ in {place}][ with {instrument}][, for {purpose}]",
    "«of» {recipient}[ at {target}][ with {instrument}][, for {purpose}]",
    "«of» {target}[ with {instrument}][, for {purpose}]",
    "«»[ in {place}][ with {instrument}][, for {purpose}]",
)

_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_ROLE = re.compile(r"\{(\w+)\}")
_CAPITAL = re.compile(r"^(?:The|An?)(?= [a-z])")
"""An article in the capital that it had where its sentence began; not that of "The Hague"."""


def phrase(predicate: Predicate, mode: str | None, roles: Mapping[str, str]) -> str:
    """A statement's summary from its predicate and its roles' words, first letter as it stands.

    `roles` maps a role to its words; `place` may stand among them. A role that the template must
    have and the statement has not is printed as `NOT_NAMED`.
    """
    event = event_phrase(predicate, mode)
    if event is not None:
        bare = event.rpartition(" ")[0]
        templates = tuple(
            template.replace("«of»", event).replace("«»", bare) for template in _EVENT_TEMPLATES
        )
    else:
        templates = _TEMPLATES[predicate]
    words = _fill(_first_fitting(templates, roles), roles)
    return words if event is None or "actor" in roles else words[:1].upper() + words[1:]


def event_phrase(predicate: Predicate, mode: str | None) -> str | None:
    """What an event is called, ending in the preposition before its recipient; else None."""
    return _MODES.get((predicate, mode or ""), _EVENTS.get(predicate))


def _first_fitting(templates: tuple[str, ...], roles: Mapping[str, str]) -> str:
    for template in templates:
        if set(_ROLE.findall(_OPTIONAL.sub("", template))) <= set(roles):
            return template
    return templates[-1]


def _fill(template: str, roles: Mapping[str, str]) -> str:
    def optional(part: re.Match[str]) -> str:
        return part[1] if set(_ROLE.findall(part[1])) <= set(roles) else ""

    def words(role: re.Match[str]) -> str:
        told = roles.get(role[1], NOT_NAMED)
        return _CAPITAL.sub(lambda article: article[0].lower(), told) if role.start() else told

    return _ROLE.sub(words, _OPTIONAL.sub(optional, template))


def toll(magnitudes: Mapping[str, Magnitude] | None) -> str:
    """Counts in words, such as "12 to 15 killed, at least 3 injured"; empty if none are given."""
    counts = ((name, _count(magnitude)) for name, magnitude in (magnitudes or {}).items())
    return ", ".join(f"{count} {name}" for name, count in counts if count)


def _count(magnitude: Magnitude) -> str:
    low, best, high = magnitude.low, magnitude.best, magnitude.high
    if low is not None and high is not None:
        bounds = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    elif low is not None:
        bounds = f"at least {low:,}"
    elif high is not None:
        bounds = f"at most {high:,}"
    else:
        return "" if best is None else f"{best:,}"
    return bounds if best in (None, low, high) else f"{bounds} (best {best:,})"


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number and its noun, such as "1 report" and "1,200 reports"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def flat(text: str) -> str:
    """Words one blank apart, whatever lines they stand on."""
    return " ".join(text.split())
