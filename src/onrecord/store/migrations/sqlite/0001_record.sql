PRAGMA application_id = 1332630115;

CREATE TABLE migration (
    name TEXT PRIMARY KEY NOT NULL
);

-- Documents and what people decided.

CREATE TABLE document (
    seq INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    byline TEXT,
    published TEXT,
    retrieved TEXT,
    url TEXT,
    language TEXT,
    sha256 TEXT NOT NULL,
    version_of TEXT
);

CREATE INDEX ix_document_url ON document (url);

CREATE TABLE content (
    sha256 TEXT PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE original (
    document TEXT PRIMARY KEY NOT NULL REFERENCES document (id),
    sha256 TEXT NOT NULL REFERENCES content (sha256),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    encoding TEXT NOT NULL,
    offsets TEXT NOT NULL
);

CREATE TABLE failure (
    seq INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
);

CREATE TABLE judgement (
    seq INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    at TEXT,
    body TEXT NOT NULL
);

CREATE TABLE decision (
    seq INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    body TEXT NOT NULL
);

-- They are only ever added.

CREATE TRIGGER document_is_not_changed BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;

CREATE TRIGGER document_is_not_deleted BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

CREATE TRIGGER content_is_not_changed BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'original bytes are never changed'); END;

CREATE TRIGGER content_is_not_deleted BEFORE DELETE ON content
BEGIN SELECT RAISE(ABORT, 'original bytes are never deleted'); END;

CREATE TRIGGER judgement_is_not_changed BEFORE UPDATE ON judgement
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END;

CREATE TRIGGER judgement_is_not_deleted BEFORE DELETE ON judgement WHEN old.at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a judgement by a person is never deleted'); END;

CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;

CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;

-- What is derived.

CREATE TABLE reading (
    document TEXT PRIMARY KEY NOT NULL REFERENCES document (id),
    digest TEXT NOT NULL,
    provenance TEXT,
    body TEXT NOT NULL
);

CREATE TABLE chain (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES reading (document),
    seq INTEGER NOT NULL,
    body TEXT NOT NULL
);

CREATE INDEX ix_chain_document ON chain (document);

CREATE TABLE statement (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES reading (document),
    seq INTEGER NOT NULL,
    "begin" INTEGER NOT NULL,
    predicate TEXT NOT NULL,
    family TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    body TEXT NOT NULL
);

CREATE INDEX ix_statement_document ON statement (document);
CREATE INDEX ix_statement_predicate ON statement (predicate);
CREATE INDEX ix_statement_family ON statement (family);
CREATE INDEX ix_statement_earliest ON statement (earliest);

CREATE TABLE statement_chain (
    statement TEXT NOT NULL REFERENCES statement (id),
    chain TEXT NOT NULL,
    PRIMARY KEY (statement, chain)
);

CREATE INDEX ix_statement_chain_chain ON statement_chain (chain);

CREATE TABLE entity (
    id TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE entity_chain (
    chain TEXT PRIMARY KEY NOT NULL,
    entity TEXT NOT NULL REFERENCES entity (id)
);

CREATE TABLE event (
    id TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL
);

-- Words of titles and texts, by their English stems, without case and diacritics.

CREATE VIRTUAL TABLE document_words USING fts5 (
    title,
    text,
    content = 'document',
    content_rowid = 'seq',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER document_is_indexed AFTER INSERT ON document
BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.seq, new.title, new.text);
END;
