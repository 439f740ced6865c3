"""Readers: the corpora's JSON lines to documents of words with labels, one shape for all."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.model import Span
from training.lemma import script_of
from training.passages import passages, relate, tell_apart
from training.text import Record, Text, read_jsonl, segmented

__all__ = ["documents"]

_FREE = {"CC BY 2.5", "CC BY 4.0", "CC BY-SA 3.0"}
"""Terms of GUM's texts that let the weights be used for any purpose."""
_SPANS = {
    "re3d": ("mention", "entities"),
    "redocred": ("name", "entities"),
    "lgl": ("toponym", "places"),
    "trnews": ("toponym", "places"),
    "timebank": ("timex", "timexes"),
}
_MODALS = frozenset("none would could may might can must should".split())
_DENIED = 0.2
_AUXILIARY = frozenset({"be.03", "have.01", "do.01"})
"""PropBank's senses of auxiliary verbs, which have no arguments."""
_ROLES = ("source", "cue", "content")


def documents(folder: Path, part: str) -> Iterator[Text]:
    """Every training document of all corpora, with all that is known of it."""
    yield from _treebank(folder, part)
    for name, (layer, key) in _SPANS.items():
        for record in read_jsonl(folder, name, part):
            text = segmented(record, name)
            text.labels.spans[layer] = _outermost(text, record[key])
            if name == "timebank":
                _events(text, record["events"])
            if name in ("re3d", "redocred"):
                relate(text, record)
            yield text
    for record in read_jsonl(folder, "polnear", part):
        text = segmented(record, "polnear")
        _attribute(text, record["attributions"])
        yield text
    yield from passages(folder, part)


def _outermost(text: Text, items: Iterable[Record]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    sure = [item for item in items if item.get("confidence", 1) >= 0.5]
    for item in sorted(sure, key=lambda item: item["span"][0] - item["span"][1]):
        cover = text.covered(*item["span"])
        if cover and not any(b < cover[1] and cover[0] < e for b, e, _ in kept):
            kept.append((*cover, item.get("type", "PLACE")))
    return sorted(kept)


def _events(text: Text, items: Iterable[Record]) -> None:
    """TimeML classes of words, "O" where there is no event, and polarity and modality of events.

    In some files almost half of the events are marked as denied, which is no fault of the events:
    there polarity is unknown.
    """
    size, events = len(text.spans), list(items)
    classes = ["O"] * size
    polarity: list[str | None] = [None] * size
    modality: list[str | None] = [None] * size
    trusted = sum(e["polarity"] == "NEG" for e in events) < _DENIED * len(events)
    for item in events:
        if cover := text.covered(*item["span"]):
            word = cover[1] - 1
            classes[word] = item["class"]
            modal = (item["modality"] or "none").lower().split()[0]
            modality[word] = modal if modal in _MODALS else None
            polarity[word] = item["polarity"] if trusted else None
    text.labels.words |= {"event": classes, "polarity": polarity, "modality": modality}


def _attribute(text: Text, items: list[Record]) -> None:
    labels = text.labels
    for role in _ROLES:
        pieces = [{"span": span, "type": role} for item in items for span in item[role]]
        labels.spans[role] = _outermost(text, pieces)
    labels.links = {"content": {}, "cue": {}}
    for item in items:
        first = {
            role: [c[0] for span in item[role] if (c := text.covered(*span))] for role in _ROLES
        }
        goal = next(iter(first["cue"] or first["source"]), None)
        for word in first["content"]:
            labels.links["content"][word] = word if goal is None else goal
        for number, word in enumerate(first["cue"]):
            after = first["source"][0] if first["source"] else word
            labels.links["cue"][word] = first["cue"][0] if number else after


def _treebank(folder: Path, part: str) -> Iterator[Text]:
    gum = {record["id"]: record for record in read_jsonl(folder, "gum", part)}
    bank = {record["id"]: record for record in read_jsonl(folder, "propbank", part)}
    fact = {record["id"]: record for record in read_jsonl(folder, "factuality", part)}
    for record in read_jsonl(folder, "ud", part):
        if record["corpus"] == "gum" and record["text_licence"] not in _FREE:
            continue
        text = _parsed(record)
        if entry := gum.get(record["id"]):
            text.labels.words["entity"] = _nominals(text, entry["entities"])
            tell_apart(text, entry["entities"])
        if entry := bank.get(record["id"]):
            _roles(text, entry)
        if entry := fact.get(record["id"]):
            values: list[float | None] = [None] * len(text.spans)
            for item in entry["predicates"]:
                if cover := text.covered(*item["span"]):
                    values[cover[0]] = item["factuality"]
            text.labels.words["factuality"] = values
        yield text


def _parsed(record: Record) -> Text:
    text = Text(record["id"], record["corpus"], record["text"], [], [], [])
    layers: dict[str, list[Any]] = {k: [] for k in ("upos", "xpos", "lemma", "head", "deprel")}
    for sentence in record["sentences"]:
        base = len(text.spans)
        text.sentences.append(list(range(base, base + len(sentence["tokens"]))))
        text.blocks.append(text.text.count("\n", 0, sentence["span"][0]))
        for offset, token in enumerate(sentence["tokens"]):
            text.spans.append(Span(*token["span"]))
            for key in ("upos", "xpos", "deprel"):
                layers[key].append(token[key])
            form = record["text"][token["span"][0] : token["span"][1]]
            layers["lemma"].append(script_of(form, token["lemma"]))
            layers["head"].append(base + (offset if token["head"] < 0 else token["head"]))
    text.labels.words.update(layers)
    return text


def _nominals(text: Text, items: Iterable[Record]) -> list[str]:
    labels = ["O"] * len(text.spans)
    widest = [0] * len(text.spans)
    for item in items:
        cover = text.covered(*item["head"])
        width = item["span"][1] - item["span"][0]
        if cover and width > widest[cover[0]]:
            labels[cover[0]], widest[cover[0]] = item["type"], width
    return labels


def _roles(text: Text, record: Record) -> None:
    known = {tuple(sentence["span"]) for sentence in record["sentences"]}
    marks: list[str | None] = [None] * len(text.spans)
    for members in text.sentences:
        if (text.spans[members[0]].begin, text.spans[members[-1]].end) in known:
            for word in members:
                marks[word] = "O"
    heads = text.labels.words["head"]
    for item in record["predicates"]:
        cover = text.covered(*item["span"])
        if not cover or item["sense"] in _AUXILIARY:
            continue
        marks[cover[0]] = "PRED"
        text.labels.roles[cover[0]] = {
            _top(heads, span): argument["role"]
            for argument in item["args"]
            if (span := text.covered(*argument["span"]))
        }
    text.labels.words["predicate"] = marks


def _top(heads: list[int], span: tuple[int, int]) -> int:
    """The word of the span whose head lies outside."""
    for word in range(*span):
        if heads[word] == word or not span[0] <= heads[word] < span[1]:
            return word
    return span[0]
