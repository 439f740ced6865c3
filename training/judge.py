"""What the network says of the dev parts, each item with its score and whether it is right.

An item is right by the rules of ../shared/bench as far as one item can be: what the network gives
is judged, not what it leaves out. Words that the corpus cuts otherwise are passed over.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Analysis, Sentence, Span, Word
from onrecord.nlp.decode import JUDGED
from onrecord.nlp.network import Network
from onrecord.nlp.pairs import SAME_BOTH_WAYS, Extent
from training.corpora import documents
from training.measure import read
from training.text import Record, Text, read_jsonl

__all__ = ["Judged", "judged"]

_UNUSED = frozenset({"plover", "commitment"})
"""Corpora whose labels are of stretches that are no sentences, or are no labels."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing the network said: `score` is 0 to 1, not calibrated; `label` is empty for words,
    attributions and coreference."""

    layer: str
    document: str
    label: str
    score: float
    right: bool


_Item = tuple[str, str, float, bool]
"""Layer, label, score, right."""


def judged(network: Network, corpora: Path) -> Iterator[Judged]:
    """Every item in the dev parts that the corpus at hand can judge."""
    told = {
        (name, record["id"]): record
        for name in ("gum", "polnear")
        for record in read_jsonl(corpora, name, "dev")
    }
    for text in documents(corpora, "dev"):
        if text.corpus in _UNUSED:
            continue
        reading = read(network, text.text)
        record = told.get((text.corpus, text.id), {})
        found = [item for rule in _RULES for item in rule(text, record, reading.analysis)]
        found.extend(_facts(network, text, reading.sentences))
        yield from (
            Judged(layer, text.id, label, score, right) for layer, label, score, right in found
        )
    for record in read_jsonl(corpora, "plovergsr", "dev"):
        reading = read(network, record["text"])
        for layer, label, score, right in _events(record, reading.analysis):
            yield Judged(layer, record["id"], label, score, right)


def _words(text: Text, _record: Record, analysis: Analysis) -> Iterator[_Item]:
    place = {span: number for number, span in enumerate(text.spans)}
    layers = [layer for layer in JUDGED if layer in text.labels.words]
    for number, word in enumerate(analysis.words):
        if (at := place.get(word.span)) is None:
            continue
        for layer in layers:
            goal = text.labels.words[layer][at]
            if goal is None or (given := _label(layer, word, analysis, place)) is None:
                continue
            # A root is its own head here, and -1 in an analysis.
            right = given == (-1 if layer == "head" and goal == at else goal)
            yield layer, "", analysis.confidence[layer][number], right


def _label(layer: str, word: Word, analysis: Analysis, place: dict[Span, int]) -> int | str | None:
    """What the analysis says of a word as the corpus would write it."""
    if layer == "head":
        return -1 if word.head < 0 else place.get(analysis.words[word.head].span, -2)
    if layer == "predicate":
        return "PRED" if word.predicate else "O"
    found: str | None = getattr(word, layer)
    return found or ("O" if layer in ("entity", "event") else None)


def _spans(text: Text, _record: Record, analysis: Analysis) -> Iterator[_Item]:
    for layer, spans in text.labels.spans.items():
        gold = {(_cover(text, begin, end), label) for begin, end, label in spans}
        for found in analysis.layers[layer]:
            yield layer, found.label, found.score, (found.span, found.label) in gold


def _roles(text: Text, _record: Record, analysis: Analysis) -> Iterator[_Item]:
    known = text.labels.words.get("predicate")
    if known is None:
        return
    place = {span: number for number, span in enumerate(text.spans)}
    for arc in analysis.roles:
        predicate = place.get(analysis.words[arc.predicate].span)
        argument = place.get(analysis.words[arc.argument].span)
        if predicate is not None and argument is not None and known[predicate] is not None:
            row = text.labels.roles.get(predicate, {})
            yield "role", arc.role, arc.score, row.get(argument) == arc.role


def _nominals(text: Text, record: Record, analysis: Analysis) -> Iterator[_Item]:
    """Mentions by span and type. Of those whose span is right, the links: to the mention before
    that has the same entity, or to none if there is no right one."""
    if "entities" not in record:
        return
    gold = {Span(*e["span"]): (e["type"], e["cluster"]) for e in record["entities"]}
    last: dict[int, str] = {}
    seen: set[str] = set()
    for found in analysis.nominals:
        kind, cluster = gold.get(found.span, (None, None))
        yield "nominal", found.label, found.score, kind == found.label
        if cluster is None:
            continue
        before = last.get(found.entity)
        right = cluster not in seen if before is None else before == cluster
        yield "coreference", "", found.linked, right
        last[found.entity] = cluster
        seen.add(cluster)


def _attributions(text: Text, record: Record, analysis: Analysis) -> Iterator[_Item]:
    """Half of each content must be the other's; sources share a word, or there is none."""
    if "attributions" not in record:
        return
    gold = [
        [_held(text, [Span(*span) for span in item[side]]) for side in ("content", "source")]
        for item in record["attributions"]
    ]
    for found in analysis.spoken:
        content, source = _held(text, found.content), _held(text, found.source)
        right = any(
            2 * len(content & other) >= max(len(content), len(other))
            and (bool(source & speaker) or not (source or speaker))
            for other, speaker in gold
        )
        yield "attribution", "", found.score, right


