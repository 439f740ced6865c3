"""The sentences that an editor would put on top, each as it stands in its report.

A body sentence is scored by what it is about, what it asserts, where it stands, how much it tells
and whether headline or summary say the same; then sentences are taken one by one, each the best
that does not repeat those before it (maximal marginal relevance, Carbonell and Goldstein 1998).
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from onrecord.model import (
    BlockKind,
    Document,
    HolderClass,
    MentionForm,
    Predicate,
    PredicateFamily,
    Reading,
    Span,
    Statement,
)
from onrecord.store.base import Store
from onrecord.views.ledger import Ledger
from onrecord.views.line import Sureness, sureness
from onrecord.views.mentioned import holder_words
from onrecord.views.passage import ReportCard, report_card
from onrecord.views.reference import span_reference

__all__ = ["Highlight", "highlights", "highlights_of"]

_FEWEST, _MOST = 3, 5
_SENTENCES_EACH = 8
"""One highlight for so many sentences of a report, between the fewest and the most."""

_CENTRALITY, _ASSERTION, _POSITION, _DENSITY, _SUMMED_UP = 1.0, 1.2, 1.0, 0.5, 0.9
_REDUNDANCY = 2.0
_WORTH_IT = 0.4
"""A sentence beyond the fewest must have this share of the best one's score."""

_SHORT, _LONG = 8, 45
_LEANING = 0.5
_LEANS = frozenset(
    "and but or so yet also this that these those it its he she they his her their him them such "
    "however meanwhile instead then there here both another others".split()
)
"""First words of sentences that lean on the one before."""

