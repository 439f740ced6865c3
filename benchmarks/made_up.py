"""Made-up reports of named chains, on a world of names that grows with them."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate

from onrecord.model import (
    Chain,
    Document,
    EntityType,
    Filler,
    Mention,
    MentionForm,
    Name,
    NameSort,
    Predicate,
    Reading,
    Span,
    Statement,
    TimeExpression,
    TimeInterval,
    TimexType,
)

__all__ = ["A_REPORT", "World"]

A_REPORT = 8
"""Chains a report, at most."""

_SEED = 1914
_KINDS = (EntityType.PERSON, EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE)
_SYLLABLES = "ba ko ri ma sen du lo fa ni ta ru vel gor hi zan che mu pol shi dra".split()
_FIRST_DAY, _DAYS = date(2000, 1, 1), 7_300


class World:
    """Names for so many mentions: a few stand often, most seldom (Zipf)."""

    def __init__(self, mentions: int) -> None:
        self._rng = random.Random(_SEED)
        count = max(10, mentions // 5)
        self._names = [(self._name(), self._rng.choice(_KINDS)) for _ in range(count)]
        self._totals = list(accumulate(1 / (rank + 1) for rank in range(count)))

    def reports(self, count: int) -> Iterator[tuple[Document, Reading]]:
        """Reports of some day in twenty years, in no order."""
        for _ in range(count):
            drawn = self._rng.choices(self._names, cum_weights=self._totals, k=A_REPORT)
            yield self._report(dict(drawn))

    def _report(self, held: dict[str, EntityType]) -> tuple[Document, Reading]:
        published = _FIRST_DAY + timedelta(self._rng.randrange(_DAYS))
        text = f"{self._rng.getrandbits(64):016x}\n" + "\n".join(held)
        digest = sha256(text.encode()).hexdigest()
        document = Document(
            digest[:16], text, published=published.isoformat(), language="en", sha256=digest
        )
        mentions, chains = [], []
        begin = 17
        for place, (name, kind) in enumerate(held.items()):
            span = Span(begin, begin + len(name))
            begin = span.end + 1
            mentions.append(Mention(span, span, kind, MentionForm.NAME))
            names = (Name(name, NameSort.NAME, span),)
            key = f"{document.id}:{span.begin}"
            chains.append(Chain(key, kind, name, True, (place,), names))
        attacked = self._attack(document, chains[-1], published)
        reading = Reading(
            document.id, mentions=tuple(mentions), chains=tuple(chains), statements=(attacked,)
        )
        return document, reading

    def _attack(self, document: Document, target: Chain, published: date) -> Statement:
        """The last of a report's names is attacked, on the day of the report or one before."""
        span = target.names[0].span
        day = published - timedelta(self._rng.randrange(3))
        when = TimeInterval(day, day)
        told = day.isoformat()
        return Statement(
            id=f"{document.id}:{span.begin}-{span.end}",
            document=document.id,
            span=span,
            quote=target.name,
            predicate=Predicate.ASSAULT,
            roles={"target": (Filler(target.name, span, target.id),)},
            holders=(),
            time=TimeExpression(span, target.name, TimexType.DATE, told, None, told, when),
        )

    def _name(self) -> str:
        words = (self._rng.choices(_SYLLABLES, k=self._rng.randint(2, 4)) for _ in range(2))
        return " ".join("".join(syllables).capitalize() for syllables in words)
