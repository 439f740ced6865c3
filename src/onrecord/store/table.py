"""The tables of a record, as SQLAlchemy Core sees them; the scripts in `migrations` make them.

What is asked for has a column; what is only read back with its row stands in `body` as JSON
(`codec`). `seq` is the order in which rows came, or their order within a document. `day`, `first`,
`last`, `plain`, `sited`, `told` and the columns that follow a `body` are made by the database of
the others.
"""

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

__all__ = [
    "agreement",
    "answer",
    "candidate",
    "chain",
    "company",
    "content",
    "copy",
    "decision",
    "document",
    "entity",
    "entity_chain",
    "event",
    "event_key",
    "event_statement",
    "failure",
    "gazetteer",
    "judgement",
    "linking",
    "mark",
    "metadata",
    "original",
    "reading",
    "spelling",
    "spelling_key",
    "statement",
    "statement_chain",
    "unlinked",
]

metadata = MetaData()

document = Table(
    "document",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text, index=True),
    Column("byline", Text),
    Column("published", Text),
    Column("retrieved", Text),
    Column("url", Text, index=True),
    Column("language", Text),
    Column("sha256", Text, nullable=False),
    Column("version_of", Text),
    Column("day", Text),
)
Index("ix_document_day", document.c.day, document.c.id)

content = Table(
    "content",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

original = Table(
    "original",
    metadata,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("sha256", Text, ForeignKey("content.sha256"), nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("encoding", Text, nullable=False),
    Column("offsets", Text, nullable=False),
)

failure = Table(
    "failure",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, nullable=False, index=True),
    Column("at", Text, index=True),
    Column("body", Text, nullable=False),
    Column("opinion", Text),
    Column("score", REAL),
)
Index(
    "ix_judgement_opinion",
    *(judgement.c[name] for name in ("opinion", "at", "score", "left", "right")),
)

decision = Table(
    "decision",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("body", Text, nullable=False),
)

gazetteer = Table(
    "gazetteer",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("digest", Text, nullable=False),
    Column("provenance", Text),
    Column("body", Text, nullable=False),
)

chain = Table(
    "chain",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, ForeignKey("reading.document"), nullable=False, index=True),
    Column("seq", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, ForeignKey("reading.document"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("begin", Integer, nullable=False),
    Column("predicate", Text, nullable=False, index=True),
    Column("family", Text, nullable=False, index=True),
    Column("earliest", Text, index=True),
    Column("latest", Text),
    Column("body", Text, nullable=False),
    Column("first", Text),
    Column("last", Text),
    Column("plain", Integer),
    Column("status", Text),
    Column("sited", Integer),
)
Index("ix_statement_when", statement.c.first, statement.c.last, statement.c.earliest)
Index(
    "ix_statement_document",
    *(statement.c[name] for name in ("document", "seq", "begin", "id", "predicate", "family")),
    *(statement.c[name] for name in ("earliest", "latest", "plain", "status", "sited")),
)

statement_chain = Table(
    "statement_chain",
    metadata,
    Column("statement", Text, ForeignKey("statement.id"), primary_key=True),
    Column("chain", Text, primary_key=True, index=True),
    Column("roles", Text),
)

entity = Table(
    "entity",
    metadata,
    Column("id", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("votes", Text),
    Column("contested", Integer),
    Column("lat", REAL),
)
Index("ix_entity_located", entity.c.id, sqlite_where=entity.c.lat.is_not(None))

entity_chain = Table(
    "entity_chain",
    metadata,
    Column("chain", Text, primary_key=True),
    Column("entity", Text, ForeignKey("entity.id"), nullable=False),
    Column("place", Text),
)
Index("ix_entity_chain_entity", entity_chain.c.entity, entity_chain.c.place)

event = Table(
    "event",
    metadata,
    Column("id", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("type", Text),
    Column("mode", Text),
    Column("first", Text),
    Column("last", Text),
    Column("told", Integer),
)
Index("ix_event_when", event.c.first, event.c.last, event.c.id)
Index("ix_event_told", event.c.told, event.c.id.desc())
Index("ix_event_type", event.c.type, event.c.first, event.c.last, event.c.id)

# What linking a new report needs to know of those linked before it.

linking = Table(
    "linking",
    metadata,
    Column("version", Text, primary_key=True),
    Column("threshold", REAL, nullable=False),
)

unlinked = Table(
    "unlinked",
    metadata,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
)

company = Table(
    "company",
    metadata,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("body", Text, nullable=False),
)

spelling = Table(
    "spelling",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("body", Text, nullable=False, unique=True),
)

spelling_key = Table(
    "spelling_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("spelling", Integer, ForeignKey("spelling.id"), primary_key=True),
)

agreement = Table(
    "agreement",
    metadata,
    Column("spelling", Integer, ForeignKey("spelling.id"), primary_key=True),
    Column("other", Integer, ForeignKey("spelling.id"), primary_key=True),
)

candidate = Table(
    "candidate",
    metadata,
    Column("chain", Text, primary_key=True),
    Column("document", Text, ForeignKey("document.id"), nullable=False, index=True),
    Column("place", Text, nullable=False),
    Column("spelling", Integer, ForeignKey("spelling.id")),
    Column("body", Text, nullable=False),
)
Index("ix_candidate_near", candidate.c.spelling, candidate.c.place, candidate.c.document)

answer = Table(
    "answer",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

event_statement = Table(
    "event_statement",
    metadata,
    Column("statement", Text, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("event", Text, nullable=False, index=True),
)

event_key = Table(
    "event_key",
    metadata,
    Column("key", Text, primary_key=True),
    Column("statement", Text, primary_key=True, index=True),
)

mark = Table(
    "mark",
    metadata,
    Column("mark", Integer, primary_key=True),
    Column("place", Text, primary_key=True),
)

copy = Table(
    "copy",
    metadata,
    Column("id", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("of", Text, index=True),
)
