"""Layers of words: Universal Dependencies, PropBank roles, UDS-IH2 factuality."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.model import Document, Reading, RoleArc, Span, Word

__all__ = ["factuality", "propbank", "ud"]


def ud(document: Document, reading: Reading) -> dict[str, object]:
    """Sentences of words with tags, lemmas, heads and relations (UD v2)."""
    rows: dict[int, list[int]] = defaultdict(list)
    for index, word in enumerate(reading.analysis.words):
        rows[word.sentence].append(index)
    return {"sentences": [_sentence(reading.analysis.words, rows[n]) for n in sorted(rows)]}


def _sentence(words: Sequence[Word], members: Sequence[int]) -> dict[str, object]:
    first = members[0]
    tokens = [
        {
            "span": [word.span.begin, word.span.end],
            "lemma": word.lemma,
            "upos": word.upos,
            "xpos": word.xpos,
            "head": word.head - first if word.head >= 0 else -1,
            "deprel": word.deprel,
        }
        for word in (words[index] for index in members)
    ]
    return {"span": [words[first].span.begin, words[members[-1]].span.end], "tokens": tokens}


def propbank(document: Document, reading: Reading) -> dict[str, object]:
    """Predicates with the spans of their arguments: what hangs on the argument's head."""
    extents = _Extents(reading.analysis.words)
    args: dict[int, list[dict[str, object]]] = defaultdict(list)
    for arc in reading.analysis.roles:
        if arc.argument == arc.predicate:
            continue
        span = extents.of(arc)
        args[arc.predicate].append({"role": arc.role, "span": [span.begin, span.end]})
    words = reading.analysis.words
    return {
        "predicates": [
            {
                "span": [words[index].span.begin, words[index].span.end],
                "lemma": words[index].lemma,
                "upos": words[index].upos,
                "args": args[index],
            }
            for index in sorted(args)
        ]
    }


class _Extents:
    """From the head of an argument to its span, by the conventions of PropBank on UD trees."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._children: list[list[int]] = [[] for _ in words]
        for index, word in enumerate(words):
            if word.head >= 0:
                self._children[word.head].append(index)

    def of(self, arc: RoleArc) -> Span:
        """All words under the head, less the branch that holds the predicate; of a light verb
        and its noun that word alone."""
        words, head = self._words, arc.argument
        if arc.role in _SINGLE:
            return words[head].span
        inside = self._under(head, arc.predicate)
        kept = [i for i in sorted(inside) if (i < arc.predicate) == (head < arc.predicate)]
        text = [words[index].text for index in kept]
        while len(kept) > 1 and words[kept[-1]].upos == "PUNCT" and not _closes(text):
            kept.pop()
            text.pop()
        while len(kept) > 1 and words[kept[0]].upos == "PUNCT" and not _opens(text):
            kept.pop(0)
            text.pop(0)
        return Span(words[kept[0]].span.begin, words[kept[-1]].span.end)

    def _under(self, head: int, predicate: int) -> list[int]:
        inside, waiting = [head], list(self._children[head])
        if self._governs(head, predicate):
            waiting = [index for index in waiting if self._belongs(index, head, predicate)]
        while waiting:
            current = waiting.pop()
            if current != predicate:
                inside.append(current)
                waiting.extend(self._children[current])
        return inside

    def _governs(self, head: int, predicate: int) -> bool:
        while predicate >= 0 and predicate != head:
            predicate = self._words[predicate].head
        return predicate == head

    def _belongs(self, index: int, head: int, predicate: int) -> bool:
        """Whether a dependent of a head that the predicate hangs on is of the argument, and not of
        the clause or the phrase around it."""
        word = self._words[index]
        relation = word.deprel.split(":")[0]
        if relation == "advmod":
            degree = self._words[head].upos in ("ADJ", "ADV") and index + 1 == head
            return degree and word.lemma not in _DENYING
        if self._words[predicate].deprel == "cop":
            if relation in ("case", "ccomp") or word.deprel == "advmod:emph":
                return True
            if relation == "conj":
                own = {self._words[child].deprel for child in self._children[index]}
                return index > head and not own & {"nsubj", "nsubj:pass", "cop"}
        return relation not in _AROUND


_SINGLE = frozenset({"ARGM-LVB", "ARGM-PRR"})
_DENYING = frozenset({"not", "never"})
_AROUND = frozenset(
    "advcl aux case cc ccomp conj cop csubj discourse dislocated expl mark nsubj parataxis punct "
    "vocative".split()
)
_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«", '"': '"', "'": "'", "’": "‘"}


def _closes(text: Sequence[str]) -> bool:
    """Whether the last word closes a bracket or quotation that is opened in `text`."""
    opening = _PAIRS.get(text[-1])
    if opening is None:
        return False
    if opening == text[-1]:
        return text.count(opening) % 2 == 0
    return text.count(opening) == text.count(text[-1])


def _opens(text: Sequence[str]) -> bool:
    """Whether the first word opens a bracket or quotation that is closed in `text`."""
    closing = next((close for close, begin in _PAIRS.items() if begin == text[0]), None)
    if closing is None:
        return False
    if closing == text[0]:
        return text.count(closing) % 2 == 0
    return text.count(closing) == text.count(text[0])


def factuality(document: Document, reading: Reading) -> dict[str, object]:
    """Every verb with its estimate, -3 (did not happen) to 3 (did)."""
    return {
        "predicates": [
            {
                "span": [word.span.begin, word.span.end],
                "factuality": round(max(-3.0, min(3.0, word.factuality)), 3),
            }
            for word in reading.analysis.words
            if word.upos in ("VERB", "AUX")
        ]
    }