def _relations(text: Text, _record: Record, analysis: Analysis) -> Iterator[_Item]:
    """The label is right and both sides share a word with the corpus's."""
    if text.labels.relations is None:
        return
    spans = [_cover(text, place.begin, place.end) for place in text.labels.places]
    gold = [(spans[i], spans[j], label) for (i, j), label in text.labels.relations.items()]
    gold += [(target, source, label) for source, target, label in gold if label in SAME_BOTH_WAYS]
    for found in analysis.relations:
        right = any(
            label == found.label and found.source.overlaps(source) and found.target.overlaps(target)
            for source, target, label in gold
        )
        yield "relation", found.label, found.score, right


def _incidents(text: Text, _record: Record, analysis: Analysis) -> Iterator[_Item]:
    """Every kind, reported or not."""
    if text.labels.incidents is not None:
        for kind, score in analysis.incidents.items():
            yield "incident", kind, score, kind in text.labels.incidents


def _police(text: Text, _record: Record, analysis: Analysis) -> Iterator[_Item]:
    sentences: dict[int, set[str]] = {}
    place = {span: number for number, span in enumerate(text.spans)}
    told: dict[int, Sequence[str]] = {
        word: labels
        for begin, end, labels in text.labels.pools.get("police", ())
        for word in range(begin, end)
    }
    for word in analysis.words if told else ():
        sentences.setdefault(word.sentence, set()).update(told.get(place[word.span], ()))
    for found in analysis.passages:
        if told and found.layer == "police":
            yield "police", found.label, found.score, found.label in sentences[found.sentence]


_RULES: tuple[Callable[[Text, Record, Analysis], Iterator[_Item]], ...] = (
    _words,
    _spans,
    _roles,
    _nominals,
    _attributions,
    _relations,
    _incidents,
    _police,
)


def _facts(network: Network, text: Text, cut: Sequence[Sentence]) -> Iterator[_Item]:
    """Between the corpus's own entities."""
    if text.labels.facts is None:
        return
    entities: dict[str, list[Extent]] = {}
    for place, cluster in zip(text.labels.places, text.labels.clusters or (), strict=True):
        entities.setdefault(cluster, []).append(place)
    names = list(entities)
    spans = [[_cover(text, p.begin, p.end) for p in places] for places in entities.values()]
    for head, tail, label, score in network.facts(text.text, cut, spans):
        yield "fact", label, score, (names[head], names[tail], label) in text.labels.facts


def _events(record: Record, analysis: Analysis) -> Iterator[_Item]:
    """Types and modes of a text of a sentence or two; records whose mode has no name of today
    say nothing of modes."""
    told = record["events"]
    gold = {"plover": {event["type"] for event in told}}
    if all(event["mode"] or not event["mode_coded"] for event in told):
        gold["mode"] = {(event["mode"] or "none").lower() for event in told}
    for found in analysis.passages:
        if found.layer in gold:
            yield found.layer, found.label, found.score, found.label in gold[found.layer]


def _cover(text: Text, begin: int, end: int) -> Span:
    return text.spans[begin].cover(text.spans[end - 1])


def _held(text: Text, spans: Sequence[Span]) -> set[int]:
    covers = [text.covered(span.begin, span.end) for span in spans]
    return {word for cover in covers if cover for word in range(*cover)}
