"""Layers of words: Universal Dependencies, PropBank roles, UDS-IH2 factuality."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.export.schemes.extents import Extents
from onrecord.model import Document, Reading, Word

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
    extents = Extents(reading.analysis.words, reading.analysis.roles)
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
