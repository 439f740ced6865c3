-- What a page is made of, found without reading all that is on record; all of it is derived.

-- "~" and "9999-12-31" stand for what is undated or open: they sort after every day.

ALTER TABLE document ADD COLUMN day TEXT AS (coalesce(published, '~'));

CREATE INDEX ix_document_day ON document (day, id);
CREATE INDEX ix_document_publisher ON document (publisher);

ALTER TABLE statement ADD COLUMN first TEXT AS (coalesce(earliest, latest, '~'));
ALTER TABLE statement ADD COLUMN last TEXT AS (coalesce(latest, '9999-12-31'));

ALTER TABLE statement ADD COLUMN plain INTEGER AS (
    coalesce(json_extract(body, '$.certainty.factuality'), 'CT+') = 'CT+'
    AND coalesce(json_extract(body, '$.certainty.status'), '[]') IN ('[]', '["stated"]')
);

CREATE INDEX ix_statement_when ON statement (first, last, earliest);

-- What pictures ask of a statement, so that none is read which is not drawn. `sited` is 2 where its
-- place has coordinates, 1 where it has none, 0 where it names no place.

ALTER TABLE statement ADD COLUMN status TEXT AS (json_extract(body, '$.certainty.status'));
ALTER TABLE statement ADD COLUMN sited INTEGER AS (
    CASE WHEN json_extract(body, iif(
        json_type(body, '$.place.around') = 'object', '$.place.around.lat', '$.place.place.lat'
    )) IS NOT NULL THEN 2 ELSE json_type(body, '$.place') IS 'object' END
);

DROP INDEX ix_statement_document;
CREATE INDEX ix_statement_document ON statement (
    document, seq, "begin", id, predicate, family, earliest, latest, plain, status, sited
);

-- The words of statements, folded, and who holds them, each holder as one word; `place` is where a
-- statement stands among all.

CREATE VIEW statement_told AS
SELECT
    statement.id AS id,
    document.seq * 1048576 + statement.seq AS place,
    folded(coalesce(json_extract(statement.body, '$.quote'), '') || ' ' || coalesce((
        SELECT group_concat(json_extract(value, '$.name'), ' ')
        FROM json_each(statement.body, '$.holders')
    ), '')) AS words,
    (
        SELECT group_concat(replace(folded(json_extract(value, '$.name')), ' ', '_'), ' ')
        FROM json_each(statement.body, '$.holders')
    ) AS sources
FROM statement JOIN document ON document.id = statement.document;

CREATE VIRTUAL TABLE statement_words USING fts5 (
    words, sources, content = '', columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 0 tokenchars _'
);

INSERT INTO statement_words (rowid, words, sources)
SELECT place, words, sources FROM statement_told ORDER BY place;

CREATE TRIGGER statement_has_words AFTER INSERT ON statement
BEGIN
    INSERT INTO statement_words (rowid, words, sources)
    SELECT place, words, sources FROM statement_told WHERE id = new.id;
END;

CREATE TRIGGER statement_has_no_words BEFORE DELETE ON statement
BEGIN
    INSERT INTO statement_words (statement_words, rowid, words, sources)
    SELECT 'delete', place, words, sources FROM statement_told WHERE id = old.id;
END;

-- In which roles a chain stands in a statement, "holder" and "place" among them.

ALTER TABLE statement_chain ADD COLUMN roles TEXT;

UPDATE statement_chain SET roles = (
    SELECT group_concat(role, ' ') FROM (
        SELECT given.key AS role
        FROM statement, json_each(statement.body, '$.roles') AS given, json_each(given.value) AS one
        WHERE statement.id = statement_chain.statement
        AND json_extract(one.value, '$.chain') = statement_chain.chain
        UNION SELECT 'holder' FROM statement, json_each(statement.body, '$.holders') AS one
        WHERE statement.id = statement_chain.statement
        AND json_extract(one.value, '$.chain') = statement_chain.chain
        UNION SELECT 'place' FROM statement WHERE statement.id = statement_chain.statement
        AND json_extract(statement.body, '$.place.chain') = statement_chain.chain
        ORDER BY 1
    )
);

-- What speech is about.

CREATE TABLE statement_about (
    about TEXT NOT NULL,
    statement TEXT NOT NULL,
    PRIMARY KEY (about, statement)
) WITHOUT ROWID;

CREATE INDEX ix_statement_about_statement ON statement_about (statement);

INSERT OR IGNORE INTO statement_about (about, statement)
SELECT said.value, statement.id FROM statement, json_each(statement.body, '$.about') AS said;

CREATE TRIGGER statement_is_about AFTER INSERT ON statement
BEGIN
    INSERT OR IGNORE INTO statement_about (about, statement)
    SELECT value, new.id FROM json_each(new.body, '$.about');
