"""Readers of what corpora say of whole documents and passages, not of words."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.nlp.pairs import Extent
from training.text import Record, Text, laid_out, read_jsonl

__all__ = ["passages", "relate", "tell_apart"]

FILLERS = ("perp_individual", "perp_organisation", "target", "victim", "weapon")
_LEAD = 90
"""Words of a story written for one PLOVER label that are read: the event is told first."""
_SURE = 0.5


def passages(folder: Path, part: str) -> Iterator[Text]:
    """Documents with labels of passages: muc4, plover, police, commitment."""
    for record in read_jsonl(folder, "muc4", part):
        text = laid_out(record, "muc4")
        text.labels.incidents = {t["incident_type"].split(" / ")[0] for t in record["templates"]}
        text.labels.spans["filler"] = _fillers(text, record["templates"])
        yield text
    for record in read_jsonl(folder, "plover", part):
        text = laid_out(_lead(record), "plover")
        if not text.spans:
            continue
        whole = (0, len(text.spans))
        text.labels.pools["plover"] = [(*whole, record["event_type"])]
        text.labels.pools["mode"] = [(*whole, (record["mode"] or "none").lower())]
        yield text
    for record in read_jsonl(folder, "police", part):
        text = laid_out(record, "police")
        told = [(text.covered(*s["span"]), s["labels"]) for s in record["sentences"]]
        text.labels.pools["police"] = [(*cover, labels) for cover, labels in told if cover]
        yield text
    for record in read_jsonl(folder, "commitment", part):
        text = laid_out(record, "commitment")
        clause = record["clause"] and text.covered(*record["clause"])
        if clause:
            text.labels.pools["commitment"] = [(*clause, record["mean_commitment"])]
            yield text


def _lead(record: Record) -> Record:
    ends = [m.end() for m in re.finditer(r"\S+", record["text"])]
    last = ends[min(_LEAD, len(ends)) - 1]
    # The last word may end the sentence itself, also inside a quotation mark.
    stop = re.compile(r"[.!?][\"'”]?(?=\s|$)").search(record["text"], max(last - 2, 0))
    return record | {"text": record["text"][: stop.end() if stop else None]}


def _fillers(text: Text, templates: Iterable[Record]) -> list[tuple[int, int, str]]:
    """Every place where a filler's wording stands; the longer wording first."""
    wordings = {
        (wording, role)
        for template in templates
        for role in FILLERS
        for entity in template[role]
        for wording in entity
    }
    found: list[tuple[int, int, str]] = []
    lower = text.text.lower()
    for wording, role in sorted(wordings, key=lambda pair: (-len(pair[0]), pair)):
        for match in re.finditer(rf"(?<!\w){re.escape(wording)}(?!\w)", lower):
            cover = text.covered(*match.span())
            if cover and not any(b < cover[1] and cover[0] < e for b, e, _ in found):
                found.append((*cover, role))
    return sorted(found)


def tell_apart(text: Text, entities: Iterable[Record]) -> None:
    """GUM's mentions with the entity of each, and how far the mention of a head word reaches."""
    labels, links = text.labels, text.labels.links
    widest: dict[int, int] = {}
    links["first"], links["last"] = {}, {}
    found: list[tuple[Extent, str]] = []
    for item in entities:
        cover, head = text.covered(*item["span"]), text.covered(*item["head"])
        if not cover or not head:
            continue
        found.append((_place(text, cover, head[0]), str(item["cluster"])))
        if cover[1] - cover[0] > widest.get(head[0], 0):
            widest[head[0]] = cover[1] - cover[0]
            links["first"][head[0]], links["last"][head[0]] = cover[0], cover[1] - 1
    found.sort(key=lambda pair: (pair[0].begin, -pair[0].end))
    labels.places = [place for place, _ in found]
    labels.clusters = [cluster for _, cluster in found]


def relate(text: Text, record: Record) -> None:
    """re3d's relations between mentions, or Re-DocRED's between entities."""
    mentions = [e for e in record["entities"] if e.get("confidence", 1) >= _SURE]
    covers = [(text.covered(*e["span"]), e) for e in mentions]
    kept = sorted(((cover, e) for cover, e in covers if cover), key=lambda x: (x[0][0], -x[0][1]))
    labels = text.labels
    labels.places = [_place(text, cover, cover[1] - 1) for cover, _ in kept]
    if text.corpus == "redocred":
        labels.clusters = [str(e["cluster"]) for _, e in kept]
        labels.facts = {(str(r["head"]), str(r["tail"]), r["type"]) for r in record["relations"]}
        return
    number = {tuple(e["span"]): i for i, (_, e) in enumerate(kept)}
    labels.relations = {}
    for relation in record["relations"]:
        ends = [number.get(tuple(relation[side])) for side in ("source", "target")]
        if relation.get("confidence", 1) >= _SURE and ends[0] is not None and ends[1] is not None:
            labels.relations[ends[0], ends[1]] = relation["type"]


def _place(text: Text, cover: tuple[int, int], head: int) -> Extent:
    return Extent(*cover, head, text.sentence_of(cover[0]))
