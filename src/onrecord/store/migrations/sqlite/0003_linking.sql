-- What linking a new report needs to know of those linked before it; all of it is derived.

CREATE TABLE linking (
    version TEXT PRIMARY KEY NOT NULL,
    threshold REAL NOT NULL
);

CREATE TABLE unlinked (
    document TEXT PRIMARY KEY NOT NULL REFERENCES document (id)
);

INSERT INTO unlinked (document) SELECT document FROM reading;

CREATE TABLE company (
    document TEXT PRIMARY KEY NOT NULL REFERENCES document (id),
    body TEXT NOT NULL
);

CREATE TABLE spelling (
    id INTEGER PRIMARY KEY NOT NULL,
    body TEXT NOT NULL UNIQUE
);

CREATE TABLE spelling_key (
    "key" TEXT NOT NULL,
    spelling INTEGER NOT NULL REFERENCES spelling (id),
    PRIMARY KEY ("key", spelling)
) WITHOUT ROWID;

CREATE TABLE agreement (
    spelling INTEGER NOT NULL REFERENCES spelling (id),
    other INTEGER NOT NULL REFERENCES spelling (id),
    PRIMARY KEY (spelling, other)
) WITHOUT ROWID;

CREATE TABLE candidate (
    chain TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES document (id),
    place TEXT NOT NULL,
    spelling INTEGER REFERENCES spelling (id),
    body TEXT NOT NULL
);

CREATE INDEX ix_candidate_document ON candidate (document);
CREATE INDEX ix_candidate_near ON candidate (spelling, place, document);

CREATE TABLE answer (
    seq INTEGER PRIMARY KEY NOT NULL,
    "left" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE INDEX ix_answer_left ON answer ("left");
CREATE INDEX ix_answer_right ON answer ("right");

CREATE INDEX ix_judgement_left ON judgement ("left");
CREATE INDEX ix_judgement_right ON judgement ("right");
CREATE INDEX ix_judgement_at ON judgement (at);

ALTER TABLE entity ADD COLUMN votes TEXT;
ALTER TABLE entity ADD COLUMN contested INTEGER;

ALTER TABLE entity_chain ADD COLUMN place TEXT;

CREATE INDEX ix_entity_chain_entity ON entity_chain (entity, place);

CREATE TABLE event_statement (
    statement TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL,
    event TEXT NOT NULL
);

CREATE INDEX ix_event_statement_document ON event_statement (document);
CREATE INDEX ix_event_statement_event ON event_statement (event);

CREATE TABLE event_key (
    "key" TEXT NOT NULL,
    statement TEXT NOT NULL,
    PRIMARY KEY ("key", statement)
) WITHOUT ROWID;

CREATE INDEX ix_event_key_statement ON event_key (statement);
