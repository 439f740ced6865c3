"""What pages are found by: names, words, and what speaks of what; the database fills most of it."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from onrecord.store.table import metadata

__all__ = ["correction", "entity_name", "name_word", "note", "statement_about"]

correction = Table(
    "correction",
    metadata,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("of", Text, ForeignKey("document.id"), primary_key=True, index=True),
    Column("body", Text, nullable=False),
)

entity_name = Table(
    "entity_name",
    metadata,
    Column("entity", Text, primary_key=True),
    Column("text", Text, primary_key=True),
    Column("folded", Text, nullable=False),
    Column("count", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("best", Integer, nullable=False),
)
Index("ix_entity_name_folded", entity_name.c.folded, entity_name.c.count)
Index(
    "ix_entity_name_best",
    entity_name.c.best,
    entity_name.c.count,
    entity_name.c.folded,
    entity_name.c.type,
)

name_word = Table(
    "name_word",
    metadata,
    Column("word", Text, primary_key=True),
    Column("entity", Text, primary_key=True, index=True),
    Column("count", Integer, nullable=False),
)

note = Table(
    "note",
    metadata,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
)

statement_about = Table(
    "statement_about",
    metadata,
    Column("about", Text, primary_key=True),
    Column("statement", Text, primary_key=True, index=True),
)
