"""Short made-up reports with syntax by hand, for the tests of mentions and chains."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tests.trees import analysis

from onrecord.extract.coreference import chains
from onrecord.extract.mentions import mentions
from onrecord.extract.syntax import Tree
from onrecord.model import (
    Analysis,
    Chain,
    Document,
    Labelled,
    Nominal,
    Reading,
    Span,
    SpokenSpans,
    Word,
)

__all__ = ["Report", "rows"]

_TAGS = {"PROPN": "NNP", "NOUN": "NN", "NOUNS": "NNS", "VERB": "VBD", "DET": "DT", "ADJ": "JJ"}
_OWNING = frozenset({"nmod:poss"})


def rows(sentence: str) -> str:
    """The rows that `tests.trees` reads, from "form/UPOS/head/deprel" words; NOUNS is a plural."""
    lines = []
    for word in sentence.split():
        form, upos, head, deprel = word.split("/")
        tag = _TAGS.get(upos, "IN")
        if upos == "PRON":
            tag = "PRP$" if deprel in _OWNING else "PRP"
        if upos == "PUNCT":
            tag = form
        lemma = form.lower()
        if upos == "NOUNS":
            upos, lemma = "NOUN", lemma.removesuffix("s")
        lines.append(f"{form} {lemma} {upos} {tag} {head} {deprel}")
    return "\n".join(lines)


class Report:
    """A report read up to its chains, with the layers given by the words that they label."""

    def __init__(
        self,
        *sentences: str,
        names: dict[str, str] | None = None,
        said: tuple[str, str] | None = None,
        same: Mapping[tuple[str, ...], float] | None = None,
    ) -> None:
        """`names` maps words to name labels; `said` is a source and its content; `same` maps words
        that the network takes for one thing to how sure it is. Words after "|" only tell where."""
        self.text, parsed, spans = analysis(*map(rows, sentences))
        layer = tuple(
            Labelled(span, label, 0.9)
            for words, label in (names or {}).items()
            for span in self._told(words)
        )
        spoken: tuple[SpokenSpans, ...] = ()
        if said is not None:
            source, content = (self.spans(words)[0] for words in said)
            spoken = (SpokenSpans((source,), (), (content,), 0.9),)
        document = Document("d", self.text)
        reading = Reading(
            "d",
            sentences=spans,
            analysis=Analysis(
                parsed.words,
                {"name": tuple(sorted(layer, key=_begin))},
                (),
                spoken,
                tuple(self._nominals(parsed.words, same or {})),
            ),
        )
        reading = replace(reading, mentions=mentions(document, reading))
        self.reading = replace(reading, chains=chains(document, reading))

    def _nominals(
        self, words: Sequence[Word], same: Mapping[tuple[str, ...], float]
    ) -> Iterator[Nominal]:
        tree = Tree(words)
        for entity, (phrases, linked) in enumerate(same.items()):
            for span in (self._told(phrase)[0] for phrase in phrases):
                head = tree.head_of(span)
                assert head is not None
                yield Nominal(span, head, "person", entity, 0.9, linked)

    def _told(self, words: str) -> list[Span]:
        """Everywhere that the words stand, without those after "|"."""
        length = len(words.split("|")[0])
        return [Span(s.begin, s.begin + length) for s in self.spans(words.replace("|", ""))]

    def spans(self, words: str) -> list[Span]:
        """Everywhere that the words stand."""
        found, at = [], self.text.find(words)
        while at >= 0:
            found.append(Span(at, at + len(words)))
            at = self.text.find(words, at + 1)
        return found

    def mentioned(self, form: str = "") -> list[tuple[str, str]]:
        """The words and types of all mentions, or of those of one form."""
        return [
            (m.span.of(self.text), m.type.value)
            for m in self.reading.mentions
            if m.form.value == form or not form
        ]

    def chain(self, words: str) -> list[str]:
        """The words of all mentions in the chain of the first mention of `words`."""
        return [self.reading.mentions[m].span.of(self.text) for m in self.chain_of(words).mentions]

    def chain_of(self, words: str) -> Chain:
        """The chain of the first mention that reads `words`."""
        for chain in self.reading.chains:
            for m in chain.mentions:
                if self.reading.mentions[m].span.of(self.text) == words:
                    return chain
        raise AssertionError(f"no chain has {words!r}: {self.mentioned()}")


def _begin(labelled: Labelled) -> int:
    return labelled.span.begin
