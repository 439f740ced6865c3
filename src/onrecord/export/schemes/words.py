"""Layers of words: Universal Dependencies, PropBank roles, UDS-IH2 factuality."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.model import Document, Reading, Span, Word

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
    """Predicates with the spans of their arguments: the subtree of the argument's head."""
    words = reading.analysis.words
    below = _subtrees(words)
    args: dict[int, list[dict[str, object]]] = defaultdict(list)
    for arc in reading.analysis.roles:
        if arc.argument == arc.predicate:
            continue
        span = _argument(words, below, arc.argument, arc.predicate)
        args[arc.predicate].append({"role": arc.role, "span": [span.begin, span.end]})
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


def _subtrees(words: Sequence[Word]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in words]
    for index, word in enumerate(words):
        if word.head >= 0:
            children[word.head].append(index)
    return children


def _argument(
    words: Sequence[Word], children: Sequence[Sequence[int]], head: int, predicate: int
) -> Span:
    """The span of all words under `head`, less the branch that holds the predicate."""
    inside: list[int] = []
    waiting = [head]
    while waiting:
        current = waiting.pop()
        if current == predicate:
            continue
        inside.append(current)
        waiting.extend(children[current])
    kept = list(_beside(sorted(inside), head, predicate))
    while len(kept) > 1 and words[kept[-1]].upos == "PUNCT":
        kept.pop()
    while len(kept) > 1 and words[kept[0]].upos == "PUNCT":
        kept.pop(0)
    return Span(words[kept[0]].span.begin, words[kept[-1]].span.end)


def _beside(inside: Iterable[int], head: int, predicate: int) -> Iterable[int]:
    """The words on the head's side of the predicate."""
    for index in inside:
        if (index < predicate) == (head < predicate) or head == predicate:
            yield index


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
