"""The windows of a report put together again, word numbers and offsets those of the report."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.model import (
    Analysis,
    Labelled,
    Nominal,
    Passage,
    Related,
    RoleArc,
    Span,
    SpokenSpans,
    Word,
)
from onrecord.nlp.baseform import base_form
from onrecord.nlp.bio import Piece, log_softmax
from onrecord.nlp.bundle import Bundle
from onrecord.nlp.calibration import Calibration
from onrecord.nlp.decode import BIO_LAYERS, JUDGED, POOLS, Decoded, Reach
from onrecord.nlp.document import DocumentPass
from onrecord.nlp.pairs import Extent
from onrecord.nlp.window import Window

__all__ = ["Assembly"]

_LIKELY = 0.5
_Row = tuple[Any, ...]
"""The fields of something in an analysis, its score last."""


class Assembly:
    """Gathers decoded windows in order."""

    def __init__(self, spans: Sequence[Span], forms: Sequence[str]) -> None:
        self._spans, self._forms = spans, forms
        self._words: list[Word] = []
        self._layers: dict[str, list[_Row]] = {layer: [] for layer in BIO_LAYERS}
        self._roles: list[_Row] = []
        self._spoken: list[_Row] = []
        self._confidence: list[npt.NDArray[np.float32]] = []
        self._roots: dict[int, int] = {}
        self._mentions: list[Reach] = []
        self._named: list[tuple[int, int]] = []
        self._vectors: list[npt.NDArray[np.float32]] = []
        self._pools: list[npt.NDArray[np.float32]] = []

    def add(self, window: Window, decoded: Decoded) -> None:
        """Appends one window."""
        for place in range(len(window.words)):
            self._words.append(self._word(window, decoded, place))
        for layer, pieces in decoded.spans.items():
            for piece in pieces:
                self._layers[layer].append((self._span(window, piece), piece.label, piece.score))
        for predicate, argument, role, score in decoded.roles:
            pair = window.words[predicate], window.words[argument]
            self._roles.append((*pair, role, score))
        for linked in decoded.spoken:
            sides = [
                tuple(self._span(window, piece) for piece in pieces)
                for pieces in (linked.source, linked.cue, linked.content)
            ]
            self._spoken.append((*sides, linked.score))
        self._confidence.append(decoded.confidence)
        at = window.words[0]
        self._mentions.extend(
            Reach(at + x.head, at + x.begin, at + x.end, x.label, x.score) for x in decoded.mentions
        )
        self._named.extend((at + x.begin, at + x.end) for x in decoded.spans["mention"])
        self._vectors.append(decoded.vectors)
        self._pools.append(decoded.pools)

    def close(self, bundle: Bundle) -> Analysis:
        """All of it, with what the document pass of `bundle` adds, its scores calibrated."""
        sure = Calibration(bundle.calibration, bundle.offsets)
        known = Analysis(
            tuple(self._words),
            {layer: sure.made(layer, Labelled, rows) for layer, rows in self._layers.items()},
            sure.made("role", RoleArc, self._roles),
            sure.made("attribution", SpokenSpans, self._spoken),
        )
        if not self._words:
            return known
        document = DocumentPass(bundle, np.concatenate(self._vectors), self._forms)
        incidents, fillers = document.incidents()
        rows = [(self._cover(p.begin, p.end), p.label, p.score) for p in fillers]
        chances = sure.of("incident", list(incidents.values()), incidents)
        scores = np.concatenate(self._confidence).T
        return replace(
            known,
            layers={**known.layers, "filler": sure.made("filler", Labelled, rows)},
            nominals=self._nominals(document, sure),
            relations=self._relations(document, sure),
            passages=self._passages(bundle, sure),
            incidents=dict(zip(incidents, chances, strict=True)),
            confidence={
                layer: tuple(sure.of(layer, own)) for layer, own in zip(JUDGED, scores, strict=True)
            },
        )

    def facts(
        self, bundle: Bundle, entities: Sequence[Sequence[Span]]
    ) -> list[tuple[int, int, str, float]]:
        """See `DocumentPass.facts`; mentions that hold no word are left out."""
        if not self._words:
            return []
        document = DocumentPass(bundle, np.concatenate(self._vectors), self._forms)
        found = document.facts(
            [[x for span in spans for x in self._held(span)] for spans in entities]
        )
        sure = Calibration(bundle.calibration, bundle.offsets)
        chances = sure.of("fact", [fact[3] for fact in found], [fact[2] for fact in found])
        return [(*fact[:3], chance) for fact, chance in zip(found, chances, strict=True)]

    def contexts(self, spans: Sequence[Span]) -> npt.NDArray[np.float32]:
        """The mean vector [spans, hidden] of the words that share a character with each span."""
        vectors = np.concatenate(self._vectors)
        rows = [[n for n, word in enumerate(self._spans) if word.overlaps(s)] for s in spans]
        return np.array([vectors[own].mean(axis=0) for own in rows], np.float32)

    def _held(self, span: Span) -> list[Extent]:
        """The words that share a character with `span`, as one mention."""
        words = [n for n, word in enumerate(self._spans) if word.overlaps(span)]
        return [self._extent(words[0], words[-1] + 1, words[-1])] if words else []

    def _nominals(self, document: DocumentPass, sure: Calibration) -> tuple[Nominal, ...]:
        surest: dict[tuple[int, int], Reach] = {}
        for reach in self._mentions:
            key = (reach.begin, reach.end)
            surest[key] = max(surest.get(key, reach), reach, key=lambda found: found.score)
        kept = [surest[key] for key in sorted(surest, key=lambda key: (key[0], -key[1]))]
        entities = document.entities([self._extent(x.begin, x.end, x.head) for x in kept])
        scores = sure.of("nominal", [x.score for x in kept], (x.label for x in kept))
        links = sure.of("coreference", [linked for _, linked in entities])
        return tuple(
            Nominal(self._cover(x.begin, x.end), x.head, x.label, entity, score, linked)
            for x, (entity, _), score, linked in zip(kept, entities, scores, links, strict=True)
        )

    def _relations(self, document: DocumentPass, sure: Calibration) -> tuple[Related, ...]:
        covers = [self._cover(begin, end) for begin, end in self._named]
        mentions = [self._extent(b, e, e - 1) for b, e in self._named]
        found = document.relations(mentions)
        rows = [(covers[one], covers[other], label, score) for one, other, label, score in found]
        return sure.made("relation", Related, rows)

    def _passages(self, bundle: Bundle, sure: Calibration) -> tuple[Passage, ...]:
        """The likeliest label of each sentence and layer; of `police` each that is likely.

        A sentence scores as its words do in the mean.
        """
        numbers = np.array([word.sentence for word in self._words])
        starts = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1]))
        sizes = np.diff(np.append(starts, len(numbers)))
        summed = np.add.reduceat(np.concatenate(self._pools), starts, axis=0)
        pooled = (summed / sizes[:, None]).astype(np.float32)
        found: list[Passage] = []
        column = 0
        for layer in POOLS:
            labels = bundle.labels[layer]
            scores = pooled[:, column : column + len(labels)] + bundle.bias.get(layer, 0.0)
            chances = _chances(scores, layer)
            column += len(labels)
            rows = [
                (sentence, layer, labels[label], float(row[label]))
                for sentence, row in zip(numbers[starts].tolist(), chances, strict=True)
                for label in _chosen(row, layer)
            ]
            found.extend(sure.made(layer, Passage, rows))
        return tuple(found)

    def _extent(self, begin: int, end: int, head: int) -> Extent:
        return Extent(begin, end, head, self._words[head].sentence)

    def _cover(self, begin: int, end: int) -> Span:
        return self._spans[begin].cover(self._spans[end - 1])

    def _span(self, window: Window, piece: Piece) -> Span:
        first = self._spans[window.words[piece.begin]]
        return first.cover(self._spans[window.words[piece.end - 1]])

    def _word(self, window: Window, decoded: Decoded, place: int) -> Word:
        number, sentence = window.words[place], window.sentences[place]
        form, labels = self._forms[number], decoded.labels
        head, deprel = self._head(window, decoded, place)
        entity, event = labels["entity"][place], labels["event"][place]
        return Word(
            span=self._spans[number],
            text=form,
            lemma=base_form(form, labels["upos"][place]),
            upos=labels["upos"][place],
            xpos=labels["xpos"][place],
            head=head,
            deprel=deprel,
            sentence=sentence,
            entity=None if entity == "O" else entity,
            event=None if event == "O" else event,
            factuality=decoded.factuality[place],
            commitment=float(decoded.pools[place, -1]),
            polarity=labels["polarity"][place] if event != "O" else None,
            modality=labels["modality"][place] if event != "O" else None,
            predicate=labels["predicate"][place] != "O",
        )

    def _head(self, window: Window, decoded: Decoded, place: int) -> tuple[int, str]:
        head = decoded.heads[place]
        if head >= 0:
            return window.words[head], decoded.deprels[place]
        # A sentence cut over several windows has a root in each; the later hang on the first.
        number = window.words[place]
        first = self._roots.setdefault(window.sentences[place], number)
        return (-1, "root") if first == number else (first, "parataxis")


def _chances(scores: npt.NDArray[np.float32], layer: str) -> npt.NDArray[np.float32]:
    """Probabilities of labels of which a sentence has one, but for `police`, any number."""
    if layer == "police":
        return np.asarray(1 / (1 + np.exp(-scores)), np.float32)
    return np.exp(log_softmax(scores))


def _chosen(chances: npt.NDArray[np.float32], layer: str) -> list[int]:
    if layer == "police":
        return np.flatnonzero(chances > _LIKELY).tolist()
    return [int(chances.argmax())]