END;

CREATE TRIGGER statement_is_no_longer_about AFTER DELETE ON statement
BEGIN
    DELETE FROM statement_about WHERE statement = old.id;
END;

ALTER TABLE event ADD COLUMN type TEXT AS (json_extract(body, '$.type'));
ALTER TABLE event ADD COLUMN mode TEXT AS (json_extract(body, '$.mode'));
ALTER TABLE event ADD COLUMN first TEXT AS (
    coalesce(json_extract(body, '$.time.earliest'), json_extract(body, '$.time.latest'), '~')
);
ALTER TABLE event ADD COLUMN last TEXT AS (
    coalesce(json_extract(body, '$.time.latest'), '9999-12-31')
);
ALTER TABLE event ADD COLUMN told INTEGER AS (json_array_length(body, '$.statements'));

CREATE INDEX ix_event_when ON event (first, last, id);
CREATE INDEX ix_event_type ON event (type, first, last, id);
CREATE INDEX ix_event_told ON event (told);

INSERT OR IGNORE INTO event_statement (statement, document, event)
SELECT statement.id, statement.document, event.id
FROM event, json_each(event.body, '$.statements') AS said JOIN statement ON statement.id = said.value;

ALTER TABLE judgement ADD COLUMN opinion TEXT AS (json_extract(body, '$.opinion'));
ALTER TABLE judgement ADD COLUMN score REAL AS (json_extract(body, '$.score'));

CREATE INDEX ix_judgement_opinion ON judgement (opinion, at, score);

-- Names and their words, folded by the program; `count` is how often their entity is named, `best`
-- whether it goes by the name.

CREATE TABLE entity_name (
    entity TEXT NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    count INTEGER NOT NULL,
    type TEXT NOT NULL,
    best INTEGER NOT NULL,
    PRIMARY KEY (entity, text)
) WITHOUT ROWID;

CREATE INDEX ix_entity_name_folded ON entity_name (folded, count);
CREATE INDEX ix_entity_name_best ON entity_name (best, count, folded, type);

CREATE TABLE name_word (
    word TEXT NOT NULL,
    entity TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (word, entity)
) WITHOUT ROWID;

CREATE INDEX ix_name_word_entity ON name_word (entity);

CREATE TRIGGER name_has_words AFTER INSERT ON entity_name WHEN new.folded <> ''
BEGIN
    INSERT OR IGNORE INTO name_word (word, entity, count)
    SELECT value, new.entity, new.count
    FROM json_each('["' || replace(new.folded, ' ', '","') || '"]');
END;

CREATE TRIGGER name_has_no_words AFTER DELETE ON entity_name
BEGIN
    DELETE FROM name_word WHERE entity = old.entity;
END;

CREATE TRIGGER entity_is_named AFTER INSERT ON entity
BEGIN
    INSERT INTO entity_name (entity, text, folded, count, type, best)
    SELECT new.id, text, folded(text), (
        SELECT coalesce(sum(json_extract(value, '$.count')), 0) FROM json_each(new.body, '$.names')
    ), json_extract(new.body, '$.type'), text = json_extract(new.body, '$.name') FROM (
        SELECT json_extract(new.body, '$.name') AS text
        UNION SELECT json_extract(value, '$.text') FROM json_each(new.body, '$.names')
    );
END;

CREATE TRIGGER entity_is_named_anew AFTER UPDATE OF body ON entity
BEGIN
    DELETE FROM entity_name WHERE entity = old.id;
    INSERT INTO entity_name (entity, text, folded, count, type, best)
    SELECT new.id, text, folded(text), (
        SELECT coalesce(sum(json_extract(value, '$.count')), 0) FROM json_each(new.body, '$.names')
    ), json_extract(new.body, '$.type'), text = json_extract(new.body, '$.name') FROM (
        SELECT json_extract(new.body, '$.name') AS text
        UNION SELECT json_extract(value, '$.text') FROM json_each(new.body, '$.names')
    );
END;

CREATE TRIGGER entity_is_named_no_longer AFTER DELETE ON entity
BEGIN
    DELETE FROM entity_name WHERE entity = old.id;
END;

UPDATE entity SET body = body;

ALTER TABLE entity ADD COLUMN lat REAL AS (json_extract(body, '$.place.lat'));

CREATE INDEX ix_entity_located ON entity (id) WHERE lat IS NOT NULL;

-- Reports that take back what others said.

CREATE TABLE note (
    document TEXT PRIMARY KEY NOT NULL REFERENCES document (id)
);

CREATE TABLE correction (
    document TEXT NOT NULL REFERENCES document (id),
    of TEXT NOT NULL REFERENCES document (id),
    body TEXT NOT NULL,
    PRIMARY KEY (document, of)
);

CREATE INDEX ix_correction_of ON correction (of);
