"""Schemes that look beyond a reading: at the line's own annotations, and at what they may mean.

Re-DocRED (Tan et al. 2022), CommitmentBank (de Marneffe, Simons and Tonhauser 2019), toponyms as in
LGL (Lieberman et al. 2010) and TR-News (Kamalloo and Rafiei 2018), and ECB+ (Cybulska and Vossen
2014), whose mentions are put together over all lines.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TypeAlias

from onrecord.errors import InputError
from onrecord.export.schemes import layers
from onrecord.export.schemes.layers import pair
from onrecord.model import (
    Document,
    Labelled,
    Located,
    MentionForm,
    Reading,
    Sentence,
    Span,
    Word,
)

__all__ = [
    "Facts",
    "Line",
    "Marks",
    "Places",
    "Together",
    "commitment",
    "ecbplus",
    "geo",
    "redocred",
]

Facts: TypeAlias = Callable[
    [str, Sequence[Sentence], Sequence[Sequence[Span]]], Sequence[tuple[int, int, str, float]]
]
"""What relates the entities of a text, each its mentions, as `Network.facts` does."""
Places: TypeAlias = Callable[[Document, Sequence[Span]], Sequence[Located]]
"""What resolves names of places, as `extract.places.resolve` does."""
Marks: TypeAlias = Sequence[tuple[Span, str]]
"""Mentions with their kinds: event, entity, location or time."""
Together: TypeAlias = Callable[[Sequence[tuple[Document, Reading, Marks]]], Sequence[Sequence[int]]]
"""What numbers the mentions of many reports by what they mean, as `resolve.mentions` does."""
_KINDS = ("entity", "event", "location", "time")
_Clusters: TypeAlias = Mapping[int | str, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line to annotate: its document, the reading of it, and what finds facts and places.

    `given` is the line as it came, if its own annotations are to be taken as they are.
    """

    document: Document
    reading: Reading
    facts: Facts
    given: Mapping[str, object] | None = None
    places: Places = lambda document, spans: ()


def commitment(line: Line) -> dict[str, object]:
    """How far the writer holds the given clause, else the last sentence, for true: -3 to 3.

    The mean over its words; None where it has none. Where the line's `clause` is null, its `target`
    is taken. Raises InputError if neither is a span of the text.
    """
    values = [word.commitment for word in _judged(line)]
    mean = max(-3.0, min(3.0, fmean(values))) if values else None
    return {"commitment": None if mean is None else round(mean, 3)}


def _judged(line: Line) -> list[Word]:
    words = line.reading.analysis.words
    if line.given is None:
        return [word for word in words if word.sentence == words[-1].sentence]
    key = "target" if line.given.get("clause") is None else "clause"
    clause = _span(line.given.get(key), key, line.document.text)
    return [word for word in words if word.span.overlaps(clause)]


def redocred(line: Line) -> dict[str, object]:
    """Wikidata properties between entities: those given, else the names found, which are added.

    Raises InputError if the given entities are no list of spans of the text with clusters.
    """
    if line.given is not None:
        return {"relations": _relations(line, _told(line.given, line.document.text))}
    names = line.reading.analysis.layers.get("name", ())
    numbers = _numbers(line, names)
    clusters: dict[int | str, list[Span]] = {}
    for name, number in zip(names, numbers, strict=True):
        clusters.setdefault(number, []).append(name.span)
    entities = [
        {"span": pair(name.span), "type": name.label, "cluster": number}
        for name, number in zip(names, numbers, strict=True)
    ]
    return {"entities": entities, "relations": _relations(line, clusters)}


def geo(line: Line) -> dict[str, object]:
    """Toponyms with WGS84 degrees and GeoNames number: those given, else those found.

    Raises InputError if the given places are no list of spans of the text.
    """
    if line.given is None:
        return layers.geo(line.document, line.reading)
    given, text = line.given.get("places"), line.document.text
    if not isinstance(given, list):
        raise InputError("places are to be given, and there are none")
    spans = [
        _span(place.get("span") if isinstance(place, Mapping) else None, f"place {number}", text)
        for number, place in enumerate(given)
    ]
    located = tuple(line.places(line.document, spans))
    return layers.geo(line.document, replace(line.reading, mentions=(), places=located))


def ecbplus(lines: Iterable[Line], together: Together) -> Iterator[dict[str, object]]:
    """The given mentions of all lines, the same `cluster` where they mean the same.

    Raises InputError if mentions are no list of spans of the text that hold a word, each with one
    of the corpus's kinds.
    """
    marked = [(line.document, line.reading, _marks(line)) for line in lines]
    for (_, _, marks), numbers in zip(marked, together(marked), strict=True):
        yield {
            "mentions": [
                {"span": pair(span), "kind": kind, "cluster": str(number)}
                for (span, kind), number in zip(marks, numbers, strict=True)
            ]
        }


def _marks(line: Line) -> Marks:
    mentions = (line.given or {}).get("mentions")
    if not isinstance(mentions, list):
        raise InputError("mentions are to be given, and there are none")
    marks = []
    for number, mention in enumerate(mentions):
        found = mention if isinstance(mention, Mapping) else {}
        span = _span(found.get("span"), f"mention {number}", line.document.text)
        kind = found.get("kind")
        if kind not in _KINDS:
            raise InputError(f"mention {number} has no kind, one of {', '.join(_KINDS)}")
        if not any(word.span.overlaps(span) for word in line.reading.analysis.words):
            raise InputError(f"mention {number} holds no word")
        marks.append((span, str(kind)))
    return marks


def _relations(line: Line, clusters: _Clusters) -> list[dict[str, object]]:
    ids = list(clusters)
    found = line.facts(line.document.text, line.reading.sentences, list(clusters.values()))
    return [{"head": ids[head], "tail": ids[tail], "type": kind} for head, tail, kind, _ in found]


def _numbers(line: Line, names: Sequence[Labelled]) -> list[int]:
    """The number of each name's entity: names in one chain, or in none but alike, have one."""
    reading = line.reading
    chained = [
        (reading.mentions[index].head, chain.id)
        for chain in reading.chains
        for index in chain.mentions
        if reading.mentions[index].form is MentionForm.NAME
    ]
    known: dict[tuple[str, bool], int] = {}
    numbers: list[int] = []
    for name in names:
        chain = next((key for head, key in chained if name.span.contains(head)), None)
        key = chain or name.span.of(line.document.text).casefold(), chain is None
        numbers.append(known.setdefault(key, len(known)))
    return numbers


def _told(given: Mapping[str, object], text: str) -> _Clusters:
    """The mentions of each entity of a line, by its `cluster`."""
    entities = given.get("entities")
    if not isinstance(entities, list):
        raise InputError("entities are to be given, and there are none")
    clusters: dict[int | str, list[Span]] = {}
    for number, entity in enumerate(entities):
        found = entity if isinstance(entity, Mapping) else {}
        cluster = found.get("cluster")
        if not isinstance(cluster, int | str):
            raise InputError(f"entity {number} has no cluster, a number or a string")
        clusters.setdefault(cluster, []).append(_span(found.get("span"), f"entity {number}", text))
    return clusters


def _span(told: object, what: str, text: str) -> Span:
    match told:
        case [int(begin), int(end)] if 0 <= begin < end <= len(text):
            return Span(begin, end)
    shown = json.dumps(told)
    raise InputError(f"{what}: {shown} is no [begin, end] in a text of {len(text)} characters")
