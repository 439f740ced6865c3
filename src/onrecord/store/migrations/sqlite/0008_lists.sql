-- Lists of which a page shows a part.

DROP INDEX ix_judgement_opinion;
CREATE INDEX ix_judgement_opinion ON judgement (opinion, at, score, "left", "right");

ALTER TABLE copy ADD COLUMN of TEXT AS (json_extract(body, '$.of'));

CREATE INDEX ix_copy_of ON copy (of);

DROP INDEX ix_event_told;
CREATE INDEX ix_event_told ON event (told, id DESC);

CREATE INDEX ix_statement_decided
    ON statement (json_extract(body, '$.decided'))
    WHERE json_extract(body, '$.decided') IS NOT NULL;
