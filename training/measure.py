"""The figures of a bundle on the dev parts, by the scorers of ../shared/bench."""

import importlib.util
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.model import Analysis, Labelled, Sentence, Span
from onrecord.nlp.network import Network
from onrecord.nlp.segment import sentences
from training.corpora import Record, Text, documents, read_jsonl

__all__ = ["measure"]

_RE3D = "PERSON ORG LOC NORP DATE MONEY QUANTITY WEAPON VEHICLE".split()
_Answer = Callable[[str, Analysis, list[Sentence]], Record]


def measure(network: Network, corpora: Path, bench: Path) -> dict[str, float]:
    """Figures in per cent by name, but for factuality's error and correlation."""
    scorer = _scorer(bench / "score.py")
    found: dict[str, float] = {}
    for corpus, tasks in _TASKS.items():
        gold = read_jsonl(corpora, corpus, "dev")
        read = [(record, *_read(network, record["text"])) for record in gold]
        for task, answer, wanted, options in tasks:
            with tempfile.TemporaryDirectory() as folder:
                told, given = Path(folder) / "gold.jsonl", Path(folder) / "given.jsonl"
                _write(told, gold)
                rows = [{"id": r["id"], **answer(r["text"], a, s)} for r, a, s in read]
                _write(given, rows)
                figures = scorer.score(task, told, given, **options)
            for name in wanted:
                value = figures[name]
                found[f"{corpus}: {name}"] = value["F1"] if isinstance(value, dict) else value
    return found | _by_word(network, corpora)


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _write(path: Path, records: list[Record]) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")


def _read(network: Network, text: str) -> tuple[Analysis, list[Sentence]]:
    cut = [
        Sentence(span, number)
        for number, line in enumerate(re.finditer(r"[^\n]+", text))
        for span in sentences(text, Span(*line.span()))
    ]
    return network.analyse(text, cut), cut


def _pair(span: Span) -> list[int]:
    return [span.begin, span.end]


def _attributions(_text: str, analysis: Analysis, _cut: list[Sentence]) -> Record:
    return {
        "attributions": [
            {role: [_pair(s) for s in getattr(x, role)] for role in ("source", "cue", "content")}
            for x in analysis.spoken
        ]
    }


def _layer(layer: str, key: str) -> _Answer:
    def item(found: Labelled) -> Record:
        return {"span": _pair(found.span), "type": found.label, "value": ""}

    return lambda _text, analysis, _cut: {key: [item(x) for x in analysis.layers[layer]]}


def _syntax(_text: str, analysis: Analysis, cut: list[Sentence]) -> Record:
    rows: list[Record] = [{"span": _pair(s.span), "tokens": []} for s in cut]
    first: dict[int, int] = {}
    for number, word in enumerate(analysis.words):
        first.setdefault(word.sentence, number)
    for word in analysis.words:
        head = -1 if word.head < 0 else word.head - first[word.sentence]
        token = {"span": _pair(word.span), "upos": word.upos, "head": head, "deprel": word.deprel}
        rows[word.sentence]["tokens"].append(token)
    return {"sentences": rows}


def _predicates(text: str, analysis: Analysis, _cut: list[Sentence]) -> Record:
    rows: dict[int, Record] = {}
    for arc in analysis.roles:
        span = analysis.words[arc.predicate].span
        row = rows.setdefault(arc.predicate, {"span": _pair(span), "args": []})
        whole = _yield(analysis, arc.argument, arc.predicate, text)
        row["args"].append({"role": arc.role, "span": _pair(whole)})
    return {"predicates": list(rows.values())}


def _yield(analysis: Analysis, top: int, predicate: int, text: str) -> Span:
    """The run of words around `top` that hang on it and not on the predicate."""
    words = analysis.words

    def under(word: int) -> bool:
        while word >= 0 and word not in (top, predicate):
            word = words[word].head
        return word == top

    begin = end = top
    while begin > 0 and under(begin - 1):
        begin -= 1
    while end + 1 < len(words) and under(end + 1):
        end += 1
    while end > top and words[end].upos == "PUNCT":
        end -= 1
    return words[begin].span.cover(words[end].span)


def _factuality(_text: str, analysis: Analysis, _cut: list[Sentence]) -> Record:
    rows = [{"span": _pair(w.span), "factuality": round(w.factuality, 3)} for w in analysis.words]
    return {"predicates": rows}


_Task = tuple[str, _Answer, list[str], dict[str, Any]]
_TASKS: dict[str, list[_Task]] = {
    "polnear": [
        (
            "attribution",
            _attributions,
            [
                *(f"token {role}" for role in ("source", "cue", "content", "all")),
                "span all",
                "content>=50",
                "content>=50 + source",
            ],
            {},
        )
    ],
    "re3d": [
        ("entities", _layer("mention", "entities"), ["exact all", "overlap all"], {"types": _RE3D})
    ],
    "timebank": [("timex", _layer("timex", "timexes"), ["strict", "relaxed", "type"], {})],
    "lgl": [("places", _layer("toponym", "places"), ["recognition overlap"], {})],
    "trnews": [("places", _layer("toponym", "places"), ["recognition overlap"], {})],
    "ud": [("syntax", _syntax, ["tokens", "sentences", "UPOS", "UAS", "LAS"], {})],
    "propbank": [
        (
            "roles",
            _predicates,
            [f"{n} no auxiliaries" for n in ("predicates", "arguments", "arguments overlap")],
            {},
        )
    ],
    "factuality": [
        (
            "factuality",
            _factuality,
            ["mean absolute error", "Pearson r, 0-1", "class accuracy", "macro F1"],
            {},
        )
    ],
    "redocred": [("entities", _layer("name", "entities"), ["exact all"], {"mapping": "none"})],
}


def _by_word(network: Network, corpora: Path) -> dict[str, float]:
    """F1 of labels of words for which there is no scorer."""
    counts: dict[str, Counter[str]] = {layer: Counter() for layer in ("entity", "event")}
    for text in documents(corpora, "dev"):
        if text.corpus in {"ewt", "gum", "timebank"}:
            analysis, _ = _read(network, text.text)
            _count(text, analysis, counts)
    return {
        f"{layer}, by word": 200 * n["right"] / max(n["gold"] + n["given"], 1)
        for layer, n in counts.items()
    }


def _count(text: Text, analysis: Analysis, counts: dict[str, Counter[str]]) -> None:
    words = {(word.span.begin, word.span.end): word for word in analysis.words}
    for layer, count in counts.items():
        if layer not in text.labels.words:
            continue
        count["given"] += sum(getattr(word, layer) is not None for word in words.values())
        for span, label in zip(text.spans, text.labels.words[layer], strict=True):
            if label == "O":
                continue
            word = words.get((span.begin, span.end))
            count["gold"] += 1
            count["right"] += word is not None and getattr(word, layer) == label
