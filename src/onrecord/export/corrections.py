"""People's corrections as examples to learn from: the text, what was read, and what is right.

One JSON object a line, in the shapes of `onrecord annotate`; docs/reference/corrections has its
keys. Only the one statement is annotated: of the rest of the text nothing is said.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict

from onrecord.lexicon.acts import CORRECTION, standing
from onrecord.model import (
    Correction,
    Decided,
    Document,
    Filler,
    Holder,
    Located,
    Ruling,
    Span,
    Statement,
    TimeExpression,
)
from onrecord.model.anchor import document_of
from onrecord.store import Store
from onrecord.store.codec import loads

__all__ = ["correction_lines"]


def correction_lines(store: Store) -> Iterator[str]:
    """A line for each statement that a person accepted, corrected or rejected, as it stands."""
    made = standing(store.decisions(), CORRECTION)
    notes = {(each.by, each.at): loads(Correction, each.value).note for each in made}
    for document in dict.fromkeys(document_of(each.anchor) for each in made):
        for decided, read, now in _decided(store, document):
            line = _line(store.document(document), decided, read, now)
            line["note"] = notes.get((decided.by, decided.at), "")
            yield json.dumps(line, ensure_ascii=False)


def _decided(store: Store, document: str) -> Iterator[tuple[Decided, Statement, Statement | None]]:
    """What was decided of a report's statements: each as it was read, and as it stands now, None
    for one that was rejected."""
    reading = store.reading(document)
    if reading is None:
        return
    before = {each.statement.id: each.statement for each in reading.as_read}
    for now in reading.statements:
        if now.decided:
            yield now.decided, before.get(now.id, now), now
    for each in reading.as_read:
        if each.decided and each.decided.ruling is Ruling.REJECTED:
            yield each.decided, each.statement, None


def _line(
    document: Document, decided: Decided, read: Statement, now: Statement | None
) -> dict[str, object]:
    spans = [*_spans(read), *(_spans(now) if now else ())]
    begin = document.text.rfind("\n", 0, min(spans).begin) + 1
    end = document.text.find("\n", max(each.end for each in spans) - 1)
    text = document.text[begin : end if end >= 0 else None]
    shape = _Shape(begin)
    given = shape.statement(now) if now else None
    return {
        "id": f"{read.id} {decided.at}",
        "corpus": "corrections",
        "title": document.title,
        "published": document.published,
        "url": document.url,
        "text": text,
        "document": document.id,
        "offset": begin,
        "ruling": decided.ruling,
        "by": decided.by,
        "at": decided.at,
        "vouched": now is None or now.confidence == 1.0,
        "read": shape.statement(read) | {"confidence": decided.confidence},
        "given": given,
        "attributions": shape.attributions(now) if now else [],
        "timexes": [shape.time(now.time)] if now and now.time else [],
        "places": [shape.place(now.place)] if now and now.place else [],
    }


def _spans(statement: Statement) -> Iterator[Span]:
    """All words of the text that a statement holds."""
    yield statement.span
    for found in statement.roles.values():
        yield from (each.span for each in found)
    for holder in statement.holders:
        yield from (each for each in (holder.span, holder.cue) if each)
    yield from (each.span for each in (statement.time, statement.place) if each)


class _Shape:
    """Values with their spans counted from where the text of the line begins."""

    def __init__(self, begin: int) -> None:
        self._begin = begin

    def statement(self, statement: Statement) -> dict[str, object]:
        certainty = statement.certainty
        return {
            "span": self._pair(statement.span),
            "predicate": statement.predicate,
            "mode": statement.mode,
            "roles": {
                role: [self._filler(each) for each in found]
                for role, found in statement.roles.items()
            },
            "magnitudes": {name: asdict(n) for name, n in (statement.magnitudes or {}).items()},
            "time": self.time(statement.time) if statement.time else None,
            "place": self.place(statement.place) if statement.place else None,
            "holders": [self._holder(each) for each in statement.holders],
            "factuality": certainty.factuality,
            "status": certainty.status,
        }

    def attributions(self, statement: Statement) -> list[dict[str, object]]:
        """Who said it, by which words, of those that stand in the text."""
        content = [self._pair(statement.span)]
        return [
            {
                "source": [self._pair(holder.span)],
                "cue": [self._pair(holder.cue)] if holder.cue else [],
                "content": content,
            }
            for holder in statement.holders
            if holder.span
        ]

    def time(self, time: TimeExpression) -> dict[str, object]:
        value = {"type": time.type, "value": time.value, "edtf": time.edtf}
        return {"span": self._pair(time.span), **value}

    def place(self, located: Located) -> dict[str, object]:
        there = located.place
        return {
            "span": self._pair(located.span),
            "name": located.text,
            "lat": there.lat if there else None,
            "lon": there.lon if there else None,
            "geonames_id": there.geonames_id if there else None,
            "kind": there.feature if there else None,
        }

    def _filler(self, filler: Filler) -> dict[str, object]:
        return {"text": filler.text, "span": self._pair(filler.span)}

    def _holder(self, holder: Holder) -> dict[str, object]:
        span = self._pair(holder.span) if holder.span else None
        return {"name": holder.name, "class": holder.cls, "span": span}

    def _pair(self, span: Span) -> list[int]:
        return [span.begin - self._begin, span.end - self._begin]
