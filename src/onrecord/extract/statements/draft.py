"""From a found predicate and the words that fill its roles to a statement with its evidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from onrecord.extract.holders import chain_of_holders
from onrecord.extract.statements.circumstances import place_of
from onrecord.extract.statements.context import Context
from onrecord.extract.statements.counts import is_nobody
from onrecord.model import (
    Certainty,
    Factuality,
    Filler,
    Holder,
    Located,
    Magnitude,
    Predicate,
    PredicateFamily,
    Span,
    Statement,
    Status,
    TimeExpression,
)

__all__ = ["Draft", "finish"]


_SELF_ALONE = frozenset({"i", "me", "myself"})
_SELF = _SELF_ALONE | {"we", "us", "ourselves"}
_PLAIN = Certainty()
_UNREAL = Certainty(Factuality.UNCOMMITTED, (Status.HYPOTHETICAL,))


@dataclass(frozen=True, slots=True)
class Draft:
    """A predicate found at a word, with the head words of its roles' fillers.

    `spans` fills roles with stretches that no single word heads (a quotation, a title). `evidence`
    are further words that the quotation must show. `spoken` is a word of what is said, where the
    predicate is the saying itself: its speaker then holds the statement. `dated` is False
    where the sentence's time and place are not its own, `unreal` True where it is only asked for,
    refused or threatened. `certainty` is how it is held where its word does not tell.
    """

    predicate: Predicate
    word: int
    roles: Mapping[str, tuple[int, ...]]
    mode: str | None = None
    magnitudes: Mapping[str, Magnitude] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    evidence: tuple[int, ...] = ()
    spoken: int | None = None
    dated: bool = True
    unreal: bool = False
    certainty: Certainty | None = None
    confidence: float = 0.8


def finish(context: Context, draft: Draft) -> Statement | None:
    """The statement of a draft; None where a role would hold nothing but a loose pronoun."""
    words = context.tree.words
    trigger = words[draft.word].span
    held = trigger if draft.spoken is None else words[draft.spoken].span
    holders = chain_of_holders(context.document, context.reading.attributions, held)
    roles = _fillers(context, draft, holders[0] if len(holders) > 1 else None)
    if roles is None or (draft.roles and not roles):
        return None
    held_so = draft.certainty or (_UNREAL if draft.unreal else _PLAIN)
    certainty = context.reading.certainty.get(draft.word, held_so)
    time = context.dates.of(draft.word, own=not draft.dated)
    place = place_of(context, draft.word, _used(draft)) if draft.dated else None
    span = _evidence(context, draft, roles, certainty, (time, place))
    quote = span.of(context.document.text)
    return Statement(
        id=_identity(context.document.id, draft, roles, trigger),
        document=context.document.id,
        span=span,
        quote=quote,
        predicate=draft.predicate,
        roles=roles,
        holders=holders,
        certainty=certainty,
        time=time,
        place=place,
        mode=draft.mode,
        magnitudes=dict(draft.magnitudes) or None,
        summary=context.in_summary(draft.word),
        confidence=round(draft.confidence, 3),
    )


def _fillers(
    context: Context, draft: Draft, speaker: Holder | None
) -> dict[str, tuple[Filler, ...]] | None:
    """What fills each role; "I" and "we" in somebody's words are no loose pronouns."""
    roles: dict[str, tuple[Filler, ...]] = {}
    for role, indices in draft.roles.items():
        known = [
            index
            for index in indices
            if not context.is_loose_pronoun(index)
            or (draft.magnitudes and is_nobody(context, index))
        ]
        alias = draft.predicate is Predicate.ALIAS_OF
        found = [each for index in known for each in _fillers_at(context, index, apart=not alias)]
        if speaker is not None or draft.predicate.family is PredicateFamily.EVENT:
            loose = (index for index in indices if index not in known)
            found += [each for index in loose for each in _said_of_self(context, index, speaker)]
        if role == "title":  # an office is nobody, though it be said of its holder
            found = [replace(each, chain=None) for each in found]
        fillers = tuple(dict.fromkeys(found))
        if indices and not fillers and role in ("subject", "object"):
            return None
        if fillers:
            roles[role] = fillers
    for role, span in draft.spans.items():
        roles[role] = (Filler(span.of(context.document.text), span),)
    return roles


def _said_of_self(context: Context, index: int, speaker: Holder | None) -> Iterable[Filler]:
    """ "I" is the speaker, "we" whoever the speaker speaks for; of a report's own voice, who wrote
    it."""
    word = context.tree.words[index]
    if word.lemma.lower() in _SELF:
        alone = speaker is not None and word.lemma.lower() in _SELF_ALONE
        chain = speaker.chain if speaker is not None and alone else None
        yield Filler(word.text, word.span, chain)


def _fillers_at(context: Context, index: int, *, apart: bool) -> Iterable[Filler]:
    """What stands at a word; if `apart`, those whom it means together, each by itself."""
    span = context.extent(index)
    text = span.of(context.document.text)
    chain = context.referents.chain_at(index)
    members = chain.members if chain is not None and apart else ()
    if chain is None or chain.named or not members:
        yield Filler(text, span, None if chain is None else chain.id)
    for member in members:
        yield Filler(text, span, member)


def _used(draft: Draft) -> frozenset[int]:
    return frozenset(index for indices in draft.roles.values() for index in indices)


def _evidence(
    context: Context,
    draft: Draft,
    roles: Mapping[str, tuple[Filler, ...]],
    certainty: Certainty,
    circumstances: tuple[TimeExpression | None, Located | None],
) -> Span:
    """The shortest span that shows predicate, fillers, hedges, time and place of one sentence."""
    words = context.tree.words
    sentence = context.reading.sentences[words[draft.word].sentence].span
    told = (draft.word, *context.tree.children(draft.word, "compound:prt"), *draft.evidence)
    pieces: list[Span] = [words[index].span for index in told]
    pieces += [filler.span for fillers in roles.values() for filler in fillers]
    pieces += [hedge.span for hedge in certainty.hedges]
    pieces += [where.span for where in circumstances if where is not None]
    return _cover(piece for piece in pieces if sentence.contains(piece))


def _cover(pieces: Iterable[Span]) -> Span:
    found = list(pieces)
    return Span(min(p.begin for p in found), max(p.end for p in found))


def _identity(
    document: str, draft: Draft, roles: Mapping[str, tuple[Filler, ...]], trigger: Span
) -> str:
    """A digest of what is stated where: the same under every run of the same reading."""
    parts = [document, draft.predicate.value, draft.mode or "", f"{trigger.begin}-{trigger.end}"]
    for role in sorted(roles):
        parts += [f"{role}:{f.span.begin}-{f.span.end}" for f in roles[role]]
    return sha256("|".join(parts).encode()).hexdigest()[:16]
