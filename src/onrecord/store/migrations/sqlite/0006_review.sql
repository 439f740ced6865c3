-- The statements on which nobody decided, the least sure first.

CREATE INDEX ix_statement_undecided
    ON statement (coalesce(json_extract(body, '$.confidence'), 1.0), document, seq)
    WHERE json_extract(body, '$.decided') IS NULL;
