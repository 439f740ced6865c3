"""One run of the network over a report: syntax, layers of spans, roles and attributions."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import onrecord_english

from onrecord.model import Analysis, Sentence, Span
from onrecord.nlp.assembly import Assembly
from onrecord.nlp.bundle import Bundle, load_bundle
from onrecord.nlp.decode import Decoder
from onrecord.nlp.segment import words
from onrecord.nlp.window import Window, case_of, pieces_of, windows

__all__ = ["Analyst", "Network"]


class Analyst(Protocol):
    """What reads a report: the network, or a fake beside it in tests."""

    @property
    def digest(self) -> str:
        """What tells this network from any other."""

    def analyse(self, text: str, sentences: Sequence[Sentence]) -> Analysis:
        """All layers of the sentences of `text`, with offsets into `text`."""


class Network:
    """The ONNX network; the same text gives the same analysis, whatever was read before."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._decoder = Decoder(bundle.labels, bundle.bias)

    @classmethod
    def load(cls, folder: Path | None = None, threads: int = 1) -> "Network":
        """The network in `folder`, by default `onrecord-english`'s.

        Raises ModelError if a file is missing or is not the one its labels name.
        """
        return cls(load_bundle(folder or onrecord_english.FOLDER, threads))

    @property
    def digest(self) -> str:
        """SHA-256 of the labels, which hold those of the weights and the tokenizer."""
        return self._bundle.digest

    def analyse(self, text: str, sentences: Sequence[Sentence]) -> Analysis:
        """All layers of the sentences of `text`, with offsets into `text`."""
        return self._read(text, sentences).close(self._bundle)

    def facts(
        self, text: str, sentences: Sequence[Sentence], entities: Sequence[Sequence[Span]]
    ) -> list[tuple[int, int, str, float]]:
        """Relations between given entities, each its mentions in `text`, by Wikidata property.

        Gives (head entity, tail entity, property, score): see `DocumentPass.facts`.
        """
        return self._read(text, sentences).facts(self._bundle, entities)

    def contexts(
        self, text: str, sentences: Sequence[Sentence], spans: Sequence[Span]
    ) -> npt.NDArray[np.float32]:
        """What stretches of `text` mean where they stand, as vectors [spans, hidden].

        Each span shares a character with some word.
        """
        return self._read(text, sentences).contexts(spans)

    def _read(self, text: str, sentences: Sequence[Sentence]) -> Assembly:
        cut = [words(text, sentence.span) for sentence in sentences]
        spans = [span for members in cut for span in members]
        forms = [span.of(text) for span in spans]
        ends = np.cumsum([len(members) for members in cut]).tolist()
        packed = windows(
            pieces_of(self._bundle.tokenizer, forms),
            [int(case_of(form)) for form in forms],
            [range(end - len(members), end) for end, members in zip(ends, cut, strict=True)],
            [sentence.block for sentence in sentences],
            (self._bundle.pieces, self._bundle.pieces),
        )
        assembly = Assembly(spans, forms)
        for window in packed:
            assembly.add(window, self._decoder.decode(self._run(window), window.sentences))
        return assembly

    def _run(self, window: Window) -> dict[str, Any]:
        session = self._bundle.sessions["model"]
        inputs = {
            "ids": window.ids,
            "cases": window.cases,
            "first": window.first,
            "sentences": window.sentences,
        }
        fed = {name: np.array([values], np.int64) for name, values in inputs.items()}
        names = [output.name for output in session.get_outputs()]
        return {name: array[0] for name, array in zip(names, session.run(names, fed), strict=True)}
