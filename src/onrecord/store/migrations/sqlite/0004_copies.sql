-- Which reports go back to earlier ones, and what finding that out needs to know; all of it derived.

CREATE TABLE mark (
    mark INTEGER NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (mark, place)
) WITHOUT ROWID;

CREATE TABLE copy (
    id TEXT PRIMARY KEY NOT NULL,
    body TEXT NOT NULL
);

-- Every report is to be looked at for it.

INSERT OR IGNORE INTO unlinked (document) SELECT document FROM reading;

-- How far an event is corroborated and disputed is no longer kept with it.

UPDATE event SET body = json_remove(body, '$.independent_sources', '$.credibility', '$.disputed');