_FAMILY_WEIGHT: Mapping[PredicateFamily, float] = {
    PredicateFamily.EVENT: 0.6,
    PredicateFamily.SPEECH: 0.5,
    PredicateFamily.RELATION: 0.4,
    PredicateFamily.SAYS: 0.2,
}
_NAMED = frozenset({HolderClass.PERSON, HolderClass.GROUP, HolderClass.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Highlight:
    """A sentence with the chain of who says so; `statements` opens what was read in it.

    `sureness` is None where nothing was read in it but its words. `score` only ranks.
    """

    reference: str
    report: ReportCard
    span: Span
    quote: str
    holders: tuple[str, ...]
    sureness: Sureness | None
    statements: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    document: str
    span: Span
    words: Counter[str]
    statements: tuple[Statement, ...]
    score: float


def highlights(store: Store, document: str | None = None) -> tuple[Highlight, ...]:
    """Three to five sentences of one report, or of the whole record, in the order of the text.

    Fewer where there are no more sentences. `document` is a whole id.
    """
    ledger = Ledger(store)
    documents = list(ledger.documents.values()) if document is None else [store.document(document)]
    return highlights_of(ledger, documents)


def highlights_of(ledger: Ledger, documents: Collection[Document]) -> tuple[Highlight, ...]:
    """Three to five sentences of some reports together."""
    fame = _fame(ledger, documents)
    candidates = [
        candidate for report in documents for candidate in _candidates(ledger, report, fame)
    ]
    wanted = min(_MOST, max(_FEWEST, len(candidates) // _SENTENCES_EACH))
    chosen = _choose(candidates, wanted)
    chosen.sort(key=lambda candidate: (ledger.place_of(candidate.document), candidate.span))
    ledger.short.have([x.id for candidate in chosen for x in candidate.statements])
    return tuple(_highlight(ledger, candidate) for candidate in chosen)


def _fame(ledger: Ledger, documents: Collection[Document]) -> dict[str, float]:
    """How central each named chain is, 0 to 1, by how often its entity is mentioned."""
    counts: Counter[str] = Counter()
    owner: dict[str, str] = {}
    readings = (ledger.reading(each.id) for each in documents)
    named = [chain for reading in readings for chain in reading.chains if chain.named]
    ledger.by_chain.have(chain.id for chain in named)
    for chain in named:
        entity = ledger.entity_of(chain.id)
        owner[chain.id] = entity.id if entity else chain.id
        counts[owner[chain.id]] += len(chain.mentions)
    most = log(1 + max(counts.values(), default=1))
    return {chain: log(1 + counts[entity]) / most for chain, entity in owner.items()}


def _candidates(ledger: Ledger, document: Document, fame: Mapping[str, float]) -> list[_Candidate]:
    """The body sentences of a report, scored."""
    reading = ledger.reading(document.id)
    body = [
        sentence.span
        for sentence in reading.sentences
        if reading.blocks[sentence.block].kind is BlockKind.PARAGRAPH
    ] or _spans_of_statements(reading)
    tops = [document.title or ""] + [
        block.span.of(document.text) for block in reading.blocks if block.kind is BlockKind.SUMMARY
    ]
    summed_up = [_words(top) for top in tops if top]
    return [
        _candidate(document, reading, (place, span), fame, summed_up)
        for place, span in enumerate(body)
    ]


def _spans_of_statements(reading: Reading) -> list[Span]:
    """What stands in for sentences in a record that came by import, which has none."""
    return sorted({item.span for item in reading.statements if not item.summary})


def _candidate(
    document: Document,
    reading: Reading,
    placed: tuple[int, Span],
    fame: Mapping[str, float],
    summed_up: Sequence[Counter[str]],
) -> _Candidate:
    place, span = placed
    text = span.of(document.text)
    words = _words(text)
    statements = tuple(item for item in reading.statements if span.contains(item.span))
    named = _named_in(reading, span)
    facts = len(named) + len(re.findall(r"\d[\d,.]*", text))
    score = (
        _CENTRALITY * (1 - exp(-sum(fame.get(chain, 0.0) for chain in named)))
        + _ASSERTION * _assertion(statements)
        + _POSITION / sqrt(1 + place)
        + _DENSITY * min(1.0, facts / 6)
        + _SUMMED_UP * max((_covered(top, words) for top in summed_up), default=0.0)
    )
    return _Candidate(document.id, span, words, statements, score * _fitness(reading, span, text))


def _named_in(reading: Reading, span: Span) -> set[str]:
    """Named chains with a mention in the sentence."""
    return {
        chain.id
        for chain in reading.chains
        if chain.named
        and any(span.contains(reading.mentions[index].span) for index in chain.mentions)
    }


def _assertion(statements: Sequence[Statement]) -> float:
    """What a sentence asserts, 0 to 1: its weightiest statement, and a little for each other."""
    if not statements:
        return 0.0
    return min(1.0, max(map(_weight, statements)) + 0.1 * min(3, len(statements) - 1))


def _weight(statement: Statement) -> float:
    """What a statement weighs, 0 to 1."""
    weight = _FAMILY_WEIGHT[statement.predicate.family]
    if statement.predicate is Predicate.CLAIMS_RESPONSIBILITY or statement.magnitudes:
        weight += 0.3
    if statement.holders and statement.holders[0].cls in _NAMED:
        weight += 0.15
    interval = statement.time.interval if statement.time else None
    if interval and interval.earliest and interval.earliest == interval.latest:
        weight += 0.1
    if statement.place and statement.place.place:
        weight += 0.1
    return min(1.0, weight)


def _fitness(reading: Reading, span: Span, text: str) -> float:
    """How well a sentence stands alone, 0 to 1: neither short, endless, a question nor leaning."""
    tokens = re.findall(r"\w+", text)
    fitness = min(1.0, len(tokens) / _SHORT) * min(1.0, _LONG / max(1, len(tokens)))
    if text.rstrip("\"'”’ ").endswith("?"):
        fitness *= _LEANING
    opens = span.begin + len(text) - len(text.lstrip("\"'“‘«("))
    pronoun = any(
        mention.form is MentionForm.PRONOUN and mention.span.begin == opens
        for mention in reading.mentions
    )
    if pronoun or (tokens and tokens[0].casefold() in _LEANS):
        fitness *= _LEANING
    return fitness


def _choose(candidates: Sequence[_Candidate], wanted: int) -> list[_Candidate]:
    """At most `wanted` candidates, each the best that does not repeat those before it."""
    rarity = _rarity(candidates)
    left = sorted(candidates, key=lambda item: (-item.score, item.document, item.span))
    worth = [item.score for item in left]
    enough = _WORTH_IT * worth[0] if worth else 0.0
    chosen: list[_Candidate] = []
    while left and len(chosen) < wanted:
        best = max(range(len(left)), key=worth.__getitem__)
        if len(chosen) >= _FEWEST and worth[best] < enough:
            break
        chosen.append(left.pop(best))
        del worth[best]
        for place, item in enumerate(left):
            repeats = _alike(chosen[-1].words, item.words, rarity)
            worth[place] = min(worth[place], item.score - _REDUNDANCY * repeats)
    return chosen


def _highlight(ledger: Ledger, candidate: _Candidate) -> Highlight:
    document = ledger.documents[candidate.document]
    main = max(candidate.statements, key=lambda item: len(item.span), default=None)
    publisher = (document.publisher,) if document.publisher else ()
    return Highlight(
        reference=span_reference(ledger.short[document.id], candidate.span),
        report=report_card(ledger, document),
        span=candidate.span,
        quote=candidate.span.of(document.text),
        holders=tuple(map(holder_words, main.holders)) if main else publisher,
        sureness=sureness(main.certainty) if main else None,
        statements=tuple(ledger.short[statement.id] for statement in candidate.statements),
        score=round(candidate.score, 4),
    )


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w{3,}", text.casefold()))


def _rarity(candidates: Sequence[_Candidate]) -> dict[str, float]:
    """Inverse sentence frequency of each word."""
    seen = Counter(word for candidate in candidates for word in candidate.words)
    return {word: log(1 + len(candidates) / count) for word, count in seen.items()}


def _alike(left: Counter[str], right: Counter[str], rarity: Mapping[str, float]) -> float:
    """Cosine of two sentences, words weighted by how rare they are."""
    shared = sum(left[word] * right[word] * rarity[word] ** 2 for word in sorted(left & right))
    return shared / (_length(left, rarity) * _length(right, rarity)) if shared else 0.0


def _length(words: Counter[str], rarity: Mapping[str, float]) -> float:
    return sqrt(sum((words[word] * rarity[word]) ** 2 for word in sorted(words)))


def _covered(summary: Counter[str], words: Counter[str]) -> float:
    """The share of a summary's words that a sentence has, long words counting more."""
    whole = sum(len(word) for word in summary)
    return sum(len(word) for word in summary if word in words) / whole if whole else 0.0
