"""Domain values to rows and back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from onrecord.model import (
    Analysis,
    Chain,
    Decision,
    Document,
    Judgement,
    Original,
    Reading,
    Statement,
)
from onrecord.store.codec import digest, digest_of, dumps, loads

__all__ = [
    "chain_rows",
    "decision_row",
    "document_of",
    "judgement_order",
    "judgement_row",
    "link_rows",
    "original_of",
    "original_row",
    "reading_of",
    "reading_row",
    "statement_rows",
]


def document_of(row: Row[Any]) -> Document:
    """The document in a row of `document`."""
    held = row._asdict()
    del held["seq"], held["day"]
    return Document(**held)


def original_row(document_id: str, original: Original) -> dict[str, object]:
    """The row of `original`; the bytes stand in `content`."""
    return {
        "document": document_id,
        "sha256": original.sha256,
        "name": original.name,
        "media_type": original.media_type,
        "encoding": original.encoding,
        "offsets": dumps(original.offsets),
    }


def original_of(row: Row[Any]) -> Original:
    """The original in a row of `original` joined with its `content`."""
    return Original(
        sha256=row.sha256,
        name=row.name,
        media_type=row.media_type,
        encoding=row.encoding,
        content=row.bytes,
        offsets=loads(tuple[tuple[int, int], ...], row.offsets),
    )


def reading_row(reading: Reading) -> dict[str, object]:
    """The row of `reading`: all layers but chains and statements, which have rows of their own."""
    kept = replace(reading, analysis=Analysis(), certainty={})
    made_by = reading.provenance
    return {
        "document": reading.document,
        "digest": digest(kept),
        "provenance": dumps(made_by) if made_by else None,
        "body": dumps(replace(kept, chains=(), statements=())),
    }


def reading_of(body: str, chains: Iterable[str], statements: Iterable[str]) -> Reading:
    """The reading in the body of its row and those of its chains and statements, in order."""
    return replace(
        loads(Reading, body),
        chains=tuple(loads(Chain, each) for each in chains),
        statements=tuple(loads(Statement, each) for each in statements),
    )


def judgement_row(judgement: Judgement) -> dict[str, object]:
    """The row of `judgement`."""
    body = dumps(judgement)
    return {
        "id": digest_of(body),
        "left": judgement.left,
        "right": judgement.right,
        "at": judgement.at,
        "body": body,
    }


def judgement_order(judgement: Judgement) -> tuple[str, str, str, str]:
    """The program's by their two sides, then people's by their time."""
    if judgement.at is None:
        return "", judgement.left, judgement.right, judgement.by
    return judgement.at, "", "", ""


def decision_row(decision: Decision) -> dict[str, object]:
    """The row of `decision`."""
    return {"id": digest(decision), "at": decision.at, "body": dumps(decision)}


def chain_rows(reading: Reading) -> list[dict[str, object]]:
    """The rows of `chain`."""
    return [
        {"id": chain.id, "document": reading.document, "seq": seq, "body": dumps(chain)}
        for seq, chain in enumerate(reading.chains)
    ]


def statement_rows(reading: Reading) -> list[dict[str, object]]:
    """The rows of `statement`."""
    return [_statement_row(seq, statement) for seq, statement in enumerate(reading.statements)]


def _statement_row(seq: int, statement: Statement) -> dict[str, object]:
    when = statement.time.interval if statement.time else None
    return {
        "id": statement.id,
        "document": statement.document,
        "seq": seq,
        "begin": statement.span.begin,
        "predicate": statement.predicate.value,
        "family": statement.predicate.family.value,
        "earliest": when.earliest.isoformat() if when and when.earliest else None,
        "latest": when.latest.isoformat() if when and when.latest else None,
        "body": dumps(statement),
    }


def link_rows(reading: Reading) -> list[dict[str, object]]:
    """The rows of `statement_chain`: every chain that a statement speaks of or that holds it, with
    the roles in which it stands there."""
    return [
        {"statement": statement.id, "chain": chain, "roles": " ".join(sorted(roles))}
        for statement in reading.statements
        for chain, roles in sorted(_chains(statement).items())
    ]


def _chains(statement: Statement) -> dict[str, set[str]]:
    places = (statement.place,) if statement.place else ()
    found: dict[str, set[str]] = {}
    for role, named in (*statement.roles.items(), ("place", places), ("holder", statement.holders)):
        for each in named:
            if each.chain is not None:
                found.setdefault(each.chain, set()).add(role)
    return found
