"""The windows of a report put together again, word numbers and offsets those of the report."""

from collections.abc import Sequence

from onrecord.model import Analysis, Labelled, RoleArc, Span, SpokenSpans, Word
from onrecord.nlp.baseform import base_form
from onrecord.nlp.bio import Piece
from onrecord.nlp.decode import BIO_LAYERS, Decoded
from onrecord.nlp.window import Window

__all__ = ["Assembly"]


class Assembly:
    """Gathers decoded windows in order."""

    def __init__(self, spans: Sequence[Span], forms: Sequence[str]) -> None:
        self._spans, self._forms = spans, forms
        self._words: list[Word] = []
        self._layers: dict[str, list[Labelled]] = {layer: [] for layer in BIO_LAYERS}
        self._roles: list[RoleArc] = []
        self._spoken: list[SpokenSpans] = []
        self._roots: dict[int, int] = {}

    def add(self, window: Window, decoded: Decoded) -> None:
        """Appends one window."""
        for place in range(len(window.words)):
            self._words.append(self._word(window, decoded, place))
        for layer, pieces in decoded.spans.items():
            for piece in pieces:
                span = self._span(window, piece)
                self._layers[layer].append(Labelled(span, piece.label, piece.score))
        for predicate, argument, role, score in decoded.roles:
            pair = window.words[predicate], window.words[argument]
            self._roles.append(RoleArc(*pair, role, score))
        for linked in decoded.spoken:
            sides = [
                tuple(self._span(window, piece) for piece in pieces)
                for pieces in (linked.source, linked.cue, linked.content)
            ]
            self._spoken.append(SpokenSpans(sides[0], sides[1], sides[2], linked.score))

    def close(self) -> Analysis:
        """All of it."""
        layers = {layer: tuple(found) for layer, found in self._layers.items()}
        return Analysis(tuple(self._words), layers, tuple(self._roles), tuple(self._spoken))

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
        )

    def _head(self, window: Window, decoded: Decoded, place: int) -> tuple[int, str]:
        head = decoded.heads[place]
        if head >= 0:
            return window.words[head], decoded.deprels[place]
        # A sentence cut over several windows has a root in each; the later hang on the first.
        number = window.words[place]
        first = self._roots.setdefault(window.sentences[place], number)
        return (-1, "root") if first == number else (first, "parataxis")
