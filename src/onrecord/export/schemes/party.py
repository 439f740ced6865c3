"""Who takes part in an event, with country and sector as PLOVER codes them."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.export.schemes.layers import pair
from onrecord.lexicon import actors
from onrecord.model import (
    Chain,
    Document,
    EntityType,
    Filler,
    MentionForm,
    Predicate,
    Reading,
    Span,
)

__all__ = ["Parties"]

_PLACED = frozenset({EntityType.PLACE, EntityType.FACILITY})
_TELLING = frozenset({Predicate.ROLE, Predicate.NATIONALITY, Predicate.LEADER_OF})


class Parties:
    """The parties of one report's events."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self._document, self._reading = document, reading
        self._chains = {chain.id: chain for chain in reading.chains}
        self._lemmas = [(word.span, word.lemma.lower()) for word in reading.analysis.words]

    def of(self, fillers: Sequence[Filler]) -> Iterator[dict[str, object]]:
        """Each filler as text, span, country and sector; a pronoun is named."""
        for filler in fillers:
            chain = self._chains.get(filler.chain or "")
            span = self._named(filler.span, chain)
            yield {
                "text": span.of(self._document.text),
                "span": pair(span),
                "country": self._country(span, chain),
                "sector": self._sector(span, chain),
            }

    def _named(self, span: Span, chain: Chain | None) -> Span:
        """What a pronoun stands for: its chain's nearest name before it, else description."""
        mentions = self._reading.mentions
        own = next((m for m in mentions if m.span == span), None)
        if chain is None or own is None or own.form is not MentionForm.PRONOUN:
            return span
        told = [mentions[m] for m in chain.mentions]
        told = [m for m in told if m.form is not MentionForm.PRONOUN]
        told.sort(
            key=lambda m: (
                m.form is not MentionForm.NAME,
                m.span.begin > span.begin,
                abs(m.span.begin - span.begin),
            )
        )
        return told[0].span if told else span

    def _words(self, span: Span) -> list[str]:
        return [lemma for own, lemma in self._lemmas if span.contains(own)]

    def _texts(self, span: Span, chain: Chain | None) -> Iterator[Span]:
        """The words of the party, then what the report tells of it elsewhere: office, nation."""
        before = [m.span for m in self._reading.mentions if m.span.contains(span)]
        yield max(before, key=len, default=span).cover(span)
        if chain is None:
            return
        for told in self._reading.statements:
            subjects = told.roles.get("subject", ()) if told.predicate in _TELLING else ()
            if any(filler.chain == chain.id for filler in subjects):
                for role in ("title", "object"):
                    yield from (filler.span for filler in told.roles.get(role, ()))

    def _country(self, span: Span, chain: Chain | None) -> str | None:
        text = self._document.text
        for told in self._texts(span, chain):
            code = actors.international(told.of(text)) or actors.country(told.of(text))
            if code:
                return code
        return self._home(chain)

    def _home(self, chain: Chain | None) -> str | None:
        """The country that a place lies in."""
        if chain is None or chain.type not in _PLACED:
            return None
        here = (p.place for p in self._reading.places if p.chain == chain.id)
        code = next((place.country for place in here if place and place.country), None)
        return actors.alpha3(code) if code else None

    def _sector(self, span: Span, chain: Chain | None) -> str | None:
        return _first(actors.sector(self._words(told)) for told in self._texts(span, chain))


def _first(found: Iterable[str | None]) -> str | None:
    return next((each for each in found if each), None)
